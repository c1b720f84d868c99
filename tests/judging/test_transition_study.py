"""The crowd study without names: folds, the fusion, and simple methods over lists of needs."""

from pathlib import Path

import numpy as np
import pytest

from matcher.domain import Occupation
from matcher.judging.transition_baselines import BASELINES, Needs, needs_of
from matcher.judging.transition_study import LIKENESSES, load, measured_study, out_of_fold

NEEDS = Needs(
    essential={"cook": frozenset({"knives", "ovens"}), "baker": frozenset({"ovens", "dough"})},
    any_way={
        "cook": frozenset({"knives", "ovens"}),
        "baker": frozenset({"ovens", "dough", "till"}),
        "clerk": frozenset({"till"}),
    },
)


def recalled(known: np.ndarray, wanted: np.ndarray, asked: np.ndarray) -> np.ndarray:
    """What was wanted of the very same row, or -1 where it was never seen."""
    seen = {tuple(row): value for row, value in zip(known.tolist(), wanted, strict=True)}
    return np.array([seen.get(tuple(row), -1.0) for row in asked.tolist()])


def test_the_study_is_five_likenesses_and_a_judgement_a_row(invented_data: Path) -> None:
    study = load(invented_data)
    assert study is not None
    assert (study[0].shape, study[1].shape) == ((60, len(LIKENESSES)), (60,))


def test_no_row_is_learnt_from_its_own_copy() -> None:
    table = np.repeat(np.arange(40.0).reshape(-1, 1), 3, axis=0)
    assert set(out_of_fold(recalled, table, np.arange(120.0))) == {-1.0}


def test_the_study_is_measured_beside_plain_boosting(invented_data: Path) -> None:
    study = load(invented_data)
    assert study is not None
    rows, (ahead,) = measured_study(*study, np.random.default_rng(1))
    assert [row.method for row in rows] == ["fusion that only rises", "gradient boosting", "optional_skills alone"]
    assert ahead.difference == pytest.approx(rows[0].value - rows[1].value)


@pytest.mark.parametrize(
    ("name", "figure"),
    [("share of essential skills", 1 / 2), ("Jaccard", 1 / 4), ("IDF coverage", np.log(4 / 3) / np.log(4 / 3 * 4 / 2))],
)
def test_a_simple_method_is_the_share_it_says(name: str, figure: float) -> None:
    assert BASELINES[name](NEEDS, "cook", "baker") == pytest.approx(figure)


def test_needs_are_those_of_the_occupations_that_have_a_uri() -> None:
    terms = [Occupation("cook", "cook", uri="o/cook", essential=("a",), optional=("b",)), Occupation("own", "own")]
    needs = needs_of(terms)
    assert (needs.essential, needs.any_way) == ({"o/cook": {"a"}}, {"o/cook": {"a", "b"}})


@pytest.mark.parametrize("name", BASELINES)
def test_an_occupation_that_needs_nothing_is_covered_by_nothing(name: str) -> None:
    assert BASELINES[name](NEEDS, "unheard of", "of it") == 0.0
