"""Weights fitted to outcomes: the promises they keep, and how far so many outcomes move them."""

import math
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from outcomes_drawn import CURRENT, Drawn, as_points, draw, model_of, points

from matcher.learning.fitting import Fitted, fit_weights
from matcher.learning.likelihood import Flags, Floats, Hold, Line, ShareFit, fit_shares, keep_shares
from matcher.scoring.model import CAPS, FEATURES, Model

NOW = as_points(CURRENT.weights)
ELSEWHERE = points(travel=40.0, pay=20.0, essential_skills=10.0)


def fit(drawn: Drawn, seed: int = 0, current: Model = CURRENT) -> Fitted:
    return fit_weights(drawn.features, drawn.started, drawn.groups, current, np.random.default_rng(seed))


def test_thousands_of_outcomes_find_the_truth() -> None:
    fitted = fit(draw(5_000, ELSEWHERE, np.random.default_rng(3)))
    assert np.abs(as_points(fitted.weights) - ELSEWHERE).max() < 5
    assert fitted.slope == pytest.approx(0.1, abs=0.02)


@pytest.mark.parametrize("seed", range(8))
def test_tens_of_outcomes_hardly_move_the_weights(seed: int) -> None:
    fitted = fit(draw(49, ELSEWHERE, np.random.default_rng(seed)))
    assert np.abs(as_points(fitted.weights) - NOW).max() <= 2.5


@pytest.mark.parametrize("n", [49, 500])
def test_where_the_current_weights_are_the_truth_they_are_kept(n: int) -> None:
    kept = [fit(draw(n, NOW, np.random.default_rng(seed))).is_current for seed in range(6)]
    assert sum(kept) >= 5


@pytest.mark.parametrize("n", [49, 60])
def test_tens_of_outcomes_drawn_at_random_hardly_move_the_weights(n: int) -> None:
    drawn = [draw(n, NOW, np.random.default_rng(seed), slope=0.0) for seed in range(6)]
    assert max(np.abs(as_points(fit(each).weights) - NOW).max() for each in drawn) <= 2.5


def test_weights_that_would_move_by_less_than_anybody_hears_are_kept() -> None:
    moved = [as_points(fit(draw(120, ELSEWHERE, np.random.default_rng(seed))).weights) - NOW for seed in range(6)]
    most = [np.abs(each).max() for each in moved]
    assert all(each == 0 or each >= 0.5 for each in most)
    assert max(most) >= 0.5


def test_weights_move_even_where_current_scores_say_nothing_of_starting() -> None:
    """Pay alone decides, and skills more than make up for it in the score: a search may never leave the flat line."""
    rng = np.random.default_rng(2)
    features = rng.uniform(0.2, 0.8, (600, len(FEATURES)))
    skills = FEATURES.index("essential_skills")
    pay = features[:, FEATURES.index("pay")]
    features[:, skills] = 0.45 + features[:, skills] / 10 - 1.5 * (pay - 0.5)
    started = rng.random(600) < 1 / (1 + np.exp(4 - 8 * pay))
    hold = Hold(NOW / 100, np.ones(len(FEATURES)))
    assert keep_shares(features, started, hold).line.slope == 0
    fitted = fit_weights(features, started, np.arange(600) // 4, CURRENT, rng)
    assert fitted.weights["pay"] > CURRENT.weights["pay"] + 20


def test_what_is_kept_is_kept_to_the_last_bit() -> None:
    fitted = fit(draw(49, NOW, np.random.default_rng(1)))
    assert math.isinf(fitted.strength)
    assert fitted.weights == CURRENT.weights


def test_more_outcomes_of_one_truth_come_nearer_to_it() -> None:
    away = [
        np.mean([np.abs(as_points(fit(draw(n, ELSEWHERE, np.random.default_rng(s))).weights) - ELSEWHERE).sum()
                 for s in range(3)])
        for n in (49, 500, 4_000)
    ]  # fmt: skip
    assert away[0] > away[1] > away[2]


@settings(max_examples=40)
@given(
    st.integers(1, 120),
    st.integers(0, 2**32 - 1),
    st.sampled_from(["any", "all", "none", "by_sector", "against"]),
    st.booleans(),
)
def test_weights_are_never_negative_sum_to_100_and_keep_within_their_caps(
    n: int, seed: int, who: str, repeated: bool
) -> None:
    rng = np.random.default_rng(seed)
    features = rng.random((n, 10)) if not repeated else np.repeat(rng.random((1, 10)), n, axis=0)
    sector = features[:, FEATURES.index("prior_sector")]
    started = {
        "any": rng.random(n) < 0.5,
        "all": np.ones(n, dtype=bool),
        "none": np.zeros(n, dtype=bool),
        "by_sector": sector > np.median(sector),
        "against": features @ NOW < np.median(features @ NOW),
    }[who]
    fitted = fit_weights(features, started, rng.integers(0, n, n), CURRENT, rng)
    weights = as_points(fitted.weights)
    assert list(fitted.weights) == list(FEATURES)
    assert weights.min() >= 0
    assert weights.sum() == pytest.approx(100, abs=1e-9)
    assert all(fitted.weights[name] <= cap for name, cap in CAPS.items())
    assert fitted.slope >= 0
    assert fitted.n == n


def test_a_capped_weight_stops_at_its_cap_however_much_the_outcomes_ask_for() -> None:
    truth = points(prior_sector=60.0)
    assert fit(draw(3_000, truth, np.random.default_rng(2))).weights["prior_sector"] == CAPS["prior_sector"]


def test_scores_that_run_against_the_outcomes_leave_the_weights_alone() -> None:
    drawn = draw(400, NOW, np.random.default_rng(5))
    fitted = fit_weights(drawn.features, ~drawn.started, drawn.groups, CURRENT, np.random.default_rng(0))
    assert fitted.slope >= 0
    assert as_points(fitted.weights).sum() == pytest.approx(100)


def test_the_outcomes_of_one_candidate_teach_nothing() -> None:
    drawn = draw(400, ELSEWHERE, np.random.default_rng(0))
    alone = np.zeros(len(drawn.started), dtype=np.int64)
    assert fit_weights(drawn.features, drawn.started, alone, CURRENT, np.random.default_rng(0)).is_current


def test_the_same_seed_gives_the_same_weights() -> None:
    drawn = draw(500, ELSEWHERE, np.random.default_rng(4))
    assert fit(drawn, seed=9) == fit(drawn, seed=9)


def test_what_is_fitted_to_is_what_it_is_held_to() -> None:
    there = model_of(ELSEWHERE)
    fitted = fit(draw(200, ELSEWHERE, np.random.default_rng(1)), current=there)
    assert np.abs(as_points(fitted.weights) - ELSEWHERE).max() < np.abs(NOW - ELSEWHERE).max() / 4


def _held_loss(fit_: ShareFit, features: Floats, started: Flags, hold: Hold, strength: float) -> float:
    """What is made as small as it can be, written out plainly."""
    total = strength * (fit_.line.slope / 5) ** 2 * float(((fit_.shares - hold.shares) ** 2).sum())
    total += fit_.line.intercept**2 / (2 * 10.0**2) + fit_.line.slope**2 / (2 * 20.0**2)
    for row, did in zip(features, started, strict=True):
        chance = 1 / (1 + math.exp(-fit_.line.intercept - fit_.line.slope * float(row @ fit_.shares)))
        total -= math.log(chance if did else 1 - chance)
    return total


@pytest.mark.parametrize("strength", [0.5, 20.0, 1_000.0])
@pytest.mark.parametrize("begin", ["held", "elsewhere"])
def test_no_line_and_shares_on_a_fine_grid_are_better_than_those_found(strength: float, begin: str) -> None:
    rng = np.random.default_rng(11)
    features = rng.random((60, 3))
    started = rng.random(60) < 1 / (1 + np.exp(4 - 8 * features[:, 1]))
    hold = Hold(np.array([0.5, 0.3, 0.2]), np.array([1.0, 0.6, 1.0]))
    held = keep_shares(features, started, hold)
    start = held if begin == "held" else ShareFit(Line(3.0, 0.0), np.array([0.0, 0.0, 1.0]))
    found = fit_shares(start, features, started, hold, strength)
    least = _held_loss(found, features, started, hold, strength)
    for first, second in product(np.arange(0, 1.01, 0.1), np.arange(0, 0.61, 0.1)):
        if first + second > 1 + 1e-9:
            continue
        shares = np.array([first, second, 1 - first - second])
        for slope, shift in product((2, 3, 4, 5, 6, 8, 10, 14), np.arange(-0.6, 0.61, 0.2)):
            there = ShareFit(Line(shift - slope * float((features @ shares).mean()), slope), shares)
            assert _held_loss(there, features, started, hold, strength) >= least - 1e-6
