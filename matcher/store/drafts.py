"""Answers of a form in several steps that is not finished."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from matcher.errors import NotFoundError
from matcher.store.app_tables import DraftRow
from matcher.store.doors import Door, in_utc

__all__ = ["Draft", "Drafts"]


@dataclass(frozen=True, slots=True)
class Draft:
    """A form that somebody has begun; `kind` is ``vacancy`` or ``candidate``, `changed_at` is UTC."""

    id: str
    kind: str
    account_id: int
    answers: Mapping[str, Any]
    changed_at: datetime


class Drafts(Door):
    """The drafts of a store; each is its account's alone."""

    def get(self, draft_id: str) -> Draft:
        """One draft.

        Raises
        ------
        NotFoundError
            There is none: it was finished or thrown away.
        """
        with self._reading() as session:
            row = session.get(DraftRow, draft_id)
            if row is None:
                raise NotFoundError("That draft is not there any more: it was finished or thrown away.")
            return _draft(row)

    def of(self, account_id: int, kind: str) -> list[Draft]:
        """The drafts of an account, the latest first."""
        wanted = sa.select(DraftRow).filter_by(account_id=account_id, kind=kind).order_by(DraftRow.changed_at.desc())
        with self._reading() as session:
            return [_draft(row) for row in session.scalars(wanted)]

    def save(self, draft_id: str, kind: str, account_id: int, answers: Mapping[str, Any]) -> None:
        """Keep answers under an id, in place of those that were there."""
        with self._session() as session:
            row = session.get(DraftRow, draft_id) or DraftRow(id=draft_id, kind=kind, account_id=account_id)
            row.answers, row.changed_at = dict(answers), datetime.now(UTC)
            session.add(row)

    def remove(self, draft_id: str) -> None:
        """Throw a draft away, if it is there."""
        with self._session() as session:
            session.execute(sa.delete(DraftRow).filter_by(id=draft_id))

    def forget(self, before: datetime) -> None:
        """Throw away the drafts that nobody has worked on since a moment."""
        with self._session() as session:
            session.execute(sa.delete(DraftRow).where(DraftRow.changed_at < before))


def _draft(row: DraftRow) -> Draft:
    return Draft(row.id, row.kind, row.account_id, row.answers, in_utc(row.changed_at))
