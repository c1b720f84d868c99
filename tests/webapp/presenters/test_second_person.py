"""The engine's sentences, said to the person they are about: the same reason, and nobody is a "they"."""

import re
from collections.abc import Iterator
from datetime import date

import pytest

from matcher.domain import Candidate, Ranking, Vacancy
from matcher.engine import Engine
from matcher.explanation.questions import CANDIDATE_QUESTIONS
from matcher.taxonomy import Taxonomy
from webapp.presenters.second_person import to_you

AS_OF = date(2026, 11, 22)
_THIRD = re.compile(
    # Skills and work are named after others: "putting the person first", "supporting people to live their lives".
    r"\b(they|them|the person(?! first)|the candidate|nobody has asked)\b|(?<!live )\btheir\b|one's own"
    r"|^(has|holds|is(?! your)|can|may|needs|worked|looked|brought|gave|served|already|studying)\b",
    re.IGNORECASE,
)
_WORK = Vacancy(
    id="V",
    title="Care assistant",
    description="Help people to wash and dress and eat.",
    place_kind="site",
    postcode="LS8 1AA",
    essential_skills="personal care; teamwork; dementia care",
    shifts_all_required="mon-fri early; sat-sun early",
    hours_min=16,
    hours_max=37.5,
    guaranteed_hours=16,
    contract="permanent",
    pay_min_gbp_per_hour=12.8,
    pay_max_gbp_per_hour=13.2,
    dbs_level="enhanced_barred",
    driving_licence=True,
    vehicle=True,
    min_age=18,
    experience_months=6,
    qualification="Level 2 diploma in care",
)
_KINDS_OF_WORK = [
    {},
    {"place_kind": "live_in", "dbs_level": "basic"},
    {"shifts_all_required": None, "shifts_any_of": "mon-fri late; sat-sun late", "registration": "nmc-nurse"},
    {"shifts_all_required": None, "essential_skills": None, "qualification": None, "experience_months": None},
    {"postcode": "TR1 1AA", "driving_licence": None, "vehicle": None},
    {"postcode": None, "closes": date(2026, 11, 1)},
    {"pay_min_gbp_per_hour": 9.0, "pay_max_gbp_per_hour": 9.0, "pay_note": "age_band"},
]
_KINDS_OF_PEOPLE = [
    {},
    {"postcode": "LS9 7TF", "skills": "personal care; first aid [certified 2014-05]", "prior_sector": "retail",
     "travel_mode": "bus", "max_travel_minutes": 30, "shifts": "mon-fri early", "hours_min": 16, "hours_max": 30,
     "pay_min_gbp_per_hour": 13, "dbs_status": "none", "right_to_work": "limited_hours", "age_band": "21-plus",
     "driving_licence": False, "vehicle": False, "qualifications": (), "registrations": (), "experience_months": 3,
     "prior_occupation": "care-assistant", "about": "I help people to wash and dress."},
    {"postcode": "LS9", "prior_sector": (), "shifts": "sat-sun late", "right_to_work": "tied",
     "age_band": "16-17", "driving_licence": True, "vehicle": True, "qualifications": "GCSE maths", "skills": (),
     "registrations": "nmc-nurse", "travel_mode": "walk", "max_travel_minutes": 600, "experience_months": 24,
     "dbs_status": "in_progress"},
    {"postcode": "LS9 7TF", "right_to_work": "none", "dbs_status": "update_service", "travel_mode": "car",
     "qualifications": "Level 2 diploma in care", "shifts": "mon-sun early; mon-sun late"},
]  # fmt: skip


@pytest.fixture(scope="module")
def sentences(bare_engine: Engine) -> list[str]:
    """Everything that the engine says of some people and some work, of every kind that makes it speak differently."""
    work = [_WORK.model_copy(update={"id": f"V{n}", **changes}) for n, changes in enumerate(_KINDS_OF_WORK)]
    work = [Vacancy(**dict(vacancy)) for vacancy in work]
    people = [Candidate(id=f"C{n}", **answers) for n, answers in enumerate(_KINDS_OF_PEOPLE)]
    people += [_from(sector, bare_engine.taxonomy) for sector in bare_engine.taxonomy.prior_sectors]
    rankings = [bare_engine.match_candidate(person, work, k=99, as_of=AS_OF) for person in people]
    return sorted({said for ranking in rankings for said in _said(ranking)} | set(CANDIDATE_QUESTIONS.values()))


def test_nobody_is_spoken_of_in_the_third_person(sentences: list[str]) -> None:
    left = [to_you(said) for said in sentences if _THIRD.search(to_you(said))]
    assert left == []


def test_no_figure_and_no_name_of_a_skill_is_lost(sentences: list[str]) -> None:
    ages = re.compile(r"\(16 to 17.*?\)")  # the bands stand below the question as its answers
    none = re.compile(r"^Has 0 of")  # "none of" is the figure in words
    lost = [said for said in sentences if _figures(none.sub("", ages.sub("", said))) != _figures(to_you(said))]
    assert lost == []


def test_saying_it_twice_changes_nothing_more(sentences: list[str]) -> None:
    assert [said for said in sentences if to_you(to_you(said)) != to_you(said)] == []


def _from(sector: str, taxonomy: Taxonomy) -> Candidate:
    skills = taxonomy.prior_sectors[sector].skills[:2]
    return Candidate(id=f"S-{sector}", postcode="LS9 7TF", prior_sector=(sector,), skills=skills)


def _said(ranking: Ranking) -> Iterator[str]:
    for match in ranking.matches:
        yield from (part.reason for part in match.contributions)
        yield from (gate.reason for gate in match.gates)
        yield from (*match.notes, *filter(None, [match.to_lift]))
    for out in ranking.not_now:
        yield from (out.because, *filter(None, [out.to_open]), *(gate.reason for gate in out.gates))


def _figures(text: str) -> list[str]:
    return re.findall(r"\d+(?:[.:]\d+)?", text)
