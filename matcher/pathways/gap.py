"""The gap, said kindly: skills you have, skills you may need to develop, and where each can be learnt.

A need is met as it is scored. What somebody is like is no gap: compassion, patience or turning up on time are named as
what the work calls for, and nobody is told that they lack them.
"""

from collections.abc import Iterable, Iterator, Mapping
from math import inf

from matcher.domain import Candidate, Course, SkillGap, SkillToDevelop, Vacancy, WhereLearnt
from matcher.domain.courses import Delivery, StartsWhen, StepKind
from matcher.explanation.blocks import Basis, score_block
from matcher.explanation.skills import MetNeed, SkillsMet
from matcher.pathways.catalogue import still_running
from matcher.pathways.ladder import load_ladder
from matcher.pathways.targets import find_target
from matcher.scoring.evidence import FULL_CREDIT
from matcher.taxonomy import Taxonomy

__all__ = ["QUALITIES", "skill_gap", "work_of"]

QUALITIES = frozenset({"values", "working-with-others"})
"""Judgement: groups of skills that say how somebody is with others. They grow with the work and are no gap."""

_MOST_PLACES = 3
"""Judgement: more places to learn one skill than this nobody compares at once."""


def skill_gap(candidate: Candidate, work: Vacancy, courses: Mapping[str, Course], basis: Basis) -> SkillGap:
    """What a settled candidate has and may need to develop for a settled vacancy, or for the work of `work_of`.

    Needs that an advert does not name are stood in for by what its kind of work usually needs, as in scoring.
    """
    pair = score_block([candidate], [work], basis).pair(0, 0, basis)
    met = SkillsMet(pair)
    essential = {need.skill for need in met.needs("essential")}
    terms, running = basis.taxonomy, still_running(courses.values(), basis.as_of)
    have, develop, qualities = [], [], []
    for need in met.needs():
        skill = terms.skills[need.skill]
        if need.is_held:
            have.append(str(skill))
        elif skill.group in QUALITIES:
            qualities.append(str(skill))
        else:
            develop.append(_to_develop(need, need.skill in essential, running.values(), terms))
    return SkillGap(work.title or pair.occupation_label, tuple(have), tuple(develop), tuple(qualities))


def work_of(target: str, taxonomy: Taxonomy) -> Vacancy:
    """The usual work of a role, an occupation or a role family, as a vacancy of which nothing else is said.

    Raises
    ------
    NotFoundError
        There is no such role, occupation or role family on the ladder, with those that come closest.
    """
    ladder = load_ladder(taxonomy)
    found = find_target(target, ladder, taxonomy)
    role = ladder.roles[found.roles[0]]
    return Vacancy(id=role.id, title=found.label, occupation=role.occupation or None, role_family=role.role_family)


def _to_develop(need: MetNeed, is_essential: bool, courses: Iterable[Course], terms: Taxonomy) -> SkillToDevelop:
    skill = terms.skills[need.skill]
    places = sorted(_teaching(skill.id, courses), key=_cheapest_first)[:_MOST_PLACES]
    return SkillToDevelop(skill.id, str(skill), is_essential, need.has, need.credit / FULL_CREDIT, tuple(places))


def _teaching(skill: str, courses: Iterable[Course]) -> Iterator[WhereLearnt]:
    """Courses that teach a skill before any post; the others are *learnt in post*."""
    for course in courses:
        in_post = StartsWhen.IN_POST is course.starts_when or course.delivery is Delivery.IN_POST
        if skill in (course.gains or ()) and course.kind is StepKind.TRAIN and not in_post:
            delivery = course.delivery.value if course.delivery else None
            weeks, cost = course.usual_weeks(), course.cost_to_learner_gbp
            yield WhereLearnt(course.id, course.label, course.provider, delivery, weeks, cost)


def _cheapest_first(place: WhereLearnt) -> tuple[float, float, str]:
    """What is not known comes last."""
    cost, weeks = (inf if number is None else number for number in (place.cost_gbp, place.weeks))
    return cost, weeks, place.course
