"""Measured journeys: landed chunk by chunk through a staging table, and read whole into arrays."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from time import monotonic
from typing import Any, cast

import pandas as pd
import sqlalchemy as sa
from sqlalchemy.orm import Session

from matcher.geography import TravelTimes
from matcher.store.counts import Counts
from matcher.store.tables import TravelTimeRow

__all__ = ["COLUMNS", "StoredTravelTimes", "upsert_travel_times"]

COLUMNS = ("origin", "destination", "mode", "minutes")
_KEY = COLUMNS[:3]
# Another process may import travel times too: what it changed is seen within a minute.
_FRESH_SECONDS = 60
_READ_ROWS = 10_000

_stored = cast("sa.Table", TravelTimeRow.__table__)
_staged = sa.Table(
    "staged_travel_times",
    sa.MetaData(),
    *(sa.Column(name, _stored.c[name].type, primary_key=name in _KEY) for name in COLUMNS),
    prefixes=["TEMPORARY"],
)
_same = sa.and_(*(_stored.c[name] == _staged.c[name] for name in _KEY))


def upsert_travel_times(session: Session, frame: pd.DataFrame) -> Counts:
    """Store one chunk; what is stored already takes the new minutes.

    Parameters
    ----------
    frame : DataFrame
        Columns `COLUMNS`; each origin, destination and mode once.
    """
    if frame.empty:
        return Counts()
    connection = session.connection().execution_options(preserve_rowcount=True)
    # Dropped rather than emptied: on PostgreSQL a transaction that is undone takes the table with it.
    _staged.drop(connection, checkfirst=True)
    _staged.create(connection)
    rows = zip(*(frame[name].tolist() for name in COLUMNS), strict=True)
    connection.execute(sa.insert(_staged), [dict(zip(COLUMNS, row, strict=True)) for row in rows])
    changed = sa.update(_stored).values(minutes=_staged.c.minutes)
    updated = connection.execute(changed.where(_same, _stored.c.minutes != _staged.c.minutes)).rowcount
    new = sa.select(*_staged.columns).where(~sa.exists().where(_same)).order_by(*(_staged.c[name] for name in _KEY))
    added = connection.execute(sa.insert(_stored).from_select(COLUMNS, new)).rowcount
    return Counts(added, updated, len(frame) - added - updated)


class StoredTravelTimes:
    """The stored table as arrays, read when it is first asked for and again once it has changed.

    Parameters
    ----------
    reading : callable
        Opens a session that reads.
    """

    def __init__(self, reading: Callable[[], AbstractContextManager[Session]]) -> None:
        self._reading = reading
        self._checked: float | None = None
        self._state: tuple[Any, ...] | None = None
        self._table: TravelTimes | None = None

    def look_again(self) -> None:
        """See at the next question whether the stored table has changed."""
        self._checked = None

    def table(self) -> TravelTimes | None:
        """The table; None where nothing is stored."""
        if self._checked is None or monotonic() - self._checked > _FRESH_SECONDS:
            with self._reading() as session:
                state = _state(session)
                if state != self._state:
                    self._table, self._state = _read(session), state
            self._checked = monotonic()
        return self._table


def _state(session: Session) -> tuple[Any, ...]:
    """How many rows there are and the sum of their minutes: what an import that changes something changes."""
    return tuple(session.execute(sa.select(sa.func.count(), sa.func.sum(TravelTimeRow.minutes))).one())


def _read(session: Session) -> TravelTimes | None:
    rows = session.execute(sa.select(*_stored.columns), execution_options={"yield_per": _READ_ROWS})
    table = TravelTimes.from_rows((row[0], row[1], row[2], row[3]) for row in rows)
    return table if len(table) else None
