"""What the doors to one kind of row share: a session to write in and one to read in."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime

from sqlalchemy.orm import Session

__all__ = ["Door", "in_utc"]

Sessions = Callable[[], AbstractContextManager[Session]]


class Door:
    """One kind of row of a `Store`; every call is one transaction.

    Parameters
    ----------
    session, reading : callable
        `Store.session` and `Store.reading`.
    """

    def __init__(self, session: Sessions, reading: Sessions) -> None:
        self._session = session
        self._reading = reading


def in_utc(moment: datetime) -> datetime:
    """A stored moment with its zone, which SQLite does not keep."""
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
