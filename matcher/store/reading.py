"""Reading rows by id, and naming those alike when one is not there."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

import sqlalchemy as sa
from rapidfuzz import process
from sqlalchemy.orm import Session

from matcher.errors import NotFoundError
from matcher.store.tables import CandidateRow, CourseRow, ProviderRow, VacancyRow

__all__ = ["not_found", "read_all", "read_ids", "read_one", "read_some"]

Row = TypeVar("Row", CandidateRow, VacancyRow, ProviderRow, CourseRow)
_N_LOOKALIKES = 3
# SQLite takes 32,766 values in one statement.
_BATCH = 1_000


def read_one(session: Session, row_type: type[Row], row_id: str, what: str) -> Row:
    """The row of an id.

    Raises
    ------
    NotFoundError
        Nothing stored has that id; names three that look like it.
    """
    row = session.get(row_type, row_id)
    if row is None:
        raise not_found(row_id, session.scalars(sa.select(row_type.id)), what)
    return row


def read_all(session: Session, row_type: type[Row]) -> Iterable[Row]:
    """All rows by id."""
    return session.scalars(sa.select(row_type).order_by(row_type.id))


def read_some(session: Session, row_type: type[Row], ids: Sequence[str]) -> Iterator[Row]:
    """The rows with some ids, in their order; those that are not stored are left out."""
    for start in range(0, len(ids), _BATCH):
        batch = ids[start : start + _BATCH]
        found = {row.id: row for row in session.scalars(sa.select(row_type).where(row_type.id.in_(batch)))}
        yield from (found[row_id] for row_id in batch if row_id in found)


def read_ids(session: Session, row_type: type[Row]) -> set[str]:
    """The ids of all rows."""
    return set(session.scalars(sa.select(row_type.id)))


def not_found(name: str, stored: Iterable[str], what: str) -> NotFoundError:
    """The error for a name that is not stored, with those that look like it."""
    known = sorted(stored)
    alike = [found for found, *_ in process.extract(name, known, limit=_N_LOOKALIKES)]
    if not known:
        return NotFoundError(f"No {what} '{name}': none is stored yet; import some or run 'carematch demo'.")
    return NotFoundError(f"No {what} '{name}' is stored; alike are {', '.join(alike)}.")
