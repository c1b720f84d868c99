"""Whom a provider sets aside for a vacancy: one person with the reason, and the list."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import abort, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from matcher.domain import Candidate
from webapp.access import PROVIDER, account, allow, record
from webapp.context import engine, store
from webapp.forms.choosing import ChooseForm
from webapp.presenters.acquaintance import Acquaintance
from webapp.presenters.anonymous import AnonymousMatch, AnonymousNotNow, anonymous_match, anonymous_not_now
from webapp.provider import provider
from webapp.provider.introductions import can_ask
from webapp.provider.people import People, people_of

__all__ = ["shortlisted"]


@dataclass(frozen=True, slots=True)
class Shown:
    """Somebody as a provider sees them: how well they fit, or why not now.

    Somebody who is out by a check, their age or a licence is shown no more than a stranger, unless they have met.
    """

    candidate_id: str
    acquaintance: Acquaintance
    match: AnonymousMatch | None
    later: AnonymousNotNow | None


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
    rows = shortlisted(people)
    people.record_seen(row.candidate_id for row in rows)
    return render_template(
        "provider/shortlist.html", can_ask=can_ask(people.vacancy), rows=rows, vacancy=people.vacancy
    )


def shortlisted(people: People) -> list[Shown]:
    """Those who were set aside and are shown, in the order it was done."""
    return _shown(people, people.candidates.only(lambda one: one.id in people.chosen), list(people.chosen))


def _page(people: People, code: str, form: ChooseForm) -> str:
    person = people.candidate_of(code)
    shown = next(iter(_shown(people, [person], [person.id])), None) or abort(404)
    people.record_seen([person.id])
    return render_template(
        "provider/candidate.html",
        acquaintance=shown.acquaintance,
        can_ask=can_ask(people.vacancy),
        form=form,
        later=shown.later,
        match=shown.match,
        vacancy=people.vacancy,
    )


def _shown(people: People, wanted: Sequence[Candidate], in_order: list[str]) -> list[Shown]:
    """Those of the wanted who are shown; while the vacancy is held, they are shown without how well they fit."""
    ranking = people.ranked(wanted)
    codes, taxonomy = people.codes, engine().taxonomy
    matches = {one.candidate: anonymous_match(one, codes[one.candidate], taxonomy) for one in ranking.matches}
    later = {one.candidate: anonymous_not_now(one, codes[one.candidate]) for one in ranking.not_now}
    there = [name for name in in_order if name in codes]
    rows = [Shown(name, people.acquaintance(name), matches.get(name), later.get(name)) for name in there]
    return [row for row in rows if people.is_held or row.match or row.later or row.acquaintance.is_met]
