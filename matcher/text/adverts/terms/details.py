"""Smaller facts of an advert: the last day to apply, the postcodes it names, and how many people it wants."""

import re
from collections.abc import Sequence
from datetime import date

from matcher.text.adverts.readings import Reading, read_at
from matcher.text.adverts.sections import Placed, Section
from matcher.text.adverts.terms.labels import labelled

__all__ = ["read_closes", "read_positions", "read_postcodes"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_CLOSES = re.compile(
    r"\bclos(?:es|ing|ed|e)\b(?! (?:relationship|working|to|knit|work))|\bdeadline\b|\bapply (?:by|before"
    r"|no later)\b|\bapplications? (?:must|should|to) be (?:received|submitted|in)\b|\blast (?:day|date)\b"
    r"|\bapplications? by\b|\bno later than\b|\bend date\b|\bexpir(?:es|y)\b",
    re.IGNORECASE,
)
_WRITTEN = re.compile(
    rf"\b(\d{{1,2}})\s?(?:st|nd|rd|th)?\s*(?:of\s+)?{_MONTH}(?:,?\s*(20\d\d|\d\d(?!\d|:)))?", re.IGNORECASE
)
_AMERICAN = re.compile(rf"\b{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s*(20\d\d))?", re.IGNORECASE)
_FIGURES = re.compile(r"\b(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(20\d\d|\d\d)\b")
# "30/9" has no year; "7/12" behind "w/c" is no closing date, and "24/7" none at all.
_SHORT = re.compile(r"(?<![\d/.])(\d{1,2})\s?/\s?(\d{1,2})(?![\d/]|\.\d)")
_ISO = re.compile(r"\b(20\d\d)-(\d\d)-(\d\d)\b")
_NOT_CLOSING = re.compile(
    r"\binterview|\bassessment (?:day|centre)|\bstart(?:s|ing)? (?:date|on)\b|\bunless\b", re.IGNORECASE
)
_REACH = 90
# Judgement: a day and month without a year lie ahead of the day of posting, or a few days behind it.
_DAYS_BEHIND = 31
_POSTCODE = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?) ?(\d[ABD-HJLNP-UW-Z]{2})\b")
_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_NUMBER = rf"(\d{{1,2}}|{'|'.join(_WORDS)})"
_WORK = (
    r"(?:[\w-]+ ){0,4}?(?:assistants?|workers?|carers?|nurses?|cleaners?|porters?|cooks?|chefs?|domestics?|clerks?"
    r"|administrators?|housekeepers?|hcas?|rgns?)"
)
_POST = r"(?:posts?|positions?|vacanc(?:y|ies)|roles?|openings?)"
_POSTS = re.compile(
    # "2 x carers", "X4 support workers", but not "2 x 12 hour shifts" or "3 x waking nights"
    rf"\b{_NUMBER}\s*[x×]\s+(?=[\w.]+)(?!\d+(?:\.\d+)?[\s-]*(?:hours?|hrs?)\b|(?:[\w-]+ )?(?:days?|nights?|shifts?)\b)"
    rf"|\b[x×]\s?{_NUMBER}\s+(?={_WORK})"
    rf"|\b(?:number of )?(?:posts?|positions?|vacancies|openings)\s*(?:[:\-–]|available:?|(?<=of positions)"
    rf"|(?<=of vacancies)|(?<=of posts))\s*{_NUMBER}\b(?!\s*(?:hours|hrs|\.\d|:|days|months|/))"
    rf"|(?:^|\b(?:recruit(?:ing)?|seeking|looking for|require|have|need|appoint|offer(?:ing)?|are)\s+(?:for\s+"
    rf"|currently\s+)?)"
    rf"{_NUMBER}\s+(?:(?:full|part|new|permanent|exciting|additional|experienced|band|exceptional|more|night|day"
    rf"|bank|further|vacant)\b[\w\s-]{{0,30}}?\s)?(?:{_POST}|(?<!^){_WORK})\b",
    re.IGNORECASE,
)
_MOST = 60


def read_closes(placed: Sequence[Placed], as_of: date) -> Reading[date] | None:
    """The closing date that the words state; a day and a month without a year take the next one from `as_of` on."""
    for words, item in labelled(placed):
        said = _CLOSES.search(words)
        day = _first_date(words, said.start(), as_of) if said else None
        if day is not None:
            return read_at(day, item.sentence)
    return None


def _first_date(text: str, start: int, as_of: date) -> date | None:
    ahead = text[start : start + _REACH]
    stop = _NOT_CLOSING.search(ahead)
    ahead = ahead[: stop.start()] if stop and stop.start() > 0 else ahead
    found = [(match.start(), day) for match, day in _dates(ahead, as_of)]
    if found:
        return min(found)[1]
    before = [(match.start(), day) for match, day in _dates(text[max(0, start - 40) : start], as_of)]
    return max(before)[1] if before and re.search(r"\bapply (?:by|before)", text, re.IGNORECASE) else None


def _dates(text: str, as_of: date) -> list[tuple[re.Match[str], date]]:
    read = [(found, _day(found[3], _month(found[2]), found[1], as_of)) for found in _WRITTEN.finditer(text)]
    read += [(found, _day(found[3], _month(found[1]), found[2], as_of)) for found in _AMERICAN.finditer(text)]
    read += [(found, _day(found[3], int(found[2]), found[1], as_of)) for found in _FIGURES.finditer(text)]
    read += [(found, _day(None, int(found[2]), found[1], as_of)) for found in _SHORT.finditer(text)]
    read += [(found, _day(found[1], int(found[2]), found[3], as_of)) for found in _ISO.finditer(text)]
    return [(found, day) for found, day in read if day is not None]


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _day(year: str | None, month: int, day: str, as_of: date) -> date | None:
    try:
        if year:
            return date(int(year) + (2000 if int(year) < 100 else 0), month, int(day))
        this_year = date(as_of.year, month, int(day))
        return this_year if (as_of - this_year).days <= _DAYS_BEHIND else date(as_of.year + 1, month, int(day))
    except ValueError:
        return None


def read_postcodes(placed: Sequence[Placed]) -> tuple[Reading[str], ...]:
    """Full postcodes in capitals, each once, in the order of the text."""
    found: dict[str, Reading[str]] = {}
    for item in placed:
        for code in _POSTCODE.finditer(item.sentence.text):
            written = f"{code[1]} {code[2]}"
            found.setdefault(written, read_at(written, item.sentence))
    return tuple(found.values())


def read_positions(placed: Sequence[Placed]) -> Reading[int] | None:
    """How many people are wanted, where the advert gives a number."""
    for words, item in labelled(placed):
        if item.section in {Section.ABOUT, Section.BENEFITS}:
            continue
        found = _POSTS.search(words)
        if found is None:
            continue
        word = next(group for group in found.groups() if group)
        number = _WORDS.get(word.lower()) or int(word)
        if 0 < number <= _MOST:
            return read_at(number, item.sentence)
    return None
