"""Who is to be asked whether they are still in post, and what is out of order in a story of outcomes."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.domain import Outcome, Stage
from matcher.domain.outcome_log import check_ins_due, months_after, out_of_order

START = date(2026, 1, 31)


def _story(*stages: Stage, on: date | None = START) -> list[Outcome]:
    return [Outcome("C1", "V1", stage, on) for stage in stages]


@pytest.mark.parametrize(
    ("as_of", "asked"),
    [
        (date(2026, 4, 29), None),
        (date(2026, 4, 30), Stage.IN_POST_3M),
        (date(2026, 7, 30), Stage.IN_POST_3M),
        (date(2026, 7, 31), Stage.IN_POST_6M),
        (date(2027, 1, 30), Stage.IN_POST_6M),
        (date(2027, 1, 31), Stage.IN_POST_12M),
    ],
)
def test_the_latest_of_three_six_and_twelve_months_that_has_passed_is_asked(as_of: date, asked: Stage | None) -> None:
    assert [one.stage for one in check_ins_due(_story(Stage.STARTED), as_of)] == ([asked] if asked else [])


def test_an_answer_settles_itself_and_those_before_it() -> None:
    as_of = date(2026, 8, 31)
    answered = [*_story(Stage.STARTED), Outcome("C1", "V1", Stage.IN_POST_6M, as_of)]
    assert check_ins_due(answered, as_of) == []
    assert [one.stage for one in check_ins_due(answered, date(2027, 2, 1))] == [Stage.IN_POST_12M]


@pytest.mark.parametrize("ending", [Stage.WITHDREW, Stage.NOT_SELECTED])
def test_nobody_who_ended_is_asked(ending: Stage) -> None:
    assert check_ins_due(_story(Stage.STARTED, ending), date(2027, 2, 1)) == []


def test_a_start_without_a_date_or_none_at_all_asks_nobody() -> None:
    assert check_ins_due(_story(Stage.STARTED, on=None), date(2027, 2, 1)) == []
    assert check_ins_due(_story(Stage.REFERRED, Stage.OFFERED), date(2027, 2, 1)) == []


def test_those_who_wait_longest_come_first() -> None:
    days = {"C1": 9, "C2": 0, "C3": 5}
    started = [Outcome(name, "V1", Stage.STARTED, START + timedelta(days=day)) for name, day in days.items()]
    assert [one.candidate for one in check_ins_due(started, date(2026, 6, 1))] == ["C2", "C3", "C1"]


@given(st.dates(date(2000, 1, 1), date(2050, 1, 1)), st.integers(0, 24))
def test_so_many_months_later_is_that_month_and_never_a_later_day_of_it(day: date, months: int) -> None:
    later = months_after(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later.day < day.day and (later + timedelta(days=1)).day == 1)


def test_stages_whose_dates_run_backwards_are_named_in_pairs() -> None:
    referred = Outcome("C1", "V1", Stage.REFERRED, date(2026, 3, 1))
    interviewed = Outcome("C1", "V1", Stage.INTERVIEWED, date(2026, 2, 1))
    undated = Outcome("C1", "V1", Stage.OFFERED)
    assert out_of_order([interviewed, undated, referred]) == [(referred, interviewed)]


def test_both_endings_may_have_any_order_between_them() -> None:
    withdrew = Outcome("C1", "V1", Stage.WITHDREW, date(2026, 3, 1))
    other = Outcome("C1", "V1", Stage.NOT_SELECTED, date(2026, 2, 1))
    assert out_of_order([withdrew, other]) == []
