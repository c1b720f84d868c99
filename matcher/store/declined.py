"""Vacancies that a jobseeker does not want to see again; no reason is asked, and nobody else is told."""

from datetime import UTC, datetime

import sqlalchemy as sa

from matcher.store.app_tables import DeclinedRow
from matcher.store.doors import Door
from matcher.store.reading import read_one
from matcher.store.tables import CandidateRow, VacancyRow

__all__ = ["Declined"]


class Declined(Door):
    """What the candidates of a store have declined."""

    def add(self, candidate_id: str, vacancy_id: str) -> None:
        """Put a vacancy out of somebody's sight; again changes nothing.

        Raises
        ------
        NotFoundError
            The candidate or the vacancy is not stored.
        """
        with self._session() as session:
            read_one(session, CandidateRow, candidate_id, "candidate")
            read_one(session, VacancyRow, vacancy_id, "vacancy")
            if session.get(DeclinedRow, (candidate_id, vacancy_id)) is None:
                session.add(DeclinedRow(candidate_id=candidate_id, vacancy_id=vacancy_id, made_at=datetime.now(UTC)))

    def remove(self, candidate_id: str, vacancy_id: str) -> None:
        """Show a vacancy again, if it was declined."""
        with self._session() as session:
            session.execute(sa.delete(DeclinedRow).filter_by(candidate_id=candidate_id, vacancy_id=vacancy_id))

    def of(self, candidate_id: str) -> set[str]:
        """Ids of the vacancies that somebody has declined."""
        with self._reading() as session:
            return set(session.scalars(sa.select(DeclinedRow.vacancy_id).filter_by(candidate_id=candidate_id)))
