"""Saved mappings of our columns to those of somebody's spreadsheet."""

from collections.abc import Mapping

import sqlalchemy as sa
from sqlalchemy.orm import Session

from matcher.store.reading import not_found
from matcher.store.tables import MappingRow

__all__ = ["mapping", "mappings", "save_mapping"]


def save_mapping(session: Session, name: str, kind: str, columns: Mapping[str, str]) -> None:
    """Keep a mapping under a name; the same name again replaces it."""
    session.merge(MappingRow(name=name, kind=kind, columns=dict(columns)))


def mapping(session: Session, name: str) -> dict[str, str]:
    """The columns of a saved mapping: ours to theirs.

    Raises
    ------
    NotFoundError
        No mapping of that name.
    """
    row = session.get(MappingRow, name)
    if row is None:
        raise not_found(name, session.scalars(sa.select(MappingRow.name)), "column mapping")
    return row.columns


def mappings(session: Session, kind: str) -> dict[str, dict[str, str]]:
    """Saved mappings of one kind of file, by name."""
    rows = session.scalars(sa.select(MappingRow).filter_by(kind=kind).order_by(MappingRow.name))
    return {row.name: row.columns for row in rows}
