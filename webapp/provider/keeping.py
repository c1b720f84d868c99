"""What becomes of a vacancy after it is posted: copied, changed, closed, open for longer."""

from datetime import timedelta

from flask import flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from matcher.domain import Vacancy
from webapp import words
from webapp.access import PROVIDER, allow
from webapp.context import as_of, engine, store
from webapp.forms.choosing import ExtendForm
from webapp.forms.vacancy_typing import typed_vacancy
from webapp.presenters.vacancies import state
from webapp.provider import provider
from webapp.provider.drafts import begin, begun

__all__: list[str] = []

_NOT_COPIED = ("opens", "closes")


@provider.post("/vacancies/<identifier:vacancy_id>/copy")
@allow(PROVIDER)
def copy(vacancy_id: str) -> Response:
    """Begin a new vacancy with the answers of one that is there, but for its dates."""
    answers = _answers(store().vacancy(vacancy_id))
    draft = begin({name: answer for name, answer in answers.items() if name not in _NOT_COPIED})
    flash("Here are the answers of the old vacancy. Nothing is published before you have checked them.")
    return redirect(url_for(".check_answers", draft_id=draft.id))


@provider.post("/vacancies/<identifier:vacancy_id>/change")
@allow(PROVIDER)
def change(vacancy_id: str) -> Response:
    """Change a vacancy: its answers to check, or the changes that were begun and not saved."""
    going_on = next((draft for draft in begun() if draft.edits == vacancy_id), None)
    draft = going_on or begin(_answers(store().vacancy(vacancy_id)), edits=vacancy_id)
    return redirect(url_for(".check_answers", draft_id=draft.id))


@provider.post("/vacancies/<identifier:vacancy_id>/close")
@allow(PROVIDER)
def close(vacancy_id: str) -> Response:
    """Let today be the last day of a vacancy; one that is not open yet never opens."""
    record = store().vacancy(vacancy_id)
    now = state(record, as_of())
    if now == "open":
        _keep_dates(record, {"closes": as_of()})
        flash("The vacancy closes at the end of today.")
    elif now == "not_open_yet":
        _keep_dates(record, {"opens": None, "closes": as_of() - timedelta(days=1)})
        flash("The vacancy is closed.")
    return redirect(url_for(".vacancy", vacancy_id=vacancy_id))


@provider.get("/vacancies/<identifier:vacancy_id>/extend")
@allow(PROVIDER)
def extend(vacancy_id: str) -> str:
    """The form for a new closing date."""
    record = store().vacancy(vacancy_id)
    return _page(record, ExtendForm(as_of(), formdata=None))


@provider.post("/vacancies/<identifier:vacancy_id>/extend")
@allow(PROVIDER)
def keep_open(vacancy_id: str) -> str | Response:
    """Open a vacancy again, or for longer."""
    record = store().vacancy(vacancy_id)
    form = ExtendForm(max(as_of(), record.opens or as_of()))
    if not form.validate():
        return _page(record, form)
    _keep_dates(record, {"closes": form.values["closes"]})
    flash(f"The vacancy is open until {words.long_date(form.values['closes'])}.")
    return redirect(url_for(".vacancy", vacancy_id=vacancy_id))


def _answers(record: Vacancy) -> dict[str, str]:
    """Everything that was answered, the requirement of sex too."""
    standing = store().standings.get(record.id)
    about_sex = {"sex_required": standing.sex_required, "sex_reason": standing.sex_reason}
    said = {name: answer for name, answer in about_sex.items() if answer}
    return {**typed_vacancy(record, engine().taxonomy), **said}


def _keep_dates(record: Vacancy, dates: dict[str, object]) -> None:
    """Write dates, blanks too; somebody who wrote at the same moment goes first, and the page shows what they did."""
    store().replace_vacancy(record.model_copy(update=dates), instead_of=record)


def _page(record: Vacancy, form: ExtendForm) -> str:
    return render_template("provider/extend.html", form=form, state=state(record, as_of()), vacancy=record)
