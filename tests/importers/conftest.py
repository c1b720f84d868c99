"""A store of its own for every test of an importer."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from matcher.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(f"sqlite:///{tmp_path}/carematch.db")
    store.migrate()
    yield store
    store.close()
