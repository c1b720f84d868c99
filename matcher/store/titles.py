"""A classification of job titles (O*NET), where a deployment wants it."""

import sqlalchemy as sa
from sqlalchemy.orm import Session

from matcher.store.counts import Counts
from matcher.store.tables import TitledOccupationRow
from matcher.store.upserts import Values, merge
from matcher.taxonomy.titles import TitledOccupation, TitleTables

__all__ = ["titles", "upsert_titles"]


def upsert_titles(session: Session, tables: TitleTables) -> Counts:
    """Store occupations; what comes of one replaces what is stored, unless it is blank."""
    return Counts.of(merge(session, TitledOccupationRow, [_values(occupation) for occupation in tables.occupations]))


def titles(session: Session) -> TitleTables | None:
    """The occupations by code as they were imported; None where none were."""
    rows = session.scalars(sa.select(TitledOccupationRow).order_by(TitledOccupationRow.code))
    found = tuple(
        TitledOccupation(
            row.code,
            row.title,
            row.description,
            tuple(row.alternate_titles),
            tuple(row.tasks),
            tuple(row.knowledge.items()),
        )
        for row in rows
    )
    return TitleTables(found) if found else None


def _values(occupation: TitledOccupation) -> Values:
    return {
        "code": occupation.code,
        "title": occupation.title,
        "description": occupation.description,
        "alternate_titles": list(occupation.alternate_titles),
        "tasks": list(occupation.tasks),
        "knowledge": dict(occupation.knowledge),
    }
