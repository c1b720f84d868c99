"""Whose caseload a candidate is in, and who may see them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from matcher.domain import Candidate
from matcher.domain.accounts import Account, AccountRole
from matcher.store.app_tables import CaseRow
from matcher.store.counts import Counts
from matcher.store.doors import Door
from matcher.store.people import Person, upsert_candidates
from matcher.store.reading import read_ids, read_one
from matcher.store.tables import CandidateRow

__all__ = ["Case", "Cases"]


@dataclass(frozen=True, slots=True)
class Case:
    """How one candidate stands with the academy; the defaults are those of somebody who was imported.

    Attributes
    ----------
    advisor_id, team : int, str or None
        Who looks after them.
    shared : bool
        False while somebody who joined by themselves has not asked for an advisor.
    hidden : bool
        Their own wish: nobody but they see them.
    """

    candidate_id: str
    advisor_id: int | None = None
    team: str | None = None
    shared: bool = True
    hidden: bool = False

    @property
    def is_shown(self) -> bool:
        """Whether advisors and providers see them at all."""
        return self.shared and not self.hidden

    def is_open_to(self, account: Account) -> bool:
        """Whether an account may open this person's own pages: their own, or an advisor's of their team."""
        if account.role is AccountRole.JOBSEEKER:
            return account.candidate_id == self.candidate_id
        if account.role is AccountRole.ADVISOR:
            return self.is_shown and (account.team is None or self.team is None or account.team == self.team)
        return False


_COLUMNS = (CaseRow.candidate_id, CaseRow.advisor_id, CaseRow.team, CaseRow.shared, CaseRow.hidden)


class Cases(Door):
    """The cases of a store; a candidate without a row has the defaults of `Case`."""

    def get(self, candidate_id: str) -> Case:
        """The case of a stored candidate.

        Raises
        ------
        NotFoundError
            Nobody has that id.
        """
        with self._reading() as session:
            read_one(session, CandidateRow, candidate_id, "candidate")
            row = session.get(CaseRow, candidate_id)
            return _case(row) if row else Case(candidate_id)

    def all(self) -> dict[str, Case]:
        """The cases that are not the default, by candidate id."""
        with self._reading() as session:
            return {row.candidate_id: _case(row) for row in session.execute(sa.select(*_COLUMNS))}

    def hidden_ids(self) -> set[str]:
        """Candidates whom nobody but themselves may see (not `Case.is_shown`)."""
        hidden = sa.select(CaseRow.candidate_id).where(sa.or_(CaseRow.hidden, sa.not_(CaseRow.shared)))
        with self._reading() as session:
            return set(session.scalars(hidden))

    def ids_of_other_teams(self, team: str | None) -> set[str]:
        """Candidates who are in the care of a team, but not of this one; nobody where it is none in particular."""
        others = sa.select(CaseRow.candidate_id).where(CaseRow.team.is_not(None), CaseRow.team != team)
        with self._reading() as session:
            return set(session.scalars(others)) if team is not None else set()

    def begin(self, record: Candidate, person: Person, *, shared: bool) -> None:
        """Store somebody who joins by themselves, seen by nobody from the first moment unless they want to be."""
        with self._session() as session:
            upsert_candidates(session, [(record, person)])
            _row(session, record.id).shared = shared

    def add_all(
        self, pairs: Sequence[tuple[Candidate, Person]], advisor_id: int | None, team: str | None
    ) -> tuple[Counts, list[str]]:
        """Store people; those who are new are in somebody's care from the first moment. Gives the counts and their ids.

        One transaction: nobody is stored without the case that says who may see them.
        """
        with self._session() as session:
            stored = read_ids(session, CandidateRow)
            counts = upsert_candidates(session, pairs)
            new = list(dict.fromkeys(record.id for record, _ in pairs if record.id not in stored))
            for row in _rows(session, new):
                row.advisor_id, row.team = advisor_id, team
            return counts, new

    def assign(self, candidate_id: str, advisor_id: int | None, team: str | None) -> None:
        """Say who looks after a candidate."""
        self.assign_all([candidate_id], advisor_id, team)

    def assign_all(self, candidate_ids: Collection[str], advisor_id: int | None, team: str | None) -> None:
        """The same for up to a few thousand candidates at once, all or none."""
        with self._session() as session:
            for row in _rows(session, candidate_ids):
                row.advisor_id, row.team = advisor_id, team

    def set_shared(self, candidate_id: str, shared: bool) -> None:
        """Whether advisors may see somebody who joined by themselves."""
        with self._session() as session:
            _row(session, candidate_id).shared = shared

    def set_hidden(self, candidate_id: str, hidden: bool) -> None:
        """Whether anybody but the person themselves may see them."""
        with self._session() as session:
            _row(session, candidate_id).hidden = hidden


def _row(session: Session, candidate_id: str) -> CaseRow:
    return _rows(session, [candidate_id])[0]


def _rows(session: Session, candidate_ids: Collection[str]) -> list[CaseRow]:
    """The rows of some stored candidates, made where there were none; in a few statements however many they are."""
    rows = list(session.scalars(sa.select(CaseRow).where(CaseRow.candidate_id.in_(candidate_ids))))
    missing = set(candidate_ids).difference(row.candidate_id for row in rows)
    stored = set(session.scalars(sa.select(CandidateRow.id).where(CandidateRow.id.in_(missing))))
    for candidate_id in missing - stored:
        read_one(session, CandidateRow, candidate_id, "candidate")
    now = datetime.now(UTC)
    made = [CaseRow(candidate_id=one, shared=True, hidden=False, made_at=now) for one in sorted(missing)]
    session.add_all(made)
    return rows + made


def _case(row: Any) -> Case:
    return Case(row.candidate_id, row.advisor_id, row.team, row.shared, row.hidden)
