"""The baselines give our lists, or they are no baselines."""

from dataclasses import replace
from typing import TypeVar

import numpy as np
import pytest

from matcher.benchmarks.baselines import ball_tree, ball_tree_matches, polars_join, polars_lists, polars_matches
from matcher.benchmarks.national import make_nation
from matcher.engine import Engine
from matcher.ranking.everything import Matching, ScoredMatches, match_everything_scored
from matcher.scoring import CandidateArrays, VacancyArrays
from matcher.scoring.taking import take
from settled_demo import Templates
from strategies import AS_OF

Arrays = TypeVar("Arrays", CandidateArrays, VacancyArrays)

K = 5


@pytest.fixture(scope="module")
def matching(engine: Engine, templates: Templates) -> Matching:
    """A nation drawn together, so that people reach many vacancies; everybody and everything is there twice."""
    made = make_nation((120, 45), templates, engine.taxonomy, AS_OF, np.random.default_rng(5))
    work = replace(made.work, live_in=np.arange(45) == 3)
    return Matching(twice(made.people), twice(work), engine.model, AS_OF, K)


def twice(side: Arrays) -> Arrays:
    both = take(side, np.arange(2 * len(side)) % len(side))
    ids = np.array([f"X{number:04d}" for number in reversed(range(len(both)))], dtype=object)
    return replace(both, ids=ids, easting_m=both.easting_m / 8, northing_m=both.northing_m / 8)


@pytest.fixture(scope="module")
def ours(matching: Matching) -> ScoredMatches:
    return match_everything_scored(matching, fast=False)


@pytest.fixture
def few_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ball_tree, "_PEOPLE_AT_ONCE", 16)
    monkeypatch.setattr(ball_tree, "_PAIRS_AT_ONCE", 200)
    monkeypatch.setattr(polars_join, "_CROSSED_AT_ONCE", 60 * 90)
    monkeypatch.setattr(polars_lists, "_KEPT_AT_ONCE", 500)


def sides(matches: ScoredMatches) -> tuple[tuple[np.ndarray, np.ndarray], ...]:
    return matches.vacancies_for_candidates, matches.candidates_for_vacancies


@pytest.mark.usefixtures("few_at_once")
def test_ball_tree_and_numpy_give_our_lists_to_the_last_bit(matching: Matching, ours: ScoredMatches) -> None:
    for (rows, scores), (expected_rows, expected_scores) in zip(
        sides(ball_tree_matches(matching)), sides(ours), strict=True
    ):
        np.testing.assert_array_equal(rows, expected_rows)
        np.testing.assert_array_equal(scores, expected_scores)


@pytest.mark.usefixtures("few_at_once")
def test_polars_gives_our_rows_and_our_scores_but_for_rounding(matching: Matching, ours: ScoredMatches) -> None:
    for (rows, scores), (expected_rows, expected_scores) in zip(
        sides(polars_matches(matching)), sides(ours), strict=True
    ):
        np.testing.assert_array_equal(rows, expected_rows)
        np.testing.assert_allclose(scores, expected_scores, rtol=0, atol=1e-9)


def test_there_is_something_to_agree_on(ours: ScoredMatches, matching: Matching) -> None:
    rows, _ = ours.vacancies_for_candidates
    assert ((rows >= 0).sum(axis=1) == K).mean() > 0.5
    assert all((np.diff(np.nan_to_num(scores), axis=1) == 0).any() for _, scores in sides(ours))
    assert matching.work.radius_km.any()
    assert matching.work.live_in.any()
