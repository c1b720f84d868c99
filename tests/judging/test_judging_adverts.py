"""Drafts of adverts scored against marks by hand."""

from typing import Any

import pytest

from matcher.judging.adverts import score_adverts

EMPTY: dict[str, Any] = {"shifts": [], "flags": [], "essential_skills": [], "optional_skills": []}


def test_a_set_counts_member_by_member_and_a_value_as_a_whole() -> None:
    marked = {"A": {**EMPTY, "shifts": ["days", "rota"], "hours": [30, 37.5]}}
    read = {"A": {**EMPTY, "shifts": ["days", "weekends"], "hours": (30.0, 37.0)}}
    scores = score_adverts(read, marked)
    assert (scores["shifts"].n_right, scores["shifts"].n_found, scores["shifts"].n_expected) == (1, 2, 2)
    assert scores["hours"].f1 == 0


def test_pay_is_right_only_with_both_figures_and_the_period() -> None:
    marked = {"A": {"pay": {"low": 12, "high": 13, "period": "hour"}}}
    assert score_adverts({"A": {"pay": {"low": 12.0, "high": 13.0, "period": "hour"}}}, marked)["pay"].f1 == 1
    assert score_adverts({"A": {"pay": {"low": 12.0, "high": None, "period": "hour"}}}, marked)["pay"].f1 == 0
    assert score_adverts({"A": {"pay": {"low": 12.0, "high": 13.0, "period": "week"}}}, marked)["pay"].f1 == 0


def test_scores_are_over_all_adverts_together() -> None:
    marked = {"A": {"licence": "needed"}, "B": {"licence": None}, "C": {"licence": "needed"}}
    read = {"A": {"licence": "needed"}, "B": {"licence": "needed"}}
    licence = score_adverts(read, marked)["licence"]
    assert (licence.precision, licence.recall, licence.f1) == (0.5, 0.5, 0.5)


def test_a_field_that_nobody_marked_and_nothing_read_is_right() -> None:
    assert score_adverts({"A": {}}, {"A": {}})["closes"].f1 == 1


@pytest.mark.parametrize("field", ["hours", "pay", "shifts", "essential_skills"])
def test_an_advert_that_was_not_read_counts_as_read_empty(field: str) -> None:
    marks = {
        "hours": [30, 30],
        "pay": {"low": 1, "high": 1, "period": "hour"},
        "shifts": ["days"],
        "essential_skills": ["x"],
    }
    assert score_adverts({}, {"A": {field: marks[field]}})[field].recall == 0
