"""Referrals, what becomes of them, and how methods are measured where the truth is known."""

from collections import Counter
from datetime import timedelta

import numpy as np
import pytest

from matcher.domain import Stage
from matcher.evaluation import Qrels, Run, judge, ndcg_at
from matcher.importers.demo import DEMO_DAY
from matcher.judging.simulation import referrals as room
from matcher.judging.simulation.fates import Fates, follow, long_run_chances, number_of
from matcher.judging.simulation.measures import calibration_error, mean_ndcg
from matcher.judging.simulation.referrals import Referrals, refer
from matcher.learning.referred import Fate, read_referred

SHAPE = (400, 30)


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(20261125)


@pytest.fixture
def open_(rng: np.random.Generator) -> np.ndarray:
    return rng.random(SHAPE) < 0.7


def referred(rng: np.random.Generator, open_: np.ndarray) -> Referrals:
    return refer(rng.random(SHAPE), open_, np.full(SHAPE, 0.3), rng)


def followed(rng: np.random.Generator, open_: np.ndarray) -> Fates:
    return follow(referred(rng, open_), np.full(SHAPE, 0.3), rng)


def share_at_top(referrals: Referrals) -> float:
    return float((referrals.rank <= 3).mean())


def test_the_top_of_the_ranking_is_referred_more_often(rng: np.random.Generator, open_: np.ndarray) -> None:
    ranks = Counter(referred(rng, open_).rank.tolist())
    assert ranks[1] > 1.5 * ranks[3] > 1.5 * ranks[12] > 0


def test_without_position_bias_every_rank_is_alike(
    rng: np.random.Generator, open_: np.ndarray, monkeypatch: pytest.MonkeyPatch
) -> None:
    biased = share_at_top(referred(rng, open_))
    monkeypatch.setattr(room, "EXAMINATION", 0.0)
    assert share_at_top(referred(rng, open_)) < biased / 2


def test_the_rank_is_that_of_the_score_among_what_is_open(rng: np.random.Generator, open_: np.ndarray) -> None:
    scores = rng.random(SHAPE)
    found = refer(scores, open_, np.full(SHAPE, 0.3), rng)
    for row, column, rank in zip(found.candidate, found.vacancy, found.rank, strict=True):
        assert rank == 1 + (scores[row][open_[row]] > scores[row, column]).sum()


def test_nobody_is_referred_where_a_gate_blocks(rng: np.random.Generator, open_: np.ndarray) -> None:
    found = referred(rng, open_)
    assert open_[found.candidate, found.vacancy].all()


def test_everybody_with_an_open_vacancy_is_referred_and_to_none_twice(
    rng: np.random.Generator, open_: np.ndarray
) -> None:
    open_[0] = False
    found = referred(rng, open_)
    assert set(found.candidate) == set(np.flatnonzero(open_.any(axis=1)))
    assert len(set(zip(found.candidate, found.vacancy, strict=True))) == len(found)


def test_advisors_ideas_follow_the_truth(rng: np.random.Generator, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "_OWN_IDEA", 1.0)
    chances = np.where(np.arange(SHAPE[1]) < 5, 0.9, 0.05) * np.ones(SHAPE)
    found = refer(rng.random(SHAPE), np.ones(SHAPE, dtype=bool), chances, rng)
    assert (found.vacancy < 5).mean() > 0.7


def test_nobody_starts_in_two_places(rng: np.random.Generator, open_: np.ndarray) -> None:
    fates = followed(rng, open_)
    started = fates.referrals.candidate[fates.started]
    assert len(set(started)) == len(started) > 50


def test_a_referral_either_starts_or_ends_or_is_never_heard_of_again(
    rng: np.random.Generator, open_: np.ndarray
) -> None:
    fates = followed(rng, open_)
    endings = [list(Stage).index(stage) for stage in (Stage.STARTED, Stage.WITHDREW, Stage.NOT_SELECTED)]
    n_endings = np.isfinite(fates.when[endings]).sum(axis=0)
    assert set(n_endings) == {0, 1}


def test_stages_come_in_their_order(rng: np.random.Generator, open_: np.ndarray) -> None:
    when = followed(rng, open_).when[: list(Stage).index(Stage.IN_POST_3M) + 1]
    later, before = when[1:], when[:-1]
    assert (later[np.isfinite(later)] > before[np.isfinite(later)]).all()


def test_a_referral_on_its_own_starts_as_often_as_its_chance(rng: np.random.Generator) -> None:
    n = 2000
    alone = Referrals(np.arange(n), np.zeros(n, dtype=np.int64), np.ones(n, dtype=np.int64))
    chances = rng.random((n, 1))
    assert long_run_chances(alone, chances, rng).mean() == pytest.approx(chances.mean(), abs=0.01)
    high = chances[:, 0] > 0.5
    assert long_run_chances(alone, chances, rng)[high].mean() == pytest.approx(chances[high].mean(), abs=0.01)


def test_other_referrals_make_a_start_in_each_less_likely(rng: np.random.Generator) -> None:
    many = Referrals(np.repeat(np.arange(100), 8), np.tile(np.arange(8), 100), np.ones(800, dtype=np.int64))
    assert np.nanmean(long_run_chances(many, np.full((100, 8), 0.5), rng)) < 0.4


def test_the_outcomes_file_ends_on_the_day_of_looking(rng: np.random.Generator, open_: np.ndarray) -> None:
    days = [outcome.reached_on for outcome in followed(rng, open_).outcomes(DEMO_DAY)]
    assert max(days) <= DEMO_DAY
    assert min(days) < DEMO_DAY - timedelta(days=300)


def test_the_outcomes_file_has_every_fate_that_learning_must_read(rng: np.random.Generator, open_: np.ndarray) -> None:
    fates = followed(rng, open_)
    read = read_referred(fates.outcomes(DEMO_DAY), DEMO_DAY)
    expected = {Fate.STARTED, Fate.NOT_SELECTED, Fate.WITHDREW, Fate.SILENT, Fate.OPEN, Fate.OVERTAKEN}
    assert {fate for fate, n in read.fates.items() if n} == expected
    assert sum(read.fates.values()) == len(fates.referrals)


def test_starts_that_are_read_are_starts(rng: np.random.Generator, open_: np.ndarray) -> None:
    fates = followed(rng, open_)
    pairs = zip(fates.referrals.candidate[fates.started], fates.referrals.vacancy[fates.started], strict=True)
    read = read_referred(fates.outcomes(DEMO_DAY), DEMO_DAY).pairs
    found = {(number_of(pair.candidate), number_of(pair.vacancy)) for pair in read if pair.started}
    assert 0 < len(found) < fates.started.sum()
    assert found <= set(pairs)


def test_mean_ndcg_is_that_of_the_evaluation_room(rng: np.random.Generator, open_: np.ndarray) -> None:
    scores, gains = rng.integers(0, 6, SHAPE).astype(float), rng.random(SHAPE)
    queries, documents = ([f"{kind}{n:03}" for n in range(size)] for kind, size in zip("QD", SHAPE, strict=True))
    grades = {
        query: {documents[n]: gains[row, n] for n in np.flatnonzero(open_[row])} for row, query in enumerate(queries)
    }
    run = Run(tuple(queries), tuple(documents), np.where(open_, scores, -np.inf))
    slow = [ndcg_at(judged, 10) for judged in judge(run, Qrels(grades))]
    assert mean_ndcg(scores, gains, open_) == pytest.approx(np.mean(slow), abs=1e-12)


def test_the_true_order_is_perfect_and_what_is_not_shown_counts_nothing(
    rng: np.random.Generator, open_: np.ndarray
) -> None:
    gains = rng.random(SHAPE)
    assert mean_ndcg(gains, gains, open_) == 1.0
    assert mean_ndcg(np.where(open_, gains, 5.0), gains, open_) == 1.0


def test_exact_chances_have_no_calibration_error(rng: np.random.Generator) -> None:
    chances = rng.random(500)
    assert calibration_error(chances, chances) == pytest.approx(0.0, abs=1e-12)


def test_chances_that_are_all_too_high_are_off_by_as_much(rng: np.random.Generator) -> None:
    chances = rng.random(500) / 2
    assert calibration_error(chances + 0.2, chances) == pytest.approx(0.2)


def test_one_chance_for_everybody_is_right_on_average_alone(rng: np.random.Generator) -> None:
    chances = np.sort(rng.random(500))
    assert calibration_error(np.full(500, chances.mean()), chances) == pytest.approx(0.25, abs=0.03)


def test_pairs_whose_chance_is_not_known_are_left_out_of_the_calibration_error(rng: np.random.Generator) -> None:
    chances = rng.random(500)
    partly = np.where(np.arange(500) % 5 == 0, np.nan, chances)
    assert calibration_error(chances, partly) == pytest.approx(0.0, abs=1e-12)
