"""Who posted a vacancy, and whether a person has to look at it before it is shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from matcher.domain import Vacancy
from matcher.store.app_tables import VacancyStandingRow
from matcher.store.doors import Door, in_utc
from matcher.store.reading import read_one
from matcher.store.tables import VacancyRow

__all__ = ["ADULT", "Posted", "Standing", "Standings", "write_posted"]

ADULT = 18
"""A minimum age above this has to be looked at by a person."""


@dataclass(frozen=True, slots=True)
class Posted:
    """Who posts a vacancy, whom the work requires and why, and whether its words ask for more than its fields say.

    What is flagged waits for a person's approval, as do an age above 18 and a requirement of sex.
    """

    by: int | None
    sex_required: str | None = None
    sex_reason: str | None = None
    is_flagged: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """How a vacancy was posted and reviewed.

    Attributes
    ----------
    posted_by : int or None
        The account that posted it; none where it was imported.
    sex_required, sex_reason : str or None
        ``female`` or ``male`` for personal care that only they may give, and why. Shown, never scored.
    review : str or None
        ``waiting``, ``approved`` or ``sent_back``; None where nobody need look, or the fields say so themselves.
    review_note, reviewed_by, reviewed_at
        What the reviewer said, who it was, and when (UTC).
    """

    vacancy_id: str
    posted_by: int | None = None
    sex_required: str | None = None
    sex_reason: str | None = None
    review: str | None = None
    review_note: str | None = None
    reviewed_by: int | None = None
    reviewed_at: datetime | None = None

    def is_held(self, vacancy: Vacancy) -> bool:
        """Whether the vacancy waits for a person's approval: an age above 18, a requirement of sex, or its words."""
        needs_review = (vacancy.min_age or 0) > ADULT or self.sex_required is not None or self.review is not None
        return needs_review and self.review != "approved"


class Standings(Door):
    """The standings of a store; a vacancy without a row has the defaults of `Standing`."""

    def get(self, vacancy_id: str) -> Standing:
        """The standing of a stored vacancy.

        Raises
        ------
        NotFoundError
            No vacancy has that id.
        """
        with self._reading() as session:
            read_one(session, VacancyRow, vacancy_id, "vacancy")
            row = session.get(VacancyStandingRow, vacancy_id)
            return _standing(row) if row else Standing(vacancy_id)

    def all(self) -> dict[str, Standing]:
        """The standings that are not the default, by vacancy id."""
        with self._reading() as session:
            return {row.vacancy_id: _standing(row) for row in session.scalars(sa.select(VacancyStandingRow))}

    def without_held(self, vacancies: Sequence[Vacancy]) -> list[Vacancy]:
        """Those vacancies that wait for nobody."""
        known = self.all()
        return [one for one in vacancies if not known.get(one.id, Standing(one.id)).is_held(one)]

    def held_ids(self) -> set[str]:
        """Ids of the stored vacancies that `without_held` leaves out, without reading the vacancies."""
        standing, review = VacancyStandingRow, VacancyStandingRow.review
        needs_review = sa.or_(VacancyRow.min_age > ADULT, standing.sex_required.is_not(None), review.is_not(None))
        joined = sa.select(VacancyRow.id).outerjoin(standing, standing.vacancy_id == VacancyRow.id)
        with self._reading() as session:
            return set(session.scalars(joined.where(needs_review, sa.func.coalesce(review, "") != "approved")))

    def post(
        self, vacancy_id: str, by: int | None, sex_required: str | None = None, sex_reason: str | None = None
    ) -> None:
        """Say who posted a vacancy and whom it requires; whatever was reviewed before has to be looked at again."""
        with self._session() as session:
            write_posted(session, vacancy_id, Posted(by, sex_required, sex_reason))

    def review(self, vacancy_id: str, outcome: str, by: int | None, note: str | None = None) -> None:
        """Approve a vacancy (``approved``) or send it back (``sent_back``) with a note."""
        with self._session() as session:
            row = _row(session, vacancy_id)
            row.review, row.review_note = outcome, note
            row.reviewed_by, row.reviewed_at = by, datetime.now(UTC)


def write_posted(session: Session, vacancy_id: str, posted: Posted) -> None:
    """Write down how a vacancy is posted, in the transaction that writes the vacancy itself."""
    row = _row(session, vacancy_id)
    row.posted_by, row.posted_at = posted.by, datetime.now(UTC)
    row.sex_required, row.sex_reason = posted.sex_required, posted.sex_reason
    row.review = "waiting" if posted.is_flagged else None
    row.review_note = row.reviewed_by = row.reviewed_at = None


def _row(session: Session, vacancy_id: str) -> VacancyStandingRow:
    row = session.get(VacancyStandingRow, vacancy_id)
    if row is None:
        read_one(session, VacancyRow, vacancy_id, "vacancy")
        row = VacancyStandingRow(vacancy_id=vacancy_id, posted_at=datetime.now(UTC))
        session.add(row)
    return row


def _standing(row: VacancyStandingRow) -> Standing:
    return Standing(
        vacancy_id=row.vacancy_id,
        posted_by=row.posted_by,
        sex_required=row.sex_required,
        sex_reason=row.sex_reason,
        review=row.review,
        review_note=row.review_note,
        reviewed_by=row.reviewed_by,
        reviewed_at=in_utc(row.reviewed_at) if row.reviewed_at else None,
    )
