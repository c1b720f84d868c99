"""Vacancies ranked for a jobseeker, with filters in the address; each with its whole why, and what to do with it."""

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from matcher.domain import Account
from matcher.errors import NotFoundError
from matcher.explanation.explained import glances
from webapp import access
from webapp.access import JOBSEEKER, allow
from webapp.context import engine, store
from webapp.jobseeker import jobseeker
from webapp.jobseeker.mine import own_record, own_saved, rank_own
from webapp.paging import MATCHES_PER_PAGE, paginate
from webapp.presenters.about_me import SAVED
from webapp.presenters.own_filters import apply_filters, read_filters, role_choices
from webapp.presenters.own_matches import not_now_line, opening_lines
from webapp.presenters.vacancies import open_facts

__all__: list[str] = []


@jobseeker.get("/vacancies")
@allow(JOBSEEKER)
def vacancies() -> str:
    """Every vacancy that can be considered, best first, ten at a time."""
    record = own_record()
    own = rank_own(record)
    filters, found = read_filters(request.args), glances(own.ranking.matches)
    left = apply_filters(found, own.vacancies, filters)
    return render_template(
        "jobseeker/vacancies.html",
        filters=filters,
        n_declined=len(store().declined.of(record.id)),
        n_matches=own.n_matches,
        not_now=not_now_line(own.ranking),
        opening=opening_lines(own.ranking),
        page=paginate(left, MATCHES_PER_PAGE).each(lambda glance: own.card(glance.place)),
        roles=role_choices(found, own.vacancies, engine().taxonomy),
        saved=own_saved(record),
    )


@jobseeker.get("/vacancies/<identifier:vacancy_id>")
@allow(JOBSEEKER)
def vacancy(vacancy_id: str) -> str:
    """One vacancy: every reason, every condition, and how to go on."""
    record, work = own_record(), store().vacancy(vacancy_id)
    own = rank_own(record, [work])
    return render_template(
        "jobseeker/vacancy.html",
        advisor=_advisor(record.id),
        facts=open_facts(work, engine().taxonomy),
        is_declined=vacancy_id in store().declined.of(record.id),
        is_saved=vacancy_id in own_saved(record),
        is_shared=store().cases.get(record.id).is_shown,
        not_now=own.ranking.not_now[0] if own.ranking.not_now else None,
        own=own.card(0) if own.n_matches else None,
        vacancy=work,
    )


@jobseeker.post("/vacancies/<identifier:vacancy_id>/save")
@allow(JOBSEEKER)
def save_vacancy(vacancy_id: str) -> Response:
    """Set it aside."""
    record, work = own_record(), store().vacancy(vacancy_id)
    store().shortlist_add(record.id, vacancy_id)
    store().declined.remove(record.id, vacancy_id)
    return _done(record.id, vacancy_id, SAVED, f"Saved: {work.title or work.id}.")


@jobseeker.post("/vacancies/<identifier:vacancy_id>/take-off")
@allow(JOBSEEKER)
def take_off_vacancy(vacancy_id: str) -> Response:
    """Take it off those set aside."""
    record, work = own_record(), store().vacancy(vacancy_id)
    store().shortlist_remove(record.id, vacancy_id)
    return _done(record.id, vacancy_id, "took a vacancy off", f"Not saved any more: {work.title or work.id}.")


@jobseeker.post("/vacancies/<identifier:vacancy_id>/not-for-me")
@allow(JOBSEEKER)
def decline_vacancy(vacancy_id: str) -> Response:
    """Leave it out from now on; no reason is asked, and nobody is told: neither by the record nor by the short list."""
    record, work = own_record(), store().vacancy(vacancy_id)
    store().declined.add(record.id, vacancy_id)
    flash(f"Left out from now on: {work.title or work.id}. Nobody is told.")
    return redirect(_same_place_of_the_list())


@jobseeker.post("/vacancies/<identifier:vacancy_id>/for-me")
@allow(JOBSEEKER)
def undo_decline(vacancy_id: str) -> Response:
    """Bring it back."""
    record, work = own_record(), store().vacancy(vacancy_id)
    store().declined.remove(record.id, vacancy_id)
    flash(f"Back among your vacancies: {work.title or work.id}.")
    return redirect(url_for(".vacancy", vacancy_id=vacancy_id))


def _done(candidate_id: str, vacancy_id: str, detail: str, said: str) -> Response:
    access.record("own", candidate_id, vacancy_id, detail)
    flash(said)
    back = {"start": url_for(".start"), "saved": url_for(".saved"), "list": _same_place_of_the_list()}
    return redirect(back.get(request.form.get("back", ""), url_for(".vacancy", vacancy_id=vacancy_id)))


def _same_place_of_the_list() -> str:
    """The list as it was left: its filters, its page and the card that was pressed."""
    filters, place = read_filters(request.form), request.form.get("at", 0, type=int)
    return url_for(
        ".vacancies",
        role=filters.role or None,
        minutes=filters.minutes,
        page=request.form.get("page", type=int),
        _anchor=f"v{place}" if place > 0 else None,
    )


def _advisor(candidate_id: str) -> Account | None:
    """Who looks after them, if anybody does."""
    number = store().cases.get(candidate_id).advisor_id
    try:
        return store().accounts.get(number) if number is not None else None
    except NotFoundError:
        return None
