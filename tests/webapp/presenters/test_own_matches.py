"""The words that a jobseeker reads on a card."""

from dataclasses import replace
from datetime import date

import pytest

from matcher.domain import Candidate, Ranking, Vacancy
from matcher.engine import Engine
from webapp.presenters.own_matches import (
    journey_of,
    not_now_line,
    only_living_in,
    own_matches,
    strength,
    wider_journeys,
)

AS_OF = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("score", "word"),
    [(100, "Strong match"), (70, "Strong match"), (69.9, "Good match"), (50, "Good match"), (49.9, "Possible match")],
)
def test_the_word_for_a_score(score: float, word: str) -> None:
    assert strength(score) == word


@pytest.mark.parametrize(
    ("hours", "pay", "ceiling", "warns"),
    [
        ({"hours_max": 20.0}, {"pay_max_gbp_per_hour": 13.0}, 259.0, True),
        ({"hours_max": 20.0}, {"pay_max_gbp_per_hour": 13.0}, 260.0, False),
        ({"hours_min": 10.0, "hours_max": 20.0}, {"pay_min_gbp_per_hour": 13.0}, 200.0, True),
        ({}, {"pay_min_gbp_per_hour": 13.0}, 1.0, False),
        ({"hours_max": 20.0}, {}, 1.0, False),
        ({"hours_max": 20.0}, {"pay_max_gbp_per_hour": 13.0}, None, False),
    ],
)
def test_a_ceiling_warns_where_pay_at_the_hours_could_pass_it(
    bare_engine: Engine, hours: dict[str, float], pay: dict[str, float], ceiling: float | None, warns: bool
) -> None:
    vacancy = Vacancy(id="V", postcode="LS9 7TF", title="Care assistant", **hours, **pay)
    ranking = _ranking(bare_engine, vacancy)
    assert bool(own_matches(ranking.matches, {"V": vacancy}, Candidate(id="C"), ceiling)[0].warning) is warns


def test_a_ceiling_moves_no_points(bare_engine: Engine) -> None:
    vacancy = Vacancy(id="V", postcode="LS9 7TF", title="Care assistant", hours_max=40, pay_max_gbp_per_hour=20)
    ranking = _ranking(bare_engine, vacancy)
    shown = [own_matches(ranking.matches, {"V": vacancy}, Candidate(id="C"), ceiling)[0] for ceiling in (None, 1.0)]
    assert replace(shown[1], warning="") == shown[0]


def test_a_journey_that_is_not_known_says_so_and_live_in_work_has_none(bare_engine: Engine) -> None:
    nowhere = Vacancy(id="V", title="Care assistant")
    living_in = Vacancy(id="V", title="Live-in carer", place_kind="live_in", postcode="LS9 7TF")
    assert journey_of(_ranking(bare_engine, nowhere).matches[0], nowhere) == "Journey not known"
    assert journey_of(_ranking(bare_engine, living_in).matches[0], living_in) == "You live in: no daily journey"


def _why(engine: Engine, vacancy: Vacancy, **answers: object) -> str:
    matches, person = _ranking(engine, vacancy, **answers).matches, Candidate(id="C", **answers)
    return own_matches(matches, {vacancy.id: vacancy}, person)[0].why


def test_live_in_work_is_never_said_to_be_near(bare_engine: Engine) -> None:
    far = Vacancy(id="V", title="Live-in carer", place_kind="live_in", postcode="TR1 1AA")
    assert _why(bare_engine, far).startswith("You would live there")


def test_only_who_has_told_nothing_is_asked_what_they_have_done(bare_engine: Engine) -> None:
    work = Vacancy(id="V", title="Care assistant", postcode="LS9 7TF", essential_skills="catheter care")
    assert "Tell us what you have done" in _why(bare_engine, work)
    told = _why(bare_engine, work, skills=())
    assert told == "It is near you. None of the skills it asks for is among those we know you have yet."


def test_work_for_living_in_alone_leaves_nothing_within_a_daily_journey(bare_engine: Engine) -> None:
    far = Vacancy(id="V1", title="Care assistant", postcode="TR1 1AA")
    living_in = Vacancy(id="V2", title="Live-in carer", place_kind="live_in", postcode="TR1 1AA")
    near = Vacancy(id="V3", title="Care assistant", postcode="LS9 7TF")
    for work, is_so in (((far, living_in), True), ((far, living_in, near), False), ((far,), False)):
        assert only_living_in(_ranking(bare_engine, *work), work) is is_so


def test_what_is_out_is_counted_by_reason_in_one_line(bare_engine: Engine) -> None:
    far = [Vacancy(id=f"V{n}", title="Care assistant", postcode="TR1 1AA") for n in range(2)]
    closed = Vacancy(id="V9", title="Care assistant", postcode="LS9 7TF", closes=date(2026, 11, 1))
    assert not_now_line(_ranking(bare_engine, *far, closed)) == (
        "3 more vacancies are not for now: 2 too far away, 1 not open now."
    )
    assert not_now_line(_ranking(bare_engine)) == ""


def test_wider_journeys_are_offered_only_below_a_limit_with_few_within_reach(bare_engine: Engine) -> None:
    there = [Vacancy(id=f"V{n}", title="Care assistant", postcode="LS17 8AA") for n in range(6)]
    by_bus = _ranking(bare_engine, *there, max_travel_minutes=20, travel_mode="bus")
    assert by_bus.matches == ()
    (wider,) = wider_journeys(by_bus, 20)
    again = _ranking(bare_engine, *there, max_travel_minutes=wider.minutes, travel_mode="bus")
    assert len(again.matches) == wider.n_more == 6
    assert wider_journeys(by_bus, None) == []
    assert wider_journeys(_ranking(bare_engine, *there, max_travel_minutes=90, travel_mode="bus"), 90) == []


def _ranking(engine: Engine, *vacancies: Vacancy, **answers: object) -> Ranking:
    person = Candidate(id="C", postcode="LS9 7TF", **answers)
    return engine.match_candidate(person, vacancies, k=99, as_of=AS_OF)
