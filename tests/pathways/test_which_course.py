"""Which course to buy for these people: what-if of each of them, added up."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher import Candidate, Engine, Vacancy
from matcher.domain import Course, CourseReach
from matcher.pathways.what_if import what_if
from matcher.pathways.which_course import which_course
from pathways.test_what_if import PEOPLE, WORK, courses, lists_of
from strategies import AS_OF, candidates, vacancies

people = st.lists(candidates(**PEOPLE), max_size=3, unique_by=lambda candidate: candidate.id)


def added_up(engine: Engine, persons: list[Candidate], work: list[Vacancy], offered: dict[str, Course]) -> list[object]:
    """Per course: who could begin, for whom it opens something, what it opens and makes ready in all."""
    basis = engine._basis(AS_OF, 0, changes=False)
    told = [(p.id, e) for p in persons for e in what_if(p, work, offered, basis) if len(e.courses) == 1]
    return [
        (
            name,
            len(mine),
            tuple(person for person, effect in mine if effect.opened),
            sum(len(effect.opened) for _, effect in mine),
            sum(effect.ready.after - effect.ready.now for _, effect in mine),
        )
        for name in sorted({effect.courses[0] for _, effect in told})
        if (mine := [pair for pair in told if pair[1].courses[0] == name])
    ]


def as_counts(reach: CourseReach) -> tuple[object, ...]:
    return reach.course, reach.n_could_begin, reach.people, reach.n_opened, reach.n_made_ready


@pytest.mark.promise
@settings(max_examples=settings().max_examples // 2)
@given(people, lists_of(vacancies(**WORK)), courses())
def test_a_course_reaches_what_what_if_finds_for_each_of_them(
    engine: Engine, persons: list[Candidate], work: list[Vacancy], offered: dict[str, Course]
) -> None:
    settled = [engine.settle_vacancy(vacancy) for vacancy in work]
    found = which_course(persons, settled, offered, engine._basis(AS_OF, 0, changes=False))
    assert sorted(map(as_counts, found)) == added_up(engine, persons, settled, offered)


def test_the_course_that_opens_something_for_most_people_comes_first(engine: Engine) -> None:
    wide = Course(id="z", label="Wide", gains="first-aid; moving-and-handling", hours_per_week=6)
    narrow = Course(id="a", label="Narrow", gains="knitting", hours_per_week=6)
    work = [Vacancy(id="V", title="Care assistant", essential_skills=("first-aid", "moving-and-handling"))]
    person = {"skills": (), "prior_sector": ("retail",), "prior_occupation": "sales-assistant"}
    persons = [Candidate(id=name, **person) for name in ("C1", "C2")]
    settled = [engine.settle_vacancy(vacancy) for vacancy in work]
    found = which_course(persons, settled, {"a": narrow, "z": wide}, engine._basis(AS_OF, 0, changes=False))
    assert [(reach.course, reach.people, reach.n_opened) for reach in found] == [("z", ("C1", "C2"), 2), ("a", (), 0)]


def test_nobody_needs_no_course(engine: Engine) -> None:
    assert which_course([], [], {}, engine._basis(AS_OF, 0, changes=False)) == []
