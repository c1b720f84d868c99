"""Clock times of shifts, and the days they fall on."""

import re
from dataclasses import dataclass

from matcher.domain.week import DAYS

__all__ = ["Window", "find_windows", "read_days"]

# "2/3pm" is two o'clock or three: the first counts.
_TIME = (
    r"(\d{1,2})(?:[:.h]?(\d{2}))?(?:/\d{1,2}(?:[:.]\d{2})?(?=\s*[ap]\.?m))?\s*(a\.?m\b\.?|p\.?m\b\.?|noon"
    r"|mid-?night|hrs\b|hours\b)?"
)
_NAMED = r"(mid-?night|mid-?day|noon)"
_WINDOW = re.compile(
    rf"(?<![\d£.,/%])(?<!\d:)(?:{_TIME}|{_NAMED})\s*(?:-|–|—|to|until|till|and|through to|finishing(?: at)?"
    rf")+\s*(?:approx\w* )?(?:{_TIME}|{_NAMED})"
    r"(?![\d%]|[.:]\d|,\d{3}|\s*(?:hours?|hrs|days?|weeks?|months?|years?|minutes?|miles|beds?|people"
    r"|adults|children|residents|years|p/?h|per|an hour|pa)\b(?!\s*(?:shift|mon)))",
    re.IGNORECASE,
)
_DAY = (
    {form: number for number, name in enumerate(DAYS) for form in (name, f"{name}s")}
    | {
        form: number
        for number, name in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
        for form in (name, f"{name}s")
    }
    | {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
)
_DAY_WORD = "|".join(sorted(_DAY, key=len, reverse=True))
_DAY_RANGE = re.compile(rf"\b({_DAY_WORD})\b\s*(?:-|–|—|to|through|until)\s*\b({_DAY_WORD})\b", re.IGNORECASE)
_ONE_DAY = re.compile(rf"\b({_DAY_WORD})\b", re.IGNORECASE)
_WEEKDAYS = re.compile(r"\bweek\s?days?\b", re.IGNORECASE)
_WEEKEND = re.compile(r"\bweek\s?-?ends?\b", re.IGNORECASE)
_EVERY_DAY = re.compile(r"\b(?:7|seven) days\b|\bany day\b|\bevery day\b|\b7/7\b|\bdaily\b", re.IGNORECASE)
_AT_NIGHT = re.compile(r"\bnights?\b[^\d,;/]*$", re.IGNORECASE)
# "Pay 12.50 - 13.40" are pounds.
_PAID = re.compile(r"(?:£\s?|\b(?:pay|salary|rate|wage)\b[^\d]{0,12})$", re.IGNORECASE)
_NOON, _LATEST = 12, 24
# Judgement: where only the end of a window says "pm" or nothing does, a start up to here is an hour of the morning.
_EARLIEST_BARE = 6


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of the clock, minutes from midnight (an end past midnight is above 1,440), and where it stands."""

    begins: int
    ends: int
    start: int
    end: int

    def __str__(self) -> str:
        """Give the window as `parse_shifts` reads it."""
        return f"{self.begins // 60:02d}:{self.begins % 60:02d}-{self.ends // 60 % 24:02d}:{self.ends % 60:02d}"


def find_windows(text: str) -> list[Window]:
    """Stretches of the clock that a sentence names: ``07.00-15:00``, ``9:30pm to 8:30am``, ``9-5``.

    Bare figures are hours of the clock beside days, shifts, or a stretch that is surely one.
    """
    found = [match for match in _WINDOW.finditer(text) if not _PAID.search(text[: match.start()])]
    has_clock = any(map(_is_clock, found))
    return [
        window
        for match in found
        if _is_clock(match) or (_could_be_hours(match) and (has_clock or _is_of_work(match, text)))
        if (window := _window(match, text))
    ]


def read_days(text: str) -> tuple[int, ...]:
    """Days of the week that a sentence names, 0 to 6; none where it names none."""
    days: set[int] = set()
    for found in _DAY_RANGE.finditer(text):
        first, last = _DAY[found[1].lower()], _DAY[found[2].lower()]
        days.update((first + step) % 7 for step in range((last - first) % 7 + 1))
    days.update(_DAY[found[1].lower()] for found in _ONE_DAY.finditer(text) if _is_day(found, text))
    days.update(range(5) if _WEEKDAYS.search(text) else ())
    days.update((5, 6) if _WEEKEND.search(text) else ())
    return tuple(range(7)) if _EVERY_DAY.search(text) else tuple(sorted(days))


def _is_day(found: re.Match[str], text: str) -> bool:
    """Whether a day is meant: "sat" and "sun" are words, and "no Sundays" is the absence of one."""
    if len(found[1]) <= 4 and found[1][:1].islower():
        return False
    return not re.search(
        r"\b(?:no|not|except|excluding)\s+$", text[max(0, found.start() - 12) : found.start()], re.IGNORECASE
    )


def _is_clock(found: re.Match[str]) -> bool:
    """Whether a stretch can be nothing but hours of the clock: it says am or noon, or both ends have minutes."""
    _, m1, half1, name1, _, m2, half2, name2 = found.groups()
    return any((half1, half2, name1, name2)) or bool(m1 and m2)


def _could_be_hours(found: re.Match[str]) -> bool:
    return int(found[1] or 0) <= _NOON and int(found[5] or 0) <= _NOON


def _is_of_work(found: re.Match[str], text: str) -> bool:
    """Whether bare figures ("9-5", "10-6 at weekends") stand beside days or shifts."""
    around = text[max(0, found.start() - 40) : found.end() + 40]
    return bool(
        re.search(r"week\s?(?:end|day)|\bmon|\bfri|shift|\bsat|\bsun|\blong days?\b|\bnights\b", around, re.IGNORECASE)
    )


def _window(found: re.Match[str], text: str) -> Window | None:
    h1, m1, half1, name1, h2, m2, half2, name2 = found.groups()
    begins, ends = _minutes(h1, m1, half1, name1), _minutes(h2, m2, half2, name2)
    if begins is None or ends is None:
        return None
    is_bare = not any((half1, half2, name1, name2)) and (h1 or "").lstrip("0") == (h1 or "")
    if is_bare and ends <= begins <= _NOON * 60 and _AT_NIGHT.search(text[max(0, found.start() - 25) : found.start()]):
        return Window(begins + _NOON * 60, ends + 24 * 60, found.start(), found.end())  # "nights 8 - 8"
    return _settled(begins, ends, bool(half1 or name1), bool(half2 or name2), found)


def _settled(begins: int, ends: int, has_half1: bool, has_half2: bool, found: re.Match[str]) -> Window | None:
    day, half = 24 * 60, 12 * 60
    if begins >= day and ends >= day:
        return None
    begins %= day
    if (
        not has_half1
        and has_half2
        and begins <= half
        and ends <= day
        and begins + half < ends
        and begins < _EARLIEST_BARE * 60
    ):
        begins += half  # "2 - 10pm"
    if not has_half1 and not has_half2 and not found[2] and begins < ends <= half and begins < _EARLIEST_BARE * 60:
        return Window(begins + half, ends + half, found.start(), found.end())  # "2-10"
    if not has_half2 and ends <= half and ends <= begins and begins + 60 < ends + half and not found[5].startswith("0"):
        ends += half  # "9 - 5"
    if ends <= begins:
        ends += day
    return Window(begins, ends, found.start(), found.end()) if ends - begins < day else None


def _minutes(hour: str | None, minutes: str | None, half: str | None, name: str | None) -> int | None:
    if name:
        return _LATEST * 60 if name.lower().startswith("midn") or name.lower().startswith("mid-n") else _NOON * 60
    h, m = int(hour or 0), int(minutes or 0)
    if h > _LATEST or m > 59:
        return None
    word = (half or "").lower().replace(".", "").replace("-", "")
    if word.startswith("midnight"):
        return _LATEST * 60
    if word == "am" and h == _NOON:
        h = 0
    if word == "pm" and h < _NOON:
        h += _NOON
    return h * 60 + m
