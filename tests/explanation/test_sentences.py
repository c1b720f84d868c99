"""Sentences that an advisor reads aloud."""

from dataclasses import replace
from typing import Any

import pytest

from matcher import Candidate, Engine, Vacancy
from matcher.domain import Match
from strategies import _PLACES, AS_OF

HOME = replace(_PLACES[0], precision="postcode", radius_km=0.0)


def match(engine: Engine, person: dict[str, Any], work: dict[str, Any]) -> Match:
    ranking = engine.match_candidate(Candidate(id="C", **person), [Vacancy(id="V", **work)], as_of=AS_OF)
    return ranking.matches[0]


def reason(engine: Engine, feature: str, person: dict[str, Any], work: dict[str, Any]) -> str:
    return next(c.reason for c in match(engine, person, work).contributions if c.feature == feature)


def test_held_and_missing_skills_are_counted_and_named(engine: Engine) -> None:
    said = reason(
        engine, "essential_skills", {"skills": "cooking"}, {"essential_skills": "cooking; arc welding; hoisting"}
    )
    assert said.startswith("Has 1 of 2 essential skills")
    assert "not mentioned: using a hoist safely" in said


def test_every_need_is_held_near_or_missing_exactly_once(engine: Engine) -> None:
    needs = ("teamwork", "hoisting", "food hygiene", "dementia care")
    split = match(engine, {"skills": "teamwork"}, {"essential_skills": needs, "optional_skills": "teamwork"}).skills
    names = [*split.held, *(near.needs for near in split.near), *split.missing]
    assert len(names) == len(set(names)) == 4


def test_two_names_of_one_skill_count_once(engine: Engine) -> None:
    skill = engine.taxonomy.skill("food hygiene")
    twice = match(engine, {"skills": (skill.label, "food hygiene")}, {"essential_skills": "food hygiene"})
    once = match(engine, {"skills": "food hygiene"}, {"essential_skills": "food hygiene"})
    assert twice.score == once.score
    assert twice.skills.held == once.skills.held


def test_needs_that_are_not_recognised_are_named_and_never_count_as_met(engine: Engine) -> None:
    odd = {"essential_skills": "teamwork; arc welding of submarines", "optional_skills": "underwater knitting"}
    found = {c.feature: c for c in match(engine, {"skills": "teamwork"}, odd).contributions}
    assert not found["essential_skills"].known
    assert "arc welding of submarines" in found["essential_skills"].reason
    assert found["optional_skills"].low == 0


def test_a_skill_last_used_long_ago_is_held_and_says_what_it_counts(engine: Engine) -> None:
    person = {"skills": "teamwork; dementia care [practised 2012]; cooking [studied 2025]"}
    work = {"essential_skills": "dementia care; teamwork; cooking; hoisting"}
    found = match(engine, person, work)
    assert len(found.skills.held) == 3
    said = reason(engine, "essential_skills", person, work)
    assert said.startswith("Has 3 of 4 essential skills")
    assert "supporting people with dementia, last used 2012, counts 70%" in said
    assert "cooking, studied 2025, counts 80%" in said
    assert found.score < match(engine, {"skills": "teamwork; dementia care; cooking"}, work).score


def test_a_near_skill_names_the_held_one_that_brings_the_most_today(engine: Engine) -> None:
    work = {"essential_skills": "moving and handling"}
    fresh, faded = (
        match(engine, {"skills": f"hoisting [{kind}]"}, work).skills.near[0]
        for kind in ("practised 2026", "practised 1999")
    )
    assert fresh.has == faded.has == str(engine.taxonomy.skill("hoisting"))
    assert faded.closeness < fresh.closeness


def test_skills_of_which_none_is_recognised_are_as_good_as_not_asked(engine: Engine) -> None:
    work = {"essential_skills": "teamwork"}
    assert match(engine, {"skills": "flurble"}, work).score == match(engine, {}, work).score


def test_skills_nobody_asked_about_are_said_to_be_unasked(engine: Engine) -> None:
    assert "Nobody has asked about skills" in reason(engine, "essential_skills", {}, {"essential_skills": "teamwork"})


def test_usual_needs_are_said_to_be_usual(engine: Engine) -> None:
    said = reason(engine, "essential_skills", {"skills": "teamwork"}, {"title": "Care assistant"})
    assert "The advert does not say" in said


def test_skills_of_unpaid_caring_count_as_skills(engine: Engine) -> None:
    needs = engine.taxonomy.prior_sector("unpaid-caring").skills[:3]
    carer = match(engine, {"prior_sector": "unpaid caring", "skills": ()}, {"essential_skills": needs})
    nobody = match(engine, {"prior_sector": "finance", "skills": ()}, {"essential_skills": needs})
    assert carer.score > nobody.score
    assert all(near.has == "looked after a relative or friend" for near in carer.skills.near)


@pytest.mark.parametrize(
    ("person", "work", "said"),
    [
        ({}, {}, "person's place is not known"),
        ({"place": HOME}, {}, "vacancy's place is not known"),
        ({"place": HOME, "travel_mode": "walk"}, {"place": HOME}, "on foot, estimated from 0.0 km"),
        ({"place": HOME}, {"place": HOME}, "nobody has asked how they travel"),
        ({"place": HOME}, {"place": HOME, "place_kind": "live_in"}, "no daily journey"),
        ({"place": HOME}, {"place": HOME, "place_kind": "round"}, "km in a straight line"),
    ],
)
def test_the_journey_is_said_with_what_it_assumes(
    engine: Engine, person: dict[str, Any], work: dict[str, Any], said: str
) -> None:
    assert said in reason(engine, "travel", person, work)


def test_distance_zero_is_near_and_not_unknown(engine: Engine) -> None:
    found = match(engine, {"place": HOME, "travel_mode": "walk"}, {"place": HOME})
    assert found.distance_km == 0.0
    assert next(c for c in found.contributions if c.feature == "travel").known


@pytest.mark.parametrize(
    ("feature", "person", "work", "said"),
    [
        ("pay", {"pay_min_gbp_per_hour": 13}, {"pay_min_gbp_per_hour": 13.5}, "at least the £13.00 needed"),
        ("pay", {"pay_min_gbp_per_hour": 14}, {"pay_min_gbp_per_hour": 13.5}, "less than the £14.00"),
        ("pay", {}, {"pay_min_gbp_per_hour": 13.5}, "nobody has asked"),
        ("contract", {}, {"contract": "zero_hours"}, "no hours are promised"),
        ("experience", {"experience_months": 12}, {"experience_months": 6}, "12 months of experience"),
        ("experience", {}, {"experience_months": 0}, "No experience is asked for."),
        ("shifts", {"shifts": "sat early"}, {"shifts_any_of": "sat-sun early"}, "they can work early shifts, 50% of"),
        (
            "shifts",
            {"shifts": "sat early"},
            {"shifts_any_of": "sat early; sun late"},
            "Any of early shifts and late shifts",
        ),
        (
            "shifts",
            {"shifts": "sat early"},
            {"shifts_all_required": "sat early"},
            "Can work all of what the rota needs",
        ),
        ("shifts", {"hours_min": 16, "hours_max": 20}, {"hours_min": 20, "hours_max": 30}, "20 to 30 hours a week"),
        ("shifts", {}, {}, "The advert does not say which shifts."),
        ("shifts", {}, {"title": "Care assistant"}, "early shifts and late shifts are usual for residential care home"),
        ("shifts", {"shifts": "mon-fri early"}, {"title": "Care assistant"}, "they can work 36% of these: ask"),
        ("shifts", {"shifts": "mon-fri 10:00-12:00"}, {"title": "Care assistant"}, "they can work none of these"),
        ("shifts", {}, {"hours_min": 20, "contract": "zero_hours"}, "20 hours a week, none of them guaranteed"),
        (
            "pay",
            {"pay_min_gbp_per_hour": 13},
            {"pay_min_gbp_per_hour": 12.8, "pay_max_gbp_per_hour": 14},
            "£12.80 to £14.00 an hour; the £13.00 needed lies between",
        ),
        ("pay", {"pay_min_gbp_per_hour": 13}, {"pay_max_gbp_per_hour": 14}, "Up to £14.00 an hour, at least"),
        ("pay", {}, {"pay_min_gbp_per_hour": 13, "pay_max_gbp_per_hour": 13}, "£13.00 an hour; nobody has asked"),
        (
            "experience",
            {"experience_months": 12, "prior_occupation": "shop assistant", "prior_sector": "unpaid caring"},
            {"experience_months": 6},
            "count in part because they were not in care",
        ),
        (
            "qualification",
            {"qualifications": "degree"},
            {"qualification": "level 3 diploma in care"},
            "Holds what counts as level 1 for care; level 3 is asked for.",
        ),
        (
            "qualification",
            {"qualifications": "level 2 diploma in care"},
            {"qualification": "GCSE English"},
            "Holds what counts as level 2 for this; level 2",
        ),
        (
            "qualification",
            {"qualifications": ()},
            {"qualification": "level 2 diploma in care"},
            "Holds nothing that counts for care yet",
        ),
        ("qualification", {}, {"qualification": "level 2 diploma in care"}, "nobody has asked about qualifications"),
        ("prior_sector", {"prior_sector": "retail"}, {}, "Worked in shops; people from there move into care"),
        ("text", {}, {}, "no description of the person or of the work to compare"),
        ("text", {}, {"description": "Help people to wash."}, "no description of the person to compare"),
        ("text", {"about": "I help people."}, {"title": "Carer"}, "no description of the work to compare"),
        ("text", {"about": "!"}, {"description": "Help people to wash."}, "too few words to compare"),
    ],
)
def test_a_feature_says_what_it_saw(
    engine: Engine, feature: str, person: dict[str, Any], work: dict[str, Any], said: str
) -> None:
    assert said in reason(engine, feature, person, work)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            {"shifts_any_of": "mon-sun early; mon-sun evening"},
            "all of them outside the hours the person gave: early shifts every day; evenings every day.",
        ),
        (
            {"shifts_all_required": "sat-sun early; mon 14:00-22:00"},
            "needs 14:00 to 22:00 on Monday; early shifts on Saturday, Sunday, outside the hours the person gave.",
        ),
    ],
)
def test_shifts_that_nobody_can_work_are_named_in_words(engine: Engine, asked: dict[str, Any], said: str) -> None:
    person = Candidate(id="C", shifts="tue 10:00-11:00")
    out = engine.match_candidate(person, [Vacancy(id="V", **asked)], as_of=AS_OF).not_now[0]
    assert out.because.endswith(said)


def test_shifts_that_are_usual_draw_an_estimate_and_never_block(engine: Engine) -> None:
    work = {"title": "Care assistant"}
    found = {
        week: next(c for c in match(engine, {"shifts": week}, work).contributions if c.feature == "shifts")
        for week in ("mon-sun 00:00-24:00", "mon-fri early", "mon-fri 10:00-12:00")
    }
    values = [feature.value for feature in found.values()]
    assert values == sorted(values, reverse=True)
    assert values[0] > values[1] > values[2]
    assert all(not feature.known for feature in found.values())
    assert len({(feature.low, feature.high) for feature in found.values()}) == 1
    shifts = next(g for g in match(engine, {"shifts": "mon-fri 10:00-12:00"}, work).gates if g.gate == "shifts")
    assert shifts.outcome == "unknown"


@pytest.mark.parametrize(
    ("held", "asked", "full"),
    [
        ("level 3 diploma in care", "level 2 diploma in care", True),
        ("nursing degree", "level 2 diploma in care", True),
        ("degree", "level 2 diploma in care", False),
        ("level 2 diploma in care", "level 3 diploma in care", False),
        ("degree", "GCSE English and maths", True),
        ("GCSE maths and English", "food hygiene level 2", False),
    ],
)
def test_a_qualification_counts_in_its_subject(engine: Engine, held: str, asked: str, full: bool) -> None:
    found = match(engine, {"qualifications": held}, {"qualification": asked})
    value = next(c.value for c in found.contributions if c.feature == "qualification")
    assert (value == 1.0) == full


def test_a_contract_that_promises_no_hours_is_not_taken_to_guarantee_them(engine: Engine) -> None:
    person, offer = {"hours_min": 20, "hours_max": 30}, {"hours_min": 20, "hours_max": 30}
    promised, open_ = (
        next(c for c in match(engine, person, {**offer, "contract": kind}).contributions if c.feature == "shifts")
        for kind in ("permanent", "zero_hours")
    )
    assert promised.value - open_.value == pytest.approx(0.4)
    assert open_.high == promised.high


def test_an_available_date_after_closing_is_noted_and_never_scored(engine: Engine) -> None:
    from datetime import date

    work = {"closes": date(2026, 12, 1)}
    late = match(engine, {"available_from": date(2027, 1, 1)}, work)
    assert "after the vacancy closes" in " ".join(late.notes)
    assert late.score == match(engine, {}, work).score


def test_the_next_question_is_the_one_that_moves_most(engine: Engine) -> None:
    near, far = (
        Vacancy(id="A", place=HOME, shifts_any_of="sat-sun late"),
        Vacancy(id="B", place=replace(HOME, easting_m=HOME.easting_m + 3000), shifts_any_of="mon-fri early"),
    )
    everything_else = {
        "skills": (), "max_travel_minutes": 90, "vehicle": False, "driving_licence": False, "hours_min": 0,
        "hours_max": 40, "prior_sector": "retail", "prior_occupation": "sales assistant", "experience_months": 0,
        "qualifications": (), "registrations": (), "pay_min_gbp_per_hour": 12, "age_band": "21-plus",
        "right_to_work": "unlimited", "travel_mode": "bus",
    }  # fmt: skip
    person = Candidate(id="C", place=HOME, **everything_else)
    question = engine.match_candidate(person, [near, far], as_of=AS_OF).ask_next
    assert question is not None
    assert question.field == "shifts"
    assert question.moves >= 1


def test_nothing_is_asked_when_no_answer_would_move_anything(engine: Engine) -> None:
    assert engine.match_candidate(Candidate(id="C"), [], as_of=AS_OF).ask_next is None
