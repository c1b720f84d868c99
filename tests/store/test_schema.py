import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from pydantic import BaseModel

from matcher.domain import Candidate, Place, Provider, Vacancy
from matcher.errors import StoreError
from matcher.store import Person, Store
from matcher.store.tables import Base, CandidateRow, ProviderRow, VacancyRow

PLACE_COLUMNS = {f"place_{field}" for field in Place.__dataclass_fields__}


def test_migrating_twice_keeps_what_is_stored(empty_database_url: str) -> None:
    store = Store(empty_database_url)
    store.migrate()
    store.upsert_candidates([(Candidate(id="C1"), Person())])
    store.migrate()
    assert store.candidates() == [Candidate(id="C1")]
    store.close()


def test_the_migrations_make_the_tables_the_program_reads(store: Store) -> None:
    with store._engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


@pytest.mark.parametrize(("record", "row"), [(Candidate, CandidateRow), (Vacancy, VacancyRow), (Provider, ProviderRow)])
def test_every_field_of_a_record_has_its_columns(record: type[BaseModel], row: type[Base]) -> None:
    fields = {name for field in record.model_fields for name in (PLACE_COLUMNS if field == "place" else {field})}
    assert fields == {column.name for column in sa.inspect(row).columns}


def test_two_programs_may_migrate_at_once(empty_database_url: str) -> None:
    stores = [Store(empty_database_url) for _ in range(3)]
    with ThreadPoolExecutor() as pool:
        list(pool.map(Store.migrate, stores))
    assert stores[0].candidates() == []
    for store in stores:
        store.close()


def test_a_database_of_a_newer_version_is_refused_with_the_remedy(empty_database_url: str) -> None:
    store = Store(empty_database_url)
    store.migrate()
    with store.session() as session:
        session.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match="made by a newer one"):
        store.migrate()
    store.close()


def test_a_database_without_tables_says_to_run_init(empty_database_url: str) -> None:
    with pytest.raises(StoreError, match="run 'carematch init'"):
        Store(empty_database_url).candidates()


def test_a_sqlite_database_is_set_for_safety(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path}/a.db")
    with store.session() as session:
        found = [session.scalar(sa.text(f"PRAGMA {name}")) for name in ("journal_mode", "synchronous", "foreign_keys")]
    assert found == ["wal", 2, 1]


def test_somebody_reading_does_not_wait_for_somebody_writing(store: Store) -> None:
    with store.session() as session:
        session.execute(sa.text("DELETE FROM candidates"))
        assert store.candidates() == []


def test_the_folder_of_a_sqlite_file_is_made(tmp_path: Path) -> None:
    Store(f"sqlite:///{tmp_path}/new/folder/a.db").migrate()
    assert (tmp_path / "new" / "folder" / "a.db").is_file()


def test_the_url_comes_from_the_setting_and_else_is_a_file_in_instance(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CAREMATCH_DATABASE_URL", "sqlite:///set.db")
    assert Store().url == "sqlite:///set.db"
    monkeypatch.delenv("CAREMATCH_DATABASE_URL")
    assert Store().url == "sqlite:///instance/carematch.db"
    assert (tmp_path / "instance").is_dir()


@pytest.mark.parametrize("scheme", ["postgresql", "postgres"])
def test_a_postgresql_url_is_given_the_driver_that_ships(scheme: str) -> None:
    assert Store(f"{scheme}://me:secret@nowhere/name").url == "postgresql+psycopg://me:secret@nowhere/name"


def test_what_is_no_url_is_refused() -> None:
    with pytest.raises(StoreError, match="is not a database URL: write sqlite"):
        Store("carematch.db")


def test_a_database_nobody_has_a_driver_for_is_refused() -> None:
    with pytest.raises(StoreError, match="No driver for the database nosuch"):
        Store("nosuch://host/name")


def test_an_unreachable_server_is_one_line_without_the_password() -> None:
    with pytest.raises(StoreError, match="cannot be used") as caught:
        Store("postgresql://me:secret@127.0.0.1:1/name?connect_timeout=2").candidates()
    assert "secret" not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_no_database_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.db").write_text("this is a letter, not a database" * 100)
    with pytest.raises(StoreError, match="file is not a database"):
        Store(f"sqlite:///{tmp_path}/a.db").migrate()


def test_a_change_that_contradicts_the_database_is_a_store_error(store: Store) -> None:
    with pytest.raises(StoreError, match="refused a change"), store.session() as session:
        session.execute(sa.text("INSERT INTO people (candidate_id, name) VALUES ('nobody', 'Ana')"))


def test_a_locked_sqlite_database_is_waited_for_and_then_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("matcher.store.connection._BUSY_TIMEOUT_MS", 10)
    store = Store(f"sqlite:///{tmp_path}/a.db")
    store.migrate()
    other = sqlite3.connect(tmp_path / "a.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="database is locked"):
        store.upsert_candidates([(Candidate(id="C1"), Person())])
    other.close()
