"""A vacancy form read as a row of the vacancies CSV is read, so that one rule has one home."""

import re
from typing import TYPE_CHECKING

from matcher.domain import Vacancy
from matcher.errors import InputError, RowError
from matcher.importers.linking import Linker
from matcher.importers.vacancies import read_vacancy
from webapp.forms.reading import sentence
from webapp.forms.vacancy import SECTIONS, VacancyForm

if TYPE_CHECKING:
    from matcher.engine import Engine

__all__ = ["read_form"]

_FIELDS = tuple(name for names in SECTIONS.values() for name in names)


def read_form(form: VacancyForm, engine: "Engine") -> Vacancy | None:
    """The vacancy a form describes; None, with the errors on their fields, where it describes none.

    Every field is read by itself first, so that all faults show at once; then the row as a whole, which finds what
    cannot be true together.
    """
    form.validate()
    row = {name: _cell(name, form[name].data) for name in _FIELDS}
    for name in _FIELDS:
        if row[name] and not form[name].errors:
            _read_alone(form, name, row[name], engine)
    if any(form[name].errors for name in _FIELDS) or form.errors:
        return None
    return _read_together(form, row, engine)


def _read_alone(form: VacancyForm, name: str, text: str, engine: "Engine") -> None:
    try:
        _read({name: text, "id": "new"}, engine)
    except InputError as error:
        prefix = re.compile(rf"{name}(?: '.*?')?: ", re.DOTALL)
        if prefix.match(str(error)):
            _add_error(form, name, prefix.sub("", str(error), count=1))


def _read_together(form: VacancyForm, row: dict[str, str], engine: "Engine") -> Vacancy | None:
    try:
        return _read({**row, "id": form.id.data}, engine)
    except InputError as error:
        named = re.search(r"\b(" + "|".join(_FIELDS) + r")\b", str(error))
        field = (error.field if isinstance(error, RowError) else "") or (named[1] if named else "")
        _add_error(form, field if field in _FIELDS else _FIELDS[0], _in_words(form, str(error)))
        return None


def _read(row: dict[str, str], engine: "Engine") -> Vacancy:
    _, vacancy = read_vacancy(row, Linker(engine.taxonomy), engine.gazetteer)
    return vacancy


def _cell(name: str, typed: str | None) -> str:
    """What was typed as a cell; shifts are typed one a line, and a cell has semicolons between them."""
    return "; ".join((typed or "").splitlines()) if name.startswith("shifts_") else typed or ""


def _add_error(form: VacancyForm, name: str, remedy: str) -> None:
    field = form[name]
    field.errors = [*field.errors, sentence(field, remedy)]


def _in_words(form: VacancyForm, message: str) -> str:
    """A sentence about columns with the questions of the form in their place."""
    labels = {name: form[name].label.text.removesuffix(" (optional)") for name in _FIELDS}
    named = re.sub(r"\b(" + "|".join(_FIELDS) + r")\b", lambda found: f"‘{labels[found[1]]}’", message)
    return named[:1].upper() + named[1:]
