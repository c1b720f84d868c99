"""Requests that a person looks again at a decision or a match, and the answers."""

from dataclasses import dataclass
from datetime import UTC, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from matcher.errors import NotFoundError
from matcher.store.app_tables import LookAgainRow
from matcher.store.doors import Door, in_utc
from matcher.store.reading import read_one
from matcher.store.tables import CandidateRow, VacancyRow

__all__ = ["LookAgain", "LookAgains"]


@dataclass(frozen=True, slots=True)
class LookAgain:
    """What a jobseeker asked a person to look at again; moments are UTC.

    Attributes
    ----------
    vacancy_id : str or None
        Which vacancy it is about; none where it is about anything else.
    words, answer : str, str or None
        What they asked, and what the person who looked answered.
    answered_by : int or None
        The account that answered.
    """

    id: int
    candidate_id: str
    vacancy_id: str | None
    words: str
    asked_at: datetime
    answer: str | None = None
    answered_by: int | None = None
    answered_at: datetime | None = None


class LookAgains(Door):
    """The requests of a store."""

    def ask(self, candidate_id: str, vacancy_id: str | None, words: str) -> LookAgain:
        """Ask; every request is one of its own.

        Raises
        ------
        NotFoundError
            The candidate or the vacancy is not stored.
        """
        with self._session() as session:
            read_one(session, CandidateRow, candidate_id, "candidate")
            if vacancy_id is not None:
                read_one(session, VacancyRow, vacancy_id, "vacancy")
            row = LookAgainRow(
                candidate_id=candidate_id, vacancy_id=vacancy_id, words=words, asked_at=datetime.now(UTC)
            )
            session.add(row)
            session.flush()
            return _look_again(row)

    def get(self, look_again_id: int) -> LookAgain:
        """One request.

        Raises
        ------
        NotFoundError
            There is none of that number.
        """
        with self._reading() as session:
            return _look_again(_row(session, look_again_id))

    def answer(self, look_again_id: int, answer: str, by: int) -> LookAgain:
        """Answer a request, or answer it anew."""
        with self._session() as session:
            row = _row(session, look_again_id)
            row.answer, row.answered_by, row.answered_at = answer, by, datetime.now(UTC)
            return _look_again(row)

    def waiting(self) -> list[LookAgain]:
        """Requests that nobody has answered, the longest waiting first."""
        return self._found(LookAgainRow.answered_at.is_(None))

    def of_candidate(self, candidate_id: str) -> list[LookAgain]:
        """The requests of one candidate in the order they were made."""
        return self._found(LookAgainRow.candidate_id == candidate_id)

    def _found(self, wanted: sa.ColumnElement[bool]) -> list[LookAgain]:
        with self._reading() as session:
            rows = session.scalars(sa.select(LookAgainRow).where(wanted).order_by(LookAgainRow.id))
            return [_look_again(row) for row in rows]


def _row(session: Session, look_again_id: int) -> LookAgainRow:
    row = session.get(LookAgainRow, look_again_id)
    if row is None:
        raise NotFoundError(f"No request {look_again_id} to look again: whoever made it may have been deleted.")
    return row


def _look_again(row: LookAgainRow) -> LookAgain:
    return LookAgain(
        id=row.id,
        candidate_id=row.candidate_id,
        vacancy_id=row.vacancy_id,
        words=row.words,
        asked_at=in_utc(row.asked_at),
        answer=row.answer,
        answered_by=row.answered_by,
        answered_at=in_utc(row.answered_at) if row.answered_at else None,
    )
