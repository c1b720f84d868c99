"""What somebody holds, as the tokens that the planner counts in."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

import numpy as np

from matcher.domain import Candidate, Course, DbsLevel, DbsStatus
from matcher.domain.courses import StepKind
from matcher.scoring.gates import DBS_HELD
from matcher.scoring.needs import skill_credits
from matcher.taxonomy import Taxonomy

__all__ = [
    "ENOUGH_CREDIT",
    "LICENCE",
    "check_tokens",
    "course_token",
    "held_tokens",
    "level_token",
    "qualification_token",
    "registration_token",
    "skill_token",
    "skills_shown",
    "tokens_of_course",
]

ENOUGH_CREDIT = 50
"""Judgement: half of a skill is enough to begin with; the rest is learnt on the way. What former work usually brings
counts half."""

FULL_CREDIT = 100
"""Judgement: a course without a qualification is chosen for what it teaches, not for something like it."""

LICENCE = "gate:driving_licence"
_LEVELS = tuple(DbsLevel)


def course_token(name: str) -> str:
    """Having done a course."""
    return f"course:{name}"


def qualification_token(name: str) -> str:
    """Holding a qualification."""
    return f"qualification:{name}"


def registration_token(name: str) -> str:
    """Being on a register."""
    return f"registration:{name}"


def skill_token(name: str) -> str:
    """Having enough of a skill."""
    return f"skill:{name}"


def level_token(level: DbsLevel) -> str:
    """Holding a check of at least a level."""
    return f"dbs:{level.value}"


def check_tokens(status: DbsStatus | None) -> set[str]:
    """Every level that a check stands for: its own and those below."""
    held = _LEVELS.index(DBS_HELD.get(status, DbsLevel.NONE)) if status else 0
    return {level_token(level) for level in _LEVELS[1 : held + 1]}


def tokens_of_course(course: Course, taxonomy: Taxonomy) -> frozenset[str]:
    """What is held at the end of a course: with a qualification, near skills too."""
    found = {course_token(course.id)} | check_tokens(course.dbs_status)
    if course.qualification:
        found.add(qualification_token(course.qualification))
    if course.registration:
        found.add(registration_token(course.registration))
    if "driving_licence" in course.clears:
        found.add(LICENCE)
    if course.kind is not StepKind.CHECK:
        least = ENOUGH_CREDIT if course.qualification else FULL_CREDIT
        found |= _near(tuple(name for name in course.gains or () if name in taxonomy.skill_index), taxonomy, least)
    return frozenset(found)


def held_tokens(candidate: Candidate, taxonomy: Taxonomy, as_of: date) -> frozenset[str]:
    """What a settled candidate holds at the beginning; what nobody has asked counts as not held."""
    row = skill_credits([candidate], [candidate.prior_sector or ()], taxonomy, as_of).toarray().ravel()
    found = {skill_token(taxonomy.skills[i].id) for i in np.flatnonzero(row >= ENOUGH_CREDIT)}
    found |= {qualification_token(name) for name in candidate.qualifications or ()}
    found |= {registration_token(name) for name in candidate.registrations or ()}
    found |= check_tokens(candidate.dbs_status)
    return frozenset(
        found | ({LICENCE, qualification_token("driving-licence-b")} if candidate.driving_licence else set())
    )


def skills_shown(skills: Iterable[str], taxonomy: Taxonomy) -> frozenset[str]:
    """Tokens of skills and of those they bring enough of."""
    return _near(tuple(skills), taxonomy, ENOUGH_CREDIT)


@lru_cache(maxsize=2048)
def _near(skills: tuple[str, ...], taxonomy: Taxonomy, least: int) -> frozenset[str]:
    indices = sorted(taxonomy.skill_index[name] for name in skills)
    if not indices:
        return frozenset()
    brought = taxonomy.credits[indices].max(axis=0).toarray().ravel()
    return frozenset(skill_token(taxonomy.skills[i].id) for i in np.flatnonzero(brought >= least))
