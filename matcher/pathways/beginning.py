"""What somebody could begin now, before any post."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import inf

from matcher.domain import Candidate, Course
from matcher.pathways.after_courses import after_courses
from matcher.pathways.ground import Ground
from matcher.pathways.holdings import held_tokens
from matcher.pathways.money import WEEKS_A_MONTH
from matcher.pathways.options import options_for
from matcher.pathways.problem import Need, Option

__all__ = ["Beginning", "beginnings", "weeks_together"]


@dataclass(frozen=True, slots=True)
class Beginning:
    """A course that somebody could begin now, how the planner sees it, and who they would be after it."""

    course: Course
    option: Option
    after: Candidate


def beginnings(ground: Ground) -> list[Beginning]:
    """Courses and checks that a candidate could begin now and that would bring them something, by id.

    As the planner sees it: age, nation, hours and place leave it open, it still starts, and what it needs is there
    already. A check or a volunteering place that starts with an offer or a role is among them. Left out is what is
    learnt in a post, apprenticeships too: they come with a job, and what they open comes after it.
    """
    held = held_tokens(ground.candidate, ground.taxonomy, ground.as_of)
    found = []
    for option in options_for(ground):
        if option.at is None and option.begins(0.0) is not None and _is_ready(option, held, ground):
            course = ground.courses[option.id]
            after = after_courses(ground.candidate, [course], ground.as_of)
            if after != ground.candidate:
                found.append(Beginning(course, option, after))
    return sorted(found, key=lambda beginning: beginning.course.id)


def weeks_together(chosen: Sequence[Beginning]) -> float:
    """Weeks from now to the end of one course or of two in the quicker order; infinite where their dates exclude it.

    One comes after the other, except that what takes none of the person's hours, a check, runs beside.
    """
    beside = [one.option for one in chosen if not one.course.hours_per_week]
    learnt = [one.option for one in chosen if one.course.hours_per_week]
    return max(min(_ends(learnt), _ends(learnt[::-1])), *(_ends([option]) for option in beside), 0.0)


def _ends(order: Sequence[Option]) -> float:
    week = 0.0
    for option in order:
        start = option.begins(week)
        if start is None:
            return inf
        week = start + option.weeks
    return week


def _is_ready(option: Option, held: Collection[str], ground: Ground) -> bool:
    return all(any(_is_met(need, held, ground) for need in group) for group in option.needs)


def _is_met(need: Need, held: Collection[str], ground: Ground) -> bool:
    if need.token in held:
        return True
    role = ground.standing.role
    months = 0 if role.is_start else ground.candidate.experience_months or 0
    return need.token == role.id and months * WEEKS_A_MONTH >= need.weeks
