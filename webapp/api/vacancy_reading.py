"""A vacancy that a system sends, read as a row of the vacancies CSV is read, so that one rule has one home."""

import re
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from typing import Any

from matcher.domain import Vacancy
from matcher.errors import InputError, RowError
from matcher.importers.fields import build, is_blank
from matcher.importers.job_postings import read_job_posting
from matcher.importers.linking import Linker
from matcher.importers.vacancies import read_vacancy
from webapp.api.problems import ApiError, FieldError
from webapp.api.remedies import pointer_to
from webapp.api.vacancy_fields import JobPosting, VacancyBody, VacancyChanges, VacancyFields
from webapp.context import as_of, engine

__all__ = ["read_changed", "read_posting", "read_whole"]

# What is read together, because one tells what another means.
_TOGETHER = (
    frozenset({"place_kind", "postcode", "area"}),
    frozenset({"essential_skills", "optional_skills"}),
    frozenset({"min_age", "min_age_reason"}),
)
_TOLD_BY = {
    "title": ("occupation",),
    "place_kind": ("place",),
    "postcode": ("place",),
    "area": ("place",),
    "essential_skills": ("unlinked_skills",),
    "optional_skills": ("unlinked_skills",),
}
"""Fields of a vacancy that are told by those that are sent."""


def read_whole(body: VacancyBody, vacancy_id: str) -> Vacancy:
    """The vacancy of a body, under an id; of which provider it is, no body says.

    Raises
    ------
    ApiError
        422 with every fault.
    """
    row = _row({name: getattr(body, name) for name in (*VacancyFields.model_fields, "title")})
    if is_blank(row["title"]):
        raise _refused([FieldError(pointer="#/title", remedy="write the job title in words.")])
    return _read(row, vacancy_id)


def read_changed(current: Vacancy, changes: VacancyChanges) -> Vacancy:
    """A vacancy with some fields changed; fields that tell one another are read together.

    Raises
    ------
    ApiError
        422 with every fault.
    """
    sent = changes.model_fields_set
    beside = {name for group in _TOGETHER if group & sent for name in group} - sent
    values = {name: getattr(changes, name) for name in sent} | {name: getattr(current, name) for name in beside}
    read = _read(_row(values), current.id)
    told = {field for name in sent for field in _TOLD_BY.get(name, ())}
    updates = {name: getattr(read, name) for name in {*sent, *beside, *told}}
    if "title" in sent and "role_family" not in sent:
        updates["role_family"] = read.role_family or current.role_family
    try:
        return build(Vacancy, {**dict(current), **updates})  # type: ignore[no-any-return]
    except InputError as error:
        raise _refused(_faults_of_all(error, tuple(updates))) from error


def read_posting(posting: JobPosting) -> Vacancy:
    """The vacancy of a schema.org advert, whatever it says of who hires.

    Raises
    ------
    ApiError
        422 where it cannot be true.
    """
    advert = posting.model_dump(by_alias=True, exclude_none=True)
    try:
        return read_job_posting(advert, engine().taxonomy, engine().gazetteer, as_of())
    except InputError as error:
        field = getattr(error, "field", "")
        pointer = pointer_to(field) if field in advert else "#"
        raise _refused([FieldError(pointer=pointer, remedy=str(error))]) from error


def _row(values: Mapping[str, Any]) -> dict[str, str]:
    return {name: _cell(name, value) for name, value in values.items()}


def _cell(name: str, value: Any) -> str:
    """A value as a cell of the CSV holds it."""
    if value is None or isinstance(value, str):
        return str(value.value) if isinstance(value, Enum) else value or ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return "; ".join(value) or ("none" if name.endswith("_skills") else "")
    return format(Decimal(str(round(value, 2))), "f")


def _read(row: dict[str, str], vacancy_id: str) -> Vacancy:
    """The row as a whole; where it cannot be read, each cell by itself, so that every fault is told at once."""
    try:
        return _read_row({**row, "id": vacancy_id})
    except InputError as error:
        alone = [fault for name, text in row.items() for fault in _fault_of_one(name, text)]
        raise _refused(alone or _faults_of_all(error, tuple(row))) from error


def _read_row(row: dict[str, str]) -> Vacancy:
    _, vacancy = read_vacancy(row, Linker(engine().taxonomy), engine().gazetteer)
    return vacancy


def _fault_of_one(name: str, text: str) -> list[FieldError]:
    try:
        _read_row({"id": "new", name: text})
    except InputError as error:
        named = re.compile(rf"{name}(?: '.*?')?: ", re.DOTALL)
        if named.match(str(error)):
            return [FieldError(pointer=pointer_to(name), remedy=named.sub("", str(error), count=1))]
    return []


def _faults_of_all(error: InputError, names: tuple[str, ...]) -> list[FieldError]:
    """What cannot be true together stands at the first field that the sentence names."""
    named = re.search(r"\b(" + "|".join(map(re.escape, names)) + r")\b", str(error)) if names else None
    field = (error.field if isinstance(error, RowError) else "") or (named[1] if named else "")
    return [FieldError(pointer=pointer_to(field) if field in names else "#", remedy=str(error))]


def _refused(errors: list[FieldError]) -> ApiError:
    return ApiError(422, errors=errors)
