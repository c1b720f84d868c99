"""One row of a provider's own list of courses, read cell by cell."""

from collections.abc import Callable, Mapping
from typing import Any

from matcher.errors import RowError
from matcher.geography import Gazetteer
from matcher.importers import course_words, words
from matcher.importers.course_links import CourseLinker
from matcher.importers.fields import (
    is_blank,
    read_fields,
    read_hours,
    read_identifier,
    read_names,
    read_text,
    read_web_address,
    read_whole_number,
)
from matcher.importers.placing import placed
from matcher.pathways.catalogue import CATALOGUE_COLUMNS
from matcher.scoring import GATES
from matcher.text.pay import read_hourly_pay

__all__ = ["COURSE_COLUMNS", "read_row"]

COURSE_COLUMNS = CATALOGUE_COLUMNS


def _read_gates(text: str) -> tuple[str, ...]:
    names = tuple(name.lower().replace(" ", "_") for name in read_names(text))
    if not set(names) <= set(GATES):
        raise RowError(f"write what it clears, of {', '.join(GATES)}, or leave it blank.")
    return names


_READERS: dict[str, Callable[[str], Any]] = {
    **dict.fromkeys(("label", "plain", "provider", "paid_by", "funding", "benefits", "residence"), read_text),
    **dict.fromkeys(("source", "confidence", "qualification", "registration"), read_text),
    **dict.fromkeys(("min_age", "max_age", "seats"), read_whole_number),
    **dict.fromkeys(("cost_to_learner_gbp", "cost_gbp"), course_words.read_pounds),
    "kind": course_words.read_kind,
    "gains": read_names,
    "clears": _read_gates,
    "dbs_status": words.read_dbs_status,
    "starts_when": course_words.read_starts_when,
    "level": course_words.read_level,
    "duration_weeks": course_words.read_weeks,
    "hours_per_week": read_hours,
    "learning_hours": course_words.read_learning_hours,
    "delivery": course_words.read_delivery,
    "pay": course_words.read_learning_pay,
    "pay_gbp_per_hour": read_hourly_pay,
    "nations": read_names,
    "guaranteed_interview": words.read_yes_no,
    "starts": course_words.read_starts,
    "source_date": course_words.read_source_date,
    "url": read_web_address,
}


def read_row(row: Mapping[str, str], linker: CourseLinker, gazetteer: Gazetteer) -> dict[str, Any]:
    """The values of a course, its names linked and what it leaves unsaid taken from the shipped kind.

    Raises
    ------
    RowError
        One line with every fault of the row.
    """
    identifier = read_identifier(row)
    if is_blank(row.get("label", "")):
        raise RowError("label is blank: give the course its name.", field="label")
    readers = _READERS | {"prerequisites": linker.prerequisites, "postcode": gazetteer.locate}
    values = {"id": identifier, **read_fields(row, readers)}
    values |= placed(values.pop("postcode", None))
    for field in ("qualification", "registration"):
        if field in values:
            values[field] = linker.names.term(field, values[field])
    if "gains" in values:
        values["gains"], values["unlinked_gains"] = linker.gains(values["gains"])
    return linker.of_its_kind(values, linker.skills_in(values["label"]))
