"""Many new rows at once, handed to the driver as tuples: an object a row costs ten times what the database takes.

What a column stores is still said by its type alone: values go through the processor that SQLAlchemy would bind them
with, but for lists of names in columns of JSON, which stand in nearly every row and whose names are few: each name is
written out once. SQLite takes the tuples in one statement, PostgreSQL by COPY.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any, cast

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from matcher.store.tables import Base

__all__ = ["insert_new"]

Processor = Callable[[Any], Any]

# Judgement: a taxonomy has some thousand names; those that no term fits are not to fill the memory.
_MOST_REMEMBERED = 20_000


def insert_new(session: Session, row_type: type[Base], entries: Sequence[dict[str, Any]]) -> None:
    """Insert rows whose keys nobody has.

    Parameters
    ----------
    entries : sequence of dict
        The columns of each row, the same in all, those with a default too; where they are None the default is stored,
        as the ORM has it.

    Raises
    ------
    IntegrityError
        A key is there already.
    """
    if not entries:
        return
    connection = session.connection()
    filled = [column for column in cast("sa.Table", row_type.__table__).columns if column.name in entries[0]]
    given = zip(*map(_taker(filled), entries), strict=True)
    bound = [_bound(column, values, connection.dialect) for column, values in zip(filled, given, strict=True)]
    if connection.dialect.name == "postgresql":
        _copy(connection, filled, zip(*bound, strict=True))
    else:
        insert = sa.insert(filled[0].table).compile(connection, column_keys=[column.name for column in filled])
        connection.exec_driver_sql(str(insert), list(zip(*bound, strict=True)))


def _taker(columns: Sequence[sa.Column[Any]]) -> Callable[[dict[str, Any]], tuple[Any, ...]]:
    """Takes the values of some columns, of which there are two at least, out of an entry."""
    return itemgetter(*(column.name for column in columns))


def _bound(column: sa.Column[Any], values: Sequence[Any], dialect: sa.Dialect) -> Sequence[Any]:
    """What the driver is given for one column, (n_rows,)."""
    if isinstance(column.default, sa.ColumnDefault):
        values = [column.default.arg if value is None else value for value in values]
    process = column.type.dialect_impl(dialect).bind_processor(dialect)
    if process is not None and isinstance(column.type, sa.JSON):
        return [_listed(value) if isinstance(value, list) else process(value) for value in values]
    return values if process is None else _processed(values, process)


def _listed(names: Iterable[Any]) -> str:
    """A list as `json.dumps` writes it."""
    return f"[{', '.join(map(_written, names))}]"


_written = lru_cache(_MOST_REMEMBERED, typed=True)(json.dumps)


def _processed(values: Sequence[Any], process: Processor) -> list[Any]:
    """Values as they are bound; rows that were read from one cell share its list, which is written out once."""
    which = [id(value) for value in values]
    done = {one: process(value) for one, value in dict(zip(which, values, strict=True)).items()}
    return [done[one] for one in which]


def _copy(connection: sa.Connection, columns: Sequence[sa.Column[Any]], rows: Iterable[tuple[Any, ...]]) -> None:
    """COPY, whose errors come past SQLAlchemy and are told as its own."""
    quote = connection.dialect.identifier_preparer.quote
    names = ", ".join(quote(column.name) for column in columns)
    statement = f"COPY {quote(columns[0].table.name)} ({names}) FROM STDIN"
    driver = cast("Any", connection.connection.driver_connection)
    errors = cast("Any", connection.dialect.loaded_dbapi).Error
    try:
        with driver.cursor() as cursor, cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row(row)
    except errors as error:
        raise DBAPIError.instance(statement, None, error, errors, hide_parameters=True) from error
