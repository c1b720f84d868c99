"""What can be done to a person, in words that stand in their own record of it."""

from collections.abc import Mapping

__all__ = ["ACTIONS"]

ACTIONS: Mapping[str, str] = {
    "viewed": "looked at your details",
    "ranked": "looked at the vacancies that suit you",
    "ranked_people": "looked at who suits a vacancy, you among them",
    "ranked_unnamed": "saw a line about you without your name, for a vacancy",
    "listed": "looked at or downloaded a list with you in it",
    "added": "added you",
    "changed": "changed your details",
    "answered": "wrote down an answer you gave",
    "planned": "looked at pathways for you",
    "compared": "compared vacancies for you",
    "shortlisted": "put a vacancy on your list",
    "unshortlisted": "took a vacancy off your list",
    "referred": "put you forward for a vacancy",
    "outcome": "wrote down how a referral went",
    "sent": "made a text of your matches to send to you",
    "chosen": "put you on their shortlist for a vacancy",
    "unchosen": "took you off their shortlist for a vacancy",
    "asked_to_meet": "asked to be introduced to you",
    "met": "saw your name and how to reach you, because you agreed",
    "consented": "wrote down your answer to an introduction",
    "looked_again": "looked again, as you asked",
    "assigned": "changed who looks after you",
    "alerted": "sent you an e-mail about new vacancies",
    "own": "you did this yourself",
    "account": "changed your account",
    "reviewed": "looked at a vacancy before it was shown",
    "settings": "changed a setting of the academy",
    "read_log": "read this record",
}
"""Each is said after who did it: "An advisor, Priya Shah, looked at your details"."""
