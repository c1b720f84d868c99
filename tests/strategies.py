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
    EvidenceKind,
    Place,
    PlaceKind,
    PlacePrecision,
    RightToWork,
    Shift,
    SkillEvidence,
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


def evidence() -> st.SearchStrategy[SkillEvidence]:
    """Evidence of a skill from long ago up to a year ahead, or undated."""
    months = st.integers(-15 * 12, 12).map(lambda n: date(AS_OF.year + n // 12, n % 12 + 1, 1))
    skills = st.sampled_from([skill.id for skill in shipped_taxonomy().skills][:60])
    return st.builds(SkillEvidence, skills, st.sampled_from(EvidenceKind), maybe(months))


@cache
def _candidate_fields() -> dict[str, st.SearchStrategy[object]]:
    terms = shipped_taxonomy()
    return {
        "id": st.text("CABX019", min_size=1, max_size=3),
        "place": maybe(places),
        "age_band": maybe(st.sampled_from(AgeBand)),
        "prior_occupation": maybe(st.sampled_from(sorted(terms.occupations))),
        "prior_sector": maybe(_ids(sorted(terms.prior_sectors), 2).filter(bool)),
        "experience_months": maybe(st.integers(0, 240)),
        "skills": maybe(skill_ids()),
        "skill_evidence": st.lists(evidence(), max_size=4),
        "qualifications": maybe(_ids(sorted(terms.qualifications), 2)),
        "registrations": maybe(_ids(sorted(terms.registrations), 2)),
        "about": maybe(st.sampled_from(["I cared for my dad.", "I cook and clean in a home.", "Shop work"])),
        "max_travel_minutes": maybe(st.integers(1, 200)),
        "travel_mode": maybe(st.sampled_from(TravelMode)),
        "driving_licence": maybe(st.booleans()),
        "vehicle": maybe(st.booleans()),
        "shifts": maybe(shifts),
        "hours": maybe(st.tuples(st.integers(0, 48), st.integers(0, 48)).map(sorted)),
        "pay_min_gbp_per_hour": maybe(st.integers(800, 3000).map(lambda pence: pence / 100)),
        "dbs_status": maybe(st.sampled_from(DbsStatus)),
        "right_to_work": maybe(st.sampled_from(RightToWork)),
    }


@cache
def _vacancy_fields() -> dict[str, st.SearchStrategy[object]]:
    terms = shipped_taxonomy()
    care = sorted(name for name, term in terms.occupations.items() if term.role_family)
    return {
        "id": st.text("VABX019", min_size=1, max_size=3),
        "title": st.just("Care assistant"),
        "description": maybe(st.sampled_from(["Cook and clean in our home.", "Care for older people."])),
        "occupation": maybe(st.sampled_from(care)),
        "place_kind": maybe(st.sampled_from(PlaceKind)),
        "place": maybe(places),
        "essential_skills": maybe(skill_ids(5).filter(bool)),
        "optional_skills": maybe(skill_ids(5)),
        "shifts_all_required": maybe(shifts),
        "shifts_any_of": maybe(shifts),
        "hours": maybe(st.tuples(st.integers(0, 48), st.integers(0, 48)).map(sorted)),
        "guaranteed_hours": maybe(st.integers(0, 40)),
        "contract": maybe(st.sampled_from(Contract)),
        "pay": maybe(st.tuples(st.integers(700, 3000), st.integers(700, 3000)).map(sorted)),
        "dbs_level": maybe(st.sampled_from(DbsLevel)),
        "driving_licence": maybe(st.booleans()),
        "vehicle": maybe(st.booleans()),
        "min_age": maybe(st.sampled_from([16, 18])),
        "registration": maybe(st.sampled_from(sorted(terms.registrations))),
        "experience_months": maybe(st.integers(0, 60)),
        "qualification": maybe(st.sampled_from(sorted(terms.qualifications))),
        "opens": maybe(st.integers(-60, 30).map(lambda days: AS_OF + timedelta(days=days))),
        "closes": maybe(st.integers(31, 90).map(lambda days: AS_OF + timedelta(days=days))),
    }


def candidates(**fixed: object) -> st.SearchStrategy[Candidate]:
    """Settled candidates; a field may be fixed to a value or given a strategy of its own."""
    return st.fixed_dictionaries({**_candidate_fields(), **_as_strategies(fixed)}).map(_candidate)


def vacancies(**fixed: object) -> st.SearchStrategy[Vacancy]:
    """Settled vacancies; a field may be fixed to a value or given a strategy of its own."""
    return st.fixed_dictionaries({**_vacancy_fields(), **_as_strategies(fixed)}).map(_vacancy)


def _as_strategies(fixed: dict[str, object]) -> dict[str, st.SearchStrategy[object]]:
    return {name: value if isinstance(value, st.SearchStrategy) else st.just(value) for name, value in fixed.items()}


def _candidate(fields: dict[str, object]) -> Candidate:
    low, high = fields.pop("hours") or (None, None)
    fields["skill_evidence"] = [one for one in fields["skill_evidence"] if one.skill in (fields["skills"] or ())]
    return Candidate(**{"hours_min": low, "hours_max": high, **fields})


def _vacancy(fields: dict[str, object]) -> Vacancy:
    low, high = fields.pop("hours") or (None, None)
    least, most = [pence / 100 for pence in fields.pop("pay") or ()] or (None, None)
    occupation = shipped_taxonomy().occupations.get(str(fields["occupation"]))
    family = occupation.role_family if occupation else None
    usual = {"hours_min": low, "hours_max": high, "pay_min_gbp_per_hour": least, "pay_max_gbp_per_hour": most}
    return Vacancy(**{**usual, "role_family": family, **fields})
