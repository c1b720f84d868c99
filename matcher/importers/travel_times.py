"""Travel times that a programme has measured: from postcode sector to postcode sector, by a way of travel.

A direction counts for itself alone: how long it is from LS9 7 to LS10 1 says nothing about the way back. A full
postcode is read as its sector; a district is refused, because its ends lie too far apart for one measured time.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from pathlib import Path

import pandas as pd

from matcher.errors import FileError, InputError, RowError
from matcher.geography import Gazetteer, parse_postcode, place_sector
from matcher.importers.column_names import SYNONYMS
from matcher.importers.fields import is_blank, read_fields
from matcher.importers.landing import note_columns
from matcher.importers.summary import ImportContext, ImportSummary, Tally
from matcher.importers.tables import Table, open_table
from matcher.importers.words import read_travel_mode
from matcher.likeness.normalise import normalise

__all__ = ["FORMATS", "TRAVEL_TIME_COLUMNS", "import_travel_times"]

FORMATS = ("csv",)
TRAVEL_TIME_COLUMNS = ("origin_sector", "destination_sector", "mode", "minutes")
_STORED = ("origin", "destination", "mode", "minutes")
_CHUNK_ROWS = 50_000
_MINUTES = re.compile(r"(\d{1,5}(?:\.\d+)?)\s*(?:minutes?|mins?|m)?", re.IGNORECASE)
# Judgement: nobody travels a day to work, so a larger number is not minutes.
_MOST_MINUTES = 1440.0

Readers = Mapping[str, Callable[[str], object]]
Journey = tuple[object, ...]


def import_travel_times(path: Path, context: ImportContext) -> ImportSummary:
    """Import measured minutes from door to door; a journey stored already takes the new minutes.

    Raises
    ------
    FileError
        The file cannot be read, or has no column for one of `TRAVEL_TIME_COLUMNS`.
    """
    if context.format not in {*FORMATS, "auto"}:
        raise FileError(f"'{context.format}' is no format of travel times: choose {FORMATS[0]}, or auto.")
    with Tally("travel-times", context) as tally:
        tally.format = FORMATS[0]
        chunk: list[Journey] = []
        for journey in _read(_open(path, context, tally), _readers(context.gazetteer), tally):
            chunk.append(journey)
            if len(chunk) >= _CHUNK_ROWS:
                _land(chunk, context, tally)
                chunk = []
        _land(chunk, context, tally)
        return tally.summary()


def _land(chunk: Sequence[Journey], context: ImportContext, tally: Tally) -> None:
    tally.land(context.store.upsert_travel_times(pd.DataFrame(chunk, columns=list(_STORED))))


def _open(path: Path, context: ImportContext, tally: Tally) -> Table:
    """The file with its columns found: those that were mapped, ours, and those that are called as people call them."""
    opened = partial(open_table, path, known=TRAVEL_TIME_COLUMNS)
    found = _find_columns(opened(required=set(), columns=context.columns), context.columns)
    for ours, theirs in found.items():
        tally.note(f"The column '{theirs}' was read as {ours}.")
    columns = {**found, **context.columns}
    table = opened(required=set(TRAVEL_TIME_COLUMNS), columns=columns, reject=tally.reject)
    note_columns(tally, table.unknown_columns)
    return table


def _find_columns(table: Table, mapped: Mapping[str, str]) -> dict[str, str]:
    """Our columns that the file has under another usual name, the first that fits."""
    found: dict[str, str] = {}
    for theirs in table.unknown_columns:
        for ours, names in SYNONYMS["travel-times"].items():
            is_free = ours not in found and ours not in table.keys and ours not in mapped
            if is_free and normalise(theirs.replace("_", " ")) in names:
                found[ours] = theirs
    return found


def _read(table: Table, readers: Readers, tally: Tally) -> Iterator[Journey]:
    """Origin, destination, mode and minutes of every good row; of rows about one journey the first."""
    seen: set[Journey] = set()
    for number, row in table:
        try:
            journey = _journey(row, readers)
            if journey[:-1] in seen:
                raise RowError("This journey is in the file already, further up; the first one was kept.")
        except InputError as error:
            tally.reject(number, str(error), table.as_sent(row))
            continue
        seen.add(journey[:-1])
        yield journey


def _journey(row: Mapping[str, str], readers: Readers) -> Journey:
    blank = [name for name in TRAVEL_TIME_COLUMNS if is_blank(row.get(name, ""))]
    if blank:
        raise RowError(f"{blank[0]} is blank: fill it in, or leave the row out.", field=blank[0])
    values = read_fields(row, readers)
    return tuple(values[name] for name in TRAVEL_TIME_COLUMNS)


def _readers(gazetteer: Gazetteer) -> Readers:
    """What reads the cells; sectors and ways of travel come again and again, and are read once."""
    sector = lru_cache(maxsize=None)(partial(_read_sector, gazetteer))
    return {
        "origin_sector": sector,
        "destination_sector": sector,
        "mode": lru_cache(maxsize=None)(lambda text: read_travel_mode(text).value),
        "minutes": _read_minutes,
    }


def _read_sector(gazetteer: Gazetteer, text: str) -> str:
    """The sector of a postcode or of its beginning, if there is one."""
    postcode = parse_postcode(text)
    sector = place_sector(gazetteer.locate(postcode.sector or text))
    if not sector:
        raise RowError("this is not a postcode sector: write the first half and one digit more, such as LS9 7.")
    return sector


def _read_minutes(text: str) -> float:
    """Minutes, with or without decimals and the word."""
    found = _MINUTES.fullmatch(text.strip())
    if found is None:
        raise RowError("write minutes from door to door, such as 24 or 24.5.")
    minutes = float(found[1])
    if minutes > _MOST_MINUTES:
        raise RowError("this is more than a day: write minutes from door to door, such as 24.")
    return minutes
