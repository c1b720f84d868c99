"""What waits for an advisor: answers to introductions, written down for the person, and requests to look again."""

from flask import flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from matcher.domain import Vacancy
from matcher.store.introductions import Introduction
from matcher.store.look_agains import LookAgain
from webapp.access import ADVISOR, account, allow, record
from webapp.advisor import advisor
from webapp.context import engine, store
from webapp.forms.answering import ConsentForm, LookAgainForm
from webapp.presenters.vacancies import vacancy_facts
from webapp.waiting import waiting_introductions, waiting_look_agains

__all__: list[str] = []


@advisor.get("/waiting")
@allow(ADVISOR)
def waiting() -> str:
    """Both lists, the longest waiting first."""
    introductions, look_agains = waiting_introductions(account()), waiting_look_agains(account())
    named = {one.vacancy_id for one in introductions} | {one.vacancy_id for one in look_agains if one.vacancy_id}
    return render_template(
        "advisor/waiting.html",
        introductions=introductions,
        look_agains=look_agains,
        people=store().people(),
        vacancies={vacancy_id: store().vacancy(vacancy_id) for vacancy_id in named},
    )


@advisor.route("/candidates/<identifier:candidate_id>/introductions/<identifier:vacancy_id>", methods=["GET", "POST"])
@allow(ADVISOR)
def introduction(candidate_id: str, vacancy_id: str) -> str | Response:
    """A provider's wish to meet somebody, and what the person says to it."""
    wish = _waiting_wish(candidate_id, vacancy_id)
    if wish is None:
        return _answered()
    form, name = ConsentForm(), store().person(candidate_id).name or candidate_id
    if form.validate_on_submit():
        answer = "agreed" if form.answer.data == "agreed" else "declined"
        if not store().introductions.answer(wish.id, answer, account().id):  # in place of no answer only
            flash(f"{name} answered in the meantime, and that answer stands.")
            return redirect(url_for(".waiting"))
        record("consented", candidate_id, vacancy_id)
        flash(f"What {name} said is written down.")
        return redirect(url_for(".waiting"))
    record("viewed", candidate_id, vacancy_id)
    vacancy = store().vacancy(vacancy_id)
    facts = vacancy_facts(vacancy, engine().taxonomy)
    return render_template(
        "advisor/introduction.html", candidate_id=candidate_id, facts=facts, form=form, name=name, vacancy=vacancy,
        wish=wish,
    )  # fmt: skip


@advisor.route("/candidates/<identifier:candidate_id>/look-again", methods=["GET", "POST"])
@allow(ADVISOR)
def look_again(candidate_id: str) -> str | Response:
    """The oldest request of a person that waits, and the answer to it in words."""
    request = _waiting_request(candidate_id)
    if request is None:
        return _answered()
    form, name = LookAgainForm(), store().person(candidate_id).name or candidate_id
    if form.validate_on_submit():
        store().look_agains.answer(request.id, form.answer.data, account().id)
        record("looked_again", candidate_id, request.vacancy_id)
        flash(f"{name} can read your answer now.")
        return redirect(url_for(".waiting"))
    record("viewed", candidate_id, request.vacancy_id)
    return render_template(
        "advisor/look_again.html", asked=request, candidate_id=candidate_id, form=form, name=name,
        vacancy=_vacancy(request),
    )  # fmt: skip


def _waiting_wish(candidate_id: str, vacancy_id: str) -> Introduction | None:
    wishes = store().introductions.of_candidate(candidate_id)
    return next((one for one in wishes if one.vacancy_id == vacancy_id and one.answer is None), None)


def _waiting_request(candidate_id: str) -> LookAgain | None:
    asked = store().look_agains.of_candidate(candidate_id)
    return next((one for one in asked if one.answered_at is None), None)


def _vacancy(asked: LookAgain) -> Vacancy | None:
    return store().vacancy(asked.vacancy_id) if asked.vacancy_id else None


def _answered() -> Response:
    """The same words for what was answered and for what was never asked: neither is told from the other."""
    flash("Nothing waits for an answer there.")
    return redirect(url_for(".waiting"))
