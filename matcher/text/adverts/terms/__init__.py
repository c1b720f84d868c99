"""The terms of an advert, one by one: hours, shifts, pay, contract, checks, driving, qualifications, experience."""
