"""Rows read in chunks, column by column, as the driver gives them."""

from collections.abc import Iterator, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from matcher.store.tables import CandidateRow, VacancyRow

__all__ = ["Chunk", "count_rows", "read_chunks"]

Chunk = dict[str, list[Any]]
"""Some columns of some rows, by name; lists are JSON text."""

_CHUNK = 8_192
"""Judgement: enough that what is done once a chunk does not count, and few enough to take ten or twenty MB. No more
than the 32,766 values that SQLite takes in one statement."""


def read_chunks(
    session: Session, row_type: type[CandidateRow | VacancyRow], names: Sequence[str], ids: Sequence[str] | None
) -> Iterator[Chunk]:
    """Columns of all rows by id, or of those with some ids, in their order, the missing left out.

    The first column is `id`; no chunk is without rows.
    """
    rows = sa.select(*(_plain(row_type.__table__.c[name]) for name in names))
    for part in _all(session, rows, row_type.__table__.c.id) if ids is None else _some(session, rows, row_type, ids):
        if part:
            yield dict(zip(names, map(list, zip(*part, strict=True)), strict=True))


def count_rows(session: Session, row_type: type[CandidateRow | VacancyRow], ids: Sequence[str] | None) -> int:
    """How many rows there will be, as far as can be known before."""
    if ids is not None:
        return len(ids)
    return session.scalar(sa.select(sa.func.count()).select_from(row_type)) or 0


def _plain(column: sa.ColumnElement[Any]) -> sa.ColumnElement[Any]:
    """A column that nothing unpacks row by row: what it says is read once for each thing it says."""
    return sa.cast(column, sa.Text) if isinstance(column.type, sa.JSON) else sa.type_coerce(column, sa.types.NullType())


def _all(session: Session, rows: sa.Select[Any], key: sa.ColumnElement[str]) -> Iterator[Sequence[Any]]:
    # The connection, not the session: what is read is no object, and the session's own rows cost as much again.
    found = session.connection().execute(rows.order_by(key), execution_options={"yield_per": _CHUNK})
    return found.partitions()


def _some(
    session: Session, rows: sa.Select[Any], row_type: type[CandidateRow | VacancyRow], ids: Sequence[str]
) -> Iterator[Sequence[Any]]:
    for start in range(0, len(ids), _CHUNK):
        wanted = ids[start : start + _CHUNK]
        found = session.connection().execute(rows.where(row_type.__table__.c.id.in_(wanted)))
        by_id = {row[0]: row for row in found}
        yield [by_id[name] for name in wanted if name in by_id]
