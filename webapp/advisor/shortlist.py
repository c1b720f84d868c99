"""The short list of a jobseeker: vacancies set aside, and the page that is printed and taken home."""

from urllib.parse import parse_qsl, urlencode

from flask import abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from matcher.domain import Vacancy
from webapp.access import ADVISOR, allow, record
from webapp.advisor import advisor
from webapp.advisor.candidates import rank_vacancies
from webapp.context import store
from webapp.shown import listed_for_advisors, shows_vacancy

__all__: list[str] = []


@advisor.get("/candidates/<identifier:candidate_id>/shortlist")
@allow(ADVISOR, does="viewed")
def shortlist(candidate_id: str) -> str:
    """The short list with contact, how to apply and every why open, made to be printed."""
    person, candidate = store().person(candidate_id), store().candidate(candidate_id)
    chosen, vacancies = store().shortlist(candidate_id), listed_for_advisors().by_id
    ranking = rank_vacancies(candidate, [vacancies[one] for one in chosen if one in vacancies])
    return render_template(
        "advisor/shortlist.html",
        candidate=candidate,
        chosen=chosen,
        matches=ranking.matches,
        name=person.name or candidate.id,
        not_now=ranking.not_now,
        person=person,
        vacancies=vacancies,
        waiting=[_stored(one) for one in chosen if one not in vacancies],
    )


@advisor.post("/candidates/<identifier:candidate_id>/shortlist")
@allow(ADVISOR)
def change_shortlist(candidate_id: str) -> Response:
    """Set a vacancy aside for somebody, or take it off again; back to the list as it was narrowed."""
    vacancy = _stored(request.form.get("vacancy", ""))
    if request.form.get("action") == "remove":
        _take_off(candidate_id, vacancy)
    else:
        _set_aside(candidate_id, vacancy)
    if request.form.get("back") == "shortlist":
        return redirect(url_for(".shortlist", candidate_id=candidate_id))
    query = urlencode(parse_qsl(request.form.get("query", "")))
    return redirect(f"{url_for('.candidate', candidate_id=candidate_id)}{query and '?'}{query}#matches")


def _set_aside(candidate_id: str, vacancy: Vacancy) -> None:
    if not shows_vacancy(vacancy):
        abort(404)
    if vacancy.id in store().shortlist(candidate_id):
        flash(f"{vacancy.title or vacancy.id} is on the short list already.")
        return
    store().shortlist_add(candidate_id, vacancy.id)
    record("shortlisted", candidate_id, vacancy.id)
    flash(f"{vacancy.title or vacancy.id} is on the short list.")


def _take_off(candidate_id: str, vacancy: Vacancy) -> None:
    store().shortlist_remove(candidate_id, vacancy.id)
    record("unshortlisted", candidate_id, vacancy.id)
    flash(f"{vacancy.title or vacancy.id} is off the short list.")


def _stored(vacancy_id: str) -> Vacancy:
    return store().vacancy(vacancy_id.replace("\x00", ""))
