"""What people decided: referrals, and short lists on the way to them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from matcher.errors import NotFoundError
from matcher.store.reading import read_one
from matcher.store.tables import CandidateRow, ReferralRow, ShortlistRow, VacancyRow

__all__ = [
    "Referral",
    "add_referral",
    "plan_next",
    "referrals",
    "shortlist",
    "shortlist_add",
    "shortlist_remove",
]


@dataclass(frozen=True, slots=True)
class Referral:
    """A candidate put forward for a vacancy by a person.

    Attributes
    ----------
    by, reason : str
        Who decided, and why.
    next_action, next_date
        What happens next, and when.
    made_at : datetime
        When it was recorded, in UTC.
    """

    id: int
    candidate_id: str
    vacancy_id: str
    by: str
    reason: str | None
    next_action: str | None
    next_date: date | None
    made_at: datetime


def add_referral(session: Session, row: ReferralRow) -> Referral:
    """Record a referral; the candidate and the vacancy must be stored."""
    _both_stored(session, row.candidate_id, row.vacancy_id)
    row.made_at = datetime.now(UTC)
    session.add(row)
    session.flush()
    return _referral(row)


def plan_next(session: Session, referral_id: int, next_action: str | None, next_date: date | None) -> Referral:
    """Say what happens next and when; None for both where nothing is left to do.

    Raises
    ------
    NotFoundError
        There is no such referral.
    """
    row = session.get(ReferralRow, referral_id)
    if row is None:
        raise NotFoundError(f"There is no referral {referral_id}.")
    row.next_action, row.next_date = next_action, next_date
    session.flush()
    return _referral(row)


def referrals(session: Session, candidate_id: str | None, vacancy_id: str | None) -> list[Referral]:
    """Referrals in the order they were made, of one candidate, one vacancy or all."""
    found = sa.select(ReferralRow).order_by(ReferralRow.id)
    if candidate_id is not None:
        found = found.where(ReferralRow.candidate_id == candidate_id)
    if vacancy_id is not None:
        found = found.where(ReferralRow.vacancy_id == vacancy_id)
    return [_referral(row) for row in session.scalars(found)]


def shortlist_add(session: Session, candidate_id: str, vacancy_id: str) -> None:
    """Set a vacancy aside for a candidate; adding it again changes nothing."""
    _both_stored(session, candidate_id, vacancy_id)
    if vacancy_id not in shortlist(session, candidate_id):
        session.add(ShortlistRow(candidate_id=candidate_id, vacancy_id=vacancy_id))


def shortlist_remove(session: Session, candidate_id: str, vacancy_id: str) -> None:
    """Take a vacancy off a candidate's short list, if it is on it."""
    session.execute(sa.delete(ShortlistRow).filter_by(candidate_id=candidate_id, vacancy_id=vacancy_id))


def shortlist(session: Session, candidate_id: str) -> Sequence[str]:
    """Ids of the vacancies set aside for a candidate, in the order they were added."""
    chosen = sa.select(ShortlistRow.vacancy_id).filter_by(candidate_id=candidate_id)
    return session.scalars(chosen.order_by(ShortlistRow.id)).all()


def _both_stored(session: Session, candidate_id: str, vacancy_id: str) -> None:
    read_one(session, CandidateRow, candidate_id, "candidate")
    read_one(session, VacancyRow, vacancy_id, "vacancy")


def _referral(row: ReferralRow) -> Referral:
    made_at = row.made_at if row.made_at.tzinfo else row.made_at.replace(tzinfo=UTC)
    return Referral(
        row.id, row.candidate_id, row.vacancy_id, row.made_by, row.reason, row.next_action, row.next_date, made_at
    )
