"""From outcomes to a model, and whether it may take the place of the current one."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from outcomes_drawn import CURRENT, Drawn, as_points, draw, points
from sklearn.metrics import roc_auc_score

from matcher.errors import InputError
from matcher.evaluation import Interval
from matcher.learning import beside, held_back, training
from matcher.learning.beside import Beside, Predicted
from matcher.learning.fitting import Fitted, fit_weights
from matcher.learning.held_back import HeldBack, hold_back
from matcher.learning.likelihood import Flags, Floats
from matcher.learning.training import Trained, refuse_too_few, train

NOW = as_points(CURRENT.weights)
ELSEWHERE = points(travel=45.0, pay=25.0)


@pytest.fixture(scope="module")
def learned() -> Trained:
    return train(draw(1_500, ELSEWHERE, np.random.default_rng(1)).examples, CURRENT, np.random.default_rng(0))


@pytest.fixture(scope="module")
def kept() -> Trained:
    return train(draw(60, NOW, np.random.default_rng(2)).examples, CURRENT, np.random.default_rng(0))


def test_weights_that_do_better_on_people_they_have_not_seen_are_no_worse(learned: Trained) -> None:
    assert learned.verdict.is_no_worse
    assert "nDCG@10 within a candidate's referrals +" in learned.verdict.because
    for name in ("log_likelihood", "auc", "ndcg_10"):
        assert learned.held_back.measures[name].difference.low > 0


def test_weights_that_are_kept_change_no_default(kept: Trained) -> None:
    assert kept.fitted.weights == CURRENT.weights
    assert not kept.verdict.is_no_worse
    assert "no reason to move any weight" in kept.verdict.because


def test_where_nothing_moves_there_is_no_difference_at_all(kept: Trained, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(held_back, "fit_weights", lambda *_: kept.fitted)
    found_back = hold_back(draw(60, ELSEWHERE, np.random.default_rng(2)).examples, CURRENT, np.random.default_rng(0))
    for found in found_back.measures.values():
        assert found.learned == found.current
        assert (found.difference.value, found.difference.low, found.difference.high) == (0, 0, 0)


def test_the_same_outcomes_and_seed_give_the_same_model() -> None:
    examples = draw(200, ELSEWHERE, np.random.default_rng(6)).examples
    first, again = (train(examples, CURRENT, np.random.default_rng(3)) for _ in range(2))
    assert (first.fitted, first.calibration, first.verdict) == (again.fitted, again.calibration, again.verdict)


@pytest.mark.parametrize(
    ("measure", "value", "low", "is_no_worse"),
    [
        ("log_likelihood", 0.01, -0.004, True),
        ("log_likelihood", 0.0, -0.005, True),
        ("log_likelihood", 0.02, -0.006, False),
        ("log_likelihood", -0.0001, -0.001, False),
        ("ndcg_10", -0.1, -0.2, True),
        ("auc", -0.1, -0.2, True),
    ],
)
def test_no_worse_means_no_loss_of_likelihood_and_an_interval_that_ends_above_the_margin(
    learned: Trained, measure: str, value: float, low: float, is_no_worse: bool
) -> None:
    worse = Beside(0.5, 0.5 - value, Interval(value, low, 0.1), 100)
    held = replace(learned.held_back, measures={**learned.held_back.measures, measure: worse})
    assert training._verdict(learned.fitted, held).is_no_worse is is_no_worse


@pytest.mark.parametrize(("n_moved", "is_no_worse"), [(5, True), (4, True), (3, False), (0, False)])
def test_outcomes_held_back_say_nothing_of_weights_that_did_not_move_without_them(
    learned: Trained, n_moved: int, is_no_worse: bool
) -> None:
    verdict = training._verdict(learned.fitted, replace(learned.held_back, n_moved=n_moved))
    assert verdict.is_no_worse is is_no_worse


@pytest.mark.parametrize("is_no_worse", [True, False])
def test_the_verdict_says_likelihood_and_shows_the_order_beside_it(learned: Trained, is_no_worse: bool) -> None:
    likelihood = Beside(0.5, 0.49, Interval(0.01, -0.001 if is_no_worse else -0.1, 0.1), 100)
    measures = {**learned.held_back.measures, "log_likelihood": likelihood}
    because = training._verdict(learned.fitted, replace(learned.held_back, measures=measures)).because
    assert ("not shown to be no worse" in because) is not is_no_worse
    assert because.index("mean log-likelihood of an outcome +0.0100 [") < because.index("nDCG@10")


@pytest.mark.parametrize("slope", [0.0, 10.0])
@pytest.mark.parametrize("n", [60, 120])
def test_outcomes_of_chance_or_of_the_current_weights_change_no_default(n: int, slope: float) -> None:
    """In these drawings: of 120, five do (`docs/benchmarks.md`)."""
    for seed in range(3):
        examples = draw(n, NOW, np.random.default_rng(seed), slope).examples
        assert not train(examples, CURRENT, np.random.default_rng(seed)).verdict.is_no_worse


def test_where_nobody_has_both_a_start_and_none_no_order_within_candidates_is_shown() -> None:
    drawn = draw(200, ELSEWHERE, np.random.default_rng(6))
    alone = Drawn(drawn.features, drawn.started, np.arange(200))
    found = hold_back(alone.examples, CURRENT, np.random.default_rng(0))
    assert set(found.measures) == {"log_likelihood", "auc"}


def test_nobodys_outcomes_are_fitted_to_before_they_are_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = draw(120, NOW, np.random.default_rng(6))
    seen: list[set[int]] = []

    def watched(features: Floats, started: Flags, groups: NDArray[np.int64], *rest: Any) -> Fitted:
        seen.append(set(groups.tolist()))
        return fit_weights(features, started, groups, *rest)

    monkeypatch.setattr(held_back, "fit_weights", watched)
    hold_back(drawn.examples, CURRENT, np.random.default_rng(0))
    everybody = set(drawn.groups.tolist())
    left_out = [everybody - known for known in seen]
    assert len(left_out) == held_back.N_PARTS
    assert sorted(person for part in left_out for person in part) == sorted(everybody)


@pytest.mark.parametrize("seed", range(4))
def test_the_area_under_the_curve_is_scikit_learns(seed: int) -> None:
    rng = np.random.default_rng(seed)
    scores, started, counts = rng.integers(0, 6, 40).astype(float), rng.random(40) < 0.4, rng.integers(0, 3, 40)
    expected = roc_auc_score(started, scores, sample_weight=counts)
    predicted = Predicted(scores, scores, scores)
    assert beside._auc(predicted.places, started, counts.astype(float)) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("n_started", "n_others", "n_people", "fault"),
    [
        (19, 50, 60, "19 started and 50 did not, and at least 20 and 10 are needed"),
        (60, 9, 60, "60 started and 9 did not"),
        (0, 0, 0, "0 started"),
        (30, 30, 9, "those of 9 people, and at least 10 are needed"),
    ],
)
def test_too_few_outcomes_are_refused_with_the_figures(
    n_started: int, n_others: int, n_people: int, fault: str
) -> None:
    n = n_started + n_others
    few = Drawn(np.full((n, 10), 0.5), np.arange(n) < n_started, np.arange(n) % max(n_people, 1)).examples
    with pytest.raises(InputError, match=fault):
        refuse_too_few(few)


def test_the_smallest_programme_we_know_is_enough() -> None:
    refuse_too_few(Drawn(np.full((49, 10), 0.5), np.arange(49) < 29, np.arange(49)).examples)


def test_the_calibration_is_no_better_than_on_people_it_has_not_seen(learned: Trained) -> None:
    assert isinstance(learned.held_back, HeldBack)
    assert sum(band.n for band in learned.calibration.bands) == 1_500
    assert learned.held_back.calibration_error < 0.05
    assert learned.held_back.calibration_error_by_chance == pytest.approx(0.03, abs=0.01)
