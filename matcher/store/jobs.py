"""Work in the background, as it is kept between the page that asks for it and the worker that does it."""

import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from matcher.errors import NotFoundError, StoreError
from matcher.store.app_tables import JobRow
from matcher.store.doors import Door, in_utc

__all__ = ["MOST_TRIES", "STALE_AFTER", "Job", "Jobs"]

STALE_AFTER = timedelta(minutes=2)
"""Judgement: a worker beats every few seconds; after two minutes of silence it was stopped."""

MOST_TRIES = 3
"""Judgement: a machine that was restarted during a job does it again; what stops its worker three times always will."""

_OPEN = ("waiting", "running")
_TRIES = "tries"
_GIVEN_UP = f"This was begun {MOST_TRIES} times and broke off each time, so it was given up. The fault is ours."


@dataclass(frozen=True, slots=True)
class Job:
    """One piece of work.

    Attributes
    ----------
    kind, arguments
        What is to be done, and with what.
    state : str
        ``waiting``, ``running``, ``done`` or ``failed``.
    account_id : int or None
        For whom; none for what the program does by itself.
    n_done, n_all : int, int or None
        How far it is, in rows or people; `n_all` is None while nobody knows.
    result, error
        What came of it; `error` is a sentence for the person.
    made_at, ended_at : datetime
        UTC.
    """

    id: str
    kind: str
    state: str
    account_id: int | None
    arguments: Mapping[str, Any]
    n_done: int
    n_all: int | None
    result: Mapping[str, Any] | None
    error: str | None
    made_at: datetime
    ended_at: datetime | None

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come of it."""
        return self.state in {"done", "failed"}


class Jobs(Door):
    """The jobs of a store. Several workers, in several processes, may take from it: each job is taken once."""

    def add(
        self, kind: str, arguments: Mapping[str, Any], account_id: int | None = None, *, job_id: str | None = None
    ) -> Job:
        """Ask for work to be done; under a `job_id` that was asked for before, it is that job."""
        row = JobRow(
            id=job_id or secrets.token_hex(16),
            kind=kind,
            state="waiting",
            account_id=account_id,
            arguments=dict(arguments),
            n_done=0,
            made_at=datetime.now(UTC),
        )
        try:
            with self._session() as session:
                known = session.get(JobRow, row.id)
                if known is None:
                    session.add(row)
                    session.flush()
                return _job(known or row)
        except StoreError:
            # Another process may have asked for the same in the very same moment.
            found = self.find(row.id)
            if found is None:
                raise
            return found

    def get(self, job_id: str) -> Job:
        """One job.

        Raises
        ------
        NotFoundError
            There is none.
        """
        with self._reading() as session:
            return _job(_row(session, job_id))

    def find(self, job_id: str) -> Job | None:
        """One job, if there is one."""
        with self._reading() as session:
            row = session.get(JobRow, job_id)
            return _job(row) if row else None

    def open(self, kind: str) -> list[Job]:
        """The jobs of a kind that wait or run, the oldest first."""
        wanted = sa.select(JobRow).where(JobRow.kind == kind, JobRow.state.in_(_OPEN))
        with self._reading() as session:
            return [_job(row) for row in session.scalars(wanted.order_by(JobRow.made_at, JobRow.id))]

    def take(self, kinds: Collection[str], job_id: str | None = None) -> Job | None:
        """The oldest job that waits, or whose worker has gone silent; it is then ours. None where there is none.

        With `job_id`, that job and no other. One that was begun `MOST_TRIES` times is not begun again: it has failed.
        """
        wanted = _waiting(kinds, job_id)
        with self._reading() as session:
            if session.scalar(wanted) is None:  # asking takes no lock, so that idle workers hold up nobody
                return None
        with self._session() as session:
            while (row := session.scalar(wanted.with_for_update(skip_locked=True))) is not None:
                if _begin(row):
                    return _job(row)
                session.flush()
        return None

    def beat(self, job_id: str, n_done: int, n_all: int | None = None) -> bool:
        """Say that a job is still being done, and how far it is; whether it is still wanted."""
        with self._session() as session:
            row = _row(session, job_id)
            row.n_done, row.n_all, row.beat_at = n_done, n_all, datetime.now(UTC)
            return row.state in _OPEN

    def finish(self, job_id: str, result: Mapping[str, Any]) -> None:
        """Say what came of a job; what is over stays as it is."""
        with self._session() as session:
            row = _row(session, job_id)
            if row.state in _OPEN:
                row.state, row.result, row.ended_at = "done", dict(result), datetime.now(UTC)

    def fail(self, job_id: str, error: str) -> None:
        """Say in a sentence why a job could not be done; what is over stays as it is."""
        with self._session() as session:
            row = _row(session, job_id)
            if row.state in _OPEN:
                _fail(row, error)

    def forget(self, before: datetime, kind: str | None = None) -> int:
        """Delete the jobs, of one kind or of any, that ended before a moment, with what came of them; how many."""
        old = sa.select(JobRow).where(JobRow.ended_at < before)
        if kind is not None:
            old = old.where(JobRow.kind == kind)
        with self._session() as session:
            rows = session.scalars(old).all()
            for row in rows:
                session.delete(row)
            return len(rows)


def _waiting(kinds: Collection[str], job_id: str | None) -> sa.Select[JobRow]:
    is_silent = sa.and_(JobRow.state == "running", JobRow.beat_at < datetime.now(UTC) - STALE_AFTER)
    wanted = sa.select(JobRow).where(sa.or_(JobRow.state == "waiting", is_silent), JobRow.kind.in_(kinds))
    if job_id is not None:
        wanted = wanted.where(JobRow.id == job_id)
    return wanted.order_by(JobRow.made_at, JobRow.id).limit(1)


def _begin(row: JobRow) -> bool:
    """Whether a job may be begun, once more where need be; how often it was is kept where its result will stand."""
    tries = int((row.result or {}).get(_TRIES, 0)) + 1
    if tries > MOST_TRIES:
        _fail(row, _GIVEN_UP)
        return False
    row.state, row.result, row.beat_at = "running", {_TRIES: tries}, datetime.now(UTC)
    return True


def _fail(row: JobRow, error: str) -> None:
    row.state, row.result, row.error, row.ended_at = "failed", None, error, datetime.now(UTC)


def _row(session: Session, job_id: str) -> JobRow:
    row = session.get(JobRow, job_id)
    if row is None:
        raise NotFoundError("There is no such work in the background.")
    return row


def _job(row: JobRow) -> Job:
    return Job(
        id=row.id,
        kind=row.kind,
        state=row.state,
        account_id=row.account_id,
        arguments=row.arguments,
        n_done=row.n_done,
        n_all=row.n_all,
        result=row.result if row.state == "done" else None,
        error=row.error,
        made_at=in_utc(row.made_at),
        ended_at=in_utc(row.ended_at) if row.ended_at else None,
    )
