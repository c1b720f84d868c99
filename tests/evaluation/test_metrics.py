"""Metrics beside scikit-learn's, beside slow ones, and beside examples worked by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import average_precision_score, f1_score, ndcg_score, precision_score, recall_score

from matcher.evaluation import (
    Judged,
    Qrels,
    Run,
    average_precision,
    compare_sets,
    hit_at,
    judge,
    ndcg_at,
    r_precision_at,
    reciprocal_rank,
)

GRADES = st.lists(st.integers(0, 3), min_size=2, max_size=30).filter(any)
KS = st.integers(1, 12)


def judged(gains: list[float], missed: tuple[float, ...] = ()) -> Judged:
    """A ranking with these grades from the top, and relevant documents it never retrieved."""
    ideal = sorted((grade for grade in (*gains, *missed) if grade > 0), reverse=True)
    return Judged("q", np.array(gains, dtype=np.float64), np.array(ideal, dtype=np.float64))


def falling(gains: list[int]) -> list[float]:
    """Scores that put the grades in the order given."""
    return [float(len(gains) - n) for n in range(len(gains))]


@given(GRADES)
def test_average_precision_is_scikit_learns(gains: list[int]) -> None:
    theirs = average_precision_score([grade > 0 for grade in gains], falling(gains))
    assert average_precision(judged(gains)) == pytest.approx(theirs)


@given(GRADES, KS)
def test_ndcg_is_scikit_learns(gains: list[int], k: int) -> None:
    assert ndcg_at(judged(gains), k) == pytest.approx(ndcg_score([gains], [falling(gains)], k=k))


@given(GRADES, KS)
def test_r_precision_at_k_counts_hits_over_the_most_there_can_be(gains: list[int], k: int) -> None:
    hits = sum(1 for grade in gains[:k] if grade > 0)
    n_relevant = sum(1 for grade in gains if grade > 0)
    assert r_precision_at(judged(gains), k) == hits / min(k, n_relevant)


@given(GRADES, KS)
def test_reciprocal_rank_is_that_of_the_first_relevant_document(gains: list[int], k: int) -> None:
    ranks = [rank for rank, grade in enumerate(gains, start=1) if grade > 0]
    assert reciprocal_rank(judged(gains)) == 1 / ranks[0]
    assert reciprocal_rank(judged(gains), k) == (1 / ranks[0] if ranks[0] <= k else 0)


@given(GRADES, KS)
def test_the_best_order_there_could_be_scores_1_and_nothing_scores_more(gains: list[int], k: int) -> None:
    for metric in (average_precision, lambda each: r_precision_at(each, k), lambda each: ndcg_at(each, k)):
        assert metric(judged(sorted(gains, reverse=True))) == pytest.approx(1)
        assert 0 <= metric(judged(gains)) <= 1 + 1e-12


@given(GRADES, KS, st.data())
def test_moving_a_relevant_document_up_never_lowers_a_metric(gains: list[int], k: int, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(gains) - 1))
    better = [*gains]
    better[at - 1 : at + 1] = sorted(gains[at - 1 : at + 1], reverse=True)
    for metric in (average_precision, reciprocal_rank, lambda each: hit_at(each, k), lambda each: ndcg_at(each, k)):
        assert metric(judged(better)) >= metric(judged(gains)) - 1e-12


def test_average_precision_worked_by_hand() -> None:
    assert average_precision(judged([0, 1, 0, 1])) == pytest.approx((1 / 2 + 2 / 4) / 2)


def test_a_relevant_document_that_is_not_retrieved_counts_as_missed() -> None:
    assert average_precision(judged([1], missed=(1,))) == 0.5
    assert r_precision_at(judged([1], missed=(1,)), 10) == 0.5
    assert ndcg_at(judged([1], missed=(1,)), 10) == pytest.approx(1 / (1 + 1 / np.log2(3)))


def test_the_gain_of_a_grade_is_the_grade_itself() -> None:
    assert ndcg_at(judged([1, 3]), 10) == pytest.approx((1 + 3 / np.log2(3)) / (3 + 1 / np.log2(3)))


def test_nothing_retrieved_scores_0() -> None:
    nothing = judged([], missed=(1,))
    assert (average_precision(nothing), reciprocal_rank(nothing), hit_at(nothing, 1), ndcg_at(nothing, 5)) == (0,) * 4


def test_top_1_looks_at_the_first_alone() -> None:
    assert (hit_at(judged([0, 1]), 1), hit_at(judged([1, 0]), 1)) == (0, 1)


def test_equal_scores_are_ranked_by_id_whatever_the_order_of_the_corpus() -> None:
    qrels = Qrels({"q": {"a": 1.0}})
    for documents in (("a", "b"), ("b", "a")):
        (found,) = judge(Run(("q",), documents, np.array([[0.5, 0.5]])), qrels)
        assert found.gains.tolist() == [1, 0]


def test_a_document_scored_minus_infinity_is_not_retrieved() -> None:
    (found,) = judge(Run(("q",), ("a", "b"), np.array([[-np.inf, 0.1]])), Qrels({"q": {"a": 1.0}}))
    assert found.gains.tolist() == [0]
    assert found.n_relevant == 1


def test_a_relevant_document_outside_the_corpus_counts_as_missed() -> None:
    (found,) = judge(Run(("q",), ("a",), np.array([[1.0]])), Qrels({"q": {"a": 1.0, "z": 1.0}}))
    assert average_precision(found) == 0.5


def test_a_query_without_a_relevant_document_is_left_out() -> None:
    run = Run(("p", "q"), ("a",), np.array([[1.0], [1.0]]))
    assert [found.query for found in judge(run, Qrels({"p": {"a": 0.0}, "q": {"a": 2.0}}))] == ["q"]


def test_a_score_that_is_no_number_is_refused() -> None:
    with pytest.raises(ValueError, match="not a number"):
        Run(("q",), ("a",), np.array([[np.nan]]))


def test_scores_of_another_shape_are_refused() -> None:
    with pytest.raises(ValueError, match="1 queries and 2 documents"):
        Run(("q",), ("a", "b"), np.array([[1.0]]))


@given(st.sets(st.integers(0, 8)), st.sets(st.integers(0, 8)))
def test_precision_recall_and_f1_of_sets_are_scikit_learns(found: set[int], expected: set[int]) -> None:
    truth, said = ([n in members for n in range(9)] for members in (expected, found))
    scores = compare_sets(found, expected)
    assert scores.precision == pytest.approx(precision_score(truth, said, zero_division=1))
    assert scores.recall == pytest.approx(recall_score(truth, said, zero_division=1))
    if found or expected:
        assert scores.f1 == pytest.approx(f1_score(truth, said, zero_division=0))


def test_counts_of_two_sets_add_up_to_their_micro_average() -> None:
    both = compare_sets("ab", "ac") + compare_sets("x", "xyz")
    assert (both.n_right, both.n_found, both.n_expected) == (2, 3, 5)
    assert both.f1 == 0.5


def test_finding_nothing_where_there_is_nothing_is_perfect() -> None:
    assert compare_sets([], []).f1 == 1
