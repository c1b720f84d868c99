"""Sessions that were signed out: no copy of their cookie opens anything, in whichever process and after a restart.

They are few and short-lived, so they share the table of settings, each under a name that no setting has.
"""

import hashlib
from datetime import UTC, datetime

import sqlalchemy as sa

from matcher.errors import StoreError
from matcher.store.app_tables import SettingRow
from matcher.store.doors import Door

__all__ = ["ENDED", "EndedSessions"]

ENDED = "ended:"
"""What the names begin with; the SHA-256 of the session's own random number follows."""


class EndedSessions(Door):
    """The sessions of a store that have ended."""

    def add(self, nonce: str, until: datetime) -> None:
        """Note that a session has ended; its cookie could have been good `until` then (with its zone)."""
        try:
            with self._session() as session:
                session.merge(SettingRow(name=_name(nonce), value=_moment(until)))
        except StoreError:
            # The same session was ended twice in the very same moment.
            if not self.has(nonce):
                raise

    def has(self, nonce: str) -> bool:
        """Whether a session has ended."""
        with self._reading() as session:
            return session.get(SettingRow, _name(nonce)) is not None

    def forget(self, now: datetime) -> None:
        """Take out those whose cookies are too old to be good at a moment."""
        is_over = sa.and_(SettingRow.name.startswith(ENDED, autoescape=True), SettingRow.value < _moment(now))
        with self._session() as session:
            session.execute(sa.delete(SettingRow).where(is_over))


def _name(nonce: str) -> str:
    return ENDED + hashlib.sha256(nonce.encode()).hexdigest()


def _moment(at: datetime) -> str:
    """ISO 8601 in UTC, which sorts as time does."""
    return at.astimezone(UTC).isoformat(timespec="seconds")
