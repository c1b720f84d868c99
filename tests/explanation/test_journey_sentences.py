"""How a journey is said: by what, measured or estimated, and what the hours of the shifts mean for it."""

from dataclasses import replace
from typing import Any

import pytest

from matcher import Candidate, Engine, Vacancy
from matcher.domain import Match, Place, PlacePrecision
from matcher.geography import TravelTimes
from strategies import AS_OF

HOME = Place("LS9 7TF", 53.8, -1.5, 430_000.0, 433_000.0, PlacePrecision.POSTCODE, country="England")
WORK = replace(HOME, label="LS10 1AA", easting_m=433_000.0)
MEASURED = TravelTimes.from_rows([("LS9 7", "LS10 1", "bus", 21.0)])


def match(engine: Engine, person: dict[str, Any], work: dict[str, Any]) -> Match:
    candidate = Candidate(id="C", **{"place": HOME, "travel_mode": "bus", **person})
    vacancy = Vacancy(id="V", **{"place": WORK, "place_kind": "site", "shifts_any_of": "mon-fri day", **work})
    return engine.match_candidate(candidate, [vacancy], as_of=AS_OF).matches[0]


def reason(engine: Engine, person: dict[str, Any], work: dict[str, Any]) -> str:
    contributions = match(engine, person, work).contributions
    return next(item.reason for item in contributions if item.feature == "travel")


def place_gate(engine: Engine, person: dict[str, Any], work: dict[str, Any]) -> str:
    return next(gate.reason for gate in match(engine, person, work).gates if gate.gate == "place")


def test_an_estimate_says_that_it_is_one(engine: Engine) -> None:
    assert reason(engine, {}, {}) == "About 29 minutes by bus, estimated from 3.0 km in a straight line."
    assert place_gate(engine, {"max_travel_minutes": 40}, {}) == (
        "About 29 minutes by bus, within the limit of 40. Estimated from the straight line."
    )


def test_a_measured_time_says_that_it_is_one(engine: Engine) -> None:
    measured = replace(engine, travel_times=MEASURED)
    assert reason(measured, {}, {}) == (
        "About 21 minutes by bus, measured between the two postcode sectors (3.0 km in a straight line)."
    )
    assert place_gate(measured, {}, {}).endswith("Measured between the two postcode sectors.")
    assert match(measured, {}, {}).travel_minutes == 21.0


def test_a_way_that_is_quicker_on_foot_is_said_to_be_walked(engine: Engine) -> None:
    near = replace(WORK, easting_m=430_500.0)
    assert reason(engine, {}, {"place": near}).startswith("About 8 minutes on foot, which is quicker than by bus,")


def test_an_assumed_way_is_said_to_be_assumed(engine: Engine) -> None:
    assert "29 minutes by bus (nobody has asked how they travel)" in reason(engine, {"travel_mode": None}, {})


@pytest.mark.parametrize(
    ("rota", "said"),
    [
        (
            {"shifts_any_of": "sun 06:30-14:30"},
            (
                "The start at 06:30 on Sunday is at an hour when buses seldom run: ask how they would get there; "
                "until then it counts as an hour more, or as walked."
            ),
        ),
        (
            {"shifts_all_required": "fri 15:00-23:00; mon day"},
            (
                "The end at 23:00 on Friday is at an hour when buses seldom run: ask how they would get home; "
                "until then it counts as an hour more, or as walked."
            ),
        ),
        (
            {"shifts_all_required": "mon-fri 06:00-14:00"},
            "The start at 06:00 on Monday and other days is at an hour when buses seldom run",
        ),
        (
            {"shifts_all_required": "sat waking_night"},
            (
                "The end at 07:00 on Sunday is at an hour when buses seldom run: ask how they would get home; "
                "until then it counts as an hour more, or as walked."
            ),
        ),
        (
            {"shifts_all_required": "thu late"},
            "15 minutes of it are for the few buses at 22:00 on Thursday, when the shift ends.",
        ),
        (
            {"shifts_any_of": None},
            "Buses seldom run early, late or on Sunday mornings, and the advert does not say the hours.",
        ),
    ],
)
def test_an_hour_at_which_buses_seldom_run_is_said_aloud(engine: Engine, rota: dict[str, Any], said: str) -> None:
    assert said in reason(engine, {}, rota)
    assert said in place_gate(engine, {}, rota)


def test_nobody_is_blocked_for_a_bus_that_is_taken_not_to_run(engine: Engine) -> None:
    rota = {"shifts_all_required": "mon-sun 05:00-13:00"}
    gates = match(engine, {"max_travel_minutes": 30}, rota).gates
    gate = next(gate for gate in gates if gate.gate == "place")
    assert gate.outcome == "unknown"
    assert gate.reason.startswith("About 29 minutes by bus, within the limit of 30. The start at 05:00 on Monday")


def test_the_shift_that_is_named_is_one_that_can_be_worked(engine: Engine) -> None:
    rota = {"shifts_any_of": "mon-fri early; sat early"}
    assert "07:00 on Saturday" in reason(engine, {"shifts": "sat early"}, rota)


@pytest.mark.parametrize("mode", ["walk", "cycle", "car"])
def test_no_hour_is_mentioned_to_those_who_do_not_go_by_bus(engine: Engine, mode: str) -> None:
    for rota in ({"shifts_any_of": None}, {"shifts_any_of": "sun 05:00-13:00"}):
        assert "buses" not in reason(engine, {"travel_mode": mode}, rota).lower()


def test_a_limit_that_only_waiting_exceeds_is_asked_about_and_not_blocked(engine: Engine) -> None:
    said = place_gate(engine, {"max_travel_minutes": 40}, {"shifts_all_required": "thu late"})
    assert said.startswith("About 44 minutes by bus, perhaps beyond the limit of 40: ask how long it takes at that")
