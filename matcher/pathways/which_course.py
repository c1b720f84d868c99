"""Which course to buy for these people: what each would open, added up over a cohort."""

from collections.abc import Iterator, Mapping, Sequence

from matcher.domain import Candidate, Course, CourseReach, StepKind, Vacancy
from matcher.explanation.blocks import Basis, score_block
from matcher.pathways.planning import ground_of
from matcher.pathways.trying import Effect, try_courses

__all__ = ["which_course"]

Told = tuple[str, Effect, int]
"""A person, what a course does for them, and how many were ready before."""


def which_course(
    candidates: Sequence[Candidate], vacancies: Sequence[Vacancy], courses: Mapping[str, Course], basis: Basis
) -> list[CourseReach]:
    """What each course would open for some settled candidates, as `what_if` finds it for each of them.

    Returns
    -------
    list of CourseReach
        Every course that any of them could begin now and that would bring them something; first the one that opens a
        vacancy for most people, then the one that opens most in all, leaves most ready, costs least whoever pays (one
        whose cost is not known last), by id.
    """
    told: dict[str, list[Told]] = {}
    for person, effect, n_ready in _effects(candidates, vacancies, courses, basis):
        told.setdefault(effect.chosen[0].course.id, []).append((person, effect, n_ready))
    return sorted((_reach(courses[name], effects) for name, effects in told.items()), key=_order)


def _effects(
    candidates: Sequence[Candidate], vacancies: Sequence[Vacancy], courses: Mapping[str, Course], basis: Basis
) -> Iterator[Told]:
    if not candidates:
        return
    block = score_block(candidates[:1], vacancies, basis)
    for candidate in candidates:
        ground = ground_of(candidate, courses, basis.taxonomy, basis.as_of)
        trial = try_courses(ground, block, basis, pairs=False)
        for effect in trial.alone:
            yield candidate.id, effect, trial.n_ready


def _reach(course: Course, told: Sequence[Told]) -> CourseReach:
    return CourseReach(
        course=course.id,
        title=course.label,
        is_check=course.kind is StepKind.CHECK,
        cost_to_learner_gbp=course.cost_to_learner_gbp,
        cost_gbp=course.cost_gbp,
        n_could_begin=len(told),
        people=tuple(person for person, effect, _ in told if len(effect.opened)),
        n_opened=sum(len(effect.opened) for _, effect, _ in told),
        n_made_ready=sum(effect.n_ready - before for _, effect, before in told),
    )


def _order(reach: CourseReach) -> tuple[object, ...]:
    unknown = reach.cost_gbp is None
    return -reach.n_people, -reach.n_opened, -reach.n_made_ready, unknown, reach.cost_gbp or 0.0, reach.course
