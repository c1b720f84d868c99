"""The audit log: who saw or decided what about whom. Rows are added; the database refuses to change or delete them."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from matcher.store.app_tables import AuditRow
from matcher.store.doors import Door, in_utc

__all__ = ["Audit", "AuditEntry"]


_IN_BULK = "added"
"""What an import does thousands of times in a minute."""


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """Something that somebody saw or decided.

    Attributes
    ----------
    action : str
        A verb of a closed list (`webapp.access.audit.ACTIONS`), such as ``viewed`` or ``referred``.
    role : str
        As what they acted; ``nobody`` without an account, ``program`` for what runs by itself.
    account_id, provider : int, str or None
        Who acted, and for whom.
    candidate_id, vacancy_id : str or None
        About whom, and for which vacancy.
    detail : str or None
        What the action needs to be understood; never a name, an address or a health matter.
    at, id
        When (UTC) and in which order; given by the log.
    """

    action: str
    role: str
    account_id: int | None = None
    provider: str | None = None
    candidate_id: str | None = None
    vacancy_id: str | None = None
    detail: str | None = None
    at: datetime | None = None
    id: int | None = None


class Audit(Door):
    """The audit log of a store."""

    def add(self, *entries: AuditEntry) -> None:
        """Add entries, all as of now."""
        now = datetime.now(UTC)
        with self._session() as session:
            session.add_all(
                AuditRow(
                    at=now,
                    account_id=entry.account_id,
                    role=entry.role,
                    provider=entry.provider,
                    action=entry.action,
                    candidate_id=entry.candidate_id,
                    vacancy_id=entry.vacancy_id,
                    detail=entry.detail,
                )
                for entry in entries
            )

    def count(self, *, since: datetime | None = None, until: datetime | None = None, **where: object) -> int:
        """How many entries there are with these values, such as ``candidate_id="C001"`` or ``action="referred"``.

        `since` counts, `until` does not: the entries of a day lie from its first moment to the next day's.
        """
        wanted = _narrowed(sa.select(sa.func.count()).select_from(AuditRow), since, until, where)
        with self._reading() as session:
            return session.scalar(wanted) or 0

    def entries(
        self,
        limit: int | None = None,
        offset: int = 0,
        *,
        since: datetime | None = None,
        until: datetime | None = None,
        **where: object,
    ) -> list[AuditEntry]:
        """Entries with these values, the latest first; `since` and `until` as of `count`."""
        wanted = _narrowed(sa.select(AuditRow), since, until, where).order_by(AuditRow.id.desc())
        with self._reading() as session:
            return list(_entries(session.scalars(wanted.limit(limit).offset(offset))))

    def count_lines(self, *, since: datetime | None = None, until: datetime | None = None, **where: object) -> int:
        """How many lines `lines` would give."""
        runs = _runs(since, until, where).subquery()
        with self._reading() as session:
            return session.scalar(sa.select(sa.func.count()).select_from(runs)) or 0

    def lines(
        self,
        limit: int | None = None,
        offset: int = 0,
        *,
        since: datetime | None = None,
        until: datetime | None = None,
        **where: object,
    ) -> list[tuple[AuditEntry, int]]:
        """As `entries`, with people added by one account in one minute as one line; each with how many it is."""
        runs = _runs(since, until, where).subquery()
        wanted = sa.select(AuditRow, runs.c.n_entries).join(runs, runs.c.latest == AuditRow.id)
        with self._reading() as session:
            rows = session.execute(wanted.order_by(AuditRow.id.desc()).limit(limit).offset(offset)).all()
            return list(zip(_entries(row for row, _ in rows), (n for _, n in rows), strict=True))

    def latest(self, actions: Collection[str]) -> dict[str, datetime]:
        """When each person was last in an entry of some actions (UTC), by candidate id; who is in none is left out."""
        last = sa.select(AuditRow.candidate_id, sa.func.max(AuditRow.at)).group_by(AuditRow.candidate_id)
        wanted = last.where(AuditRow.action.in_(actions), AuditRow.candidate_id.is_not(None))
        with self._reading() as session:
            return {str(candidate_id): in_utc(at) for candidate_id, at in session.execute(wanted)}


def _narrowed(
    wanted: sa.Select[Any], since: datetime | None, until: datetime | None, where: Mapping[str, object]
) -> sa.Select[Any]:
    wanted = wanted.where(*(getattr(AuditRow, name) == value for name, value in where.items()))
    if since is not None:
        wanted = wanted.where(AuditRow.at >= since)
    return wanted if until is None else wanted.where(AuditRow.at < until)


def _runs(since: datetime | None, until: datetime | None, where: Mapping[str, object]) -> sa.Select[Any]:
    """The latest id of each line, and of how many entries it is; moments are text up to their minutes, as stored."""
    minute = sa.func.substr(sa.cast(AuditRow.at, sa.String), 1, len("2026-11-22 09:00"))
    alone = sa.cast(AuditRow.id, sa.String)
    columns: tuple[Any, ...] = (sa.func.max(AuditRow.id).label("latest"), sa.func.count().label("n_entries"))
    wanted = _narrowed(sa.select(*columns).select_from(AuditRow), since, until, where)
    run = sa.case((AuditRow.action == _IN_BULK, minute), else_=alone)
    return wanted.group_by(AuditRow.action, AuditRow.account_id, run)


def _entries(rows: Iterable[AuditRow]) -> Iterable[AuditEntry]:
    for row in rows:
        yield AuditEntry(
            action=row.action,
            role=row.role,
            account_id=row.account_id,
            provider=row.provider,
            candidate_id=row.candidate_id,
            vacancy_id=row.vacancy_id,
            detail=row.detail,
            at=in_utc(row.at),
            id=row.id,
        )
