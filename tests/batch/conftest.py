"""A store with some people and vacancies, matched in small parts."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from batch.small_world import Watching, put
from matcher.batch.asked import Request, Summary
from matcher.batch.whole import match_stored
from matcher.engine import Engine
from matcher.store import Store
from strategies import AS_OF

Match = Callable[..., Summary]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Fifty people and forty vacancies."""
    store = Store(f"sqlite:///{tmp_path / 'carematch.db'}")
    store.migrate()
    put(store, 50, 40)
    yield store
    store.close()


@pytest.fixture
def stored(engine: Engine, store: Store) -> Engine:
    """The engine on that store."""
    return replace(engine, store=store, gazetteer=store.gazetteer(engine.gazetteer))


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "matches.parquet"


@pytest.fixture
def match(stored: Engine, store: Store, output: Path) -> Match:
    """Match all that is stored, twenty people at a time unless told otherwise."""

    def run(watching: Watching | None = None, **asked: object) -> Summary:
        request = replace(Request(output, 5, AS_OF, part_size=20), **asked)  # type: ignore[arg-type]
        return match_stored(stored, store, request, watching or Watching())

    return run
