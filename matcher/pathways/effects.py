"""What a course would open, said aloud; promising nothing."""

from collections.abc import Iterable, Iterator, Sequence

from matcher.domain import Course, Opens, StepKind
from matcher.domain.courses import StartsWhen

__all__ = ["say_effect", "say_title"]


def say_title(courses: Sequence[Course]) -> str:
    """``Moving and handling plus Enhanced DBS check for a volunteer``: what is learnt before what is checked."""
    return " plus ".join(course.label for course in sorted(courses, key=lambda course: course.kind is StepKind.CHECK))


def say_effect(courses: Sequence[Course], opens: Opens, ready: Opens, within_minutes: int | None) -> str:
    """What would open, for how many nothing would still have to be waited for, and what each course begins with.

    Parameters
    ----------
    within_minutes : int or None
        The person's own limit, where all that is counted is known to lie within it.
    """
    where = "in reach" if within_minutes is None else f"within {within_minutes} minutes"
    return " ".join([_opened(say_title(courses), opens, where), *_made_ready(ready), *_conditions(courses)])


def _opened(title: str, opens: Opens, where: str) -> str:
    if opens.after > opens.now:
        return f"{title}: from {opens.now} to {_vacancies(opens.after)} {where}."
    if opens.now:
        return f"{title}: opens none beyond what is open now ({_vacancies(opens.now)} {where})."
    return f"{title}: opens none {where} of itself."


def _vacancies(n: int) -> str:
    return f"{n} {'vacancy' if n == 1 else 'vacancies'}"


def _made_ready(ready: Opens) -> Iterator[str]:
    if ready.after > ready.now:
        yield f"For {ready.after} of them instead of {ready.now}, no check, licence or registration is wanting then."


def _conditions(courses: Iterable[Course]) -> Iterator[str]:
    for course in courses:
        if course.kind is StepKind.CHECK:
            yield _said_of_check(course)
        elif course.starts_when is StartsWhen.OFFER:
            yield f"{course.label} starts only with an offer."


def _said_of_check(course: Course) -> str:
    needs_role = course.starts_when is StartsWhen.OFFER
    starts = "The check starts only with an offer or a role" if needs_role else "Anybody may ask for the check"
    return f"{starts}; {_price(course)}; the employer decides what it means."


def _price(course: Course) -> str:
    if course.cost_gbp is None:
        return "ask what it costs and who pays"
    if not course.cost_gbp:
        return "it is free for volunteers" if "volunteer" in (course.paid_by or "") else "it is free"
    return f"it costs £{course.cost_gbp:.2f}, and who pays is usually {course.paid_by or 'the employer'}"
