"""What has changed since somebody looked: a log that every writer of candidates and vacancies adds to.

Rows that go through the ORM are seen as they are flushed: `Store.session` puts every transaction under `noting`. A
statement that writes candidates or vacancies past the ORM says so itself, in the same transaction:

    record_changes.note(session, "candidate", ids)     whom it wrote
    record_changes.note_many(session, "vacancy")       so many that whoever reads looks at all of them

A change is anything in the row of a candidate or vacancy, whether anybody else sees a candidate (`Case.is_shown`), and
whether a vacancy waits for a person's approval (`Standing.is_held`). Names and contacts, and who looks after somebody,
are none. What changes nothing is not noted. Journeys that are measured anew change every ranking, and count as all.

A reader asks for `last` before reading the records, then for what is `since` that number, and goes on from the number
of the last change told. None is missed: numbers are given in the order of commits. On SQLite there is one writer at a
time; on PostgreSQL a writer takes a lock when all else is written, draws its numbers and commits under it, so whoever
sees a number sees all that are lower.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal, get_args

import sqlalchemy as sa
from sqlalchemy.orm import Session

from matcher.store.app_tables import CaseRow, VacancyStandingRow
from matcher.store.doors import Door
from matcher.store.tables import Base, CandidateRow, RecordChangeRow, VacancyRow

__all__ = ["MOST_NAMED", "Kind", "RecordChange", "RecordChanges", "note", "note_everything", "note_many", "noting"]

Kind = Literal["candidate", "vacancy"]

MOST_NAMED = 500
"""Judgement: an hour's work of a busy academy is named one by one; whoever reads of more is quicker to look at all."""

# Any number will do, as long as nobody else who shares the server uses it.
_LOCK = 7_281_994
_NOTED = "carematch.noted"


@dataclass(frozen=True, slots=True)
class RecordChange:
    """A candidate or vacancy that is not as it was: added, changed, taken out, hidden, shown, held or released.

    Attributes
    ----------
    seq : int
        Its number; a later one is higher.
    kind : str
        ``candidate`` or ``vacancy``.
    record_id : str or None
        Whose; None: all of the kind have to be looked at.
    """

    seq: int
    kind: Kind
    record_id: str | None


class RecordChanges(Door):
    """The log of a store."""

    def last(self) -> int:
        """The number of the latest change; 0 where there was none yet."""
        with self._reading() as session:
            return _last(session)

    def since(self, seq: int) -> list[RecordChange]:
        """What changed after a number, in order, some perhaps more than once.

        Who comes from before what is kept, or from another database, is told to look at all of both kinds.
        """
        with self._reading() as session:
            if seq == _last(session):  # the usual answer, before every page
                return []
            # The rows first: what is forgotten between the two questions then counts as missed.
            rows = session.scalars(sa.select(RecordChangeRow).filter(RecordChangeRow.id > seq).order_by("id")).all()
            first, last = session.scalar(sa.select(sa.func.min(RecordChangeRow.id))), _last(session)
        if seq > last or (first is not None and seq < first - 1):
            return [RecordChange(last, kind, None) for kind in get_args(Kind)]
        return [RecordChange(row.id, row.kind, row.record_id) for row in rows]  # type: ignore[arg-type]

    def forget(self, before: datetime) -> None:
        """Take out what was noted before a moment, but for the latest, which says where the numbers stand."""
        latest = sa.select(sa.func.max(RecordChangeRow.id)).scalar_subquery()
        with self._session() as session:
            session.execute(
                sa.delete(RecordChangeRow).where(RecordChangeRow.at < before, RecordChangeRow.id < latest),
                execution_options={"synchronize_session": False},
            )


@contextmanager
def noting(session: Session) -> Iterator[None]:
    """Note what a session flushes, and write it down as the last thing before it is committed."""
    sa.event.listen(session, "after_flush", _see)
    yield
    session.flush()
    _write(session)


def note(session: Session, kind: Kind, ids: Iterable[str]) -> None:
    """Note some by id; more than `MOST_NAMED` of a kind in one transaction count as all."""
    noted = session.info.setdefault(_NOTED, {})
    known = noted.setdefault(kind, set())
    if known is not None:
        known.update(ids)
        if len(known) > MOST_NAMED:
            noted[kind] = None


def note_many(session: Session, kind: Kind) -> None:
    """Note so many that all of the kind have to be looked at."""
    session.info.setdefault(_NOTED, {})[kind] = None


def note_everything(session: Session) -> None:
    """Note that all candidates and vacancies have to be looked at."""
    for kind in get_args(Kind):
        note_many(session, kind)


@dataclass(frozen=True, slots=True)
class _Watched:
    """A table whose rows say something of a record: its key, and the columns that matter with what no row means."""

    kind: Kind
    key: str
    usual: Mapping[str, Any] | None = None


_WATCHED: Mapping[type[Base], _Watched] = {
    CandidateRow: _Watched("candidate", "id"),
    VacancyRow: _Watched("vacancy", "id"),
    CaseRow: _Watched("candidate", "candidate_id", {"shared": True, "hidden": False}),
    VacancyStandingRow: _Watched("vacancy", "vacancy_id", {"sex_required": None, "review": None}),
}


def _see(session: Session, _flush: object) -> None:
    """Note the rows of a flush while they still tell what they were before."""
    for rows in (session.new, session.dirty, session.deleted):
        for row in rows:
            watched = _WATCHED.get(type(row))
            if watched is not None and _is_otherwise(session, row, watched.usual):
                note(session, watched.kind, [getattr(row, watched.key)])


def _is_otherwise(session: Session, row: Base, usual: Mapping[str, Any] | None) -> bool:
    if row in session.deleted:
        return True
    if usual is None:
        return session.is_modified(row)
    return any(_differs(row, name, [value] if row in session.new else []) for name, value in usual.items())


def _differs(row: Base, name: str, before: list[Any]) -> bool:
    """Whether a column of a row was written to say something else than before."""
    history = sa.inspect(row).attrs[name].history
    return bool(history.added) and list(history.added) != (list(history.deleted) or before)


def _write(session: Session) -> None:
    """Write down what was noted. Nothing is written after it, so the lock is held for the commit alone."""
    noted: dict[Kind, set[str] | None] = session.info.get(_NOTED, {})
    named = [(kind, one) for kind in sorted(noted) for one in _sorted(noted[kind])]
    if not named:
        return
    if session.get_bind().dialect.name == "postgresql":
        session.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))
    now = datetime.now(UTC)
    rows = [{"kind": kind, "record_id": record_id, "at": now} for kind, record_id in named]
    session.execute(sa.insert(RecordChangeRow.__table__), rows)  # type: ignore[arg-type]


def _sorted(ids: set[str] | None) -> list[str] | list[None]:
    return [None] if ids is None else sorted(ids)


def _last(session: Session) -> int:
    return session.scalar(sa.select(sa.func.max(RecordChangeRow.id))) or 0
