"""Pairs in reach, counted by the compiled loop's own Python, against every pair looked at."""

from importlib.util import find_spec

import numpy as np
import pytest

from matcher.benchmarks.national import make_nation
from matcher.benchmarks.nationwide.streaming import count_in_reach
from matcher.engine import Engine
from matcher.geography import distance_km
from matcher.ranking.everything.partition import reach_km
from settled_demo import Templates
from strategies import AS_OF


@pytest.fixture
def loops(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if find_spec("numba") is None:
        root = request.config.pluginmanager.get_plugin(str(request.config.rootpath / "tests" / "conftest.py"))
        root.missing("numba is not installed (the extra carematch[fast])")  # type: ignore[union-attr]
    from matcher.benchmarks.nationwide import streaming_loops

    for name in ("count", "stream"):
        monkeypatch.setattr(streaming_loops, name, getattr(streaming_loops, name).py_func)


@pytest.mark.usefixtures("loops")
def test_as_many_pairs_are_in_reach_as_looking_at_each_finds(engine: Engine, templates: Templates) -> None:
    made = make_nation((60, 80), templates, engine.taxonomy, AS_OF, np.random.default_rng(6))
    people, work = made.people, made.work
    km = distance_km(
        people.easting_m[:, None] / 6,
        people.northing_m[:, None] / 6,
        work.easting_m / 6,
        work.northing_m / 6,
        work.radius_km,
    )
    expected = ((km <= reach_km(people)[:, None]) & ~work.live_in).sum(axis=1)
    assert expected.any()
    assert not expected[np.isnan(people.easting_m)].any()
    for side in (people, work):
        side.easting_m[:], side.northing_m[:] = side.easting_m / 6, side.northing_m / 6
    np.testing.assert_array_equal(count_in_reach(people, work), expected)


@pytest.mark.usefixtures("loops")
def test_every_row_asked_for_is_read_and_the_first_follow_the_last() -> None:
    from matcher.benchmarks.nationwide.streaming_loops import stream

    rows = np.arange(12, dtype=np.float32).reshape(3, 4)
    assert stream(rows, np.array([2, 0]), np.array([5, 0])) == rows.sum() + rows[2].sum() + rows[0].sum()
