"""Own vacancies as a spreadsheet: brought in, many at once, and taken out in the same columns."""

from flask import Response as Download
from flask import render_template, request, url_for
from werkzeug.wrappers import Response

from matcher.domain import Vacancy
from matcher.errors import FileError
from matcher.importers.vacancies import VACANCY_COLUMNS
from webapp.access import PROVIDER, account, allow
from webapp.context import engine
from webapp.forms.own_vacancies import OwnVacanciesForm
from webapp.forms.vacancy_typing import typed_vacancy
from webapp.imports.running import clear_out, owner, run, uploads_folder
from webapp.imports.uploads import Upload, receive
from webapp.presenters.imports import in_words
from webapp.provider import provider
from webapp.provider.publishing import provider_name
from webapp.shown import own_vacancies
from webapp.spreadsheets import csv_answer

__all__: list[str] = []

# Judgement: ten thousand vacancies with long descriptions; no provider has so many.
_MAX_FILE_BYTES = 20 * 1024 * 1024


@provider.url_value_preprocessor
def _allow_a_large_file(endpoint: str | None, _values: object) -> None:
    """Raise the limit where a file is sent, before the check of forms reads the request."""
    if endpoint == "provider.send_vacancies":
        request.max_content_length = _MAX_FILE_BYTES


@provider.get("/vacancies/import")
@allow(PROVIDER)
def import_vacancies() -> str:
    """The page that takes a file."""
    return _page(OwnVacanciesForm(formdata=None))


@provider.post("/vacancies/import")
@allow(PROVIDER)
def send_vacancies() -> str | Response:
    """Import the vacancies of a file in the background; rows that are not this provider's are given back."""
    clear_out()
    form = OwnVacanciesForm()
    if not form.validate():
        return _page(form)
    sent = form.file.data
    try:
        received = receive(uploads_folder(), sent.stream, sent.filename, "vacancies", owner())
        return _taken(received)
    except FileError as error:
        form.file.errors = [str(error)]
        return _page(form)


def _taken(received: Upload) -> Response:
    if not received.n_bytes:
        received.discard()
        raise FileError("The file is empty: choose one with a row for each vacancy.")
    try:
        return run(received, {}, start="provider.import_vacancies")
    except FileError as error:
        raise FileError(in_words(str(error), received.folder, received.name)) from error


@provider.get("/vacancies.csv")
@allow(PROVIDER)
def vacancies_csv() -> Download:
    """Every own vacancy in the columns that can be brought in again."""
    rows = (_cells(vacancy) for vacancy in own_vacancies(account()))
    return csv_answer([VACANCY_COLUMNS, *rows], "vacancies.csv")


def _cells(vacancy: Vacancy) -> list[str]:
    answers = {name: "; ".join(text.split("\n")) for name, text in typed_vacancy(vacancy, engine().taxonomy).items()}
    cells = {**answers, "id": vacancy.id, "provider": vacancy.provider or "", "description": vacancy.description or ""}
    return [cells.get(name, "") for name in VACANCY_COLUMNS]


def _page(form: OwnVacanciesForm) -> str:
    return render_template(
        "provider/import.html",
        columns=VACANCY_COLUMNS,
        download=url_for(".vacancies_csv"),
        form=form,
        provider_name=provider_name(),
    )
