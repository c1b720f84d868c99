"""Single dates as people write them: "Jan 2019", "03/2016", "Summer 2012", "Sept '19", "14.02.2018"."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

__all__ = ["DateWord", "Moment", "find_date_words"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# Judgement: the months of a season as CVs in Britain mean them; winter is told by its first year.
_SEASONS = {
    "spring": (3, 5),
    "easter": (3, 4),
    "summer": (6, 8),
    "autumn": (9, 11),
    "fall": (9, 11),
    "winter": (11, 12),
    "christmas": (12, 12),
    "early": (1, 4),
    "mid": (5, 8),
    "late": (9, 12),
}
_MONTH = (
    r"(?:jan(?:uary)?|febr?(?:uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_YEAR = r"(?:19[4-9]\d|20[0-4]\d)"
_DATE_WORD = re.compile(
    rf"""(?<![\w£$€])(?:
      (?P<iso>{_YEAR}[-/.](?:0[1-9]|1[0-2])(?:[-/.](?:0[1-9]|[12]\d|3[01]))?)(?![\d./-])
    | (?P<academic>{_YEAR}[ ]?[-–/][ ]?['’]?\d\d)(?![\d/.]|\s[a-z]{{3}})
    | (?P<dmy>\d{{1,2}}[./-]\d{{1,2}}[./-](?:{_YEAR}|\d\d))(?!\d)
    | (?P<my>\d{{1,2}}\s?[./-]\s?{_YEAR})(?!\d)
    | (?P<season>(?:{"|".join(_SEASONS)})(?:\s+of)?[\s-]{{1,3}}{_YEAR})(?!\d)
    | (?P<named>(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?)?{_MONTH}(?:\s+\d{{1,2}}(?:st|nd|rd|th)?,)?
        ,?[\s-]{{0,3}}(?:of\s+)?{_YEAR})(?!\d)
    | (?P<short>(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{_MONTH},?[\s-]{{0,3}}['’‘]?\d\d)(?![\d:.])
    | (?P<slash>(?:0?[1-9]|1[0-2])/\d\d)(?![\d/])
    | (?P<month>{_MONTH})
    | (?P<year>{_YEAR})(?![\d%])
    | (?P<apostrophe>['’‘]\d\d)(?!\d)
    | (?P<bare>\d\d)(?=\s{{0,2}}[-–]\s{{0,2}}(?:now|present|current|date)\b)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
# Kinds that are dates only beside another date.
_WEAK = frozenset({"short", "slash", "month", "apostrophe", "bare"})
# Judgement: a law, a standard or a program, not a date of a job.
_NAMED_YEAR = re.compile(
    r"\b(?:acts?|regulations|office|windows|word|iso\s?\d*:?|bs|code of practice)\s*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A stretch of one year, ``first_month`` to ``last_month`` (1 to 12): as exact as it was written.

    Month 0 stands for a month whose year is still to be learnt from the date after it.
    """

    year: int
    first_month: int = 1
    last_month: int = 12

    @property
    def precision(self) -> str:
        """``month``, ``season`` or ``year``."""
        if self.first_month == self.last_month:
            return "month"
        return "year" if (self.first_month, self.last_month) == (1, 12) else "season"

    @property
    def first(self) -> int:
        """Its first month, counted from year 0."""
        return self.year * 12 + self.first_month - 1

    @property
    def last(self) -> int:
        """Its last month, counted from year 0."""
        return self.year * 12 + self.last_month - 1

    def __str__(self) -> str:
        if self.precision == "month":
            return f"{self.year}-{self.first_month:02d}"
        return str(self.year)


@dataclass(frozen=True, slots=True)
class DateWord:
    """A date in a text: `until` where one word holds two years ("2015-18"), weak where it needs another beside it."""

    start: int
    end: int
    moment: Moment
    until: Moment | None = None
    is_weak: bool = False


def find_date_words(text: str) -> Iterator[DateWord]:
    """Dates of a text in its order; what cannot be a date (month 14, year 1812) is passed over."""
    for found in _DATE_WORD.finditer(text):
        kind = found.lastgroup or ""
        if kind == "year" and _NAMED_YEAR.search(text, max(0, found.start() - 25), found.start()):
            continue
        read = _READERS[kind](found.group())
        if read is not None:
            moment, until = read if isinstance(read, tuple) else (read, None)
            is_weak = kind in _WEAK and not (kind == "short" and found.group()[-3] in "'’‘")
            yield DateWord(found.start(), found.end(), moment, until, is_weak)


Read = Moment | tuple[Moment, Moment] | None


def _month(year: int, month: int) -> Moment | None:
    return Moment(year, month, month) if 1 <= month <= len(_MONTHS) else None


def _numbers(text: str) -> list[int]:
    return [int(digits) for digits in re.findall(r"\d+", text)]


def _full_year(year: int) -> int:
    """A year of two digits: to 49 in this century, from 50 in the last."""
    if year >= 100:
        return year
    return 2000 + year if year < 50 else 1900 + year


def _iso(text: str) -> Read:
    numbers = _numbers(text)
    if len(numbers) == 2 and "-" in text:
        later = _full_year(numbers[1])  # "2010-12" is two years in a CV; an ISO month needs its day or a slash
        return (Moment(numbers[0]), Moment(later)) if later > numbers[0] else _month(*numbers)
    return _month(numbers[0], numbers[1])


def _academic(text: str) -> Read:
    first, second = _numbers(text)
    last = first // 100 * 100 + second
    last += 100 if last < first else 0
    return (Moment(first), Moment(last)) if last - first <= 50 else Moment(first)


def _day_month_year(text: str) -> Read:
    day, month, year = _numbers(text)
    return _month(_full_year(year), month) or _month(_full_year(year), day)


def _month_year(text: str) -> Read:
    month, year = _numbers(text)
    return _month(_full_year(year), month)


def _season(text: str) -> Read:
    word = re.split(r"[\s-]", text.lower(), maxsplit=1)[0]
    return Moment(_numbers(text)[-1], *_SEASONS[word])


def _named(text: str) -> Read:
    name = re.search(_MONTH, text, re.IGNORECASE)
    assert name is not None  # noqa: S101 - the pattern that led here holds a month
    month = _MONTHS.index(name.group()[:3].lower()) + 1
    numbers = _numbers(text[name.end() :])
    return _month(_full_year(numbers[-1]) if numbers else 0, month)


_READERS: dict[str, Callable[[str], Read]] = {
    "iso": _iso,
    "academic": _academic,
    "dmy": _day_month_year,
    "my": _month_year,
    "season": _season,
    "named": _named,
    "short": _named,
    "slash": _month_year,
    "month": _named,
    "year": lambda text: Moment(int(text)),
    "bare": lambda text: Moment(_full_year(int(text))),
    "apostrophe": lambda text: Moment(_full_year(int(text[1:]))),
}
