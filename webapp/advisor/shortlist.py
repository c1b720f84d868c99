"""The short list of a candidate: vacancies set aside, and the page that is printed and taken home."""

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from webapp.advisor import advisor
from webapp.advisor.candidates import rank_vacancies
from webapp.context import store

__all__: list[str] = []


@advisor.get("/candidates/<identifier:candidate_id>/shortlist")
def shortlist(candidate_id: str) -> str:
    """The short list with contact, how to apply and every why open, made to be printed."""
    person, record = store().person(candidate_id), store().candidate(candidate_id)
    chosen = store().shortlist(candidate_id)
    vacancies = store().vacancies()
    ranking = rank_vacancies(record, vacancies)
    return render_template(
        "advisor/shortlist.html",
        candidate=record,
        chosen=chosen,
        matches=[match for match in ranking.matches if match.vacancy in chosen],
        name=person.name or record.id,
        not_now=[entry for entry in ranking.not_now if entry.vacancy in chosen],
        person=person,
        vacancies={vacancy.id: vacancy for vacancy in vacancies},
    )


@advisor.post("/candidates/<identifier:candidate_id>/shortlist")
def change_shortlist(candidate_id: str) -> Response:
    """Set a vacancy aside for somebody, or take it off again."""
    vacancy = store().vacancy(request.form.get("vacancy", ""))
    if request.form.get("action") == "remove":
        store().shortlist_remove(candidate_id, vacancy.id)
        flash(f"{vacancy.title or vacancy.id} is off the short list.")
    else:
        store().shortlist_add(candidate_id, vacancy.id)
        flash(f"{vacancy.title or vacancy.id} is on the short list.")
    if request.form.get("back") == "shortlist":
        return redirect(url_for(".shortlist", candidate_id=candidate_id))
    page = request.form.get("page", 1, type=int)
    return redirect(url_for(".candidate", candidate_id=candidate_id, page=page, _anchor="matches"))
