"""From scores to chances: a monotone table, careful with few outcomes."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.evaluation import expected_calibration_error
from matcher.learning.calibration import fit_calibration


def scored(n: int, rng: np.random.Generator, slope: float = 8.0) -> tuple[np.ndarray, np.ndarray]:
    """Scores, and starts with log-odds that rise by `slope` over the scale."""
    scores = rng.beta(5, 4, n) * 100
    return scores, rng.random(n) < 1 / (1 + np.exp(-slope * (scores / 100 - 0.55)))


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 100), st.booleans()), min_size=1, max_size=120))
def test_chances_never_fall_as_scores_rise_and_lie_between_0_and_1(cases: list[tuple[int, bool]]) -> None:
    scores, started = np.array([s for s, _ in cases], dtype=float), np.array([did for _, did in cases])
    found = fit_calibration(scores, started).chance(np.linspace(0, 100, 201))
    assert (np.diff(found) >= -1e-12).all()
    assert 0 < found.min() <= found.max() < 1


@settings(max_examples=40)
@given(st.lists(st.tuples(st.integers(0, 8), st.booleans()), min_size=1, max_size=120), st.randoms())
def test_the_order_of_the_outcomes_does_not_matter_and_equal_scores_are_never_parted(
    cases: list[tuple[int, bool]], random: object
) -> None:
    def table(rows: list[tuple[int, bool]]) -> list[tuple[float, float, int, int]]:
        found = fit_calibration(np.array([s for s, _ in rows], dtype=float), np.array([did for _, did in rows]))
        return [(band.low, band.high, band.n, band.n_started) for band in found.bands]

    mixed = list(cases)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    bands = table(cases)
    assert bands == table(mixed)
    assert all(lower[1] < upper[0] for lower, upper in pairwise(bands))
    assert sum(band[2] for band in bands) == len(cases)


def test_no_band_is_of_fewer_than_ten_people_where_scores_differ() -> None:
    scores, started = scored(49, np.random.default_rng(1))
    assert [band.n for band in fit_calibration(scores, started).bands] == [12, 12, 12, 13]


def test_everybody_starting_does_not_make_a_chance_of_one() -> None:
    found = fit_calibration(np.linspace(20, 90, 30), np.ones(30, dtype=bool)).chance(np.array([90.0]))
    assert 0.8 < found[0] < 1


def test_a_few_outcomes_that_run_backwards_make_a_flat_table() -> None:
    scores = np.arange(40.0)
    found = fit_calibration(scores, scores < 20).chance(np.array([0.0, 39.0]))
    assert found[1] - found[0] < 0.2


def test_many_outcomes_make_the_table_what_happened_even_where_that_is_no_line() -> None:
    rng = np.random.default_rng(2)
    scores = rng.uniform(0, 100, 20_000)
    started = rng.random(20_000) < np.where(scores < 50, 0.2, 0.7)
    found = fit_calibration(scores, started).chance(np.array([10.0, 30.0, 75.0, 95.0]))
    assert found == pytest.approx([0.2, 0.2, 0.7, 0.7], abs=0.04)


def test_after_500_outcomes_chances_of_other_people_are_off_by_less_than_five_in_a_hundred() -> None:
    errors = []
    for seed in range(20):
        rng = np.random.default_rng(seed)
        table = fit_calibration(*scored(500, rng))
        others, did = scored(5_000, rng)
        errors.append(expected_calibration_error(table.chance(others), did))
    assert float(np.mean(errors)) <= 0.05


@pytest.mark.parametrize(("n_scores", "n_started"), [(0, 0), (3, 2)])
def test_a_score_is_needed_for_each_outcome(n_scores: int, n_started: int) -> None:
    with pytest.raises(ValueError, match="score is needed for each outcome"):
        fit_calibration(np.zeros(n_scores), np.zeros(n_started, dtype=bool))
