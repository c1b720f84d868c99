"""Shifts as a week of half-hours.

A week is 336 half-hours awake and the same 336 asleep: who can work a night awake can also sleep in, but not the
other way round. A set of half-hours is one Python integer, bit ``day * 48 + slot`` (Monday 00:00 is bit 0), with the
sleeping layer 336 bits above.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from matcher.errors import RowError
from matcher.packaged import read_table

__all__ = [
    "DAYS",
    "N_WEEK_BITS",
    "SLOTS_PER_DAY",
    "Shift",
    "format_shifts",
    "parse_shifts",
    "say_shifts",
    "shift_labels",
    "week_mask",
]

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SLOTS_PER_DAY = 48
_N_SLOTS = 7 * SLOTS_PER_DAY
N_WEEK_BITS = 2 * _N_SLOTS
_AWAKE = (1 << _N_SLOTS) - 1

_DAY_WORDS = {
    "daily": "mon-sun",
    "every day": "mon-sun",
    "any day": "mon-sun",
    "weekdays": "mon-fri",
    "weekday": "mon-fri",
    "weekends": "sat-sun",
    "weekend": "sat-sun",
}
_DAY_FORMS = (
    {form: i for i, day in enumerate(DAYS) for form in (day, f"{day}s")}
    | {
        form: i
        for i, full in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
        for form in (full, f"{full}s")
    }
    | {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
)
_WINDOW = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(?:-|to)\s*(\d{1,2})(?:[:.](\d{2}))?$")
_REMEDY = "write days and a window or its name, such as 'mon-fri early; sat-sun 14:00-22:00'"


@dataclass(frozen=True, slots=True, order=True)
class Shift:
    """One stretch of work or availability that starts on one day.

    Attributes
    ----------
    day : int
        0 (Monday) to 6 (Sunday), the day it starts.
    start, n_slots : int
        First half-hour of the day (0 to 47) and length in half-hours (1 to 48); may run past midnight.
    name : str
        The name it was given by (``early``), or empty.
    asleep : bool
        A sleep-in.
    """

    day: int
    start: int
    n_slots: int
    name: str = ""
    asleep: bool = False

    @property
    def mask(self) -> int:
        """The half-hours this shift needs, as bits of a week (both layers where worked awake)."""
        first = self.day * SLOTS_PER_DAY + self.start
        run = ((1 << self.n_slots) - 1) << first
        layer = run & _AWAKE | run >> _N_SLOTS  # what runs past Sunday midnight is Monday's
        return layer << _N_SLOTS if self.asleep else layer | layer << _N_SLOTS

    @property
    def hours(self) -> float:
        """Length in hours."""
        return self.n_slots / 2

    @property
    def window(self) -> str:
        """The name, or the hours as ``14:00-22:00``, with ``asleep`` for a sleep-in of its own hours."""
        hours = f"{_clock(self.start)}-{_clock((self.start + self.n_slots) % SLOTS_PER_DAY)}"
        return self.name or (f"{hours} asleep" if self.asleep else hours)

    def __str__(self) -> str:
        return f"{DAYS[self.day]} {self.window}"


def week_mask(shifts: Iterable[Shift]) -> int:
    """Union of the half-hours of several shifts."""
    mask = 0
    for shift in shifts:
        mask |= shift.mask
    return mask


@cache
def _windows() -> dict[str, tuple[int, int, bool, str]]:
    """Shift names with first half-hour, length, sleeping or not, and the plural said aloud."""
    table = {}
    for row in read_table("shifts", "windows.csv"):
        start, length = _span(_WINDOW.match(f"{row['start']}-{row['end']}"), outward=True)
        table[row["name"]] = (start, length, row["asleep"] == "yes", row["label"])
    return table


def shift_labels() -> dict[str, str]:
    """Shift names with the words said aloud, such as ``{"waking_night": "waking nights"}``."""
    return {name: label for name, (_, _, _, label) in _windows().items()}


def parse_shifts(text: str, *, outward: bool = False) -> tuple[Shift, ...]:
    """Read ``mon-fri early; sat-sun 14:00-22:00`` into shifts, sorted and without repeats.

    Days left out mean the whole week; a window left out means the whole day. Times off the half-hour are drawn in
    (what a person can do) or, with `outward`, drawn out (what a rota needs).

    Raises
    ------
    RowError
        A day or window that cannot be read.
    """
    return _parsed(text, outward=outward)


# Thousands of records share a few dozen ways of writing their week.
@lru_cache(maxsize=4096)
def _parsed(text: str, *, outward: bool) -> tuple[Shift, ...]:
    shifts: set[Shift] = set()
    for item in text.split(";"):
        if item.strip():
            shifts.update(_parse_item(item.strip(), outward=outward))
    return tuple(sorted(shifts))


def format_shifts(shifts: Iterable[Shift]) -> str:
    """The shortest text that `parse_shifts` reads back to the same shifts."""
    days_of: dict[str, list[int]] = {}
    for shift in sorted(shifts):
        days_of.setdefault(shift.window, []).append(shift.day)
    return "; ".join(f"{_format_days(days)} {window}" for window, days in days_of.items())


def say_shifts(shifts: Iterable[Shift]) -> str:
    """Shifts in words to be read aloud: ``mon-fri early shifts; sat-sun 14:00-22:00``."""
    text = format_shifts(shifts)
    for name, label in shift_labels().items():
        text = text.replace(f" {name}", f" {label}")
    return text


def _parse_item(item: str, *, outward: bool) -> list[Shift]:
    words = item.lower().replace("–", "-").strip()
    days, rest = _split_days(words, item)
    start, n_slots, name, asleep = _parse_window(rest, item, outward=outward)
    return [Shift(day, start, n_slots, name, asleep) for day in days]


def _split_days(words: str, item: str) -> tuple[list[int], str]:
    for phrase, days in _DAY_WORDS.items():
        if words == phrase or words.startswith(f"{phrase} "):
            words = days + words[len(phrase) :]
    head = re.match(r"[a-z]+(?:\s*[-,]\s*[a-z]+)*(?=\s|$)", words)
    if head is None or re.split(r"[-,]", head.group())[0].strip() not in _DAY_FORMS:
        return list(range(7)), words
    days_found: list[int] = []
    for part in re.split(r"\s*,\s*", head.group()):
        days_found += _day_range(part, item)
    return days_found, words[head.end() :].strip()


def _day_range(part: str, item: str) -> list[int]:
    ends = [_DAY_FORMS.get(name.strip()) for name in part.split("-")]
    if len(ends) > 2 or None in ends:
        raise RowError(f"'{item}': '{part}' is not a day or a stretch of days; {_REMEDY}.")
    first, last = ends[0], ends[-1]
    assert first is not None  # noqa: S101 - None was refused above
    assert last is not None  # noqa: S101 - as above
    return [(first + step) % 7 for step in range((last - first) % 7 + 1)]


def _parse_window(rest: str, item: str, *, outward: bool) -> tuple[int, int, str, bool]:
    if rest in {"", "any", "any time", "all day", "anytime"}:
        return 0, SLOTS_PER_DAY, "", False
    name = re.sub(r"[\s-]+", "_", rest)
    for form in (name, name.removesuffix("s"), f"{name}s"):
        if form in _windows():
            start, n_slots, asleep, _ = _windows()[form]
            return start, n_slots, form, asleep
    hours = rest.removesuffix(" asleep")
    found = _WINDOW.match(hours)
    if found is None:
        raise RowError(f"'{item}': '{rest}' is neither hours nor one of {', '.join(_windows())}; {_REMEDY}.")
    start, n_slots = _span(found, outward=outward)
    if n_slots < 1:
        raise RowError(f"'{item}' is shorter than half an hour; {_REMEDY}.")
    return start, n_slots, "", hours != rest


def _span(found: re.Match[str] | None, *, outward: bool) -> tuple[int, int]:
    """First half-hour and length of a window; an end at or before the start is the next day."""
    assert found is not None  # noqa: S101 - the callers matched it
    h1, m1, h2, m2 = (int(part or 0) for part in found.groups())
    if h1 > 24 or h2 > 24 or m1 > 59 or m2 > 59:
        raise RowError(f"'{found.group()}' is not a time of day; write hours as 14:00-22:00.")
    start, end = h1 * 60 + m1, h2 * 60 + m2
    if end <= start and found.group(2) is None and found.group(4) is None and h1 <= 12 and h2 <= 12:
        raise RowError(f"'{found.group()}' may mean the day or the night: write hours as 09:00-17:00.")
    end += 24 * 60 if end <= start else 0
    first, last = (start // 30, -(-end // 30)) if outward else (-(-start // 30), end // 30)
    return first % SLOTS_PER_DAY, min(last - first, SLOTS_PER_DAY)


def _clock(slot: int) -> str:
    return f"{slot // 2:02d}:{slot % 2 * 30:02d}"


def _format_days(days: list[int]) -> str:
    runs: list[list[int]] = []
    for day in sorted(days):
        if runs and day == runs[-1][-1] + 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return ",".join(DAYS[r[0]] if len(r) == 1 else f"{DAYS[r[0]]}-{DAYS[r[-1]]}" for r in runs)
