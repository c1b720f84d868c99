"""People split into parts."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from matcher.batch.splitting import Rows, part_size, split
from matcher.scoring.places import CandidatePlaces

metres = st.sampled_from([float("nan"), float("inf"), 0.0, 430_000.0, 430_001.0, 520_000.5])


def places_of(points: list[tuple[float, float]]) -> CandidatePlaces:
    n, east, north = len(points), *np.array(points, dtype=float).reshape(-1, 2).T
    none = np.zeros(n, dtype=np.int8)
    return CandidatePlaces(np.arange(n).astype(object), east, north, np.zeros(n), none, np.zeros(n), none, none)


@given(st.lists(st.tuples(metres, metres), max_size=40), st.integers(1, 20))
def test_everybody_is_in_one_part_of_at_most_the_size(points: list[tuple[float, float]], size: int) -> None:
    parts = split(places_of(points), size)
    assert sorted(row for part in parts for row in part) == list(range(len(points)))
    assert all(0 < len(part) <= size for part in parts)
    assert all(list(part) == sorted(part) for part in parts)


@given(st.lists(st.tuples(metres, metres), max_size=40))
def test_who_has_given_no_place_is_in_a_part_with_nobody_who_has(points: list[tuple[float, float]]) -> None:
    placed = np.isfinite(np.array(points, dtype=float).reshape(-1, 2)).all(axis=1)
    assert all(len(set(placed[part])) == 1 for part in split(places_of(points), 16))


def test_a_part_is_of_neighbours() -> None:
    rng = np.random.default_rng(5)
    places = places_of([(float(east), float(north)) for east, north in rng.uniform(0, 100_000, (1600, 2))])
    parts = split(places, 100)
    assert len(parts) == 16
    assert max(_wide(places, part) for part in parts) < 40_000


def _wide(places: CandidatePlaces, part: Rows) -> float:
    return max(float(np.ptp(places.easting_m[part])), float(np.ptp(places.northing_m[part])))


def test_a_nation_is_in_parts_that_fit_and_a_town_in_one() -> None:
    assert [part_size(n) for n in (0, 3_000, 100_000, 1_000_000, 60_000_000)] == [
        10_000,
        10_000,
        10_000,
        31_250,
        50_000,
    ]
