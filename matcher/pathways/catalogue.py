"""The catalogue: kinds of training, checks, volunteering and registration, checked against taxonomy and ladder."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from pydantic import ValidationError

from matcher.domain import Course, DbsStatus, PrerequisiteKind
from matcher.errors import DataError
from matcher.pathways.ladder import Ladder, load_ladder
from matcher.pathways.requirements import find_circles, missing_prerequisites
from matcher.pathways.tables import pathway_rows
from matcher.scoring import GATES
from matcher.taxonomy import Taxonomy
from matcher.taxonomy.rows import Row

__all__ = ["CATALOGUE_COLUMNS", "build_catalogue", "known_prerequisites", "load_catalogue", "still_running"]

CATALOGUE_COLUMNS = tuple(name for name in Course.model_fields if name not in {"place", "unlinked_gains"})


@lru_cache(maxsize=4)
def load_catalogue(taxonomy: Taxonomy) -> Mapping[str, Course]:
    """The catalogue that ships, by id.

    Raises
    ------
    DataError
        The table contradicts itself, the ladder or the taxonomy: names table, row, field and value.
    """
    return build_catalogue(pathway_rows("courses.csv", CATALOGUE_COLUMNS), taxonomy, load_ladder(taxonomy))


def build_catalogue(rows: Iterable[Row], taxonomy: Taxonomy, ladder: Ladder) -> Mapping[str, Course]:
    """A catalogue from the rows of its table.

    Raises
    ------
    DataError
        As `load_catalogue`.
    """
    read: dict[str, tuple[Row, Course]] = {}
    for row in rows:
        course = _course(row)
        if course.id in read:
            raise row.fault("id", f"already stands in row {read[course.id][0].number}; every course has one row.")
        _check_terms(row, course, taxonomy)
        read[course.id] = row, course
    courses = {name: course for name, (_, course) in read.items()}
    known = known_prerequisites(courses, taxonomy, ladder)
    for row, course in read.values():
        for each in missing_prerequisites(course, known):
            raise row.fault("prerequisites", f"there is no {each.kind} '{each.id}'; correct it, or add it.")
    for name, chain in find_circles(courses).items():
        raise read[name][0].fault("prerequisites", f"lead round in a circle: {' → '.join(chain)}.")
    return MappingProxyType(courses)


def known_prerequisites(
    courses: Collection[str], taxonomy: Taxonomy, ladder: Ladder
) -> dict[PrerequisiteKind, Collection[str]]:
    """The ids that prerequisites may name."""
    return {
        PrerequisiteKind.COURSE: courses,
        PrerequisiteKind.QUALIFICATION: taxonomy.qualifications,
        PrerequisiteKind.REGISTRATION: taxonomy.registrations,
        PrerequisiteKind.ROLE: ladder.roles,
    }


def still_running(courses: Iterable[Course], as_of: date) -> dict[str, Course]:
    """Courses that can still be begun on or after a day, by id: those without dates, or with one that is not past."""
    return {course.id: course for course in courses if course.next_start(as_of) is not None}


def _course(row: Row) -> Course:
    cells = {name: row.text(name) for name in CATALOGUE_COLUMNS if row.text(name)}
    try:
        return Course(**cells)
    except ValidationError as error:
        raise _first_fault(row, error) from error


def _first_fault(row: Row, error: ValidationError) -> DataError:
    detail = error.errors()[0]
    message = detail["msg"].removeprefix("Value error, ")
    field = str(detail["loc"][0]) if detail["loc"] else message.partition(" ")[0].rstrip(":")
    return row.fault(field if field in row.cells else "id", message)


def _check_terms(row: Row, course: Course, taxonomy: Taxonomy) -> None:
    """Every id that a course names is one of the taxonomy, and what it clears is a gate."""
    _known(row, "gains", course.gains or (), taxonomy.skill_index, "skill")
    _known(row, "qualification", [course.qualification], taxonomy.qualifications, "qualification")
    _known(row, "registration", [course.registration], taxonomy.registrations, "registration")
    _known(row, "clears", course.clears, GATES, "gate")
    if ("dbs" in course.clears) != (course.dbs_status not in {None, DbsStatus.NONE, DbsStatus.IN_PROGRESS}):
        raise row.fault("dbs_status", "and clears contradict each other: a check that is held clears dbs, no other.")
    if course.confidence is None or course.source is None:
        raise row.fault("source", "every figure has its source and a confidence of A, B or C; fill both in.")


def _known(row: Row, field: str, named: Iterable[str | None], ids: Collection[str], kind: str) -> None:
    for name in named:
        if name and name not in ids:
            raise row.fault(field, f"there is no {kind} '{name}'; correct it, or add it to its table.")
