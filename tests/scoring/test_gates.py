"""Each gate's four outcomes, and the sentence that goes with them."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from matcher import Candidate, Engine, Vacancy
from matcher.domain import Gate, Place, parse_shifts
from strategies import _PLACES, AS_OF

HOME = replace(_PLACES[0], precision="postcode", radius_km=0.0)


def gate_of(engine: Engine, name: str, person: dict[str, Any], work: dict[str, Any], as_of: date = AS_OF) -> Gate:
    ranking = engine.match_candidate(Candidate(id="C", **person), [Vacancy(id="V", **work)], as_of=as_of)
    gates = ranking.matches[0].gates if ranking.matches else ranking.not_now[0].gates
    return next(gate for gate in gates if gate.gate == name)


def away(km: float) -> Place:
    return replace(HOME, easting_m=HOME.easting_m + km * 1000)


@pytest.mark.parametrize(
    ("gate", "person", "work", "outcome"),
    [
        ("right_to_work", {}, {}, "unknown"),
        ("right_to_work", {"right_to_work": "not_stated"}, {}, "unknown"),
        ("right_to_work", {"right_to_work": "unlimited"}, {}, "met"),
        ("right_to_work", {"right_to_work": "limited_time"}, {}, "met"),
        ("right_to_work", {"right_to_work": "limited_hours"}, {"hours_min": 16, "hours_max": 20}, "met"),
        ("right_to_work", {"right_to_work": "limited_hours"}, {"hours_min": 16, "hours_max": 40}, "unknown"),
        ("right_to_work", {"right_to_work": "tied"}, {}, "unknown"),
        ("right_to_work", {"right_to_work": "none"}, {}, "blocked"),
        ("dbs", {"dbs_status": "none"}, {"dbs_level": "enhanced"}, "fixable"),
        ("dbs", {"dbs_status": "in_progress"}, {"dbs_level": "enhanced_barred"}, "fixable"),
        ("dbs", {"dbs_status": "held_basic"}, {"dbs_level": "enhanced"}, "fixable"),
        ("dbs", {"dbs_status": "held_enhanced_barred"}, {"dbs_level": "enhanced"}, "met"),
        ("dbs", {"dbs_status": "update_service"}, {"dbs_level": "enhanced_barred"}, "met"),
        ("dbs", {}, {"dbs_level": "none"}, "met"),
        ("dbs", {}, {"dbs_level": "enhanced"}, "unknown"),
        ("driving_licence", {"driving_licence": False}, {"driving_licence": True}, "blocked"),
        ("driving_licence", {"driving_licence": False}, {}, "met"),
        ("driving_licence", {}, {"driving_licence": True}, "unknown"),
        ("vehicle", {"vehicle": True}, {"vehicle": True}, "met"),
        ("vehicle", {"vehicle": False}, {"vehicle": True}, "blocked"),
        ("registration", {"registrations": ()}, {"registration": "nmc-nurse"}, "blocked"),
        ("registration", {"registrations": ("nmc-nurse",)}, {"registration": "nmc-nurse"}, "met"),
        ("registration", {}, {"registration": "nmc-nurse"}, "unknown"),
        ("min_age", {"age_band": "16-17"}, {"min_age": 18}, "blocked"),
        ("min_age", {"age_band": "18-20"}, {"min_age": 18}, "met"),
        ("min_age", {}, {"min_age": 18}, "unknown"),
        ("min_age", {"age_band": "18-20"}, {"min_age": 21, "min_age_reason": "x"}, "met"),
        ("vacancy_open", {}, {"closes": date(2026, 11, 22)}, "met"),
        ("vacancy_open", {}, {"closes": date(2026, 11, 21)}, "blocked"),
        ("vacancy_open", {}, {"opens": date(2026, 11, 23)}, "blocked"),
        ("pay_floor", {}, {"pay_min_gbp_per_hour": 12.71}, "met"),
        ("pay_floor", {}, {"pay_min_gbp_per_hour": 12.70}, "blocked"),
        ("pay_floor", {}, {"pay_min_gbp_per_hour": 9.0, "pay_note": "sleep_in"}, "met"),
        ("pay_floor", {"age_band": "18-20"}, {"pay_min_gbp_per_hour": 11.0, "pay_note": "age_band"}, "met"),
        ("pay_floor", {"age_band": "21-plus"}, {"pay_min_gbp_per_hour": 11.0, "pay_note": "age_band"}, "blocked"),
        ("pay_floor", {}, {"pay_min_gbp_per_hour": 11.0, "pay_note": "age_band"}, "unknown"),
        ("pay_floor", {}, {"pay_min_gbp_per_hour": 7.0, "pay_note": "age_band"}, "blocked"),
        ("pay_floor", {}, {"pay_min_gbp_per_hour": 8.0, "pay_note": "apprentice"}, "met"),
        ("pay_floor", {}, {}, "met"),
        ("pay_floor", {}, {"pay_min_gbp_per_hour": 8.0, "contract": "apprenticeship"}, "met"),
        ("pay_floor", {}, {"pay_min_gbp_per_hour": 7.9, "contract": "apprenticeship"}, "blocked"),
        ("place", {"place": HOME}, {}, "unknown"),
        ("place", {"place": HOME, "travel_mode": "bus", "max_travel_minutes": 30}, {"place": away(2)}, "met"),
        ("place", {"place": HOME, "travel_mode": "bus", "max_travel_minutes": 30}, {"place": away(20)}, "blocked"),
        ("place", {"place": HOME}, {"place": away(25)}, "unknown"),
        ("place", {"place": HOME}, {"place": away(300)}, "blocked"),
        ("place", {"place": HOME}, {"place": away(300), "place_kind": "live_in"}, "met"),
        ("place", {"place": HOME, "travel_mode": "bus"}, {"place": away(5), "shifts_any_of": "sun early"}, "unknown"),
        ("place", {"place": HOME, "travel_mode": "bus"}, {"place": away(5), "shifts_any_of": "sun day"}, "met"),
        ("place", {"place": HOME, "travel_mode": "car"}, {"place": away(5), "shifts_any_of": "sun early"}, "met"),
        ("place", {"place": HOME, "travel_mode": "bus"}, {"place": away(1), "shifts_any_of": "sun early"}, "met"),
        ("shifts", {}, {"shifts_any_of": "early"}, "unknown"),
        ("shifts", {"shifts": "mon early"}, {}, "unknown"),
        ("shifts", {"shifts": "mon early"}, {"shifts_any_of": "early; late"}, "met"),
        ("shifts", {"shifts": "mon-fri school_hours"}, {"shifts_all_required": "early; late"}, "blocked"),
        ("shifts", {"shifts": "mon-sun 00:00-24:00"}, {"shifts_all_required": "mon-sun early"}, "met"),
        ("shifts", {"shifts": "mon-sun sleep_in"}, {"shifts_any_of": "waking_night"}, "blocked"),
        ("shifts", {"shifts": ()}, {"shifts_any_of": "early"}, "blocked"),
    ],
)
def test_a_gate_answers(engine: Engine, gate: str, person: dict[str, Any], work: dict[str, Any], outcome: str) -> None:
    judged = gate_of(engine, gate, person, work)
    assert judged.outcome == outcome
    assert judged.reason.endswith(".")


def test_a_missing_check_says_how_long_what_it_costs_and_who_pays(engine: Engine) -> None:
    gate = gate_of(engine, "dbs", {"dbs_status": "none"}, {"dbs_level": "enhanced"})
    assert (gate.days, gate.cost_gbp, gate.paid_by) == (21, 49.5, "employer")
    assert "once there is an offer" in gate.reason


@pytest.mark.parametrize(
    ("country", "scheme"), [("Scotland", "PVG"), ("Northern Ireland", "AccessNI"), ("Wales", "DBS")]
)
def test_each_nation_calls_the_check_by_its_own_name(engine: Engine, country: str, scheme: str) -> None:
    work = {"dbs_level": "enhanced_barred", "place": replace(HOME, country=country)}
    assert scheme in gate_of(engine, "dbs", {"dbs_status": "none"}, work).reason


def test_a_check_in_progress_is_not_said_to_need_arranging(engine: Engine) -> None:
    gate = gate_of(engine, "dbs", {"dbs_status": "in_progress"}, {"dbs_level": "enhanced"})
    assert "in progress" in gate.reason
    assert "arranged" not in gate.reason
    assert gate.cost_gbp is None


@pytest.mark.parametrize("country", ["Scotland", "Northern Ireland"])
def test_a_dbs_check_does_not_serve_where_another_scheme_is_the_law(engine: Engine, country: str) -> None:
    work = {"dbs_level": "enhanced", "place": replace(HOME, country=country)}
    assert gate_of(engine, "dbs", {"dbs_status": "held_enhanced_barred"}, work).outcome == "fixable"


def test_a_registration_nobody_recognises_is_unknown_on_either_side(engine: Engine) -> None:
    asked = {"registration": "Guild of Wizards"}
    assert gate_of(engine, "registration", {"registrations": ()}, asked).outcome == "unknown"
    held = {"registrations": "Guild of Wizards"}
    assert gate_of(engine, "registration", held, {"registration": "nmc-nurse"}).outcome == "unknown"


def test_a_vehicle_that_is_usual_and_held_is_said_to_be_held(engine: Engine) -> None:
    usual = next(t for t in engine.taxonomy.occupations.values() if t.role_family and t.vehicle)
    gate = gate_of(engine, "vehicle", {"vehicle": True}, {"occupation": usual.id})
    assert (gate.outcome, gate.reason) == ("met", "Has a vehicle of one's own, which is usual in this work.")


def test_a_journey_beyond_the_limit_is_never_rounded_to_it(engine: Engine) -> None:
    person = {"place": HOME, "travel_mode": "walk", "max_travel_minutes": 30}
    just_beyond = next(km / 100 for km in range(100, 400) if gate_of(
        engine, "place", person, {"place": away(km / 100)}).outcome == "blocked")  # fmt: skip
    gate = gate_of(engine, "place", person, {"place": away(just_beyond)})
    assert "31 minutes on foot each way; the limit is 30" in gate.reason


def test_the_pay_floor_is_the_one_of_the_day(engine: Engine) -> None:
    assert gate_of(engine, "pay_floor", {}, {"pay_min_gbp_per_hour": 9.0}, as_of=date(2020, 11, 1)).outcome == "met"


def test_a_stated_age_above_18_is_information_with_its_reason(engine: Engine) -> None:
    work = {"min_age": 21, "min_age_reason": "minibus insurance"}
    gate = gate_of(engine, "min_age", {"age_band": "18-20"}, work)
    assert "minibus insurance" in gate.reason
    assert "never filters" in gate.reason


def test_a_round_is_reached_at_its_nearest_edge(engine: Engine) -> None:
    person = {"place": HOME, "travel_mode": "car", "max_travel_minutes": 20}
    edge = replace(away(30), radius_km=29.0)
    assert gate_of(engine, "place", person, {"place": edge, "place_kind": "round"}).outcome == "met"
    assert gate_of(engine, "place", person, {"place": edge, "place_kind": "site"}).outcome == "blocked"


def test_a_clash_of_shifts_names_the_shifts(engine: Engine) -> None:
    gate = gate_of(engine, "shifts", {"shifts": "mon-fri early"}, {"shifts_all_required": "fri-sat early"})
    assert "early shifts on Saturday" in gate.reason
    assert "Friday" not in gate.reason


def test_home_care_that_does_not_mention_a_vehicle_is_asked_about(engine: Engine) -> None:
    usual = next(t for t in engine.taxonomy.occupations.values() if t.role_family and t.vehicle)
    gate = gate_of(engine, "vehicle", {"vehicle": False}, {"occupation": usual.id})
    assert gate.outcome == "unknown"
    assert "ask the provider" in gate.reason


def test_shifts_read_from_text_and_given_as_records_are_judged_alike(engine: Engine) -> None:
    work = {"shifts_any_of": "sat-sun late"}
    for given in ("sat late", parse_shifts("sat late")):
        assert gate_of(engine, "shifts", {"shifts": given}, work).outcome == "met"


def test_a_site_with_an_area_lies_at_its_postcode_and_a_round_in_its_area(engine: Engine) -> None:
    both = {"postcode": "DL1 1AA", "area": "LS9"}
    site, home_round = (engine.settle_vacancy(Vacancy(id="V", place_kind=kind, **both)) for kind in ("site", "round"))
    assert site.place is not None
    assert home_round.place is not None
    assert (site.place.label, home_round.place.label) == ("DL1 1AA", "LS9")
