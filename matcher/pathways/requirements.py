"""Prerequisites that nothing can meet: what does not exist, and courses that wait for each other in a circle."""

from collections.abc import Collection, Mapping
from itertools import chain

from matcher.domain import Course, Prerequisite, PrerequisiteKind

__all__ = ["find_circles", "missing_prerequisites"]


def missing_prerequisites(
    course: Course, known: Mapping[PrerequisiteKind, Collection[str]]
) -> tuple[Prerequisite, ...]:
    """Prerequisites of a course that name nothing known, in their order.

    Parameters
    ----------
    known : mapping of PrerequisiteKind to collection of str
        The ids there are of every kind.
    """
    named = chain.from_iterable(course.prerequisites)
    return tuple(each for each in named if each.id not in known[each.kind])


def find_circles(courses: Mapping[str, Course]) -> dict[str, tuple[str, ...]]:
    """Courses that nobody could ever begin, because they wait for each other.

    1. A course can be begun when every group of its prerequisites has an alternative that is no course, that is a
       course which can be begun, or that is none of `courses`.
    2. Whatever step 1 never reaches waits for a circle: an alternative way in makes it none.

    Returns
    -------
    dict of str to tuple of str
        Id of such a course, to the chain of ids from it that runs into the circle, the first repeated one last.
    """
    waiting = dict(courses)
    while free := [name for name, course in waiting.items() if not _blocked_by(course, waiting)]:
        for name in free:
            del waiting[name]
    return {name: _chain(name, waiting) for name in waiting}


def _blocked_by(course: Course, waiting: Collection[str]) -> tuple[str, ...]:
    """Courses still waiting that make up a whole group of prerequisites; empty where every group has a way in."""
    for group in course.prerequisites:
        if group and all(each.kind is PrerequisiteKind.COURSE and each.id in waiting for each in group):
            return tuple(each.id for each in group)
    return ()


def _chain(name: str, waiting: Mapping[str, Course]) -> tuple[str, ...]:
    seen = [name]
    while (following := _blocked_by(waiting[seen[-1]], waiting)[0]) not in seen:
        seen.append(following)
    return (*seen, following)
