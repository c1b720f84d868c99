"""Whom a provider set aside for a vacancy, and why."""

from dataclasses import dataclass
from datetime import UTC, datetime

import sqlalchemy as sa

from matcher.store.app_tables import ProviderShortlistRow
from matcher.store.doors import Door, in_utc
from matcher.store.reading import read_one
from matcher.store.tables import CandidateRow, VacancyRow

__all__ = ["Chosen", "ChosenPeople"]


@dataclass(frozen=True, slots=True)
class Chosen:
    """A candidate on a provider's short list; the person themselves can read the `reason`. `made_at` is UTC."""

    vacancy_id: str
    candidate_id: str
    reason: str
    made_by: int | None
    made_at: datetime


class ChosenPeople(Door):
    """The providers' short lists of a store."""

    def add(self, vacancy_id: str, candidate_id: str, reason: str, by: int | None) -> None:
        """Set somebody aside for a vacancy; again, the reason is replaced.

        Raises
        ------
        NotFoundError
            The candidate or the vacancy is not stored.
        """
        with self._session() as session:
            read_one(session, VacancyRow, vacancy_id, "vacancy")
            read_one(session, CandidateRow, candidate_id, "candidate")
            pair = {"vacancy_id": vacancy_id, "candidate_id": candidate_id}
            row = session.scalar(sa.select(ProviderShortlistRow).filter_by(**pair)) or ProviderShortlistRow(**pair)
            row.reason, row.made_by, row.made_at = reason, by, datetime.now(UTC)
            session.add(row)

    def remove(self, vacancy_id: str, candidate_id: str) -> None:
        """Take somebody off the list, if they are on it."""
        with self._session() as session:
            session.execute(sa.delete(ProviderShortlistRow).filter_by(vacancy_id=vacancy_id, candidate_id=candidate_id))

    def of_vacancy(self, vacancy_id: str) -> list[Chosen]:
        """Those set aside for a vacancy, in the order they were."""
        return self._found(vacancy_id=vacancy_id)

    def of_candidate(self, candidate_id: str) -> list[Chosen]:
        """Where a candidate was set aside, in the order it was done."""
        return self._found(candidate_id=candidate_id)

    def _found(self, **where: object) -> list[Chosen]:
        wanted = sa.select(ProviderShortlistRow).filter_by(**where).order_by(ProviderShortlistRow.id)
        with self._reading() as session:
            return [_chosen(row) for row in session.scalars(wanted)]


def _chosen(row: ProviderShortlistRow) -> Chosen:
    return Chosen(row.vacancy_id, row.candidate_id, row.reason, row.made_by, in_utc(row.made_at))
