"""Posting a vacancy: the form, the answers to check, and then it is published.

Nothing is stored before that: the answers travel in the page, so several may be written at once in as many windows,
and sending the last page twice publishes one vacancy.
"""

import secrets

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from matcher.domain import Vacancy
from matcher.errors import NotFoundError
from webapp.context import as_of, engine, store
from webapp.forms.vacancy import SECTIONS, VacancyForm
from webapp.forms.vacancy_reading import read_form
from webapp.presenters.vacancies import pay_floor_of, state
from webapp.provider import provider

__all__: list[str] = []

_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"


@provider.get("/vacancies/new")
def new_vacancy() -> str:
    """The empty form."""
    form = VacancyForm(engine().taxonomy, formdata=None)
    form.id.data, form.positions.data = _new_id(), "1"
    return _form_page(form)


@provider.post("/vacancies/new")
def post_vacancy() -> str | Response:
    """Check, change or publish what was typed."""
    form = VacancyForm(engine().taxonomy)
    if not (form.id.data or "").startswith("WEB-"):
        form.id.data = _new_id()
    if request.form.get("step") == "change":
        return _form_page(form)
    record = read_form(form, engine())
    if record is None:
        return _form_page(form)
    if request.form.get("step") != "publish":
        return _check_page(form, record)
    return _publish(record)


def _publish(record: Vacancy) -> Response:
    if not _is_stored(record.id):
        store().upsert_vacancies([record])
        draft = state(record, as_of()) == "draft"
        flash("The draft is saved." if draft else "The vacancy is published.")
    return redirect(url_for(".vacancy", vacancy_id=record.id))


def _form_page(form: VacancyForm) -> str:
    return render_template("provider/vacancy_form.html", form=form, sections=SECTIONS)


def _check_page(form: VacancyForm, record: Vacancy) -> str:
    taxonomy = engine().taxonomy
    settled = engine().settle_vacancy(record)
    usual = [] if settled.essential_skills else taxonomy.usual_needs(settled.occupation, settled.role_family)[0]
    return render_template(
        "provider/check_answers.html",
        draft=state(record, as_of()) == "draft",
        floor=pay_floor_of(record, as_of()),
        form=form,
        place=settled.place,
        record=record,
        sections=SECTIONS,
        skills=[str(taxonomy.skill(name) or name) for name in settled.essential_skills or ()],
        usual=[str(taxonomy.skill(name) or name) for name in usual],
    )


def _is_stored(vacancy_id: str) -> bool:
    try:
        store().vacancy(vacancy_id)
    except NotFoundError:
        return False
    return True


def _new_id() -> str:
    return "WEB-" + "".join(secrets.choice(_ALPHABET) for _ in range(8))
