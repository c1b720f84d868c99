from collections.abc import Iterator, Mapping

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.domain import TravelMode
from matcher.errors import DataError
from matcher.geography import mode_speed, travel, travel_minutes

modes = st.sampled_from(list(TravelMode))
kilometres = st.floats(0, 2000)
GOOD = {"speed_kmh": "10", "detour_factor": "1.2", "fixed_minutes": "1"}


@given(kilometres, kilometres, modes)
def test_further_never_takes_less_time(one: float, other: float, mode: TravelMode) -> None:
    near, far = sorted((one, other))
    assert travel_minutes(near, mode) <= travel_minutes(far, mode)


@given(st.lists(kilometres, max_size=20), modes)
def test_many_distances_take_what_each_takes_alone(distances: list[float], mode: TravelMode) -> None:
    together = travel_minutes(np.array(distances), mode)
    assert together.tolist() == [float(travel_minutes(distance, mode)) for distance in distances]


@given(kilometres, modes)
def test_the_minutes_follow_the_formula_of_the_table(distance: float, mode: TravelMode) -> None:
    speed = mode_speed(mode)
    expected = speed.fixed_minutes + 60 * speed.detour_factor * distance / speed.speed_kmh
    assert travel_minutes(distance, mode) == pytest.approx(expected)


def test_walking_is_slowest_and_driving_fastest_over_ten_kilometres() -> None:
    taken = [float(travel_minutes(10.0, mode)) for mode in ("walk", "bus", "cycle", "car")]  # type: ignore[arg-type]
    assert taken == sorted(taken, reverse=True)


def test_an_unknown_distance_takes_an_unknown_time() -> None:
    assert np.isnan(travel_minutes(np.nan, TravelMode.BUS))


@pytest.fixture
def shipped(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, dict[str, str]]]:
    rows = {str(mode): {"mode": str(mode), **GOOD} for mode in TravelMode}
    monkeypatch.setattr(travel, "read_table", lambda *_: iter(rows.values()))
    travel._modes.cache_clear()
    yield rows
    travel._modes.cache_clear()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"speed_kmh": "0"}, "a speed is above 0"),
        ({"detour_factor": "0.9"}, "a detour factor at least 1"),
        ({"fixed_minutes": "-1"}, "fixed minutes at least 0"),
        ({"speed_kmh": "fast"}, "'fast'"),
        ({"mode": "horse"}, "'horse'"),
    ],
)
def test_a_row_that_cannot_be_names_its_table_and_row(
    shipped: dict[str, dict[str, str]], change: Mapping[str, str], words: str
) -> None:
    shipped["cycle"] |= change
    with pytest.raises(DataError, match=r"data/travel/modes\.csv, row 3.*" + words):
        mode_speed(TravelMode.WALK)


def test_a_mode_without_a_row_is_named(shipped: dict[str, dict[str, str]]) -> None:
    del shipped["bus"]
    with pytest.raises(DataError, match="lacks the mode bus"):
        mode_speed(TravelMode.WALK)
