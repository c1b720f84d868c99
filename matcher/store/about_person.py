"""Everything that is kept about one person, in whichever table: to hand it to them, and to delete it.

A table belongs to a person by its columns ``candidate_id`` and ``account_id``; a new table with either is handed out
and emptied without a line here.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from matcher.store import app_tables
from matcher.store.doors import Door, in_utc
from matcher.store.kept_lists import take_out
from matcher.store.record_changes import note
from matcher.store.tables import Base

__all__ = ["AboutPerson"]

_KEYS = frozenset({"password_hash", "link_hash", "token_hash", "unsubscribe_token"})
"""Columns that open something: nobody is given them, not even their owner, who has the key itself."""

_STAYS = frozenset({app_tables.AuditRow.__tablename__})
"""Kept after somebody is deleted: what was done stays known, by number alone."""

Rows = list[dict[str, Any]]


class AboutPerson(Door):
    """What a store holds about one person.

    Every method takes the id of the candidate and of the account; either may be None.
    """

    def everything(self, candidate_id: str | None, account_id: int | None) -> dict[str, Rows]:
        """The rows about somebody by name of the table, tables without any left out; moments as ISO 8601 in UTC."""
        found: dict[str, Rows] = {}
        with self._reading() as session:
            for table, is_theirs in _about(candidate_id, account_id):
                rows = session.execute(sa.select(table).where(is_theirs).order_by(*table.primary_key)).mappings()
                found[table.name] = [_plain(row) for row in rows]
        return {name: rows for name, rows in found.items() if rows}

    def forget(self, candidate_id: str | None, account_id: int | None) -> None:
        """Delete the person with their account; the audit log alone keeps their numbers.

        For a few days the log of changes does too, so that whoever keeps something of them lets go of it.

        Work in the background that names them goes too, whoever asked for it: its arguments and result are of many
        people, and whoever wants them asks anew.
        """
        with self._session() as session:
            if candidate_id:
                note(session, "candidate", [candidate_id])
                take_out(session, candidate_id)
            for job in session.scalars(sa.select(app_tables.JobRow)) if candidate_id else ():
                if _names(candidate_id, [job.arguments, job.result]):
                    session.delete(job)
            for table, is_theirs in reversed(list(_about(candidate_id, account_id))):
                if table.name not in _STAYS:
                    session.execute(sa.delete(table).where(is_theirs))


def _about(candidate_id: str | None, account_id: int | None) -> Iterator[tuple[sa.Table, sa.ColumnElement[bool]]]:
    """Tables that can hold something about somebody, with what tells their rows; what hangs on others comes later."""
    own = {"candidate_id": candidate_id, "account_id": account_id}
    roots = {"candidates": ("id", candidate_id), "accounts": ("id", account_id)}
    for table in Base.metadata.sorted_tables:
        wanted = [*own.items(), *([roots[table.name]] if table.name in roots else [])]
        told_by = [table.c[name] == value for name, value in wanted if value is not None and name in table.c]
        if told_by:
            yield table, sa.or_(*told_by)


def _names(candidate_id: str | None, document: Any) -> bool:
    """Whether an id stands anywhere in a document."""
    if isinstance(document, Mapping):
        return any(_names(candidate_id, value) for value in document.values())
    if isinstance(document, list):
        return any(_names(candidate_id, value) for value in document)
    return bool(document == candidate_id)


def _plain(row: Mapping[Any, Any]) -> dict[str, Any]:
    return {str(name): _written(value) for name, value in row.items() if name not in _KEYS}


def _written(value: Any) -> Any:
    if isinstance(value, datetime):
        return in_utc(value).isoformat()
    return value.isoformat() if isinstance(value, date) else value
