"""Rows on their way to the store: read one by one, landed in chunks, the bad ones handed back."""

import gc
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TypeVar

from matcher.errors import InputError, RowError
from matcher.importers.columnwise import Columnwise
from matcher.importers.remembered import Values
from matcher.importers.row_blocks import Block
from matcher.importers.summary import Tally
from matcher.importers.tables import Table
from matcher.store import Counts

__all__ = ["CHUNK_ROWS", "land_blocks", "land_rows", "note_columns", "takes_rows"]

Row = TypeVar("Row")
Record = TypeVar("Record")

CHUNK_ROWS = 1_000
_MOST_SHOWN = 12
# Judgement: about the objects of one block, so that no garbage outlives a few of them.
_N_BETWEEN_COLLECTIONS = 100_000


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


def takes_rows(store: object) -> bool:
    """Whether a store takes rows that are ready for the database.

    One that passes calls on to another store, and has more to do with a record, says so by not having the call itself.
    """
    return hasattr(type(store), "upsert_candidate_rows")


def land_blocks(
    table: Table,
    columnwise: Columnwise,
    read: Callable[[Mapping[str, str]], Values],
    land: Callable[[Sequence[Values]], Counts],
    tally: Tally,
    closed: Collection[str] = (),
) -> None:
    """Do as `land_rows` does, a block at a time: most rows column by column, the odd ones with `read`.

    Parameters
    ----------
    columnwise : Columnwise
        Reads the blocks of `table`.
    read : callable
        A row to the columns that it fills; raises `InputError` for a row that cannot be used.
    land : callable
        Stores the rows of a block and counts what became of them.
    """
    first_seen: dict[str, int] = {}
    with _seldom_collecting():
        for block in table.blocks():
            kept = []
            for place, ready in enumerate(columnwise.read(table.keys, block)):
                number = block.first + place
                try:
                    values = ready or _by_itself(table, block, place, read)
                    if values is not None:
                        _refuse_repeat(values["id"], number, first_seen)
                        _refuse_closed(values["id"], closed)
                        kept.append(values)
                except InputError as error:
                    tally.reject(number, str(error), table.as_sent(table.row_of(block, place) or {}))
            if kept:
                tally.land(land(kept))


@contextmanager
def _seldom_collecting() -> Iterator[None]:
    """Look for cycles among objects seldom: rows hold none, and looking after every 700 takes a sixth of the time."""
    usual = gc.get_threshold()
    gc.set_threshold(_N_BETWEEN_COLLECTIONS, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _by_itself(table: Table, block: Block, place: int, read: Callable[[Mapping[str, str]], Values]) -> Values | None:
    """What a row fills, read as it stands; None where it is blank, or has been given back as it cannot be read."""
    row = table.row_of(block, place)
    return None if row is None else read(row)


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
