"""What if, in examples: what is tried, what is left out, how it is said."""

from datetime import date
from typing import Any

import pytest

from matcher import Candidate, Engine, Vacancy
from matcher.domain import Course, CourseEffect, DbsStatus, EvidenceKind, Opens, SkillEvidence
from matcher.pathways import load_catalogue
from matcher.pathways.after_courses import after_courses
from matcher.pathways.beginning import beginnings, weeks_together
from matcher.pathways.planning import ground_of
from matcher.pathways.what_if import what_if
from strategies import AS_OF, shipped_taxonomy

PERSON = {
    "skills": (),
    "dbs_status": DbsStatus.NONE,
    "prior_occupation": "sales-assistant",
    "prior_sector": ("retail",),
}
WORK = {"essential_skills": ("moving-and-handling", "first-aid"), "dbs_level": "enhanced"}
HOISTS = {"gains": "moving-and-handling", "duration_weeks": 1, "hours_per_week": 6, "cost_to_learner_gbp": 0}


def course(name: str = "hoists", **fields: Any) -> Course:
    return Course(id=name, label=name.capitalize(), **{**HOISTS, **fields})


def check(**fields: Any) -> Course:
    usual = {"kind": "check", "clears": "dbs", "dbs_status": "held_enhanced_barred", "starts_when": "offer"}
    return course("check", gains=None, hours_per_week=0, duration_weeks=3, **{**usual, **fields})


def effects(engine: Engine, *offered: Course, person: Any = None, work: Any = None) -> list[CourseEffect]:
    someone = engine.settle_candidate(Candidate(id="C", **{**PERSON, **(person or {})}))
    vacancies = [Vacancy(id="V1", title="Care assistant", **WORK)] if work is None else work
    settled = [engine.settle_vacancy(vacancy) for vacancy in vacancies]
    return what_if(someone, settled, {one.id: one for one in offered}, engine._basis(AS_OF, 0, changes=False))


def begun(*offered: Course, **person: Any) -> list[str]:
    someone = Candidate(id="C", **{**PERSON, **person})
    ground = ground_of(someone, {one.id: one for one in offered}, shipped_taxonomy(), AS_OF)
    return [one.course.id for one in beginnings(ground)]


def test_a_course_that_opens_a_vacancy_says_from_how_many_to_how_many(engine: Engine) -> None:
    (found,) = effects(engine, course(gains="moving-and-handling; first-aid"))
    assert (found.opens, found.opened) == (Opens(0, 1), ("V1",))
    assert found.sentence == "Hoists: from 0 to 1 vacancy in reach."


def test_a_course_that_opens_nothing_is_listed_and_says_so(engine: Engine) -> None:
    (found,) = effects(engine, course(gains="knitting"))
    assert found.opened == ()
    assert found.sentence == "Hoists: opens none in reach of itself."


def test_a_check_opens_nothing_and_makes_ready_what_is_open(engine: Engine) -> None:
    (found,) = effects(
        engine,
        check(cost_gbp=49.5, cost_to_learner_gbp=0, paid_by="the employer"),
        person={"skills": ("moving-and-handling", "first-aid")},
    )
    assert (found.opens, found.ready) == (Opens(1, 1), Opens(0, 1))
    assert found.sentence == (
        "Check: opens none beyond what is open now (1 vacancy in reach). "
        "For 1 of them instead of 0, no check, licence or registration is wanting then. The check starts only with an "
        "offer or a role; it costs £49.50, and who pays is usually the employer; the employer decides what it means."
    )


def test_a_free_check_says_for_whom_it_is_free() -> None:
    volunteer = load_catalogue(shipped_taxonomy())["dbs-volunteer"]
    assert (volunteer.cost_gbp, "free for volunteers" in (volunteer.paid_by or "")) == (0, True)


def test_a_course_and_a_check_make_the_best_pair(engine: Engine) -> None:
    first = effects(engine, course(gains="moving-and-handling; first-aid"), check())[0]
    assert (first.courses, first.title) == (("check", "hoists"), "Hoists plus Check")
    assert (first.opens, first.ready, first.weeks) == (Opens(0, 1), Opens(0, 1), 3.0)


def test_a_pair_that_does_no_more_than_one_course_is_not_listed(engine: Engine) -> None:
    found = effects(engine, course(gains="moving-and-handling; first-aid"), course("knitting", gains="knitting"))
    assert all(len(effect.courses) == 1 for effect in found)


def test_nothing_is_found_without_courses_and_nothing_opens_without_vacancies(engine: Engine) -> None:
    assert effects(engine) == []
    assert [effect.opens for effect in effects(engine, course(), work=[])] == [Opens(0, 0)]


def test_somebody_of_whom_nothing_is_known_loses_nothing_by_a_course(engine: Engine) -> None:
    vacancies = [Vacancy(id=f"V{n}", title=title) for n, title in enumerate(("Care assistant", "Cook", "Nurse"))]
    nothing = dict.fromkeys(PERSON)
    for effect in effects(engine, course(), check(), person=nothing, work=vacancies):
        assert effect.opens.after >= effect.opens.now


@pytest.mark.parametrize(
    "fields",
    [
        {"starts": "2026-01-05; 2026-11-02"},
        {"starts_when": "in_post"},
        {"kind": "apprenticeship", "starts_when": "offer"},
        {"prerequisites": "qualification:diploma-care-2"},
        {"prerequisites": "role:care-worker 6 months"},
        {"nations": "Scotland", "gains": None},
        {"gains": None},
        {"min_age": 25},
    ],
    ids=", ".join,
)
def test_what_cannot_be_begun_now_or_brings_nothing_is_left_out(fields: dict[str, Any]) -> None:
    assert begun(course(**fields), age_band="18-20") == []


def test_a_prerequisite_that_is_there_opens_the_next_course() -> None:
    next_one = course(prerequisites="qualification:diploma-care-2 | role:care-worker 6 months")
    assert begun(next_one, qualifications=("diploma-care-2",)) == ["hoists"]
    assert begun(next_one, prior_occupation="care-assistant", experience_months=8) == ["hoists"]


def test_courses_follow_each_other_and_a_check_runs_beside() -> None:
    offered = [course("a", starts="2026-12-06"), course("b", duration_weeks=2), check()]
    ground = ground_of(Candidate(id="C", **PERSON), {one.id: one for one in offered}, shipped_taxonomy(), AS_OF)
    a, b, beside = beginnings(ground)
    assert [weeks_together(chosen) for chosen in ([a], [b], [a, b], [b, beside])] == [3.0, 2.0, 3.0, 3.0]


def test_two_courses_whose_only_dates_exclude_each_other_make_no_pair() -> None:
    offered = [course(name, starts="2026-11-23", duration_weeks=2) for name in ("a", "b")]
    ground = ground_of(Candidate(id="C", **PERSON), {one.id: one for one in offered}, shipped_taxonomy(), AS_OF)
    assert weeks_together(beginnings(ground)) == float("inf")


def test_a_course_refreshes_a_skill_that_had_faded() -> None:
    faded = SkillEvidence("moving-and-handling", EvidenceKind.PRACTISED, date(2005, 1, 1))
    person = Candidate(id="C", skills=("moving-and-handling",), skill_evidence=(faded,))
    shown = after_courses(person, [course()], AS_OF).skill_evidence
    assert SkillEvidence("moving-and-handling", EvidenceKind.CERTIFIED, date(2026, 11, 1)) in shown


def test_a_lower_check_takes_no_higher_one_away() -> None:
    person = Candidate(id="C", dbs_status=DbsStatus.HELD_ENHANCED_BARRED)
    assert after_courses(person, [check(dbs_status="held_basic")], AS_OF).dbs_status == DbsStatus.HELD_ENHANCED_BARRED


def test_what_a_course_does_not_touch_stays_unknown() -> None:
    after = after_courses(Candidate(id="C"), [check()], AS_OF)
    assert (after.skills, after.qualifications, after.registrations) == (None, None, None)
