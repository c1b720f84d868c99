"""Shares drawn towards what their kind and their likeness say, beside a slow and obvious computation."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import expit, logit

from matcher.judging.shrinkage import Spread, counting_noise, log_odds, same, shrunk_shares

KINDS = ["shops", "shops", "shops", "wards", "wards", "schools"]
LIKENESS = np.array([0.2, 0.3, 0.25, 0.8, 0.7, 0.5])
MOVES = np.array([30.0, 100.0, 12.0, 90.0, 20.0, 2.0])
LEAVERS = np.array([600.0, 1200.0, 60.0, 500.0, 150.0, 400.0])
EVERY = np.ones(6, dtype=bool)
SPREAD = Spread((0.2,), 0.1, 0.1)
LEVELS = [same(KINDS)]


def shrunk(moves: np.ndarray = MOVES, spread: Spread = SPREAD, counted: np.ndarray = EVERY) -> np.ndarray:
    return shrunk_shares((moves, LEAVERS), LIKENESS, LEVELS, spread, counted)


def test_it_is_the_mean_of_what_is_left_possible_after_the_counts() -> None:
    """The same by conditioning one large normal distribution, the slope and the intercept as good as unknown."""
    vague = 1e7
    fixed = vague * (1 + np.outer(LIKENESS, LIKENESS))
    lasting = fixed + 0.2 * same(KINDS) + 0.1 * np.eye(6)
    noise = np.diag(counting_noise(MOVES, LEAVERS) + 0.1)
    expected = lasting @ np.linalg.solve(lasting + noise, log_odds(MOVES, LEAVERS))
    assert shrunk() == pytest.approx(expit(expected), rel=1e-4)


def test_a_share_that_is_sure_and_lasts_stays_as_it_is() -> None:
    sure = Spread((0.0,), 1e6, 0.0)
    assert shrunk(spread=sure)[:5] == pytest.approx((MOVES / LEAVERS)[:5], rel=0.05)


def test_where_nothing_lasts_only_the_likeness_tells() -> None:
    odds = logit(shrunk(spread=Spread((0.0,), 0.0, 0.3)))
    slope, intercept = np.polyfit(LIKENESS, odds, 1)
    assert odds == pytest.approx(intercept + slope * LIKENESS)


def test_the_smaller_the_count_the_more_it_is_drawn() -> None:
    """Half of the leavers of the first, and a tenth of those of the others, moved into care."""
    others = np.full(5, 50.0)
    small, large = (
        shrunk_shares((np.r_[n, others], np.r_[2 * n, 10 * others]), LIKENESS, LEVELS, SPREAD, EVERY)[0]
        for n in (10.0, 10_000.0)
    )
    assert 0.1 < small < large < 0.5


@given(st.integers(0, 9))
def test_a_suppressed_count_stands_for_few_whatever_differencing_left_of_it(rest: int) -> None:
    moves = np.where(np.arange(6) == 5, rest, MOVES)
    assert shrunk(moves) == pytest.approx(shrunk(), abs=1e-15)


@given(st.integers(0, 400))
def test_a_count_that_is_left_out_changes_nothing(moves: int) -> None:
    counted = np.arange(6) != 3
    other = np.where(counted, MOVES, moves)
    assert shrunk(other, counted=counted) == pytest.approx(shrunk(counted=counted), abs=1e-15)


@given(st.integers(10, 300), st.integers(1, 200))
def test_more_moves_never_lower_the_share_of_their_own_industry(moves: int, more: int) -> None:
    fewer, many = (np.where(np.arange(6) == 1, n, MOVES) for n in (moves, moves + more))
    assert shrunk(many)[1] > shrunk(fewer)[1]


def test_two_groups_are_together_where_they_share_a_label() -> None:
    assert same(["a", "b", "a"]).tolist() == [[1, 0, 1], [0, 1, 0], [1, 0, 1]]
