"""A vacancy form, or one step of it, read as a row of the vacancies CSV is read, so that one rule has one home."""

import re
from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from matcher.domain import Vacancy
from matcher.errors import InputError, RowError
from matcher.importers.linking import Linker
from matcher.importers.vacancies import read_vacancy
from webapp.forms.reading import sentence
from webapp.forms.vacancy import FIELDS, FORM_ONLY, VacancyForm

if TYPE_CHECKING:
    from matcher.engine import Engine

__all__ = ["faulty", "forget_faults", "read_form"]

# Columns that no word of a message is taken for: "contact" or "title" may stand there as a word.
_COLUMNS = tuple(name for name in FIELDS if "_" in name)


def read_form(
    form: VacancyForm,
    engine: "Engine",
    fields: Collection[str] = FIELDS,
    *,
    vacancy_id: str = "new",
    not_before: date | None = None,
) -> Vacancy | None:
    """The vacancy that some questions describe; None, with the errors on their fields, where they describe none.

    Every field is read by itself first, so that all faults show at once; then the row as a whole, which finds what
    cannot be true together.

    Parameters
    ----------
    fields : collection of str
        The questions that were asked; the others are not looked at.
    vacancy_id : str
        The id of the vacancy.
    not_before : date, optional
        The first day that may be the last to apply.
    """
    asked = [name for name in FIELDS if name in fields]
    row = {name: _cell(name, form[name].data) for name in asked if name not in FORM_ONLY}
    for name in asked:
        _check(form, name)
        if row.get(name) and not form[name].errors:
            _read_alone(form, name, row[name], engine)
    if faulty(form):
        return None
    vacancy = _read_together(form, {**row, "id": vacancy_id}, engine)
    if vacancy and not_before and vacancy.closes and vacancy.closes < not_before:
        _add_error(form, "closes", "That day is past: enter a day to come as the last to apply, or leave it blank")
        return None
    return vacancy


def faulty(form: VacancyForm) -> list[str]:
    """The questions whose answers cannot be used, in their order."""
    return [name for name in FIELDS if form[name].errors]


def forget_faults(form: VacancyForm) -> None:
    """Take the errors off again, for a page that is opened and not sent."""
    for name in FIELDS:
        form[name].errors = []


def _check(form: VacancyForm, name: str) -> None:
    """The form's own checks of one field."""
    own = getattr(form, f"validate_{name}", None)
    form[name].validate(form, [lambda _form, field: own(field)] if own else [])


def _read_alone(form: VacancyForm, name: str, text: str, engine: "Engine") -> None:
    try:
        _read({name: text, "id": "new"}, engine)
    except InputError as error:
        prefix = re.compile(rf"{name}(?: '.*?')?: ", re.DOTALL)
        if prefix.match(str(error)):
            _add_error(form, name, _in_words(form, prefix.sub("", str(error), count=1)))


def _read_together(form: VacancyForm, row: dict[str, str], engine: "Engine") -> Vacancy | None:
    try:
        return _read(row, engine)
    except InputError as error:
        named = re.search(r"\b(" + "|".join(FIELDS) + r")\b", str(error))
        found = (error.field if isinstance(error, RowError) else "") or (named[1] if named else "")
        told = _in_words(form, str(error))
        _add_error(form, found if found in row and found in FIELDS else next(iter(row)), told[:1].upper() + told[1:])
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
    labels = {name: form[name].label.text.removesuffix(" (optional)") for name in FIELDS}
    return re.sub(rf"\b({'|'.join(_COLUMNS)})\b", lambda found: f"‘{labels[found[1]]}’", message)
