import pytest
from picture_cases import pathway, step

from matcher.domain import StepKind
from matcher.pathways.figures import say_pounds, say_weeks
from matcher.pathways.pictures import PaySpan, say_pay, say_step
from matcher.pathways.pictures.words import say_length


@pytest.mark.parametrize(
    ("weeks", "said"),
    [(0, "no time"), (0.5, "under a week"), (1, "1 week"), (13.2, "13 weeks"), (17.3, "4 months"), (52, "1 year"),
     (81, "1 year 7 months"), (104.4, "2 years")],
)  # fmt: skip
def test_a_length_is_said_in_the_unit_people_count_it_in(weeks: float, said: str) -> None:
    assert say_weeks(weeks) == said


@pytest.mark.parametrize(
    ("pounds", "said"), [(0, "nothing"), (49.5, "£49.50"), (60, "£60"), (1550.4, "£1,550"), (99.999, "£100")]
)
def test_pence_are_said_where_they_show(pounds: float, said: str) -> None:
    assert say_pounds(pounds) == said


def test_a_step_says_when_it_begins_how_long_it_takes_and_who_pays_whom() -> None:
    work = step(kind=StepKind.WORK, weeks=26.0, start_week=3.0, earned_gbp=9913.8)
    assert say_step(work) == "Work: after 3 weeks, for 6 months; you earn £9,914"
    assert say_step(step(cost_gbp=60.0)) == "Training: starts today, takes 2 weeks; you pay £60"
    assert say_step(step(kind=StepKind.WORK, weeks=0.0, start_week=7.0)) == "Work: starts after 7 weeks"


def test_earnings_are_not_mentioned_where_there_are_none() -> None:
    assert say_length(pathway(step())) == "about 2 weeks; you pay nothing"
    assert say_length(pathway()) == "at once; you pay nothing"


def test_pay_is_said_span_by_span_and_not_at_all_where_nothing_is_paid() -> None:
    spans = [PaySpan(0, 3, 0.0), PaySpan(3, float("inf"), 387.6)]
    assert say_pay(spans) == [
        "From today: no pay from these steps",
        "After 3 weeks and from then on: about £388 a week",
    ]
    assert say_pay(spans[:1]) == []
