"""Connecting to SQLite or PostgreSQL, and saying plainly when that fails."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import URL, Connection, Engine, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError, NoSuchModuleError, SQLAlchemyError

from matcher.errors import StoreError

__all__ = ["DEFAULT_URL", "connect", "database_url", "said_plainly"]

DEFAULT_URL = "sqlite:///instance/carematch.db"
# Judgement: a second advisor's import of a few thousand rows is done well within half a minute.
_BUSY_TIMEOUT_MS = 30_000
_RETRY_MS = 50
_MISSING_TABLE = ("no such table", "no such column", "does not exist")


def database_url(url: str | None = None) -> URL:
    """The database to use: `url`, else ``CAREMATCH_DATABASE_URL``, else a file in ``instance/``.

    Raises
    ------
    StoreError
        The text is no database URL.
    """
    text = url or os.environ.get("CAREMATCH_DATABASE_URL") or DEFAULT_URL
    try:
        parsed = make_url(text)
    except ArgumentError:
        raise StoreError(
            f"'{text}' is not a database URL: write sqlite:///folder/file.db or postgresql://user@host/name "
            "in CAREMATCH_DATABASE_URL."
        ) from None
    if parsed.drivername in {"postgresql", "postgres"}:
        return parsed.set(drivername="postgresql+psycopg")
    return parsed


def connect(url: URL) -> Engine:
    """An engine for `url`; the folder of a SQLite file is made if need be.

    Raises
    ------
    StoreError
        No driver for such a database, or the folder cannot be made.
    """
    with said_plainly(url):
        if url.get_backend_name() == "sqlite" and url.database and not url.database.startswith((":", "file:")):
            Path(url.database).parent.mkdir(parents=True, exist_ok=True)
        engine = sa.create_engine(url, hide_parameters=True)  # what an error quotes may reach a log
    if engine.dialect.name == "sqlite":
        sa.event.listen(engine, "connect", _set_pragmas)
        sa.event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def said_plainly(url: URL) -> Iterator[None]:
    """Turn a driver's errors into one `StoreError` that names the database and the remedy."""
    where = url.render_as_string(hide_password=True)
    try:
        yield
    except IntegrityError as error:
        raise StoreError(f"The database {where} refused a change that contradicts it: {_first_line(error)}.") from error
    except (NoSuchModuleError, ModuleNotFoundError) as error:
        raise StoreError(
            f"No driver for the database {where}: install it with pip install 'carematch[postgresql]', or use SQLite."
        ) from error
    except (SQLAlchemyError, OSError) as error:
        raise StoreError(_plain(where, error)) from error


def _plain(where: str, error: Exception) -> str:
    reason = _first_line(error)
    if any(words in reason for words in _MISSING_TABLE):
        return f"The database {where} is not set up for this version of carematch: run 'carematch init'."
    return f"The database {where} cannot be used ({reason}): check CAREMATCH_DATABASE_URL, and that it can be written."


def _first_line(error: Exception) -> str:
    cause = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    return (str(cause).strip().splitlines() or [type(cause).__name__])[0].rstrip(".")


def _set_pragmas(connection: Any, _record: Any) -> None:
    # The driver's own transactions begin only at the first write, too late for a consistent read: we begin them.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {_BUSY_TIMEOUT_MS}")
    _write_ahead(cursor)
    for pragma in ("synchronous = FULL", "foreign_keys = ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _write_ahead(cursor: Any) -> None:
    """Turn the write-ahead log on. Two programs that do so at once on a new file meet a lock that no timeout covers."""
    for remaining in reversed(range(_BUSY_TIMEOUT_MS // _RETRY_MS)):
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if not remaining or "locked" not in str(error):
                raise
            time.sleep(_RETRY_MS / 1000)
        else:
            return


def _begin(connection: Connection) -> None:
    # A transaction that will write takes its lock at once: one that reads first may not be able to get it later.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
