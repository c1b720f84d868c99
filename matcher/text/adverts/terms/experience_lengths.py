"""How long the experience must be that an advert asks for."""

import re

from matcher.text.adverts.readings import Experience, Need

__all__ = ["listed_experience", "months_named"]

_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "nine": 9, "twelve": 12,
    "eighteen": 18,
}  # fmt: skip
_AMOUNT = (
    rf"\b(\d{{1,3}}|{'|'.join(_NUMBERS)})(?:\s*(?:-|–|to|or)\s*(?:\d{{1,2}}|two|three|five))?\s*(?:\(\d{{1,2}}\)\s*)?"
    r"(?:\+|plus|or more)?\s*(months?|mths?|years?|yrs?)\b"
)
_LENGTH_BEFORE = re.compile(rf"{_AMOUNT}[^\w\s]{{0,2}}s?(?:\s+[^\s;]+){{0,12}}\s*$", re.IGNORECASE)
_LENGTH_BEHIND = re.compile(
    rf"^[^.;]{{0,60}}?(?:\b(?:of|for|min(?:imum)?|least|over|than)|[(:\-–])\s*(?:a\s+)?(?:min(?:imum)?\.?(?: of)?\s+"
    rf"|at least\s+)?{_AMOUNT}(?! ago)",
    re.IGNORECASE,
)
_RECENCY = re.compile(r"\b(?:in|within|over|during) the (?:last|past)\b[^.;]{0,20}$", re.IGNORECASE)
# Judgement: nobody is asked for more, and above it the years are those of a company.
_MOST_MONTHS = 12 * 15
# As some job boards list it: "Care home: 1 year (preferred)".
_LISTED = re.compile(r":\s*(\d{1,2})\s*(year|month)s?\s*\((preferred|required)\)", re.IGNORECASE)
_OF_OTHERS = re.compile(r"\b(?:we|our|company|trust|over|more than)\b[^.;]{0,40}$", re.IGNORECASE)
_REACH = 120


def listed_experience(text: str) -> Experience | None:
    """Experience as a job board lists it, with its length and how it is asked."""
    found = _LISTED.search(text)
    if found is None:
        return None
    if found[3].lower() == "preferred":
        return Experience(Need.DESIRABLE)
    return Experience(Need.NEEDED, _in_months(found[1], found[2]))


def months_named(text: str, start: int, end: int) -> int:
    """Months that are named before the word for experience, or behind it; none where they say how recent it must be."""
    before = text[max(0, start - _REACH) : start]
    length = _LENGTH_BEFORE.search(before)
    if length and (_RECENCY.search(before[: length.start()]) or _OF_OTHERS.search(before[: length.start()])):
        return 0
    length = length or _LENGTH_BEHIND.search(text[end : end + _REACH])
    months = _in_months(length[1], length[2]) if length else 0
    return months if months <= _MOST_MONTHS else 0


def _in_months(amount: str, unit: str) -> int:
    number = int(amount) if amount.isdigit() else _NUMBERS[amount.lower()]
    return number * (12 if unit.lower().startswith("y") else 1)
