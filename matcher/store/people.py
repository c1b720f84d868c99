"""Candidates, and apart from them the people they are."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from matcher.domain import Candidate
from matcher.store.counts import Counts
from matcher.store.reading import read_all, read_ids, read_one
from matcher.store.records import record_values, row_values, settle
from matcher.store.tables import CandidateRow, PersonRow
from matcher.store.upserts import Values, merge

__all__ = [
    "Person",
    "candidate",
    "candidate_ids",
    "candidates",
    "people",
    "person",
    "replace_candidate",
    "upsert_candidates",
]


@dataclass(frozen=True, slots=True)
class Person:
    """Who a candidate is and how to reach them; never given to the engine."""

    name: str | None = None
    contact: str | None = None


def upsert_candidates(session: Session, pairs: Sequence[tuple[Candidate, Person]]) -> Counts:
    """Store candidates and who they are; a change in either counts once."""
    changes = merge(session, CandidateRow, [row_values(candidate) for candidate, _ in pairs], settle)
    named = [(place, pair) for place, pair in enumerate(pairs) if any(asdict(pair[1]).values())]
    entries = [{"candidate_id": candidate.id, **asdict(person)} for _, (candidate, person) in named]
    for (place, _), change in zip(named, merge(session, PersonRow, entries), strict=True):
        changes[place] = changes[place].with_part(change)
    return Counts.of(changes)


def replace_candidate(session: Session, record: Candidate, who: Person | None = None) -> Counts:
    """Write a stored candidate as they now are: an answer that is blank was taken back; None leaves who they are."""
    read_one(session, CandidateRow, record.id, "candidate")
    (change,) = merge(session, CandidateRow, [row_values(record)], _as_it_comes)
    if who is not None and (any(asdict(who).values()) or session.get(PersonRow, record.id) is not None):
        (named,) = merge(session, PersonRow, [{"candidate_id": record.id, **asdict(who)}], _as_it_comes)
        change = change.with_part(named)
    return Counts.of([change])


def candidate(session: Session, candidate_id: str) -> Candidate:
    """One candidate, without a name."""
    return Candidate(**record_values(read_one(session, CandidateRow, candidate_id, "candidate")))


def candidates(session: Session) -> list[Candidate]:
    """All candidates by id, without names."""
    return [Candidate(**record_values(row)) for row in read_all(session, CandidateRow)]


def candidate_ids(session: Session) -> set[str]:
    """Ids of all candidates."""
    return read_ids(session, CandidateRow)


def person(session: Session, candidate_id: str) -> Person:
    """Who a candidate is; blank where nobody has said."""
    row = session.get(PersonRow, candidate_id)
    if row is None:
        read_one(session, CandidateRow, candidate_id, "candidate")
        return Person()
    return Person(row.name, row.contact)


def people(session: Session) -> dict[str, Person]:
    """Who the candidates are, by candidate id; those nobody has named are left out."""
    return {row.candidate_id: Person(row.name, row.contact) for row in session.scalars(sa.select(PersonRow))}


def _as_it_comes(_old: Values, new: Values) -> Values:
    """Everything that comes in, blanks too: somebody who changes a record sees all of it."""
    return new
