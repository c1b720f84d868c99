"""Stretches of time as people write them: "Jan 2019 to present", "2015-2018", "since 2020", "for six years"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from matcher.text.calendar_words import DateWord, Moment, find_date_words

__all__ = ["Moment", "Period", "find_durations", "find_periods"]

_DASH = r"[-–—−‐‑~→>]+"
_BETWEEN = re.compile(
    rf"[ \t]*\)?[ \t]*(?:{_DASH}|\bto\b|\buntil\b|\btill?\b|\bthrough\b|\bthru\b|\bup\s+to\b|\bend(?:ed|ing)?\b)"
    r"(?:[ \t]*\n)?[ \t]*(?:the\s+)?(?:end\s+of\s+)?",
    re.IGNORECASE,
)
_BROKEN_LINE = re.compile(rf"[ \t]*\n[ \t]*(?:{_DASH}|to\b)[ \t]*", re.IGNORECASE)
_CELLS = re.compile(r"[ ]*(?:\t|\|)[ \t]*|[ ]{3,}")
_END_LABEL = re.compile(
    r"\s*[,;|)]?\s*(?:to|until|end(?:ed)?|finish(?:ed)?|left|leaving)(?:\s+date)?\s*:\s*", re.IGNORECASE
)
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_PRESENT = re.compile(
    r"(?:until\s+|till?\s+|to\s+)?(?:the\s+)?(?:present(?:\s+(?:day|time))?|current(?:ly)?|now|today|date|ongoing|on-going"
    r"|onwards?|continuing|still\b[^\n,.;]{0,30}"
    r"|heute|aktuell|actualidad|actualmente|obecnie|prezent|oggi|aujourd'hui|atualmente)\b",
    re.IGNORECASE,
)
_ONWARDS = re.compile(
    r"\s*[,(]?\s*(?:onwards?\b|to\s+date\b|till?\s+now\b|until\s+now\b|ongoing\b|\(?current\b)", re.IGNORECASE
)
_OPEN = re.compile(rf"[ \t]*{_DASH}[ \t]*(?=$|\n|\)|\||\t)")
_SINCE = re.compile(r"\b(?:since|ever\s+since)\s+(?:about\s+|around\s+|early\s+|late\s+|the\s+)*$", re.IGNORECASE)
_BETWEEN_WORD = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
_LOOK_BACK = 30
# Judgement: no working life is longer, and a job ends at most a year from now (a notice period, a fixed term).
_LONGEST_YEARS = 60
_LATEST_YEARS_AHEAD = 1
_N_WORDS = {
    word: n
    for n, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), start=1
    )
} | {"a": 1, "an": 1, "couple of": 2, "fifteen": 15, "eighteen": 18, "twenty": 20, "twenty-five": 25, "thirty": 30}
_COUNT = rf"\d{{1,2}}(?:\.\d)?|{'|'.join(sorted(_N_WORDS, key=len, reverse=True))}"
_DURATION = re.compile(
    rf"(?<![\w.£$/-])(?P<count>{_COUNT})(?P<half>\s+and\s+a\s+half|½)?\s*\+?\s*-?"
    r"(?P<unit>years?|yrs?|months?|mths?|weeks?|wks?)\b['’]?"
    r"(?P<half_after>\s+and\s+a\s+half)?(?:\s*(?:and|,|&)?\s*(?P<months>\d{1,2}"
    rf"|{'|'.join(_N_WORDS)})\s*(?:months?|mths?)\b)?"
    r"(?!\s*-?\s*(?:old|of\s+age|ago|later|notice|placement))",
    re.IGNORECASE,
)
_MONTHS_OF_UNIT = {"y": 12.0, "m": 1.0, "w": 12 / 52}


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time that a text states, ``text[start:end]``.

    Attributes
    ----------
    first, last : Moment or None
        As exact as written; `last` is None for one that runs on and for a single date.
    is_current : bool
        Whether it runs on ("present", "since").
    stated_months : int or None
        Its length where only a length was stated ("six years").
    """

    start: int
    end: int
    first: Moment | None = None
    last: Moment | None = None
    is_current: bool = False
    stated_months: int | None = None

    def months(self, as_of: date) -> tuple[int, int, int] | None:
        """Its length in months: shortest, likeliest and longest that the writing allows; None where it has none.

        Whole months count at both ends ("Jan to Mar 2019" is three). Years count from middle to middle (2015 to 2018 is
        36 months, between 26 and 48). A single date may be a day or all of it.
        """
        if self.stated_months is not None:
            return (self.stated_months,) * 3
        if self.first is None:
            return None
        today = Moment(as_of.year, as_of.month, as_of.month)
        last = self.last or (today if self.is_current else None)
        if last is None:
            longest = self.first.last - self.first.first + 1
            return 1, (longest + 1) // 2, longest
        shortest = max(1, last.first - self.first.last + 1)
        longest = max(shortest, last.last - self.first.first + 1)
        exact = self.first.precision == "month" and last.precision == "month"
        middle = (last.first + last.last - self.first.first - self.first.last) // 2 + int(exact)
        return shortest, min(max(middle, shortest), longest), longest


def find_periods(text: str, as_of: date) -> list[Period]:
    """Stretches between two dates, open ones, and single dates, in the order of the text."""
    words = list(find_date_words(text))
    periods: list[Period] = []
    at = 0
    while at < len(words):
        period, n_words = _period(text, words, at)
        if period is not None and _is_plausible(period, as_of):
            periods.append(period)
        at += n_words
    return periods


def find_durations(text: str) -> Iterator[Period]:
    """Lengths of time: "6 years", "two and a half years", "18 months", "1 yr 6 mths"; never an age."""
    for found in _DURATION.finditer(text):
        months = _count(found["count"]) * _MONTHS_OF_UNIT[found["unit"][0].lower()]
        if found["half"] or found["half_after"]:
            months += _MONTHS_OF_UNIT[found["unit"][0].lower()] / 2
        months += _count(found["months"]) if found["months"] else 0
        if 0 < months <= _LONGEST_YEARS * 12:
            yield Period(found.start(), found.end(), stated_months=max(1, round(months)))


def _period(text: str, words: list[DateWord], at: int) -> tuple[Period | None, int]:
    """The period that begins with a date, and how many dates it takes."""
    word = words[at]
    if word.until is not None:
        return Period(word.start, word.end, word.moment, word.until), 1
    after = _joined(text, words, at)
    if after is not None:
        first = (
            Moment(after.moment.year, word.moment.first_month, word.moment.last_month)
            if not word.moment.year
            else word.moment
        )
        return Period(word.start, after.end, first, after.moment), 2
    if not word.moment.year:
        return None, 1
    runs_on = _end_if_current(text, word)
    if runs_on is not None:
        return Period(word.start, runs_on, word.moment, is_current=True), 1
    return (None if word.is_weak else Period(word.start, word.end, word.moment)), 1


def _joined(text: str, words: list[DateWord], at: int) -> DateWord | None:
    """The next date, where only words that mean "until" stand between."""
    if at + 1 == len(words):
        return None
    word, after = words[at], words[at + 1]
    if after.until is not None or not after.moment.year or after.start - word.end > _LOOK_BACK:
        return None
    gap = text[word.end : after.start]
    if any(pattern.fullmatch(gap) for pattern in (_BETWEEN, _BROKEN_LINE, _END_LABEL)):
        return after
    is_between = _AND.fullmatch(gap) and _BETWEEN_WORD.search(text, max(0, word.start - _LOOK_BACK), word.start)
    in_cells = _CELLS.fullmatch(gap) and not word.is_weak and not after.is_weak and word.moment < after.moment
    return after if is_between or in_cells else None


def _end_if_current(text: str, word: DateWord) -> int | None:
    """Where a period that runs on ends in the text; None where it does not run on."""
    for between in (_BETWEEN, _BROKEN_LINE, _END_LABEL, _CELLS):
        gap = between.match(text, word.end)
        present = _PRESENT.match(text, gap.end()) if gap else None
        if present:
            return present.end()
    onwards = _ONWARDS.match(text, word.end) or _OPEN.match(text, word.end)
    if onwards:
        return onwards.end()
    return word.end if _SINCE.search(text, max(0, word.start - _LOOK_BACK), word.start) else None


def _is_plausible(period: Period, as_of: date) -> bool:
    first, last = period.first, period.last or period.first
    if first is None or last is None:
        return False
    latest = as_of.year + _LATEST_YEARS_AHEAD
    return (
        first.first <= last.last
        and first.year <= latest
        and last.year <= latest
        and last.year - first.year <= _LONGEST_YEARS
    )


def _count(words: str) -> float:
    plain = " ".join(words.lower().split())
    return float(_N_WORDS[plain]) if plain in _N_WORDS else float(plain)
