"""What the tests of the planner share: plans of people who said a little, on the shipped ladder."""

from collections.abc import Sequence
from datetime import date

from ladders import taxonomy

from matcher.domain import Candidate, Course, Pathway
from matcher.pathways import load_catalogue
from matcher.pathways.ground import Ground
from matcher.pathways.planning import ground_of, plan_pathways

AS_OF = date(2026, 11, 22)


def ground(courses: Sequence[Course] | None = None, **said: object) -> Ground:
    """What plans of somebody rest on; ids are given, so that nothing has to be settled."""
    offered = load_catalogue(taxonomy()) if courses is None else {course.id: course for course in courses}
    return ground_of(Candidate(id="C", **said), offered, taxonomy(), AS_OF)


def pathways(target: str | None, **said: object) -> list[Pathway]:
    return plan_pathways(ground(**said), target, (), lambda people: [0] * len(people))


def done(pathway: Pathway) -> list[str]:
    """Ids of the courses and roles of a pathway's steps, in order."""
    return [step.course or step.role for step in pathway.steps]
