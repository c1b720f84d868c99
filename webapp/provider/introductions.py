"""Asking to be introduced to somebody; the academy asks the person, and only a yes is passed on."""

from flask import flash, redirect, request, url_for
from werkzeug.wrappers import Response

from matcher.domain import Vacancy
from webapp.access import PROVIDER, allow
from webapp.context import as_of, store
from webapp.presenters.vacancies import state
from webapp.provider import provider
from webapp.provider.asking import ask, may_ask_more
from webapp.provider.people import people_of

__all__ = ["ASKED_ENOUGH", "can_ask"]

ASKED_ENOUGH = (
    "You have asked as many people as this vacancy may ask at a time. Each of them is a person who reads it and"
    " decides: wait for their answers, and ask again when somebody has agreed, or in two weeks."
)


@provider.post("/vacancies/<identifier:vacancy_id>/candidates/<code>/introduction")
@allow(PROVIDER)
def ask_to_meet(vacancy_id: str, code: str) -> Response:
    """Ask to be introduced; asking again changes nothing, and answers the same whatever the person said."""
    people = people_of(vacancy_id)
    person = people.candidate_of(code)
    if not can_ask(people.vacancy):
        flash("Nobody can be asked for this vacancy just now: it is closed, a draft, or waits for the academy.")
        return redirect(url_for(".vacancy", vacancy_id=vacancy_id))
    if person.id not in people.introductions:
        if not may_ask_more(people.vacancy, people.introductions.values()):
            flash(ASKED_ENOUGH)
            return redirect(url_for(".shortlist", vacancy_id=vacancy_id))
        ask(person.id, people.vacancy)
    flash(f"The academy asks candidate {code} for you. If they agree, you see here who they are.")
    if request.form.get("from") == "shortlist":
        return redirect(url_for(".shortlist", vacancy_id=vacancy_id))
    return redirect(url_for(".candidate", vacancy_id=vacancy_id, code=code))


def can_ask(vacancy: Vacancy) -> bool:
    """Whether introductions can be asked for: the vacancy is not over, and waits for nobody's review."""
    is_live = state(vacancy, as_of()) in {"open", "not_open_yet"}
    return is_live and not store().standings.get(vacancy.id).is_held(vacancy)
