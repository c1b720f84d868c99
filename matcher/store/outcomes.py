"""What became of referrals: the stages that candidates reached with vacancies."""

from collections.abc import Collection, Sequence

import sqlalchemy as sa
from sqlalchemy.orm import Session

from matcher.domain import Outcome, Stage
from matcher.store.counts import Counts
from matcher.store.tables import OutcomeRow
from matcher.store.upserts import merge_plain

__all__ = ["outcomes", "remove_outcome", "upsert_outcomes"]


def upsert_outcomes(session: Session, records: Sequence[Outcome]) -> Counts:
    """Store outcomes; one without a date keeps the date that is stored."""
    stored = {
        (o.candidate, o.vacancy, o.stage): o.reached_on for o in _outcomes(session, {o.candidate for o in records})
    }
    return merge_plain(
        session,
        OutcomeRow,
        [
            {
                "candidate_id": record.candidate,
                "vacancy_id": record.vacancy,
                "stage": record.stage.value,
                "reached_on": record.reached_on or stored.get((record.candidate, record.vacancy, record.stage)),
            }
            for record in records
        ],
    )


def remove_outcome(session: Session, candidate_id: str, vacancy_id: str, stage: Stage) -> bool:
    """Take out a stage that was written down by mistake; whether it was there."""
    row = session.get(OutcomeRow, (candidate_id, vacancy_id, stage.value))
    if row is not None:
        session.delete(row)
    return row is not None


def outcomes(session: Session, candidate_id: str | None = None) -> list[Outcome]:
    """Outcomes of one candidate, or all, by candidate, vacancy and stage in its order of progress."""
    order = {stage: place for place, stage in enumerate(Stage)}
    found = _outcomes(session, None if candidate_id is None else [candidate_id])
    return sorted(found, key=lambda outcome: (outcome.candidate, outcome.vacancy, order[outcome.stage]))


def _outcomes(session: Session, candidates: Collection[str] | None = None) -> list[Outcome]:
    """Outcomes of some candidates, or all."""
    wanted = sa.select(OutcomeRow)
    if candidates is not None:
        wanted = wanted.where(OutcomeRow.candidate_id.in_(candidates))
    return [
        Outcome(row.candidate_id, row.vacancy_id, Stage(row.stage), row.reached_on) for row in session.scalars(wanted)
    ]
