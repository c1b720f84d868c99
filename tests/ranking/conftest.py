"""The two ways of matching everybody with everything, and a small nation to match."""

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from matcher.benchmarks.national import make_nation
from matcher.domain import Candidate, Vacancy
from matcher.engine import Engine
from matcher.ranking import everything, warm
from ranking.everything_oracle import Columns, Way, columns_of
from settled_demo import settled_demo
from strategies import AS_OF

MakeNation = Callable[..., Columns]


@pytest.fixture(scope="session")
def compiled_way(engine: Engine, request: pytest.FixtureRequest) -> Way:
    """The compiled way, compiled once for all tests."""
    if find_spec("numba") is None:
        root = request.config.pluginmanager.get_plugin(str(request.config.rootpath / "tests" / "conftest.py"))
        root.missing("numba is not installed (the extra carematch[fast])")  # type: ignore[union-attr]
    _forget_what_is_out_of_date()
    way = Way(fast=True)
    way(engine, columns_of([Candidate(id="C")], [Vacancy(id="V")]), 1, n_threads=2)
    return way


@pytest.fixture(params=["plain", "compiled"], scope="session")
def way(request: pytest.FixtureRequest) -> Way:
    """Either way."""
    return Way(fast=False) if request.param == "plain" else request.getfixturevalue("compiled_way")


@pytest.fixture(scope="session")
def nation(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> MakeNation:
    """Makes the columns of a small nation: of so many people and vacancies, by a seed."""
    templates = settled_demo(tmp_path_factory.mktemp("demo"))

    def make(n: int, m: int, seed: int = 1) -> Columns:
        made = make_nation((n, m), templates, engine.taxonomy, AS_OF, np.random.default_rng(seed))
        return made.people, made.work

    return make


def _forget_what_is_out_of_date() -> None:
    """Take away what the compiler kept from before any change in the rooms: it looks at one file at a time itself."""
    folders = [Path(str(room.__file__)).parent for room in (everything, warm)]
    newest = max(path.stat().st_mtime for folder in folders for path in folder.glob("*.py"))
    for kept in (path for folder in folders for path in folder.glob("__pycache__/*.nbi")):
        if kept.stat().st_mtime < newest:
            kept.unlink(missing_ok=True)
