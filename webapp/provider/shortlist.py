"""Whom a provider sets aside for a vacancy: one person with the reason, and the list."""

from flask import flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from matcher.domain import Match
from webapp.access import PROVIDER, account, allow, record
from webapp.context import as_of, engine, store
from webapp.forms.choosing import ChooseForm
from webapp.presenters.anonymous import anonymous_match, anonymous_not_now
from webapp.provider import provider
from webapp.provider.introductions import can_ask
from webapp.provider.people import People, people_of

__all__: list[str] = []


@provider.get("/vacancies/<identifier:vacancy_id>/candidates/<code>")
@allow(PROVIDER)
def candidate(vacancy_id: str, code: str) -> str:
    """One person, why they stand where they do, and the reason to set them aside."""
    people = people_of(vacancy_id)
    reason = people.acquaintance(people.candidate_of(code).id).reason
    return _page(people, code, ChooseForm(formdata=None, data={"reason": reason}))


@provider.post("/vacancies/<identifier:vacancy_id>/candidates/<code>")
@allow(PROVIDER)
def choose(vacancy_id: str, code: str) -> str | Response:
    """Put somebody on the short list with a reason that they can read."""
    people, form = people_of(vacancy_id), ChooseForm()
    person = people.candidate_of(code)
    if not form.validate():
        return _page(people, code, form)
    store().chosen.add(vacancy_id, person.id, form.reason.data, account().id)
    record("chosen", person.id, vacancy_id)
    flash(f"{people.acquaintance(person.id).called} is on your shortlist.")
    return redirect(url_for(".shortlist", vacancy_id=vacancy_id))


@provider.post("/vacancies/<identifier:vacancy_id>/candidates/<code>/take-off")
@allow(PROVIDER)
def take_off(vacancy_id: str, code: str) -> Response:
    """Take somebody off the short list."""
    people = people_of(vacancy_id)
    person = people.candidate_of(code)
    if person.id in people.chosen:
        store().chosen.remove(vacancy_id, person.id)
        record("unchosen", person.id, vacancy_id)
        flash(f"{people.acquaintance(person.id).called} is off your shortlist.")
    return redirect(url_for(".shortlist", vacancy_id=vacancy_id))


@provider.get("/vacancies/<identifier:vacancy_id>/shortlist")
@allow(PROVIDER)
def shortlist(vacancy_id: str) -> str:
    """Everybody set aside, in the order it was done."""
    people = people_of(vacancy_id)
    wanted = [one for one in people.candidates if one.id in people.chosen]
    ranking = engine().match_vacancy(people.vacancy, wanted, k=max(1, len(wanted)), as_of=as_of(), changes=False)
    matches = {match.candidate: _anonymous(match, people) for match in ranking.matches}
    later = {entry.candidate: anonymous_not_now(entry, people.codes[entry.candidate]) for entry in ranking.not_now}
    there = [name for name in people.chosen if name in people.codes]
    people.record_seen(there)
    rows = [(people.acquaintance(name), matches.get(name), later.get(name)) for name in there]
    return render_template(
        "provider/shortlist.html", can_ask=can_ask(people.vacancy), rows=rows, vacancy=people.vacancy
    )


def _page(people: People, code: str, form: ChooseForm) -> str:
    person = people.candidate_of(code)
    ranking = engine().match_vacancy(people.vacancy, [person], k=1, as_of=as_of(), changes=False)
    people.record_seen([person.id])
    return render_template(
        "provider/candidate.html",
        acquaintance=people.acquaintance(person.id),
        can_ask=can_ask(people.vacancy),
        form=form,
        later=next((anonymous_not_now(entry, code) for entry in ranking.not_now), None),
        match=next((_anonymous(match, people) for match in ranking.matches), None),
        vacancy=people.vacancy,
    )


def _anonymous(match: Match, people: People) -> object:
    return anonymous_match(match, people.codes[match.candidate], engine().taxonomy)
