import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import bootstrap

from matcher.evaluation import bootstrap as rooms_own
from matcher.evaluation import bootstrap_difference, bootstrap_mean, bootstrap_statistic

VALUES = np.random.default_rng(1).beta(2, 3, size=60)


def rng() -> np.random.Generator:
    return np.random.default_rng(5)


def test_the_interval_is_scipys_within_what_chance_allows() -> None:
    ours = bootstrap_mean(VALUES, rng(), n_resamples=20_000)
    theirs = bootstrap(
        (VALUES,), np.mean, n_resamples=20_000, method="percentile", rng=np.random.default_rng(9)
    ).confidence_interval
    assert (ours.low, ours.high) == pytest.approx((theirs.low, theirs.high), abs=0.002)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=40))
def test_the_interval_lies_within_the_values_and_holds_the_mean_of_alike_ones(values: list[float]) -> None:
    found = bootstrap_mean(values, rng(), n_resamples=50)
    assert min(values) - 1e-9 <= found.low <= found.high <= max(values) + 1e-9
    assert found.value == pytest.approx(float(np.mean(values)))


def test_the_same_seed_gives_the_same_interval() -> None:
    assert bootstrap_mean(VALUES, rng()) == bootstrap_mean(VALUES, rng())


def test_many_queries_are_drawn_a_part_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = bootstrap_mean(VALUES, rng(), n_resamples=100)
    monkeypatch.setattr(rooms_own, "_CELLS_AT_ONCE", 7 * len(VALUES))
    assert bootstrap_mean(VALUES, rng(), n_resamples=100) == whole


def test_a_difference_is_paired() -> None:
    ahead = bootstrap_difference(list(VALUES + 0.1), list(VALUES), rng())
    assert (ahead.value, ahead.low, ahead.high) == pytest.approx((0.1, 0.1, 0.1))


def test_a_difference_of_unequal_numbers_of_queries_is_refused() -> None:
    with pytest.raises(ValueError, match="2 values of ours and 1 of theirs"):
        bootstrap_difference([1, 2], [1], rng())


def test_any_statistic_has_an_interval() -> None:
    found = bootstrap_statistic(len(VALUES), lambda at: float(VALUES[at].mean()), rng())
    assert (found.low, found.high) == pytest.approx(
        (bootstrap_mean(VALUES, rng()).low, bootstrap_mean(VALUES, rng()).high), abs=0.01
    )


@pytest.mark.parametrize("empty", [lambda: bootstrap_mean([], rng()), lambda: bootstrap_statistic(0, len, rng())])
def test_nothing_has_no_interval(empty: object) -> None:
    with pytest.raises(ValueError, match="There is no"):
        empty()  # type: ignore[operator]
