"""Looking up again where stored candidates, vacancies and courses are."""

import sqlalchemy as sa
from sqlalchemy.orm import Session

from matcher.domain import PlaceKind, PlacePrecision
from matcher.errors import PlaceError
from matcher.geography import Gazetteer
from matcher.store.records import place_values
from matcher.store.tables import CandidateRow, CourseRow, VacancyRow

__all__ = ["refresh_places"]

_Placed = CandidateRow | VacancyRow | CourseRow


def refresh_places(session: Session, gazetteer: Gazetteer) -> int:
    """Look up every postcode again (a point given by coordinates stays); how many places changed.

    What cannot be found keeps the place it had.
    """
    kinds: tuple[type[_Placed], ...] = (CandidateRow, VacancyRow, CourseRow)
    return sum(_refresh(row, gazetteer) for row_type in kinds for row in _found(session, row_type))


def _found(session: Session, row_type: type[_Placed]) -> sa.ScalarResult[_Placed]:
    rows = sa.select(row_type).where(row_type.postcode.is_not(None))
    if row_type is VacancyRow:
        is_round = sa.and_(VacancyRow.area.is_not(None), VacancyRow.place_kind == PlaceKind.ROUND.value)
        rows = rows.where(sa.not_(sa.func.coalesce(is_round, sa.false())))  # a round is its area, not its office
    return session.scalars(rows.where(row_type.place_precision.is_distinct_from(PlacePrecision.POINT.value)))


def _refresh(row: _Placed, gazetteer: Gazetteer) -> bool:
    try:
        values = place_values(gazetteer.locate(str(row.postcode)))
    except PlaceError:
        return False
    changed = {name: value for name, value in values.items() if getattr(row, name) != value}
    for name, value in changed.items():
        setattr(row, name, value)
    return bool(changed)
