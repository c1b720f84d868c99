"""Rows on their way to the store: read one by one, landed in chunks, the bad ones handed back."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TypeVar

from matcher.errors import InputError, RowError
from matcher.importers.summary import Tally
from matcher.store import Counts

__all__ = ["CHUNK_ROWS", "land_rows", "note_columns"]

Row = TypeVar("Row")
Record = TypeVar("Record")

CHUNK_ROWS = 1_000
_MOST_SHOWN = 12


def land_rows(
    rows: Iterable[tuple[int, Row]],
    read: Callable[[Row], tuple[str, Record]],
    land: Callable[[Sequence[Record]], Counts],
    tally: Tally,
    as_sent: Callable[[Row], Mapping[str, object]],
    closed: Collection[str] = (),
) -> None:
    """Read rows, land the good ones in chunks and reject the others; of rows with one id the first counts.

    Parameters
    ----------
    rows : iterable of (row number, row)
    read : callable
        A row to its id and record; raises `InputError` for a row that cannot be used.
    land : callable
        Stores a chunk of records and counts what became of them.
    tally : Tally
        Counts, and writes the rejects.
    as_sent : callable
        A row as the person sent it, for the file of rejects.
    closed : collection of str
        Ids that may not be changed.
    """
    first_seen: dict[str, int] = {}
    chunk: list[Record] = []
    for number, row in rows:
        try:
            identifier, record = read(row)
            _refuse_repeat(identifier, number, first_seen)
            _refuse_closed(identifier, closed)
        except InputError as error:
            tally.reject(number, str(error), as_sent(row))
            continue
        chunk.append(record)
        if len(chunk) >= CHUNK_ROWS:
            tally.land(land(chunk))
            chunk = []
    if chunk:
        tally.land(land(chunk))


def note_columns(tally: Tally, unknown: Sequence[str]) -> None:
    """Say which columns of a file were not read."""
    if unknown:
        more = f" and {len(unknown) - _MOST_SHOWN:,} more" if len(unknown) > _MOST_SHOWN else ""
        names = ", ".join(f"'{name[:40]}'" for name in unknown[:_MOST_SHOWN])
        tally.note(f"Columns not read: {names}{more}. Map them with --columns if they hold something of ours.")


def _refuse_repeat(identifier: str, number: int, first_seen: dict[str, int]) -> None:
    first = first_seen.setdefault(identifier, number)
    if first != number:
        raise RowError(
            f"id '{identifier}' is that of row {first} already: give each row an id of its own, or delete one.",
            field="id",
        )


def _refuse_closed(identifier: str, closed: Collection[str]) -> None:
    if identifier in closed:
        raise RowError(
            f"id '{identifier}' is taken, and what it names is not yours to change: give the row an id of its own.",
            field="id",
        )
