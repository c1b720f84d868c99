"""Who somebody would be at the end of a plan, so that the same match can be made again."""

from matcher.domain import Candidate
from matcher.pathways.after_courses import after_courses
from matcher.pathways.ground import Ground
from matcher.pathways.money import WEEKS_A_MONTH
from matcher.pathways.problem import Plan

__all__ = ["stand_after"]


def stand_after(plan: Plan, ground: Ground) -> Candidate:
    """The candidate as they would be at the end of a plan, before the post it leads to."""
    courses = [ground.courses[action.id] for action in plan.actions if action.kind == "option"]
    return after_courses(ground.candidate, courses, ground.as_of).model_copy(update=_work_after(plan, ground))


def _work_after(plan: Plan, ground: Ground) -> dict[str, object]:
    """The last role worked in, and the months of care work up to the end."""
    moves = [action for action in plan.actions if action.kind == "move"]
    if len(moves) < 2:  # the first post is what the plan leads to
        return {}
    began = moves[0].start if ground.standing.role.is_start else 0.0
    before = 0 if ground.standing.role.is_start else ground.candidate.experience_months or 0
    role = ground.ladder.roles[moves[-2].id]
    months = before + int((plan.weeks - began) / WEEKS_A_MONTH)
    return {"prior_occupation": role.occupation, "experience_months": months}
