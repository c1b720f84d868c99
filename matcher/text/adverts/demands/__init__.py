"""What an advert asks of a person, in whatever words: the skills behind its demands and duties."""
