"""The compiled way against the plain one: both are timed, and agree."""

from importlib.util import find_spec

import pytest

from matcher.benchmarks import everything
from matcher.engine import Engine
from matcher.ranking.everything import fitness
from matcher.ranking.everything.fitness import NotFitError
from settled_demo import Templates
from strategies import AS_OF


@pytest.fixture
def numba(request: pytest.FixtureRequest) -> None:
    if find_spec("numba") is None:
        root = request.config.pluginmanager.get_plugin(str(request.config.rootpath / "tests" / "conftest.py"))
        root.missing("numba is not installed (the extra carematch[fast])")  # type: ignore[union-attr]


@pytest.mark.usefixtures("numba")
def test_both_ways_are_timed_on_the_same_nation(engine: Engine, templates: Templates) -> None:
    ratio = everything.compiled_against_plain(engine, templates, AS_OF, (120, 30))
    assert ratio.baseline_seconds > 0 < ratio.measured_seconds
    assert "120 people and 30 vacancies" in ratio.measured


@pytest.mark.usefixtures("numba")
def test_ways_that_disagree_are_not_compared(
    engine: Engine, templates: Templates, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(everything, "_are_same", lambda *_: False)
    with pytest.raises(AssertionError, match="disagree"):
        everything.compiled_against_plain(engine, templates, AS_OF, (20, 5))


def test_without_numba_nothing_is_measured(
    engine: Engine, templates: Templates, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fitness, "find_spec", lambda _: None)
    with pytest.raises(NotFitError, match="carematch"):
        everything.compiled_against_plain(engine, templates, AS_OF, (20, 5))
