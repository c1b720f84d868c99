"""Candidates, and apart from them the people they are."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from matcher.domain import Candidate
from matcher.store.counts import Counts
from matcher.store.reading import read_all, read_ids, read_one, read_some
from matcher.store.records import record_values, row_values, settle
from matcher.store.tables import CandidateRow, PersonRow
from matcher.store.upserts import Values, merge

__all__ = [
    "Person",
    "candidate",
    "candidate_ids",
    "candidates",
    "candidates_of",
    "people",
    "person",
    "replace_candidate",
    "upsert_candidate_rows",
    "upsert_candidates",
]


@dataclass(frozen=True, slots=True)
class Person:
    """Who a candidate is and how to reach them; never given to the engine."""

    name: str | None = None
    contact: str | None = None


def upsert_candidates(session: Session, pairs: Sequence[tuple[Candidate, Person]]) -> Counts:
    """Store candidates and who they are; a change in either counts once."""
    return upsert_candidate_rows(session, [(row_values(candidate), person) for candidate, person in pairs])


def upsert_candidate_rows(session: Session, pairs: Sequence[tuple[Values, Person]]) -> Counts:
    """Store candidates given as the columns that `row_values` makes of them."""
    changes = merge(session, CandidateRow, [values for values, _ in pairs], settle)
    named = [place for place, (_, person) in enumerate(pairs) if person.name or person.contact]
    entries = [_entry(pairs[place][0]["id"], pairs[place][1]) for place in named]
    for place, change in zip(named, merge(session, PersonRow, entries), strict=True):
        changes[place] = changes[place].with_part(change)
    return Counts.of(changes)


def replace_candidate(session: Session, record: Candidate, who: Person | None = None) -> Counts:
    """Write a stored candidate as they now are: an answer that is blank was taken back; None leaves who they are."""
    read_one(session, CandidateRow, record.id, "candidate")
    (change,) = merge(session, CandidateRow, [row_values(record)], _as_it_comes)
    if who is not None and (who.name or who.contact or session.get(PersonRow, record.id) is not None):
        (named,) = merge(session, PersonRow, [_entry(record.id, who)], _as_it_comes)
        change = change.with_part(named)
    return Counts.of([change])


def candidate(session: Session, candidate_id: str) -> Candidate:
    """One candidate, without a name."""
    return Candidate(**record_values(read_one(session, CandidateRow, candidate_id, "candidate")))


def candidates(session: Session) -> list[Candidate]:
    """All candidates by id, without names."""
    return [Candidate(**record_values(row)) for row in read_all(session, CandidateRow)]


def candidates_of(session: Session, ids: Sequence[str]) -> list[Candidate]:
    """The candidates with some ids, in their order; those that are not stored are left out."""
    return [Candidate(**record_values(row)) for row in read_some(session, CandidateRow, ids)]


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


def people(session: Session, ids: Collection[str] | None = None) -> dict[str, Person]:
    """Who the candidates are, or some of them, by candidate id; those nobody has named are left out."""
    named = sa.select(PersonRow.candidate_id, PersonRow.name, PersonRow.contact)
    wanted = named if ids is None else named.where(PersonRow.candidate_id.in_(ids))
    return {candidate_id: Person(name, contact) for candidate_id, name, contact in session.execute(wanted)}


def _entry(candidate_id: str, person: Person) -> Values:
    return {"candidate_id": candidate_id, "name": person.name, "contact": person.contact}


def _as_it_comes(_old: Values, new: Values) -> Values:
    """Everything that comes in, blanks too: somebody who changes a record sees all of it."""
    return new
