"""Courses from a provider's own spreadsheet (CSV), or from the care workforce pathway's prototype (JSON)."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from matcher.domain import Course
from matcher.errors import FileError, InputError
from matcher.importers.course_links import CourseLinker
from matcher.importers.course_prototype import item_skills, read_item, training_items
from matcher.importers.course_refusals import ReadRow, read_courses, refuse_unmeetable
from matcher.importers.course_rows import COURSE_COLUMNS, read_row
from matcher.importers.json_stream import begins_as_json
from matcher.importers.landing import land_rows, note_columns
from matcher.importers.summary import ImportContext, ImportSummary, Tally
from matcher.importers.tables import open_table
from matcher.pathways import load_catalogue, load_ladder

__all__ = ["COURSE_COLUMNS", "FORMATS", "import_courses"]

FORMATS = ("csv", "workforce_pathway")


@dataclass(frozen=True, slots=True)
class _Source:
    """The rows of a file, how the values of a course are read from one, and how one is given back."""

    rows: Iterable[tuple[int, Any]]
    values_of: Callable[[Any], Mapping[str, Any]]
    as_sent: Callable[[Any], Mapping[str, object]]


def import_courses(path: Path, context: ImportContext, *, as_of: date | None = None) -> ImportSummary:
    """Import courses, checks and volunteering places that somebody offers.

    What a row leaves unsaid (skills, prerequisites, level) is taken from the shipped kind of course with its
    qualification or name. Courses whose dates have all gone by on `as_of` (default today) land all the same and are
    counted in a note.

    Raises
    ------
    FileError
        The file cannot be read, or is none of the formats.
    """
    found = "workforce_pathway" if begins_as_json(path) else "csv"
    if context.format not in {"auto", found}:
        raise FileError(f"{path} is laid out as '{found}', not as '{context.format}': leave --format out.")
    ladder, kinds = load_ladder(context.taxonomy), load_catalogue(context.taxonomy)
    linker = CourseLinker(context.taxonomy, ladder, kinds)
    with Tally("courses", context) as tally:
        tally.format = found
        source = (_own if found == "csv" else _prototype)(path, context, tally, linker)
        others = {**kinds, **{course.id: course for course in context.store.courses()}}
        read = read_courses(source.rows, source.values_of)
        settled = refuse_unmeetable(read, others, context.taxonomy, ladder)
        land_rows(settled.items(), _landed, context.store.upsert_courses, tally, lambda sent: source.as_sent(sent[0]))
        today = as_of or date.today()  # noqa: DTZ011 - a UK day
        for sentence in (*_remarks(settled.values(), linker, today), *linker.names.notes()):
            tally.note(sentence)
        return tally.summary()


def _own(path: Path, context: ImportContext, tally: Tally, linker: CourseLinker) -> _Source:
    table = open_table(
        path, required={"id", "label"}, known=COURSE_COLUMNS, columns=context.columns, reject=tally.reject
    )
    note_columns(tally, table.unknown_columns)
    return _Source(table, lambda row: read_row(row, linker, context.gazetteer), table.as_sent)


def _prototype(path: Path, context: ImportContext, tally: Tally, linker: CourseLinker) -> _Source:
    if context.columns:
        tally.note("The columns given were not needed: this is no table.")

    def values_of(item: Any) -> dict[str, Any]:
        return linker.of_its_kind(read_item(item, context.taxonomy), item_skills(item, linker))

    return _Source(training_items(path), values_of, _item_as_sent)


def _landed(sent: ReadRow) -> tuple[str, Course]:
    course = sent[1]
    if isinstance(course, InputError):
        raise course
    return course.id, course


def _item_as_sent(item: Any) -> dict[str, object]:
    """An item as a row of the file of rejects: its code and title to know it by, and itself."""
    known = item if isinstance(item, Mapping) else {}
    whole = json.dumps(item, ensure_ascii=False)
    return {"code": known.get("code", ""), "title": known.get("title", ""), "item": whole}


def _remarks(read: Iterable[ReadRow], linker: CourseLinker, as_of: date) -> Iterator[str]:
    """What a reader of the summary should know of the courses that landed."""
    landed = [course for _, course in read if isinstance(course, Course)]
    n_over = sum(course.next_start(as_of) is None for course in landed)
    n_without_skills = sum(not course.gains for course in landed)
    n_without_length = sum(course.duration_weeks is None and course.learning_hours is None for course in landed)
    if n_over:
        yield f"With every start date past: {n_over:,} of {len(landed):,}, kept and not proposed; send new dates."
    if linker.n_filled:
        yield f"Completed from the shipped kind of course (skills, prerequisites, level): {linker.n_filled:,}."
    if n_without_skills:
        yield f"Without a skill that the taxonomy knows: {n_without_skills:,}; they open nothing until gains is filled."
    if n_without_length:
        yield f"Without a length: {n_without_length:,}; give duration_weeks or learning_hours."
