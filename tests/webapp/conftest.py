"""The app around a real engine and a database of its own, with a few dozen fictional people and vacancies."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from signing_in import Anyones

from matcher.engine import Engine
from matcher.importers.candidates import import_candidates
from matcher.importers.summary import ImportContext
from matcher.importers.vacancies import import_vacancies
from matcher.store import Store
from webapp import create_app

RECORDS = Path(__file__).parent / "records"
AS_OF = date(2026, 11, 22)
SETTINGS = {"AS_OF": AS_OF, "SECRET_KEY": "a key that only tests know", "TESTING": True, "PROPAGATE_EXCEPTIONS": False,
            "RATELIMIT_ENABLED": False}  # fmt: skip


@pytest.fixture(scope="session")
def bare_engine() -> Engine:
    """The shipped taxonomy, places and weights, without a database."""
    return Engine.load()


@pytest.fixture(scope="session")
def filled_database(bare_engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of the records, to be copied."""
    folder = tmp_path_factory.mktemp("filled")
    store = Store(f"sqlite:///{folder}/filled.db")
    store.migrate()
    context = ImportContext(store, bare_engine.taxonomy, bare_engine.gazetteer, folder / "rejects.csv")
    for importer, name in ((import_candidates, "candidates.csv"), (import_vacancies, "vacancies.csv")):
        assert importer(RECORDS / name, context).rejected == 0, (folder / "rejects.csv").read_text()
    store.close()
    return folder / "filled.db"


@pytest.fixture
def store(filled_database: Path, tmp_path: Path) -> Iterator[Store]:
    """A copy of the filled database for one test."""
    copy = tmp_path / "carematch.db"
    copy.write_bytes(filled_database.read_bytes())
    store = Store(f"sqlite:///{copy}")
    yield store
    store.close()


@pytest.fixture
def engine(bare_engine: Engine, store: Store) -> Engine:
    """The engine with the test's own database."""
    return Engine(bare_engine.taxonomy, store.gazetteer(bare_engine.gazetteer), bare_engine.model, store)


@pytest.fixture
def app(engine: Engine, tmp_path: Path) -> Flask:
    """The app, without the token that a browser would carry."""
    app = create_app(engine, {**SETTINGS, "INSTANCE": tmp_path / "instance", "WTF_CSRF_ENABLED": False})
    app.test_client_class = Anyones
    return app


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A browser without JavaScript."""
    return app.test_client()


@pytest.fixture
def page(client: FlaskClient) -> Callable[..., str]:
    """The text of a page that answers 200."""

    def get(address: str, **arguments: object) -> str:
        answer = client.get(address, **arguments)
        assert answer.status_code == 200, answer.text
        return answer.text

    return get


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Name each operation of the API in its test, which schemathesis does not; xdist would run but the last of them."""
    for item in items:
        operation = getattr(item, "operation_label", None)
        if operation:
            item._id = item.id.with_params(operation)
