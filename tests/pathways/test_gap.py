"""The gap, said kindly."""

from typing import Any

import pytest

from matcher import Candidate, Engine, Vacancy
from matcher.domain import Course, SkillGap
from matcher.errors import NotFoundError
from matcher.pathways.gap import skill_gap
from strategies import AS_OF

WORK = Vacancy(
    id="V",
    title="Care assistant",
    essential_skills=("first-aid", "hoisting", "patience"),
    optional_skills=("knitting",),
)


def gap(engine: Engine, *offered: Course, **person: Any) -> SkillGap:
    someone = engine.settle_candidate(Candidate(id="C", **person))
    work, basis = engine.settle_vacancy(WORK), engine._basis(AS_OF, 0, changes=False)
    return skill_gap(someone, work, {course.id: course for course in offered}, basis)


def test_every_need_is_had_to_be_developed_or_a_quality(engine: Engine) -> None:
    found = gap(engine, skills=("first-aid",))
    assert found.have == ("giving first aid",)
    assert {need.skill: need.is_essential for need in found.develop} == {"hoisting": True, "knitting": False}
    assert found.qualities == ("being patient",)


def test_a_quality_that_is_had_is_said_among_what_they_have(engine: Engine) -> None:
    assert "being patient" in gap(engine, skills=("patience",)).have


def test_what_is_near_is_said_with_what_brings_it(engine: Engine) -> None:
    (hoisting,) = (need for need in gap(engine, skills=("moving-and-handling",)).develop if need.skill == "hoisting")
    assert 0 < hoisting.closeness < 1
    assert hoisting.has


def test_where_it_is_learnt_comes_cheapest_then_soonest_then_what_is_not_known(engine: Engine) -> None:
    fields = {"label": "X", "gains": "hoisting"}
    offered = [
        Course(id="dear", cost_to_learner_gbp=90, duration_weeks=1, **fields),
        Course(id="slow", cost_to_learner_gbp=0, duration_weeks=9, **fields),
        Course(id="soon", cost_to_learner_gbp=0, duration_weeks=1, **fields),
    ]
    where = next(need.where for need in gap(engine, *offered).develop if need.skill == "hoisting")
    assert [place.course for place in where] == ["soon", "slow", "dear"]


@pytest.mark.parametrize(
    "fields", [{"starts_when": "in_post"}, {"delivery": "in_post"}, {"starts": "2020-01-01"}], ids=", ".join
)
def test_what_is_taught_in_post_or_is_past_leaves_learnt_in_post(engine: Engine, fields: dict[str, Any]) -> None:
    offered = Course(id="K", label="K", gains="hoisting", **fields)
    assert all(need.where == () for need in gap(engine, offered).develop)


def test_somebody_of_whom_nothing_is_known_has_all_of_it_to_develop(engine: Engine) -> None:
    found = gap(engine)
    assert (found.have, len(found.develop)) == ((), 3)


def test_a_role_stands_for_its_usual_work(engine: Engine) -> None:
    found = engine.skill_gap(Candidate(id="C", skills=("personal-care",)), "care-worker", AS_OF)
    assert "personal care" in " ".join(found.have)
    assert any(need.where for need in found.develop)


def test_an_unknown_role_is_refused_with_what_comes_closest(engine: Engine) -> None:
    with pytest.raises(NotFoundError, match="Closest"):
        engine.skill_gap(Candidate(id="C"), "astronaut", AS_OF)
