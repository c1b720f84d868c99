"""The shifts of a post as days and hours of a week, where an advert states them."""

import re
from collections.abc import Sequence

from matcher.domain.week import DAYS, Shift, parse_shifts
from matcher.errors import RowError
from matcher.text.adverts.readings import Reading, read_at
from matcher.text.adverts.sections import Placed
from matcher.text.adverts.terms.clocks import Window, find_windows, read_days
from matcher.text.adverts.terms.shifts import speaks_of_the_post, without_denied

__all__ = ["read_week"]

_MIDNIGHT = 24 * 60
_SLEPT = re.compile(r"\bsleep[\s-]?(?:ins?|overs?)\b|\bsleeping[\s-]?(?:in\b|nights?\b|duties|shifts?)", re.IGNORECASE)
_WEEKEND = (5, 6)
_WEEKENDS_TOO = re.compile(
    r"(?:\b(?:includ\w*|inc|alternate|every other|some|one in \w+|plus|and|with|over)"
    r"|[,/&])\s+(?:[\w-]+ ){0,2}week[\s-]?ends?\b",
    re.IGNORECASE,
)
_ALL_OF = re.compile(
    r"\brota|\brotat|\bcombination\b|\bmix(?:ture)?\b|\brange of\b|\binvolves?\b|\bmust be able\b"
    r"|\bpattern\b|\bincluding\b|\ball shifts\b",
    re.IGNORECASE,
)
_ANY_OF = re.compile(
    r"\bavailable\b|\bchoice\b|\bchoose\b|\bflexib|\boptions?\b|\beither\b|\bor\b|\bbank\b|\bto suit\b"
    r"|\bvacancies\b|\bpart[\s-]time\b",
    re.IGNORECASE,
)
_NAMES = (
    (r"\bearl(?:y|ies)\b", "early"),
    (r"\blate(?:s|\s+shifts?)\b", "late"),
    (r"\bevenings?\b|\btwilights?\b", "evening"),
    (r"\bsleep[\s-]?ins?\b|\bsleep[\s-]?overs?\b", "sleep_in"),
    (r"\b(?:waking[\s-])?nights?\b", "waking_night"),
    (r"\boffice hours\b|\bday shifts?\b", "day"),
)


def read_week(
    placed: Sequence[Placed],
) -> tuple[Reading[tuple[Shift, ...]] | None, Reading[tuple[Shift, ...]] | None]:
    """Shifts of which any will do, and shifts of which all are needed, as far as days and hours are stated.

    One stretch of days and hours ("Monday to Friday, 9am to 5pm"), and several that a rota holds together, are all
    needed; several that are on offer are a choice, and so are hours of which no day is said.
    """
    stated = [
        (item, shifts)
        for item in placed
        if speaks_of_the_post(item) and (shifts := _shifts_of(without_denied(item.sentence.text)))
    ]
    if not stated:
        return None, None
    words = " ".join(item.sentence.text for item, _ in stated)
    merged = tuple(sorted({shift for _, shifts in stated for shift in shifts}))
    reading = read_at(merged, stated[0][0].sentence)
    windows = {(shift.start, shift.n_slots, shift.asleep) for shift in merged}
    is_one_stretch = len(windows) == 1 and any(read_days(item.sentence.text) for item, _ in stated)
    is_needed = (is_one_stretch or _ALL_OF.search(words)) and not _ANY_OF.search(words)
    return (None, reading) if is_needed else (reading, None)


def _shifts_of(text: str) -> tuple[Shift, ...]:
    days, windows = read_days(text), find_windows(text)
    if days == _WEEKEND and _WEEKENDS_TOO.search(text):
        days = ()  # "including weekends" is every day
    names = [name for words, name in _NAMES if days and re.search(words, text, re.IGNORECASE)]
    spans = [f"{window}{' asleep' if _is_asleep(window, text) else ''}" for window in windows] or names
    shifts: set[Shift] = set()
    for span in spans:
        try:
            shifts.update(parse_shifts(f"{_said(days)} {span}", outward=True))
        except RowError:
            continue
    return tuple(sorted(shifts))


def _is_asleep(window: Window, text: str) -> bool:
    near = text[max(0, window.start - 40) : window.end + 20]
    return window.ends > _MIDNIGHT and bool(_SLEPT.search(near))


def _said(days: tuple[int, ...]) -> str:
    return ",".join(DAYS[day] for day in days) if days else "mon-sun"
