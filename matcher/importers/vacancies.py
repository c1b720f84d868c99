"""Vacancies from a spreadsheet, one row a vacancy; a file of schema.org adverts is told by its first character."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from matcher.domain import Vacancy
from matcher.errors import FileError, RowError
from matcher.geography import Gazetteer
from matcher.importers.job_postings import import_job_postings
from matcher.importers.json_stream import begins_as_json
from matcher.importers.landing import land_blocks, land_rows, note_columns, takes_rows
from matcher.importers.linking import Linker
from matcher.importers.remarks import VacancyRemarks
from matcher.importers.remembered import Values
from matcher.importers.summary import ImportContext, ImportSummary, Tally
from matcher.importers.tables import Table, open_table
from matcher.importers.vacancies_by_column import vacancies_by_column
from matcher.importers.vacancy_rows import VACANCY_COLUMNS, read_vacancy
from matcher.store import Counts, Store, row_values

__all__ = ["VACANCY_COLUMNS", "import_vacancies", "read_vacancy"]


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
        if takes_rows(context.store) and not context.providers:
            _land_by_column(table, linker, remarks, tally, context)
        else:
            _land_one_by_one(table, linker, remarks, tally, context)
        for sentence in (*remarks.notes(), *linker.notes()):
            tally.note(sentence)
        return tally.summary()


def _land_one_by_one(
    table: Table, linker: Linker, remarks: VacancyRemarks, tally: Tally, context: ImportContext
) -> None:
    known = context.store.vacancy_ids() if context.providers else frozenset()
    read = partial(_read_own, known=known, providers=context.providers, linker=linker, gazetteer=context.gazetteer)
    land = partial(_land, store=context.store, remarks=remarks)
    land_rows(table, read, land, tally, table.as_sent, context.closed)


def _land_by_column(
    table: Table, linker: Linker, remarks: VacancyRemarks, tally: Tally, context: ImportContext
) -> None:
    def by_itself(row: Mapping[str, str]) -> Values:
        return row_values(read_vacancy(row, linker, context.gazetteer)[1])

    land = partial(_land_rows, store=context.store, remarks=remarks)
    land_blocks(table, vacancies_by_column(linker, context.gazetteer), by_itself, land, tally, context.closed)


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


def _land(vacancies: Sequence[Vacancy], store: Store, remarks: VacancyRemarks) -> Counts:
    for vacancy in vacancies:
        remarks.remark(vacancy)
    return store.upsert_vacancies(vacancies)


def _land_rows(rows: Sequence[Values], store: Store, remarks: VacancyRemarks) -> Counts:
    for row in rows:
        remarks.remark_row(row)
    return store.upsert_vacancy_rows(rows)
