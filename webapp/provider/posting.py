"""Posting a vacancy: the form, the answers to check, and then it is published.

Nothing is stored before that: the answers, and the advert they were read from, travel in the page, so several may be
written at once in as many windows, and sending the last page twice publishes one vacancy.
"""

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from matcher.domain import Vacancy
from matcher.errors import NotFoundError
from webapp.context import as_of, engine, store
from webapp.forms.advert_filling import read_pasted, typed_answers
from webapp.forms.vacancy import SECTIONS, VacancyForm
from webapp.forms.vacancy_reading import read_form
from webapp.new_ids import new_id
from webapp.presenters.adverts import AdvertView, advert_view
from webapp.presenters.vacancies import pay_floor_of, state
from webapp.provider import provider

__all__ = ["filled_form_page"]


@provider.get("/vacancies/new")
def new_vacancy() -> str:
    """The empty form."""
    form = VacancyForm(engine().taxonomy, formdata=None)
    form.id.data, form.positions.data = new_id(), "1"
    return _form_page(form)


def filled_form_page(advert: str) -> str:
    """The form with what an advert says."""
    answers = typed_answers(read_pasted(advert, engine().taxonomy, as_of()), engine().taxonomy, as_of())
    form = VacancyForm(engine().taxonomy, formdata=None, data={"positions": "1", **answers})
    form.id.data, form.advert.data = new_id(), advert
    return _form_page(form)


@provider.post("/vacancies/new")
def post_vacancy() -> str | Response:
    """Check, change or publish what was typed."""
    form = VacancyForm(engine().taxonomy)
    if not (form.id.data or "").startswith("WEB-"):
        form.id.data = new_id()
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
    read = _read_anew(form.advert.data) if form.advert.data else None
    return render_template("provider/vacancy_form.html", form=form, read=read, sections=SECTIONS)


def _read_anew(advert: str) -> AdvertView:
    """The sentences that go beside the answers; reading is quick, and nothing need be kept between pages."""
    taxonomy = engine().taxonomy
    draft = read_pasted(advert, taxonomy, as_of())
    return advert_view(draft, typed_answers(draft, taxonomy, as_of()), taxonomy, as_of())


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
