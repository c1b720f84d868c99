"""Providers' wishes to meet somebody, and what the person answered."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from matcher.errors import InputError, NotFoundError
from matcher.store.app_tables import IntroductionRow
from matcher.store.doors import Door, in_utc
from matcher.store.reading import read_one
from matcher.store.tables import CandidateRow, VacancyRow

__all__ = ["ANSWERS", "Introduction", "Introductions"]

ANSWERS = ("agreed", "declined", "withdrawn")
"""What can come of a wish; a provider is only ever told ``agreed``."""


@dataclass(frozen=True, slots=True)
class Introduction:
    """A provider's wish to meet a candidate for a vacancy.

    Attributes
    ----------
    provider, asked_by, asked_at : str, int or None, datetime
        Who asked, with which account, and when (UTC).
    answer : str or None
        One of `ANSWERS`; None while there is none.
    answered_by, answered_at : int or None, datetime or None
        The account that wrote the answer down, and when (UTC).
    """

    id: int
    candidate_id: str
    vacancy_id: str
    provider: str
    asked_by: int | None
    asked_at: datetime
    answer: str | None = None
    answered_by: int | None = None
    answered_at: datetime | None = None

    @property
    def is_agreed(self) -> bool:
        """Whether the provider may know who it is."""
        return self.answer == "agreed"


class Introductions(Door):
    """The introductions of a store: one for each candidate and vacancy."""

    def ask(self, candidate_id: str, vacancy_id: str, provider: str, by: int | None) -> Introduction:
        """Write a wish down; asking again gives the one that is there, whatever was answered.

        Raises
        ------
        NotFoundError
            The candidate or the vacancy is not stored.
        """
        with self._session() as session:
            read_one(session, CandidateRow, candidate_id, "candidate")
            read_one(session, VacancyRow, vacancy_id, "vacancy")
            pair = {"candidate_id": candidate_id, "vacancy_id": vacancy_id}
            row = session.scalar(sa.select(IntroductionRow).filter_by(**pair))
            if row is None:
                row = IntroductionRow(**pair, provider=provider, asked_by=by, asked_at=datetime.now(UTC))
                session.add(row)
                session.flush()
            return _introduction(row)

    def get(self, introduction_id: int) -> Introduction:
        """One introduction.

        Raises
        ------
        NotFoundError
            There is none.
        """
        with self._reading() as session:
            return _introduction(_row(session, introduction_id))

    def answer(self, introduction_id: int, answer: str, by: int | None, *, instead_of: str | None = None) -> bool:
        """Write down an answer in place of the one that was seen (None: there was none yet).

        Returns
        -------
        bool
            False, and nothing written, where another answer came in between.

        Raises
        ------
        InputError
            It is none of `ANSWERS`.
        NotFoundError
            There is no such introduction.
        """
        if answer not in ANSWERS:
            raise InputError(f"'{answer}' is no answer to an introduction: write one of {', '.join(ANSWERS)}.")
        as_seen = sa.update(IntroductionRow).where(
            IntroductionRow.id == introduction_id, IntroductionRow.answer.is_not_distinct_from(instead_of)
        )
        written = as_seen.values(answer=answer, answered_by=by, answered_at=datetime.now(UTC))
        with self._session() as session:
            _row(session, introduction_id)
            found = session.execute(
                written.returning(IntroductionRow.id), execution_options={"synchronize_session": False}
            )
            return found.first() is not None

    def of_candidate(self, candidate_id: str) -> list[Introduction]:
        """The introductions asked of a candidate, the latest first."""
        return self._found(candidate_id=candidate_id)

    def of_vacancy(self, vacancy_id: str) -> list[Introduction]:
        """The introductions asked for a vacancy, the latest first."""
        return self._found(vacancy_id=vacancy_id)

    def of_vacancies(self, vacancy_ids: Collection[str]) -> list[Introduction]:
        """The introductions asked for some vacancies, such as those on one page of a list, the latest first."""
        wanted = sa.select(IntroductionRow).where(IntroductionRow.vacancy_id.in_(vacancy_ids))
        with self._reading() as session:
            return [_introduction(row) for row in session.scalars(wanted.order_by(IntroductionRow.id.desc()))]

    def waiting(self) -> list[Introduction]:
        """Those without an answer, the longest waiting first."""
        return self._found(answer=None)[::-1]

    def _found(self, **where: object) -> list[Introduction]:
        wanted = sa.select(IntroductionRow).filter_by(**where).order_by(IntroductionRow.id.desc())
        with self._reading() as session:
            return [_introduction(row) for row in session.scalars(wanted)]


def _row(session: Session, introduction_id: int) -> IntroductionRow:
    row = session.get(IntroductionRow, introduction_id)
    if row is None:
        raise NotFoundError("There is no such introduction.")
    return row


def _introduction(row: IntroductionRow) -> Introduction:
    return Introduction(
        id=row.id,
        candidate_id=row.candidate_id,
        vacancy_id=row.vacancy_id,
        provider=row.provider,
        asked_by=row.asked_by,
        asked_at=in_utc(row.asked_at),
        answer=row.answer,
        answered_by=row.answered_by,
        answered_at=in_utc(row.answered_at) if row.answered_at else None,
    )
