"""Journeys at the hours of the shifts, and measured ones: what the feature of travel holds and what it promises."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from matcher.domain import Candidate, Place, PlacePrecision, TravelMode, Vacancy
from matcher.geography import NO_SERVICE, TravelTimes
from matcher.scoring import CandidateArrays, Feature, Pairs, VacancyArrays, load_model
from matcher.scoring.travel import Journey, journeys, travel
from scoring.oracle import oracle_features
from strategies import AS_OF, candidates, places, shifts, shipped_taxonomy, vacancies

SECTORS = ("LS9 7", "LS10 1", "LS1 4")
sector_places = st.builds(lambda place, label: replace(place, label=label), places, st.sampled_from(SECTORS))
measurements = st.dictionaries(
    st.tuples(st.sampled_from(SECTORS), st.sampled_from(SECTORS), st.sampled_from([mode.value for mode in TravelMode])),
    st.integers(0, 150).map(float),
)
modes = st.sampled_from(TravelMode)
HOME = Place("LS9 7TF", 53.8, -1.5, 430_000.0, 433_000.0, PlacePrecision.POSTCODE, country="England")
AWAY = replace(HOME, label="LS10 1AA", easting_m=435_000.0)
BY_BUS = Candidate(id="C", place=HOME, travel_mode="bus")

Measured = dict[tuple[str, str, str], float]


def block(people: list[Candidate], work: list[Vacancy], measured: Measured | None = None) -> tuple[Journey, Feature]:
    terms = shipped_taxonomy()
    table = TravelTimes.from_rows((*key, minutes) for key, minutes in measured.items()) if measured else None
    pairs = Pairs(CandidateArrays.from_records(people, terms, AS_OF), VacancyArrays.from_records(work, terms), table)
    found = journeys(pairs)
    return found, travel(pairs, found, load_model().priors["travel"])


def value(person: Candidate, work: Vacancy, measured: Measured | None = None) -> float:
    return float(block([person], [work], measured)[1].value[0, 0])


def at(person: Candidate, rota: dict[str, str], place: Place = AWAY) -> Journey:
    return block([person], [Vacancy(id="V", place=place, place_kind="site", **rota)])[0]


@pytest.mark.promise
@given(candidates(place=sector_places), vacancies(place=sector_places), measurements)
def test_measured_journeys_agree_with_the_slow_oracle(person: Candidate, work: Vacancy, measured: Measured) -> None:
    feature = block([person], [work], measured)[1]
    expected = oracle_features(person, work, shipped_taxonomy(), load_model(), measured)["travel"]
    low, high = feature.low[0, 0], feature.high[0, 0]
    assert feature.value[0, 0] == pytest.approx(min(max(expected, low), high), abs=1e-12)


@pytest.mark.promise
@given(
    st.lists(candidates(place=sector_places), min_size=1, max_size=4),
    st.lists(vacancies(place=sector_places), min_size=1, max_size=4),
    measurements,
)
def test_a_block_equals_its_pairs_to_the_last_bit(
    people: list[Candidate], work: list[Vacancy], measured: Measured
) -> None:
    together, _ = block(people, work, measured)
    for i, person in enumerate(people):
        for j, vacancy in enumerate(work):
            alone, _ = block([person], [vacancy], measured)
            for name in Journey.__dataclass_fields__:
                assert getattr(alone, name)[0, 0] == getattr(together, name)[i, j], name


@pytest.mark.promise
@given(
    st.lists(candidates(place=sector_places), min_size=1, max_size=4),
    st.lists(vacancies(place=sector_places), min_size=1, max_size=4),
    st.tuples(st.sampled_from(SECTORS), st.sampled_from(SECTORS), modes),
    st.floats(0, 150),
)
def test_a_measured_time_changes_the_pairs_of_its_own_sectors_alone(
    people: list[Candidate], work: list[Vacancy], key: tuple[str, str, TravelMode], minutes: float
) -> None:
    without, _ = block(people, work)
    with_it, _ = block(people, work, {key: minutes})
    for i, person in enumerate(people):
        for j, vacancy in enumerate(work):
            if (person.place.label, vacancy.place.label) != key[:2]:
                for name in Journey.__dataclass_fields__:
                    assert getattr(without, name)[i, j] == getattr(with_it, name)[i, j], name


@pytest.mark.promise
@given(candidates(place=sector_places), vacancies(place=sector_places), modes, measurements)
def test_the_way_of_travel_once_known_stays_within_the_range(
    person: Candidate, work: Vacancy, mode: TravelMode, measured: Measured
) -> None:
    asked, known = person.model_copy(update={"travel_mode": None}), person.model_copy(update={"travel_mode": mode})
    before = block([asked], [work], measured)[1]
    assert before.low[0, 0] - 1e-12 <= value(known, work, measured) <= before.high[0, 0] + 1e-12


@pytest.mark.promise
@given(candidates(place=sector_places), vacancies(place=sector_places), shifts, shifts, measurements)
def test_a_rota_once_known_stays_within_the_range(
    person: Candidate, work: Vacancy, required: tuple[object, ...], any_of: tuple[object, ...], measured: Measured
) -> None:
    assume(required or any_of)
    unsaid = work.model_copy(update={"shifts_all_required": None, "shifts_any_of": None})
    said = work.model_copy(update={"shifts_all_required": required, "shifts_any_of": any_of})
    before = block([person], [unsaid], measured)[1]
    assert before.low[0, 0] - 1e-12 <= value(person, said, measured) <= before.high[0, 0] + 1e-12


@pytest.mark.promise
@given(candidates(shifts=shifts), vacancies(), shifts)
def test_more_availability_never_makes_the_journey_worse(
    person: Candidate, work: Vacancy, more: tuple[object, ...]
) -> None:
    freer = person.model_copy(update={"shifts": (*person.shifts, *more)})
    assert value(freer, work) >= value(person, work)


@pytest.mark.promise
@given(candidates(travel_mode=None, driving_licence=True), vacancies(), measurements)
def test_a_vehicle_to_drive_never_makes_the_journey_worse(person: Candidate, work: Vacancy, measured: Measured) -> None:
    with_car, without = (person.model_copy(update={"vehicle": answer}) for answer in (True, False))
    assert value(with_car, work, measured) >= value(without, work, measured)


@pytest.mark.promise
@given(
    candidates(place=sector_places, travel_mode=modes), vacancies(place=sector_places), measurements, st.floats(0, 1)
)
def test_a_shorter_measured_journey_is_never_worse(
    person: Candidate, work: Vacancy, measured: Measured, share: float
) -> None:
    shorter = {key: minutes * share for key, minutes in measured.items()}
    assert value(person, work, shorter) >= value(person, work, measured)


@pytest.mark.promise
@given(candidates(place=sector_places), vacancies(place=sector_places), modes, measurements)
def test_a_way_of_travel_beside_walking_is_never_worse_than_walking(
    person: Candidate, work: Vacancy, mode: TravelMode, measured: Measured
) -> None:
    by_mode, on_foot = (person.model_copy(update={"travel_mode": named}) for named in (mode, TravelMode.WALK))
    assert value(by_mode, work, measured) >= value(on_foot, work, measured)


@pytest.mark.promise
@given(candidates(travel_mode=st.sampled_from(["walk", "cycle", "car"])), vacancies(), shifts)
def test_the_hour_is_not_held_against_those_who_do_not_go_by_bus(
    person: Candidate, work: Vacancy, other: tuple[object, ...]
) -> None:
    moved = work.model_copy(update={"shifts_all_required": other, "shifts_any_of": ()})
    assert value(person, moved) == value(person, work)


@pytest.mark.parametrize(
    ("rota", "wait"),
    [
        ({"shifts_all_required": "mon-fri day"}, 0.0),
        ({"shifts_all_required": "mon-fri early"}, 10.0),
        ({"shifts_all_required": "mon-fri late"}, 15.0),
        ({"shifts_all_required": "mon-fri 06:00-14:00"}, NO_SERVICE),
        ({"shifts_all_required": "fri 15:00-23:00"}, NO_SERVICE),
        ({"shifts_all_required": "sat waking_night"}, NO_SERVICE),  # it ends on Sunday at seven
        ({"shifts_all_required": "sun waking_night"}, 15.0),
        ({"shifts_all_required": "mon-sun early"}, NO_SERVICE),
        ({"shifts_any_of": "mon-sun early"}, 10.0),
        ({"shifts_any_of": "mon-fri 06:00-14:00; mon-fri day"}, 0.0),
        ({"shifts_all_required": "mon late", "shifts_any_of": "tue-fri day"}, 15.0),
    ],
)
def test_both_ends_of_every_shift_that_is_needed_count_and_the_best_of_those_of_which_any_will_do(
    rota: dict[str, str], wait: float
) -> None:
    assert at(BY_BUS, rota).wait[0, 0] == wait


def test_of_the_shifts_of_which_any_will_do_only_those_that_can_be_worked_count() -> None:
    rota = {"shifts_any_of": "mon-fri early; mon-fri day"}
    early_only = BY_BUS.model_copy(update={"shifts": Candidate(id="X", shifts="mon-fri early").shifts})
    assert (at(BY_BUS, rota).wait[0, 0], at(early_only, rota).wait[0, 0]) == (0.0, 10.0)


def test_where_no_bus_runs_the_journey_is_counted_as_an_hour_longer_or_as_walked() -> None:
    by_day, at_six = ({"shifts_all_required": f"mon {window}"} for window in ("09:00-17:00", "06:00-14:00"))
    near, far = replace(HOME, easting_m=432_000.0), replace(HOME, easting_m=450_000.0)
    for place, walked in ((near, True), (far, False)):
        usual, odd = at(BY_BUS, by_day, place), at(BY_BUS, at_six, place)
        on_foot = at(BY_BUS.model_copy(update={"travel_mode": TravelMode.WALK}), at_six, place)
        assert odd.minutes[0, 0] == usual.minutes[0, 0]
        expected = on_foot.minutes[0, 0] if walked else usual.minutes[0, 0] + 60
        assert odd.counted[0, 0] == expected


def test_a_short_way_is_walked_at_any_hour() -> None:
    near = replace(HOME, easting_m=430_500.0)
    journey = at(BY_BUS, {"shifts_all_required": "mon 05:00-13:00"}, near)
    assert journey.wait[0, 0] == 0.0
    assert tuple(TravelMode)[journey.way[0, 0]] == TravelMode.WALK


def test_waiting_is_added_to_a_measured_time_too() -> None:
    work = Vacancy(id="V", place=AWAY, place_kind="site", shifts_all_required="mon-fri late")
    journey, feature = block([BY_BUS], [work], {("LS9 7", "LS10 1", "bus"): 20.0})
    assert journey.minutes[0, 0] == 35.0
    assert journey.measured[0, 0]
    assert feature.known[0, 0]


def test_a_round_of_several_districts_has_no_sector_and_is_estimated() -> None:
    area = replace(AWAY, label="LS10; LS11", precision=PlacePrecision.DISTRICT, radius_km=2.0)
    journey, _ = block([BY_BUS], [Vacancy(id="V", place=area, place_kind="round")], {("LS9 7", "LS10 1", "bus"): 20.0})
    assert not journey.measured[0, 0]


def test_a_block_without_people_or_without_work_is_empty() -> None:
    for people, work in (([], [Vacancy(id="V")]), ([BY_BUS], [])):
        journey, _ = block(people, work)
        assert journey.minutes.shape == (len(people), len(work))
        assert np.isfinite(journey.wait).all()
