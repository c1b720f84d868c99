"""Courses that providers of training offer; the kinds that ship with the program are not stored."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from matcher.domain import Course
from matcher.store.counts import Counts
from matcher.store.reading import read_all, read_one
from matcher.store.records import PLACE_FIELDS, place_of, place_values, settle
from matcher.store.tables import CourseRow
from matcher.store.upserts import Values, is_blank, merge

__all__ = ["course", "courses", "upsert_courses"]

# A record that says nothing of these has not said the default either.
_DEFAULTED = ("kind", "starts_when")
# The first of each never lies above the second, or the record cannot be read.
_ORDERED = (("cost_to_learner_gbp", "cost_gbp"), ("min_age", "max_age"))


def upsert_courses(session: Session, records: Sequence[Course]) -> Counts:
    """Store courses."""
    return Counts.of(merge(session, CourseRow, [_row_values(record) for record in records], _settle))


def course(session: Session, course_id: str) -> Course:
    """One course."""
    return _record(read_one(session, CourseRow, course_id, "course"))


def courses(session: Session) -> list[Course]:
    """All courses by id."""
    return [_record(row) for row in read_all(session, CourseRow)]


def _row_values(record: Course) -> Values:
    values = record.model_dump(mode="json", exclude={"place"}) | place_values(record.place)
    return values | {name: None for name in _DEFAULTED if name not in record.model_fields_set}


def _settle(old: Values, new: Values) -> Values:
    """What to write of a course that is stored already: as of any record, and three things that go together.

    What no term fits belongs to the skills it was read beside, pay by the hour to its rate, and what is stored and
    contradicts the new record is blanked, so that the row always reads back.
    """
    written = settle(old, new)
    if not is_blank(new["gains"]):
        written["unlinked_gains"] = new["unlinked_gains"]
    if new["pay"] is not None:
        written["pay_gbp_per_hour"] = new["pay_gbp_per_hour"]
    merged = old | written
    for low, high in _ORDERED:
        if None not in (merged[low], merged[high]) and merged[low] > merged[high]:
            written[high if new[high] is None else low] = None
    return written


def _record(row: CourseRow) -> Course:
    values = {column.name: getattr(row, column.name) for column in row.__table__.columns}
    place = place_of({field: values.pop(f"place_{field}") for field in PLACE_FIELDS})
    return Course(**{name: value for name, value in values.items() if value is not None}, place=place)
