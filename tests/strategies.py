"""Hypothesis strategies for settled candidates and vacancies over the shipped taxonomy."""

from datetime import date, timedelta
from functools import cache

from hypothesis import strategies as st

from matcher.domain import (
    AgeBand,
    Candidate,
    Contract,
    DbsLevel,
    DbsStatus,
    Place,
    PlaceKind,
    PlacePrecision,
    RightToWork,
    Shift,
    TravelMode,
    Vacancy,
)
from matcher.geography import to_british_grid
from matcher.taxonomy import Taxonomy, load_taxonomy

AS_OF = date(2026, 11, 22)


@cache
def shipped_taxonomy() -> Taxonomy:
    return load_taxonomy()


def _place(lat: float, long: float, precision: PlacePrecision, radius: float) -> Place:
    east, north = to_british_grid([lat], [long])
    return Place("X", lat, long, float(east[0]), float(north[0]), precision, radius, "England")


# A dozen points from Leeds to Durham are enough for every distance that matters, and cost no projection an example.
_PLACES = [
    _place(53.6 + 0.11 * i, -1.9 + 0.05 * ((i * 7) % 12), list(PlacePrecision)[i % 5], 0.0 if i % 5 < 2 else 1.5)
    for i in range(12)
]
places = st.sampled_from(_PLACES)


def maybe(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.none() | strategy


def several(strategy: st.SearchStrategy[object], most: int) -> st.SearchStrategy[tuple[object, ...]]:
    """Up to `most` different values, sorted."""
    drawn = st.tuples(*[maybe(strategy)] * most)
    return drawn.map(lambda found: tuple(sorted({value for value in found if value is not None})))


def _ids(names: list[str], most: int) -> st.SearchStrategy[tuple[object, ...]]:
    return several(st.sampled_from(names), most)


shifts = several(
    st.builds(Shift, day=st.integers(0, 6), start=st.integers(0, 47), n_slots=st.integers(1, 48), asleep=st.booleans()),
    3,
)


def skill_ids(most: int = 8) -> st.SearchStrategy[tuple[object, ...]]:
    return _ids([skill.id for skill in shipped_taxonomy().skills][:60], most)


@st.composite
def candidates(draw: st.DrawFn, **fixed: object) -> Candidate:
    terms = shipped_taxonomy()
    hours = sorted(draw(st.tuples(st.integers(0, 48), st.integers(0, 48))))
    both = draw(st.booleans())
    fields: dict[str, object] = {
        "id": draw(st.text("CABX019", min_size=1, max_size=3)),
        "place": draw(maybe(places)),
        "age_band": draw(maybe(st.sampled_from(AgeBand))),
        "prior_occupation": draw(maybe(st.sampled_from(sorted(terms.occupations)))),
        "prior_sector": draw(maybe(_ids(sorted(terms.prior_sectors), 2).filter(bool))),
        "experience_months": draw(maybe(st.integers(0, 240))),
        "skills": draw(maybe(skill_ids())),
        "qualifications": draw(maybe(_ids(sorted(terms.qualifications), 2))),
        "registrations": draw(maybe(_ids(sorted(terms.registrations), 2))),
        "about": draw(maybe(st.sampled_from(["I cared for my dad.", "I cook and clean in a home.", "Shop work"]))),
        "max_travel_minutes": draw(maybe(st.integers(1, 200))),
        "travel_mode": draw(maybe(st.sampled_from(TravelMode))),
        "driving_licence": draw(maybe(st.booleans())),
        "vehicle": draw(maybe(st.booleans())),
        "shifts": draw(maybe(shifts)),
        "hours_min": hours[0] if both else None,
        "hours_max": hours[1] if both else draw(maybe(st.just(hours[1]))),
        "pay_min_gbp_per_hour": draw(maybe(st.integers(800, 3000).map(lambda p: p / 100))),
        "dbs_status": draw(maybe(st.sampled_from(DbsStatus))),
        "right_to_work": draw(maybe(st.sampled_from(RightToWork))),
    }
    return Candidate(**{**fields, **fixed})


@st.composite
def vacancies(draw: st.DrawFn, **fixed: object) -> Vacancy:
    terms = shipped_taxonomy()
    care = sorted(name for name, term in terms.occupations.items() if term.role_family)
    hours = sorted(draw(st.tuples(st.integers(0, 48), st.integers(0, 48))))
    pay = sorted(draw(st.tuples(st.integers(700, 3000), st.integers(700, 3000))))
    both = draw(st.booleans())
    occupation = draw(maybe(st.sampled_from(care)))
    fields: dict[str, object] = {
        "id": draw(st.text("VABX019", min_size=1, max_size=3)),
        "title": "Care assistant",
        "description": draw(maybe(st.sampled_from(["Cook and clean in our home.", "Care for older people."]))),
        "occupation": occupation,
        "role_family": terms.occupations[occupation].role_family if occupation else None,
        "place_kind": draw(maybe(st.sampled_from(PlaceKind))),
        "place": draw(maybe(places)),
        "essential_skills": draw(maybe(skill_ids(5).filter(bool))),
        "optional_skills": draw(maybe(skill_ids(5))),
        "shifts_all_required": draw(maybe(shifts)),
        "shifts_any_of": draw(maybe(shifts)),
        "hours_min": hours[0] if both else None,
        "hours_max": hours[1] if both else None,
        "guaranteed_hours": draw(maybe(st.integers(0, 40))),
        "contract": draw(maybe(st.sampled_from(Contract))),
        "pay_min_gbp_per_hour": draw(maybe(st.just(pay[0] / 100))),
        "pay_max_gbp_per_hour": draw(maybe(st.just(pay[1] / 100))),
        "dbs_level": draw(maybe(st.sampled_from(DbsLevel))),
        "driving_licence": draw(maybe(st.booleans())),
        "vehicle": draw(maybe(st.booleans())),
        "min_age": draw(maybe(st.sampled_from([16, 18]))),
        "registration": draw(maybe(st.sampled_from(sorted(terms.registrations)))),
        "experience_months": draw(maybe(st.integers(0, 60))),
        "qualification": draw(maybe(st.sampled_from(sorted(terms.qualifications)))),
        "opens": draw(maybe(st.integers(-60, 30).map(lambda d: AS_OF + timedelta(days=d)))),
        "closes": draw(maybe(st.integers(31, 90).map(lambda d: AS_OF + timedelta(days=d)))),
    }
    return Vacancy(**{**fields, **fixed})
