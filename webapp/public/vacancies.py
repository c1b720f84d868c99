"""Vacancies for everybody: the list with a search by place, and the page of one."""

from flask import abort, render_template, request, url_for

from matcher.domain import Vacancy
from matcher.errors import NotFoundError
from webapp import access
from webapp.access import JOBSEEKER, allow_anybody
from webapp.context import as_of, engine, store
from webapp.forms.finding import RADII_KM, FindingForm
from webapp.paging import MATCHES_PER_PAGE, paginate
from webapp.presenters import nearby
from webapp.presenters.job_posting import job_posting
from webapp.presenters.lists import found, search_text
from webapp.presenters.vacancies import open_facts, state
from webapp.public import public
from webapp.shown import open_vacancies, shows_vacancy

__all__: list[str] = []


@public.get("/vacancies")
@allow_anybody
def vacancies() -> str:
    """Every open vacancy, the newest first; or those near a place, the nearest first."""
    form = FindingForm(engine().gazetteer, formdata=request.args)
    if not form.validate():
        return render_template("public/vacancies.html", form=form, page=paginate(()))
    matching = [one for one in open_vacancies() if found(_search_text(one), form.q.data or "")]
    result = nearby.search(matching, form.origin, form.radius_km, RADII_KM)
    return render_template(
        "public/vacancies.html",
        form=form,
        origin=form.origin,
        page=paginate(result.hits, MATCHES_PER_PAGE),
        radius=form.radius_km if form.origin else None,
        result=result,
    )


@public.get("/vacancies/<identifier:vacancy_id>")
@allow_anybody
def vacancy(vacancy_id: str) -> str | tuple[str, int]:
    """One open vacancy with everything a jobseeker asks; one that has closed says so."""
    record = _shown(vacancy_id)
    now = state(record, as_of())
    if now == "closed":
        return render_template("public/vacancy_closed.html", vacancy=record), 410
    if now != "open":
        abort(404)
    return render_template(
        "public/vacancy.html",
        facts=open_facts(record, engine().taxonomy),
        posting=job_posting(record, engine().taxonomy, as_of=as_of()),
        standing=store().standings.get(vacancy_id),
        suits=_suits(vacancy_id),
        vacancy=record,
        where=nearby.where(record),
    )


def _search_text(record: Vacancy) -> str:
    return search_text([record.title, record.provider, nearby.where(record)])


def _suits(vacancy_id: str) -> str:
    """Where to ask how well it suits: a jobseeker's own page of it, or the three questions."""
    who = access.signed_in()
    if who and who.role is JOBSEEKER:
        return url_for("jobseeker.vacancy", vacancy_id=vacancy_id)
    return url_for(".start", vacancy=vacancy_id)


def _shown(vacancy_id: str) -> Vacancy:
    """The vacancy, unless it waits for a person to look at it; a missing one and a held one are never told apart."""
    try:
        record = store().vacancy(vacancy_id)
    except NotFoundError:
        abort(404)
    return record if shows_vacancy(record) else abort(404)
