"""A store with a few people and vacancies, and what jobs work with."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from things_to_do import PlainLinks, a_vacancy

from matcher.domain import Candidate
from matcher.engine import Engine
from matcher.jobs import Setting
from matcher.store import Person, Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Two people in Leeds, three vacancies."""
    store = Store(f"sqlite:///{tmp_path}/carematch.db")
    store.migrate()
    people = [Candidate(id=name, postcode="LS9 7TF", skills=("personal care",)) for name in ("C1", "C2")]
    store.upsert_candidates([(person, Person(name=f"Ann {person.id}")) for person in people])
    store.upsert_vacancies([a_vacancy(name) for name in ("V1", "V2", "V3")])
    yield store
    store.close()


@pytest.fixture
def setting(engine: Engine, store: Store, tmp_path: Path) -> Setting:
    """What jobs of that store work with; no mail server is named."""
    whole = Engine(engine.taxonomy, store.gazetteer(engine.gazetteer), engine.model, store)
    return Setting(whole, PlainLinks(), tmp_path / "outbox", date(2026, 11, 22))


@pytest.fixture(autouse=True)
def no_mail_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CAREMATCH_SMTP_URL", raising=False)
