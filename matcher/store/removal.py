"""Taking records out, with whatever hangs on them."""

from collections.abc import Collection, Mapping

import sqlalchemy as sa
from sqlalchemy.orm import Session

from matcher.store.record_changes import Kind, note
from matcher.store.tables import Base, CandidateRow, ProviderRow, ReferralRow, VacancyRow

__all__ = ["remove"]

_BATCH = 1_000
_NOTED: Mapping[type[Base], Kind] = {CandidateRow: "candidate", VacancyRow: "vacancy"}


def remove(
    session: Session, candidates: Collection[str], vacancies: Collection[str], providers: Collection[str]
) -> int:
    """Take out candidates, vacancies and providers by id; how many there were."""
    _delete(session, ReferralRow, "candidate_id", candidates)
    _delete(session, ReferralRow, "vacancy_id", vacancies)
    kinds: tuple[tuple[type[Base], Collection[str]], ...] = (
        (CandidateRow, candidates),
        (VacancyRow, vacancies),
        (ProviderRow, providers),
    )
    return sum(_delete(session, row_type, "id", ids) for row_type, ids in kinds)


def _delete(session: Session, row_type: type[Base], name: str, ids: Collection[str]) -> int:
    """People, short lists and outcomes go with their candidate by the database's own rule."""
    wanted, column, n_deleted = sorted(ids), getattr(row_type, name), 0
    for start in range(0, len(wanted), _BATCH):
        found = column.in_(wanted[start : start + _BATCH])
        stored = session.scalars(sa.select(column).where(found)).all()
        n_deleted += len(stored)
        if row_type in _NOTED:
            note(session, _NOTED[row_type], stored)
        session.execute(sa.delete(row_type).where(found))
    return n_deleted
