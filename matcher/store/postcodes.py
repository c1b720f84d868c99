"""Postcodes in bulk: millions of rows, landed chunk by chunk through a staging table.

Each chunk is copied into a temporary table and compared with what is stored by two statements, one that updates what
differs and one that inserts what is new; nothing travels row by row.
"""

from collections.abc import Sequence
from typing import Any, cast

import pandas as pd
import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session

from matcher.errors import StoreError
from matcher.store.counts import Counts
from matcher.store.tables import PostcodeRow

__all__ = ["COLUMNS", "n_postcodes", "upsert_postcodes"]

COLUMNS = ("postcode", "lat", "long", "easting_m", "northing_m", "lsoa11", "lsoa21", "country", "terminated")

_stored = cast("sa.Table", PostcodeRow.__table__)
_staged = sa.Table(
    "staged_postcodes",
    sa.MetaData(),
    *(sa.Column(name, _stored.c[name].type, primary_key=name == "postcode") for name in COLUMNS),
    prefixes=["TEMPORARY"],
)


def upsert_postcodes(session: Session, frame: pd.DataFrame) -> Counts:
    """Store one chunk.

    Parameters
    ----------
    frame : DataFrame
        Columns `COLUMNS`: WGS 84 degrees, British National Grid metres, blank (None or NaN) where unknown; each
        postcode once. Fewer columns are taken as blank.
    """
    if frame.empty:
        return Counts()
    connection = session.connection().execution_options(preserve_rowcount=True)
    _stage(connection, frame)
    updated = connection.execute(_update_changed()).rowcount
    added = connection.execute(_insert_new()).rowcount
    return Counts(added, updated, len(frame) - added - updated)


def _stage(connection: Connection, frame: pd.DataFrame) -> None:
    # Dropped rather than emptied: on PostgreSQL a transaction that is undone takes the table with it.
    _staged.drop(connection, checkfirst=True)
    _staged.create(connection)
    rows = list(zip(*(_cells(frame, name) for name in COLUMNS), strict=True))
    if connection.dialect.name == "postgresql":
        _copy(connection, rows)
    else:
        marks = ", ".join("?" * len(COLUMNS))
        connection.exec_driver_sql(f"INSERT INTO {_staged.name} VALUES ({marks})", rows)  # noqa: S608 - our own names


def _copy(connection: Connection, rows: Sequence[tuple[object, ...]]) -> None:
    """PostgreSQL's own way in for many rows, which SQLAlchemy does not wrap."""
    import psycopg

    cursor: Any = connection.connection.cursor()
    try:
        with cursor, cursor.copy(f"COPY {_staged.name} FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
    except psycopg.Error as error:
        raise StoreError(f"PostgreSQL did not take the postcodes: {error}") from error
    connection.execute(sa.text(f"ANALYZE {_staged.name}"))


def _cells(frame: pd.DataFrame, name: str) -> list[object]:
    if name not in frame:
        return [None] * len(frame)
    column = frame[name]
    if isinstance(_stored.c[name].type, sa.Integer):
        column = column.astype("Int64")
    cells: list[object] = column.tolist()
    for place in column.isna().to_numpy().nonzero()[0]:
        cells[place] = None
    return cells


def _update_changed() -> sa.Update:
    filled = {name: sa.func.coalesce(_staged.c[name], _stored.c[name]) for name in COLUMNS if name != "postcode"}
    differs = sa.or_(*(value.is_distinct_from(_stored.c[name]) for name, value in filled.items()))
    return sa.update(_stored).values(filled).where(_stored.c.postcode == _staged.c.postcode, differs)


def _insert_new() -> sa.Insert:
    stored_alike = sa.exists().where(_stored.c.postcode == _staged.c.postcode)
    new = sa.select(*(_staged.c[name] for name in COLUMNS)).where(~stored_alike).order_by(_staged.c.postcode)
    return sa.insert(_stored).from_select(COLUMNS, new)


def n_postcodes(session: Session) -> int:
    """How many postcodes are stored."""
    return session.scalar(sa.select(sa.func.count()).select_from(PostcodeRow)) or 0
