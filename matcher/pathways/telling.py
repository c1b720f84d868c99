"""A plan told as steps with names, money and sources."""

from collections.abc import Iterator
from dataclasses import dataclass

from matcher.domain import CareCategory, Course, Opens, Pathway, Role, Step, StepKind
from matcher.domain.courses import LearningPay
from matcher.pathways.ground import Ground, Target
from matcher.pathways.options import course_weeks
from matcher.pathways.problem import Action, Plan

__all__ = ["ALWAYS_ASSUMED", "tell"]

ALWAYS_ASSUMED = (
    "Durations are usual, not promised; an employer decides whom to take, and when.",
    "Pay is before tax and before any change to benefits: an independent benefits calculator says what would be left.",
)

LOAN = "University fees count as cost here; usually they are a loan, repaid out of later earnings above a threshold."


@dataclass(frozen=True, slots=True)
class _Stay:
    """Time in one role: from which week to which, and the pay that learning cost meanwhile."""

    role: Role
    start: float
    end: float
    lost: float


def tell(name: str, plan: Plan, ground: Ground, target: Target, opens: Opens, assumed: tuple[str, ...]) -> Pathway:
    """The pathway of a plan: steps by the week they start, work before what is learnt beside it."""
    steps = [*_learning(plan, ground), *_working(plan, ground, target)]
    steps.sort(key=lambda step: (step.start_week, step.kind is not StepKind.WORK, step.weeks == 0))
    earned = sum(step.earned_gbp for step in steps)
    said = (*assumed, LOAN) if any("loan" in step.paid_by for step in steps) else assumed
    return Pathway(name, plan.weeks, plan.cost, earned, tuple(steps), opens, (*said, *ALWAYS_ASSUMED))


def _learning(plan: Plan, ground: Ground) -> Iterator[Step]:
    for action in plan.actions:
        if action.kind == "option":
            yield _step_of(ground.courses[action.id], action, ground)


def _step_of(course: Course, action: Action, ground: Ground) -> Step:
    terms = ground.taxonomy
    gains = [str(terms.skills[terms.skill_index[name]]) for name in course.gains or () if name in terms.skill_index]
    if course.qualification in terms.qualifications:
        gains.insert(0, terms.qualifications[course.qualification].label)
    if course.registration in terms.registrations:
        gains.insert(0, terms.registrations[course.registration].label)
    return Step(
        kind=course.kind,
        title=course.label,
        weeks=action.end - action.start,
        hours_per_week=course.hours_per_week or 0.0,
        cost_gbp=course.cost_to_learner_gbp or 0.0,
        gains=tuple(gains),
        clears=course.clears,
        source=course.source or "",
        course=course.id,
        start_week=action.start,
        earned_gbp=_paid_while_learning(course),
        paid_by=course.paid_by or "",
        note=course.funding or "",
    )


def _paid_while_learning(course: Course) -> float:
    """What a course pays of its own; the wage of a post is counted with the post."""
    if course.pay is not LearningPay.HOURLY:
        return 0.0
    return course_weeks(course) * (course.hours_per_week or 0.0) * (course.pay_gbp_per_hour or 0.0)


def _working(plan: Plan, ground: Ground, target: Target) -> Iterator[Step]:
    for stay in _stays(plan, ground):
        if not stay.role.is_start and stay.end > stay.start:
            weeks = stay.end - stay.start
            yield Step(
                kind=StepKind.WORK,
                title=f"Work as {_called(stay.role)}",
                weeks=weeks,
                hours_per_week=ground.means.hours,
                cost_gbp=0.0,
                gains=(),
                clears=(),
                source=stay.role.pay_source,
                role=stay.role.id,
                start_week=stay.start,
                note="What is given up for learning is taken off the pay." if stay.lost else "",
                earned_gbp=max(0.0, ground.means.pay_earned(stay.role, weeks) - stay.lost),
            )
    if plan.actions or target.vacancy is not None:
        yield _arrival(plan, ground, target)


def _arrival(plan: Plan, ground: Ground, target: Target) -> Step:
    moves = [action.id for action in plan.actions if action.kind == "move"]
    role = ground.ladder.roles.get(moves[-1]) if moves else None
    title = f"Start as {_called(role)}" if role else f"Start: {target.label}"
    return Step(
        kind=StepKind.WORK,
        title=title,
        weeks=0.0,
        hours_per_week=ground.means.hours,
        cost_gbp=0.0,
        gains=(),
        clears=(),
        source=role.source if role else "",
        role=role.id if role else "",
        start_week=plan.weeks,
    )


def _stays(plan: Plan, ground: Ground) -> Iterator[_Stay]:
    role, since, lost = ground.standing.role, 0.0, 0.0
    for action in plan.actions:
        if action.kind == "option":
            course = ground.courses[action.id]
            lost += ground.means.pay_lost(course, action.end - action.start)
        else:
            yield _Stay(role, since, action.start, lost)
            if action.id not in ground.ladder.roles:
                return
            role, since, lost = ground.ladder.roles[action.id], action.start, 0.0


def _called(role: Role) -> str:
    """``a porter``, ``an activities assistant``."""
    if role.category is CareCategory.NEW_TO_CARE:
        return "a new care worker"
    name = role.label[0].lower() + role.label[1:]
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"
