"""Not now, because: the smallest change that would open or lift a match."""

import dataclasses
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explanation.change_oracle import changed, ranked, slow_changes
from matcher import Candidate, Engine, Vacancy
from matcher.domain import Change, ChangeEffect, NotNow, Place, PlacePrecision, Ranking, short_list
from matcher.explanation import efforts
from matcher.explanation.changes import UNCHANGEABLE
from matcher.explanation.proposals import CHANGEABLE, MOST_PAIRS, paired, proposals
from strategies import _PLACES, AS_OF, candidates, maybe, shifts, shipped_taxonomy, vacancies

some_vacancies = st.lists(vacancies(), min_size=1, max_size=4, unique_by=lambda v: v.id)
answered = candidates(
    shifts=shifts, driving_licence=maybe(st.booleans()), vehicle=st.booleans(), max_travel_minutes=st.integers(10, 100)
)
"""Candidates of whom enough is known that something stands in their way."""


def rank(engine: Engine, person: dict[str, Any], *work: dict[str, Any], **kwargs: Any) -> Ranking:
    records = [Vacancy(id=f"V{number}", **fields) for number, fields in enumerate(work, start=1)]
    return engine.match_candidate(Candidate(id="C", **person), records, as_of=AS_OF, **kwargs)


def out(engine: Engine, person: dict[str, Any], work: dict[str, Any]) -> NotNow:
    return rank(engine, person, work).not_now[0]


@pytest.mark.parametrize(
    ("person", "work", "what"),
    [
        ({"driving_licence": False}, {"driving_licence": True}, "a driving licence"),
        ({"driving_licence": True, "vehicle": False}, {"vehicle": True}, "the use of a car"),
        (
            {"driving_licence": False, "vehicle": False},
            {"driving_licence": True, "vehicle": True},
            "a driving licence with the use of a car",
        ),
        ({"shifts": "mon-fri day"}, {"shifts_all_required": "sat early"}, "weekend early shifts"),
        ({"shifts": "mon-fri day"}, {"shifts_all_required": "sat-sun 08:00-20:00"}, "weekends"),
        ({"shifts": "sat-sun day"}, {"shifts_any_of": "mon-fri early; mon-fri late"}, "weekday early shifts"),
        ({"shifts": "mon-fri day"}, {"shifts_any_of": "mon waking_night"}, "waking nights"),
    ],
)
def test_the_smallest_change_that_opens_a_vacancy_is_named(
    engine: Engine, person: dict[str, Any], work: dict[str, Any], what: str
) -> None:
    entry = out(engine, person, work)
    assert entry.change is not None
    assert entry.change.what == what
    assert entry.to_open == f"With {what} this would be open."


@pytest.mark.parametrize(("short_by", "steps"), [(5, 10), (15, 20), (25, 30), (35, None)])
def test_a_longer_journey_comes_in_steps_of_ten_minutes(engine: Engine, short_by: int, steps: int | None) -> None:
    person, work = {"place": HOME, "travel_mode": "car"}, {"place": _exactly(_PLACES[1])}
    minutes = rank(engine, {**person, "max_travel_minutes": 120}, work).matches[0].travel_minutes
    assert minutes is not None
    entry = out(engine, {**person, "max_travel_minutes": int(minutes) - short_by}, work)
    if steps is None:
        assert entry.change is None
        assert entry.to_open == "It is too far away for any change that we would suggest."
    else:
        assert entry.to_open == f"With {steps} more minutes of travel each way this would be open."


def test_no_journey_beyond_two_hours_is_proposed(engine: Engine) -> None:
    said = [p.change.what for p in proposals(Candidate(id="C", max_travel_minutes=105), engine.taxonomy, AS_OF)]
    assert said == ["10 more minutes of travel each way"]


def _exactly(place: Place) -> Place:
    return dataclasses.replace(place, precision=PlacePrecision.POSTCODE, radius_km=0.0)


HOME = _exactly(_PLACES[0])


def test_where_no_single_change_is_enough_the_smallest_pair_is_named(engine: Engine) -> None:
    person = {"driving_licence": False, "shifts": "mon-fri day"}
    entry = out(engine, person, {"driving_licence": True, "shifts_all_required": "sun early"})
    assert entry.change is not None
    assert entry.change.what == "weekend early shifts and a driving licence"
    assert entry.change.fields == ("shifts", "driving_licence")


@pytest.mark.parametrize(
    ("person", "work", "said"),
    [
        ({"right_to_work": "none"}, {}, "This is set by law; there is nothing to change here for now."),
        ({"age_band": "16-17"}, {"min_age": 18}, "This is set by law; it comes with time."),
        ({"registrations": ()}, {"registration": "nmc-nurse"}, "Registration takes a longer way"),
        ({}, {"opens": "2027-01-11"}, "Look again on 11 January 2027."),
        ({}, {"closes": "2026-03-01"}, "This lies with the vacancy"),
        ({}, {"pay_max_gbp_per_hour": 9.0}, "This lies with the vacancy"),
    ],
)
@pytest.mark.parametrize("also", [{}, {"driving_licence": False, "shifts": "mon day"}])
def test_where_the_law_or_the_vacancy_blocks_nothing_is_proposed(
    engine: Engine, person: dict[str, Any], work: dict[str, Any], said: str, also: dict[str, Any]
) -> None:
    entry = out(engine, person | also, work)
    assert entry.change is None
    assert entry.to_open.startswith(said)


def test_what_nobody_has_asked_is_not_proposed(engine: Engine) -> None:
    assert proposals(Candidate(id="C"), engine.taxonomy, AS_OF) == []


def test_somebody_whose_right_to_work_is_limited_in_hours_is_never_asked_to_work_more(engine: Engine) -> None:
    for status, most in (("limited_hours", ["up to 16 hours a week", "up to 20 hours a week"]), ("tied", None)):
        person = Candidate(id="C", hours_max=10, right_to_work=status)
        said = [proposal.change.what for proposal in proposals(person, engine.taxonomy, AS_OF)]
        assert said == (most or said)
    full = Candidate(id="C", hours_max=20, right_to_work="limited_hours")
    assert proposals(full, engine.taxonomy, AS_OF) == []


def test_nights_school_days_and_long_days_are_not_proposed_to_anybody_under_18(engine: Engine) -> None:
    people = {band: Candidate(id="C", shifts="mon day", age_band=band) for band in ("16-17", "18-20")}
    said = {band: {p.change.what for p in proposals(one, engine.taxonomy, AS_OF)} for band, one in people.items()}
    assert said["18-20"] - said["16-17"] == set(efforts.NOT_UNDER_18)


def test_a_licence_is_not_proposed_to_anybody_under_18_nor_a_bicycle_to_who_walks_little(engine: Engine) -> None:
    young = Candidate(id="C", age_band="16-17", driving_licence=False, vehicle=False)
    assert proposals(young, engine.taxonomy, AS_OF) == []
    walks = {minutes: Candidate(id="C", travel_mode="walk", max_travel_minutes=minutes) for minutes in (15, 45)}
    said = {m: {p.change.what for p in proposals(one, engine.taxonomy, AS_OF)} for m, one in walks.items()}
    assert "a bicycle for the journey" in said[45]
    assert "a bicycle for the journey" not in said[15]


def test_a_rota_from_six_in_the_morning_asks_for_mornings_and_not_for_nights(engine: Engine) -> None:
    entry = out(engine, {"shifts": "mon-fri day"}, {"shifts_all_required": "mon-fri 06:00-14:00"})
    assert entry.change is not None
    assert entry.change.what == "weekday mornings from six"


def test_a_licence_or_a_car_is_never_said_to_lift_what_is_open_already(engine: Engine) -> None:
    far = {"place": _exactly(_PLACES[1])}
    ranking = rank(engine, {"place": HOME, "driving_licence": False, "vehicle": False, "travel_mode": "bus"}, far)
    assert all(effect.lifts == 0 for effect in ranking.changes if "vehicle" in effect.change.fields)
    assert all(match.change is None or "vehicle" not in match.change.fields for match in ranking.matches)


def test_the_next_rung_of_care_is_proposed_and_not_the_one_above(engine: Engine) -> None:
    held = {(): ["Level 2 in care"], ("diploma-care-2",): ["Level 3 in care"], ("diploma-care-3",): [], ("odd",): []}
    for names, said in held.items():
        person = Candidate(id="C", qualifications=names)
        assert [proposal.change.what for proposal in proposals(person, engine.taxonomy, AS_OF)] == said


def test_a_low_match_says_what_would_lift_it(engine: Engine) -> None:
    person = {"skills": (), "place": HOME, "prior_sector": ("finance",), "prior_occupation": ""}
    work = {"essential_skills": "food hygiene", "place": _exactly(_PLACES[1]), "optional_skills": "dementia care"}
    match = rank(engine, {**person, "pay_min_gbp_per_hour": 20}, {**work, "pay_max_gbp_per_hour": 13}).matches[0]
    assert match.score < 50
    assert match.change is not None
    assert match.change.what == "a short course in keeping food safe"
    assert match.to_lift == "With a short course in keeping food safe: about 30 points more."


def test_every_change_says_how_many_vacancies_it_opens(engine: Engine) -> None:
    person = {"driving_licence": False, "shifts": "mon-fri day"}
    ranking = rank(
        engine, person, {"driving_licence": True}, {"driving_licence": True}, {"shifts_all_required": "sat early"}
    )
    opens = {effect.change.what: effect.opens for effect in ranking.changes}
    assert opens == {"a driving licence": 2, "weekend early shifts": 1}
    assert ranking.as_dict()["changes"][0] == {
        "change": {"fields": ("driving_licence",), "what": "a driving licence", "effort_weeks": 26.0},
        "opens": 2,
        "lifts": 0,
    }


def test_nothing_is_looked_for_where_nobody_wants_it(engine: Engine) -> None:
    ranking = rank(engine, {"driving_licence": False}, {"driving_licence": True}, changes=False)
    assert ranking.changes == ()
    assert ranking.not_now[0].change is None
    assert ranking.not_now[0].to_open == ""


@settings(max_examples=8)
@given(answered, some_vacancies)
def test_changes_agree_with_the_slow_oracle(engine: Engine, person: Candidate, work: list[Vacancy]) -> None:
    opening, lifting, counts = slow_changes(engine, person, work)
    ranking = engine.match_candidate(person, work, k=1000, as_of=AS_OF)
    assert {entry.vacancy: entry.change for entry in ranking.not_now} == opening
    assert {m.vacancy: m.change for m in ranking.matches if m.vacancy in lifting} == lifting
    assert all(match.change is None for match in ranking.matches if match.vacancy not in lifting)
    found = {effect.change.what: (effect.opens, effect.lifts) for effect in ranking.changes}
    assert found.items() <= counts.items()
    assert max(found.values(), default=(0, 0))[0] == max(opens for opens, _ in counts.values())


@pytest.mark.promise
@given(answered, some_vacancies)
def test_a_proposed_change_really_opens_or_lifts(engine: Engine, person: Candidate, work: list[Vacancy]) -> None:
    ranking = engine.match_candidate(person, work, k=1000, as_of=AS_OF)
    singles = proposals(person, shipped_taxonomy(), AS_OF)
    by_change = {proposal.change: proposal for proposal in (*paired(singles), *singles)}
    for entry in (*ranking.not_now, *ranking.matches):
        if entry.change is not None:
            then = ranked(engine, changed(person, by_change[entry.change]), work)
            scores = {match.vacancy: match.score for match in then.matches}
            assert scores[entry.vacancy] >= getattr(entry, "score", 0.0) + (0.0 if isinstance(entry, NotNow) else 5.0)


@pytest.mark.promise
@given(candidates(), some_vacancies)
def test_nothing_unchangeable_is_ever_proposed(engine: Engine, person: Candidate, work: list[Vacancy]) -> None:
    singles = proposals(person, shipped_taxonomy(), AS_OF)
    assert len(singles) <= 32
    assert len(paired(singles)) <= MOST_PAIRS
    for proposal in (*singles, *paired(singles)):
        assert set(proposal.update) <= CHANGEABLE
        after = changed(person, proposal)
        assert all(getattr(after, name) == getattr(person, name) for name in set(Candidate.model_fields) - CHANGEABLE)
    for entry in engine.match_candidate(person, work, as_of=AS_OF).not_now:
        assert entry.to_open
        assert entry.change is None or not UNCHANGEABLE & {gate.gate for gate in entry.gates}


@given(candidates())
def test_a_proposal_never_takes_anything_away(person: Candidate) -> None:
    for proposal in proposals(person, shipped_taxonomy(), AS_OF):
        after = changed(person, proposal)
        assert set(person.skills or ()) <= set(after.skills or ())
        assert set(person.shifts or ()) <= set(after.shifts or ())
        assert set(person.qualifications or ()) <= set(after.qualifications or ())
        for name in ("max_travel_minutes", "hours_max", "driving_licence", "vehicle"):
            assert getattr(after, name) == getattr(person, name) or getattr(after, name) > getattr(person, name)


@settings(max_examples=40)
@given(answered, some_vacancies)
def test_what_would_open_a_vacancy_does_not_depend_on_the_others(
    engine: Engine, person: Candidate, work: list[Vacancy]
) -> None:
    for entry in engine.match_candidate(person, work, as_of=AS_OF).not_now:
        vacancy = next(one for one in work if one.id == entry.vacancy)
        assert engine.match_candidate(person, [vacancy], as_of=AS_OF).not_now == (entry,)


def effect(field: str, what: str, effort: float, opens: int, lifts: int = 0) -> ChangeEffect:
    return ChangeEffect(Change((field,), what, effort), opens, lifts)


def test_a_short_list_tells_of_each_kind_the_most_and_the_smallest_that_does_half_as_much() -> None:
    effects = [
        effect("shifts", "all week", 4, 10),
        effect("shifts", "weekends", 2, 6),
        effect("shifts", "weekend early shifts", 1, 5),
        effect("max_travel_minutes", "30 minutes", 0.3, 4),
        effect("shifts", "evenings", 0.5, 4),
        effect("max_travel_minutes", "10 minutes", 0.1, 1),
        effect("skills", "first aid", 1, 0, 3),
        effect("skills", "food hygiene", 1, 0, 2),
    ]
    told = ["all week", "weekend early shifts", "30 minutes", "first aid", "food hygiene"]
    assert [one.change.what for one in short_list(effects, 9)] == told
    assert [one.change.what for one in short_list(effects, 2)] == told[:2]
    assert short_list([], 9) == []
