"""Cells of a spreadsheet read into values: each once, refused with the value and the remedy.

A reader takes the text of one cell and answers its value, or raises `RowError` with the remedy alone; `read_fields`
puts the column and the value in front, and gathers everything wrong with a row into one line.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from matcher.errors import InputError, PlaceError, RowError

__all__ = [
    "MONTHS",
    "NOTHING",
    "build",
    "is_blank",
    "read_date",
    "read_duration_months",
    "read_fields",
    "read_hours",
    "read_identifier",
    "read_minutes",
    "read_names",
    "read_start_date",
    "read_text",
    "read_web_address",
    "read_whole_number",
    "shown",
]

Reader = Callable[[str], Any]

_BLANKS = frozenset({"", "-", "–", "—", "?", "n/a", "na", "nan", "null", "tbc", "unknown", "not known", "don't know"})
_LONGEST_BLANK = max(map(len, _BLANKS))
NOTHING = frozenset({"none", "nil", "no", "nothing"})
MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
         "sep sept september", "oct october", "nov november", "dec december"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_NUMBER = r"(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
_UK_DATE = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d{2})(?:[ T].*)?")
_WRITTEN_DATE = re.compile(r"(?:[a-z]+,? )?(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]+),?[ -](\d{4})", re.IGNORECASE)
_DATE_REMEDY = "write the date as 14/12/2026 or 2026-12-14."
_MAX_SHOWN = 60
# Judgement: nothing that is counted here (months, minutes, hours, positions) comes near.
_MOST = 1e9
_BOUNDS = {
    "ge": "cannot be less than",
    "gt": "has to be more than",
    "le": "cannot be more than",
    "lt": "has to be less than",
    "max_length": "cannot be longer (in letters) than",
}


def read_fields(row: Mapping[str, str], readers: Mapping[str, Reader]) -> dict[str, Any]:
    """Read the cells of a row that have a reader and are not blank.

    Raises
    ------
    RowError
        One line with every fault of the row, each naming its column and value; `field` is the first of them.
    """
    values: dict[str, Any] = {}
    faults: list[str] = []
    first = ""
    for name, reader in readers.items():
        given = row.get(name)
        if not given or is_blank(given):
            continue
        text = given.strip()
        try:
            values[name] = reader(text)
        except InputError as error:
            first = first or name
            faults.append(_named(name, text, error))
    if faults:
        raise RowError(" ".join(faults), field=first)
    return values


def _named(name: str, text: str, error: InputError) -> str:
    """The column and the value in front of a remedy, unless it names the value itself."""
    if isinstance(error, PlaceError) or f"'{text}'" in str(error):
        return f"{name}: {error}"
    return f"{name} '{shown(text)}': {error}"


def build(record: type[BaseModel], values: Mapping[str, Any]) -> Any:
    """A record from read values; what cannot be true together becomes one line.

    Raises
    ------
    RowError
        The record's own checks refuse the values.
    """
    try:
        return record(**values)
    except ValidationError as error:
        faults = [_fault(detail) for detail in error.errors()]
        raise RowError(" ".join(faults), field=str(next(iter(error.errors()[0]["loc"]), ""))) from error


def _fault(detail: ErrorDetails) -> str:
    """One fault that a record found, in words."""
    sentence, location = detail["msg"].removeprefix("Value error, "), detail["loc"]
    if not location or sentence.startswith(str(location[0])):
        return sentence
    for bound, words in _BOUNDS.items():
        if bound in detail.get("ctx", {}):
            sentence = f"this {words} {detail['ctx'][bound]}; correct it or leave it blank."
    return f"{location[0]} '{shown(str(detail['input']))}': {sentence}"


def shown(text: str) -> str:
    """A value short enough for a message."""
    text = " ".join(text.split())
    return text if len(text) <= _MAX_SHOWN else f"{text[:_MAX_SHOWN]}…"


def is_blank(text: str) -> bool:
    """Whether a cell says nothing: empty, or one of the marks people leave for it."""
    text = text.strip()
    return len(text) <= _LONGEST_BLANK and text.casefold() in _BLANKS


def read_identifier(row: Mapping[str, str]) -> str:
    """The id of a row.

    Raises
    ------
    RowError
        It is blank.
    """
    identifier = row.get("id", "").strip()
    if not identifier:
        raise RowError("id is blank: give the row an id of its own, such as the reference you use for it.", field="id")
    return identifier


def read_text(text: str) -> str:
    """Text as it stands."""
    return text.strip()


def read_names(text: str) -> tuple[str, ...]:
    """Names separated by semicolons or line ends; ``none`` is known to be none."""
    if text.strip().casefold() in NOTHING:
        return ()
    names = (" ".join(name.split()) for name in re.split(r"[;\n]", text))
    return tuple(dict.fromkeys(name for name in names if name))


def read_date(text: str) -> date:
    """A date written ``2026-09-14``, ``14/09/2026`` or ``14 September 2026``; a time behind it is left off."""
    try:
        return datetime.fromisoformat(text.strip()).date()
    except ValueError:
        pass
    found, written = _UK_DATE.fullmatch(text.strip()), _WRITTEN_DATE.fullmatch(text.strip())
    if found:
        day, month, year = (int(part) for part in found.groups())
        return _date(year + 2000 if year < 100 else year, month, day)
    if written and written[2].lower() in MONTHS:
        return _date(int(written[3]), MONTHS[written[2].lower()], int(written[1]))
    raise RowError(_DATE_REMEDY)


def _date(year: int, month: int, day: int) -> date:
    if month > 12 >= day:
        raise RowError(f"there is no month {month}; the day comes first, so write {month:02d}/{day:02d}/{year}.")
    try:
        return date(year, month, day)
    except ValueError as error:
        raise RowError(f"there is no such day; {_DATE_REMEDY}") from error


def read_start_date(text: str) -> date | None:
    """A date; ``now`` and its like are None: nothing has to be waited for."""
    if text.strip().casefold() in {"now", "asap", "immediately", "immediate", "straight away", "any time", "anytime"}:
        return None
    return read_date(text)


def read_whole_number(text: str) -> int:
    """A whole number, with or without thousands commas."""
    found = re.fullmatch(rf"{_NUMBER}\+?", text.strip())
    if found is None or not _number(found[1]).is_integer():
        raise RowError("write a whole number, such as 2, or leave it blank.")
    return int(_number(found[1]))


def read_duration_months(text: str) -> int:
    """Months of experience: ``18``, ``18 months``, ``1.5 years``, ``2 years 6 months``, ``none``."""
    words = text.strip().casefold()
    if words in NOTHING:
        return 0
    years = re.match(rf"{_NUMBER}\s*(?:years?|yrs?|y)\b", words)
    rest = words[years.end() :].strip(" ,and") if years else words
    months = re.fullmatch(rf"{_NUMBER}\s*(?:months?|mths?|mos?|m)?", rest)
    if (not years and not months) or (rest and not months):
        raise RowError("write the number of months, such as 18, or leave it blank.")
    return round((12 * _number(years[1]) if years else 0) + (_number(months[1]) if months else 0))


def read_minutes(text: str) -> int:
    """Minutes: ``45``, ``45 mins``, ``1 hour``, ``1 hour 15 minutes``."""
    words = text.strip().casefold()
    hours = re.match(rf"{_NUMBER}\s*(?:hours?|hrs?|h)\b", words)
    rest = words[hours.end() :].strip(" ,and") if hours else words
    minutes = re.fullmatch(rf"{_NUMBER}\s*(?:minutes?|mins?|m)?", rest)
    if (not hours and not minutes) or (rest and not minutes):
        raise RowError("write the number of minutes, such as 45, or leave it blank.")
    return round((60 * _number(hours[1]) if hours else 0) + (_number(minutes[1]) if minutes else 0))


def read_hours(text: str) -> float:
    """Hours a week: ``37.5``, ``37.5 hours``, ``16 hrs a week``."""
    found = re.fullmatch(
        rf"{_NUMBER}\s*(?:hours?|hrs?|h)?\s*(?:(?:per|a|/|p/?)\s*(?:week|wk|w))?", text.strip().casefold()
    )
    if found is None:
        raise RowError("write one number of hours a week, such as 37.5; a range goes into hours_min and hours_max.")
    return _number(found[1])


def read_web_address(text: str) -> str:
    """A web address that a page may link to."""
    address = text.strip()
    if re.match(r"www\.", address, re.IGNORECASE):
        address = f"https://{address}"
    if not re.fullmatch(r"https?://[^\s/]+\.[^\s]+", address, re.IGNORECASE):
        raise RowError("write a web address that begins with https://; an e-mail or a phone number goes into contact.")
    return address


def _number(text: str) -> float:
    number = float(text.replace(",", ""))
    if number >= _MOST:
        raise RowError("this number is too large to be true: correct it or leave it blank.")
    return number
