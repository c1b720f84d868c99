"""Which must-have narrows the pool of a vacancy, and by how many."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher import Candidate, Engine, Vacancy
from matcher.domain import MustHave, parse_shifts
from matcher.explanation.must_haves import DROPPABLE
from strategies import AS_OF, candidates, shifts, vacancies

some_candidates = st.lists(
    candidates(driving_licence=st.booleans(), vehicle=st.booleans(), shifts=shifts, place=None),
    min_size=1,
    max_size=8,
    unique_by=lambda c: c.id,
)
demanding = vacancies(driving_licence=st.booleans(), vehicle=st.booleans(), opens=None, place=None)


def found(engine: Engine, work: dict[str, Any], *people: dict[str, Any]) -> dict[str, MustHave]:
    records = [Candidate(id=f"C{number}", **fields) for number, fields in enumerate(people)]
    ranking = engine.match_vacancy(Vacancy(id="V", **work), records, as_of=AS_OF)
    return {one.label: one for one in ranking.must_haves}


def test_without_a_vehicle_there_are_more(engine: Engine) -> None:
    people = [{"vehicle": True}] * 3 + [{"vehicle": False}] * 14
    one = found(engine, {"vehicle": True}, *people)["a vehicle of one's own"]
    assert (one.n_with, one.n_without, one.n_more, one.n_not_asked) == (3, 17, 14, 0)


def test_those_who_have_not_been_asked_are_in_the_pool_and_counted(engine: Engine) -> None:
    one = found(engine, {"driving_licence": True}, {}, {"driving_licence": True}, {"driving_licence": False})
    assert one["a driving licence"].n_with == 2
    assert one["a driving licence"].n_not_asked == 1


def test_who_lacks_both_is_counted_where_both_are_dropped(engine: Engine) -> None:
    neither = {"driving_licence": False, "vehicle": False}
    counts = found(engine, {"driving_licence": True, "vehicle": True}, neither)
    assert {label: one.n_without for label, one in counts.items()} == {
        "a driving licence and a vehicle of one's own": 1,
        "a driving licence": 0,
        "a vehicle of one's own": 0,
    }


@pytest.mark.parametrize(
    ("free", "labels"),
    [
        ("mon-fri early", {"weekends", "all of its shifts", "set shifts"}),
        ("sat early", {"all of its shifts", "set shifts"}),
        ("mon-sun late", {"set shifts"}),
        ("mon-sun early", set()),
    ],
)
def test_shifts_are_loosened_in_three_steps(engine: Engine, free: str, labels: set[str]) -> None:
    counts = found(engine, {"shifts_all_required": "mon-sun early"}, {"shifts": free})
    assert {label.split(" (")[0] for label, one in counts.items() if one.n_more} == labels


def test_what_the_law_asks_is_never_dropped(engine: Engine) -> None:
    asked = {"dbs_level": "enhanced_barred", "registration": "nmc-nurse", "min_age": 18, "pay_max_gbp_per_hour": 9.0}
    kept_out = {"registrations": (), "age_band": "16-17", "right_to_work": "none", "dbs_status": "none"}
    assert found(engine, asked, kept_out) == {}


def test_a_vacancy_without_must_haves_has_none(engine: Engine) -> None:
    assert found(engine, {"driving_licence": False, "vehicle": False}, {"vehicle": False}) == {}


def test_must_haves_are_not_looked_for_where_nobody_wants_them(engine: Engine) -> None:
    ranking = engine.match_vacancy(Vacancy(id="V", vehicle=True), [Candidate(id="C")], as_of=AS_OF, changes=False)
    assert ranking.must_haves == ()


def _dropped(vacancy: Vacancy, one: MustHave) -> Vacancy:
    """The vacancy as somebody would write it anew, without a must-have."""
    every, some = vacancy.shifts_all_required or (), vacancy.shifts_any_of or ()
    anew: dict[str, dict[str, object]] = {
        "weekends": {"shifts_all_required": tuple(shift for shift in every if shift.day < 5)},
        "all of its shifts (any of them instead)": {
            "shifts_all_required": None,
            "shifts_any_of": tuple(sorted({*every, *some})),
        },
        "set shifts (times agreed with the person instead)": {"shifts_all_required": None, "shifts_any_of": None},
    }
    return vacancy.model_copy(update=anew.get(one.label) or dict.fromkeys(one.fields, False))


@pytest.mark.promise
@given(some_candidates, demanding)
def test_must_haves_agree_with_the_vacancy_matched_again(
    engine: Engine, people: list[Candidate], work: Vacancy
) -> None:
    ranking = engine.match_vacancy(work, people, k=1000, as_of=AS_OF)
    for one in ranking.must_haves:
        assert set(one.fields) <= DROPPABLE
        again = engine.match_vacancy(_dropped(work, one), people, k=1000, as_of=AS_OF, changes=False)
        assert (one.n_with, one.n_without) == (len(ranking.matches), len(again.matches))
        assert one.n_more >= 0
        assert 0 <= one.n_not_asked <= one.n_with
    assert [one.n_without for one in ranking.must_haves] == sorted(
        (o.n_without for o in ranking.must_haves), reverse=True
    )


@given(demanding)
def test_every_must_have_that_may_be_dropped_is_listed(engine: Engine, work: Vacancy) -> None:
    times = {"shifts_all_required", "shifts_any_of"} if work.place_kind == "live_in" else set()
    asked = {name for name in DROPPABLE - times if getattr(work, name)}
    must_haves = engine.match_vacancy(
        work, [Candidate(id="C", shifts=parse_shifts("mon early"))], as_of=AS_OF
    ).must_haves
    assert asked <= {name for one in must_haves for name in one.fields}
    assert bool(must_haves) == bool(asked)
