"""Vacancies from a spreadsheet, one row a vacancy; a file of schema.org adverts is told by its first character."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from matcher.domain import PlaceKind, Vacancy, parse_shifts
from matcher.errors import FileError, RowError
from matcher.geography import Gazetteer, area_place
from matcher.importers import words
from matcher.importers.fields import (
    build,
    read_date,
    read_duration_months,
    read_fields,
    read_hours,
    read_identifier,
    read_names,
    read_text,
    read_web_address,
    read_whole_number,
)
from matcher.importers.job_postings import import_job_postings
from matcher.importers.json_stream import begins_as_json
from matcher.importers.landing import land_rows, note_columns
from matcher.importers.linking import Linker
from matcher.importers.placing import placed, read_districts
from matcher.importers.remarks import VacancyRemarks
from matcher.importers.summary import ImportContext, ImportSummary, Tally
from matcher.importers.tables import Table, open_table
from matcher.store import Counts, Store
from matcher.text.pay import read_hourly_pay, read_pay_note

__all__ = ["VACANCY_COLUMNS", "import_vacancies", "read_vacancy"]

VACANCY_COLUMNS = (
    "id",
    "provider",
    "title",
    "description",
    "role_family",
    "place_kind",
    "postcode",
    "area",
    "positions",
    "essential_skills",
    "optional_skills",
    "shifts_all_required",
    "shifts_any_of",
    "hours_min",
    "hours_max",
    "guaranteed_hours",
    "contract",
    "pay_min_gbp_per_hour",
    "pay_max_gbp_per_hour",
    "pay_note",
    "dbs_level",
    "driving_licence",
    "vehicle",
    "min_age",
    "min_age_reason",
    "registration",
    "experience_months",
    "qualification",
    "contact",
    "apply_url",
    "opens",
    "closes",
)


def _read_rota(text: str) -> Any:
    return parse_shifts(text, outward=True)


_READERS: dict[str, Callable[[str], Any]] = {
    "provider": read_text,
    "title": read_text,
    "description": read_text,
    "role_family": read_text,
    "place_kind": words.read_place_kind,
    "positions": read_whole_number,
    "essential_skills": read_names,
    "optional_skills": read_names,
    "shifts_all_required": _read_rota,
    "shifts_any_of": _read_rota,
    "hours_min": read_hours,
    "hours_max": read_hours,
    "guaranteed_hours": read_hours,
    "contract": words.read_contract,
    "pay_min_gbp_per_hour": read_hourly_pay,
    "pay_max_gbp_per_hour": read_hourly_pay,
    "pay_note": read_pay_note,
    "dbs_level": words.read_dbs_level,
    "driving_licence": words.read_yes_no,
    "vehicle": words.read_yes_no,
    "min_age": read_whole_number,
    "min_age_reason": read_text,
    "registration": read_text,
    "experience_months": read_duration_months,
    "qualification": read_text,
    "contact": read_text,
    "apply_url": read_web_address,
    "opens": read_date,
    "closes": read_date,
}


def import_vacancies(path: Path, context: ImportContext, *, as_of: date | None = None) -> ImportSummary:
    """Import vacancies from delimited text with the columns `VACANCY_COLUMNS`, or from schema.org `JobPosting` JSON.

    Pay under the legal floor lands all the same (the engine keeps it as a draft) and is counted in a note, judged on
    `as_of` (default today) or, where the vacancy is open only earlier or later, on the nearest day that it is open.

    Raises
    ------
    FileError
        The file cannot be read, or has no column for the id.
    """
    if context.providers and (context.format == "json" or begins_as_json(path)):
        raise FileError("Vacancies of one provider come as CSV: save the spreadsheet as CSV and choose that file.")
    if context.format == "json" or (context.format == "auto" and begins_as_json(path)):
        return import_job_postings(path, context, as_of=as_of)
    if context.format not in {"auto", "csv"}:
        raise FileError(f"'{context.format}' is no format of vacancies: choose csv, json or auto.")
    with Tally("vacancies", context) as tally:
        table = open_table(path, required={"id"}, known=VACANCY_COLUMNS, columns=context.columns, reject=tally.reject)
        tally.format = table.format
        note_columns(tally, table.unknown_columns)
        _refuse_another_layout(table, context.providers)
        linker, remarks = Linker(context.taxonomy), VacancyRemarks(as_of or date.today())  # noqa: DTZ011 - a UK day
        known = context.store.vacancy_ids() if context.providers else frozenset()
        read = partial(_read_own, known=known, providers=context.providers, linker=linker, gazetteer=context.gazetteer)
        land = partial(_land, store=context.store, remarks=remarks)
        land_rows(table, read, land, tally, table.as_sent, context.closed)
        for sentence in (*remarks.notes(), *linker.notes()):
            tally.note(sentence)
        return tally.summary()


def _refuse_another_layout(table: Table, providers: Sequence[str]) -> None:
    """Refuse a provider's file that hardly says anything of ours: its rows would be published all the same."""
    n_unknown = len(table.unknown_columns)
    if providers and 2 * n_unknown > len(table.header):
        raise FileError(
            f"{n_unknown} of the {len(table.header)} columns of this file have names that are not read, so most of what"
            f" it says would be lost: name them as these are, and send it again: {', '.join(VACANCY_COLUMNS)}."
        )


def _read_own(
    row: Mapping[str, str], known: Collection[str], providers: Sequence[str], linker: Linker, gazetteer: Gazetteer
) -> tuple[str, Vacancy]:
    """One row as `read_vacancy` reads it; where only some providers' may come in, one of theirs that says enough.

    What they bring is published at once, so a new vacancy has a title and a place; of one that is stored (`known`), a
    blank changes nothing.
    """
    identifier, vacancy = read_vacancy(row, linker, gazetteer)
    if not providers:
        return identifier, vacancy
    if identifier not in known:
        _refuse_without_essentials(vacancy)
    named = (vacancy.provider or providers[0]).casefold()
    mine = next((name for name in providers if name.casefold() == named), None)
    if mine is None:
        raise RowError(
            f"provider '{vacancy.provider}': you import for {providers[0]} alone; write that name, or leave it blank.",
            field="provider",
        )
    return identifier, vacancy.model_copy(update={"provider": mine})


def _refuse_without_essentials(vacancy: Vacancy) -> None:
    if not vacancy.title:
        raise RowError("title is blank: a vacancy is published with its job title, so write it.", field="title")
    if vacancy.place is None:
        raise RowError(
            "postcode is blank: write the postcode of the work, or the districts of a round in area.", field="postcode"
        )


def read_vacancy(row: Mapping[str, str], linker: Linker, gazetteer: Gazetteer) -> tuple[str, Vacancy]:
    """One row as the id and the vacancy.

    Raises
    ------
    RowError
        What is wrong with the row, in one line.
    """
    identifier = read_identifier(row)
    locating: dict[str, Callable[[str], Any]] = {
        "postcode": gazetteer.locate,
        "area": partial(_read_area, gazetteer=gazetteer),
    }
    values = _located(read_fields(row, _READERS | locating))
    return identifier, build(Vacancy, {"id": identifier, **_linked(values, linker)})


def _land(vacancies: Sequence[Vacancy], store: Store, remarks: VacancyRemarks) -> Counts:
    for vacancy in vacancies:
        remarks.remark(vacancy)
    return store.upsert_vacancies(vacancies)


def _read_area(text: str, gazetteer: Gazetteer) -> tuple[tuple[str, ...], Any]:
    names = read_districts(text)
    return names, area_place(names, gazetteer)


def _located(values: dict[str, Any]) -> dict[str, Any]:
    """The place of a vacancy: a round is its districts, anything else its postcode where it has one."""
    values |= placed(values.pop("postcode", None))
    districts, area = values.pop("area", (None, None))
    if districts is None:
        return values
    if "place" not in values:
        values.setdefault("place_kind", PlaceKind.ROUND)
    if "place" not in values or values.get("place_kind") == PlaceKind.ROUND:
        values["place"] = area
    return values | {"area": districts}


def _linked(values: dict[str, Any], linker: Linker) -> dict[str, Any]:
    """Names settled against the taxonomy; needs of which none could be linked stay unsaid, not none."""
    linked = dict(values)
    unlinked: list[str] = []
    for field in ("essential_skills", "optional_skills"):
        if values.get(field):
            skills, others = linker.skills(values[field])
            linked[field] = skills or None
            unlinked += others
    linked["unlinked_skills"] = tuple(unlinked)
    for field in ("role_family", "qualification", "registration"):
        if field in values:
            linked[field] = linker.term(field, values[field])
    if "title" in values:
        linked["occupation"], role_family = linker.title(values["title"])
        linked.setdefault("role_family", role_family)
    return linked
