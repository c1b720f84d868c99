"""Courses of one file that nobody could begin, found when all of them have been read."""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from matcher.domain import Course, PrerequisiteKind
from matcher.errors import InputError, RowError
from matcher.importers.fields import build
from matcher.pathways import Ladder
from matcher.pathways.catalogue import known_prerequisites
from matcher.pathways.requirements import find_circles, missing_prerequisites
from matcher.taxonomy import Taxonomy

__all__ = ["ReadRow", "read_courses", "refuse_unmeetable"]

ReadRow = tuple[Any, Course | InputError]
"""A row as it came, and the course it is or why it is none."""


def read_courses(rows: Iterable[tuple[int, Any]], values_of: Callable[[Any], Mapping[str, Any]]) -> dict[int, ReadRow]:
    """Every row by its number, read or refused."""
    return {number: (row, _attempt(row, values_of)) for number, row in rows}


def _attempt(row: Any, values_of: Callable[[Any], Mapping[str, Any]]) -> Course | InputError:
    try:
        course: Course = build(Course, values_of(row))
    except InputError as error:
        return error
    return course


def refuse_unmeetable(
    read: Mapping[int, ReadRow], others: Mapping[str, Course], taxonomy: Taxonomy, ladder: Ladder
) -> dict[int, ReadRow]:
    """The rows, with a refusal for each course whose prerequisites nothing can meet.

    A refused course is no way to meet another's, so this goes on until those that are left can all be met.

    Parameters
    ----------
    others : mapping of str to Course
        The courses known besides, shipped or stored, by id.
    """
    settled = dict(read)
    while True:
        courses = {course.id: course for _, course in settled.values() if isinstance(course, Course)}
        known = known_prerequisites({*others, *courses}, taxonomy, ladder)
        circles = find_circles({**others, **courses})
        refused = {
            number: (row, RowError(fault, field="prerequisites"))
            for number, (row, course) in settled.items()
            if isinstance(course, Course) and (fault := _fault(course, known, circles))
        }
        if not refused:
            return settled
        settled |= refused


def _fault(
    course: Course, known: Mapping[PrerequisiteKind, Collection[str]], circles: Mapping[str, tuple[str, ...]]
) -> str:
    missing = missing_prerequisites(course, known)
    if missing:
        return f"prerequisites: there is no {missing[0].kind} '{missing[0].id}': correct it, or send it along."
    if course.id in circles:
        return f"prerequisites lead round in a circle: {' → '.join(circles[course.id])}. Take one of them out."
    return ""
