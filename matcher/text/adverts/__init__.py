"""Adverts read: hours, shifts, pay, checks, skills and the rest, each with the sentence it came from."""

from matcher.text.adverts.draft import AdvertDraft
from matcher.text.adverts.reader import read_advert
from matcher.text.adverts.readings import Reading

__all__ = ["AdvertDraft", "Reading", "read_advert"]
