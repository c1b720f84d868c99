"""What if: each course alone and the best pair, as ranking again would have it."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher import Candidate, Engine, Vacancy
from matcher.domain import Course, CourseEffect, DbsStatus
from matcher.pathways.what_if import what_if
from pathways.what_if_oracle import Found, slow_what_if
from strategies import AS_OF, candidates, maybe, several, vacancies

SKILLS = ("personal-care", "hoisting", "first-aid", "food-hygiene", "dementia-care", "moving-and-handling", "teamwork")
QUALIFICATIONS = ("care-certificate", "diploma-care-2", "diploma-care-3", "nursing-degree", "business-admin-2")
REGISTRATIONS = ("nmc-nurse", "sssc")
PEOPLE = {
    "place": st.none(),
    "skills": maybe(several(st.sampled_from(SKILLS), 2)),
    "qualifications": maybe(several(st.sampled_from(QUALIFICATIONS), 1)),
    "registrations": maybe(several(st.sampled_from(REGISTRATIONS), 1)),
    "right_to_work": None,
    "age_band": None,
    "pay_min_gbp_per_hour": None,
}
WORK = {
    "place": st.none(),
    "essential_skills": several(st.sampled_from(SKILLS), 4).filter(bool),
    "shifts_all_required": None,
    "shifts_any_of": None,
    "pay": None,
    "opens": None,
    "closes": None,
    "vehicle": None,
    "qualification": maybe(st.sampled_from(QUALIFICATIONS)),
    "registration": maybe(maybe(st.sampled_from(REGISTRATIONS))),
}
"""Few terms and nothing else in the way, so that courses do open something."""


def lists_of(work: st.SearchStrategy[Vacancy]) -> st.SearchStrategy[list[Vacancy]]:
    return st.lists(work, max_size=5, unique_by=lambda vacancy: vacancy.id)


@st.composite
def courses(draw: st.DrawFn) -> dict[str, Course]:
    """Up to four courses of every kind that changes something."""
    starts = st.lists(st.sampled_from([AS_OF + timedelta(weeks=n) for n in (0, 2, 4)]), min_size=1, max_size=2)
    made = [
        Course(
            id=f"K{number}",
            label=f"Course {number}",
            gains=draw(maybe(several(st.sampled_from(SKILLS), 5))),
            qualification=draw(maybe(st.sampled_from(QUALIFICATIONS))),
            registration=draw(maybe(maybe(st.sampled_from(REGISTRATIONS)))),
            dbs_status=draw(maybe(st.sampled_from([s for s in DbsStatus if s is not DbsStatus.IN_PROGRESS]))),
            clears=draw(st.sampled_from([(), (), ("driving_licence",)])),
            duration_weeks=draw(st.sampled_from([1.0, 3.0])),
            hours_per_week=draw(st.sampled_from([0.0, 6.0])),
            cost_to_learner_gbp=draw(st.sampled_from([0.0, 20.0])),
            starts=draw(maybe(starts)),
        )
        for number in range(draw(st.integers(0, 4)))
    ]
    return {course.id: course for course in made}


def as_found(effect: CourseEffect) -> Found:
    return effect.courses, effect.opens, effect.opened, effect.ready, effect.weeks, effect.cost_gbp


def fast(engine: Engine, person: Candidate, work: list[Vacancy], offered: dict[str, Course]) -> list[Found]:
    settled = [engine.settle_vacancy(vacancy) for vacancy in work]
    return [as_found(each) for each in what_if(person, settled, offered, engine._basis(AS_OF, 0, changes=False))]


@pytest.mark.promise
@given(candidates(**PEOPLE), lists_of(vacancies(**WORK)), courses())
def test_every_effect_and_the_best_pair_are_what_ranking_again_finds(
    engine: Engine, person: Candidate, work: list[Vacancy], offered: dict[str, Course]
) -> None:
    assert fast(engine, person, work, offered) == slow_what_if(engine, person, work, offered)


@pytest.mark.promise
@given(candidates(), lists_of(vacancies()), courses())
def test_so_they_are_whatever_stands_in_the_way(
    engine: Engine, person: Candidate, work: list[Vacancy], offered: dict[str, Course]
) -> None:
    assert fast(engine, person, work, offered) == slow_what_if(engine, person, work, offered)
