"""Vacancies that a person has to look at before they are shown: an age above 18 or a sex, by field or by word."""

import hashlib

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from matcher.domain import Vacancy
from matcher.store.standings import Standing
from matcher.text.adverts.unsaid import unsaid
from webapp.access import ADMIN, account, allow, record
from webapp.admin import admin
from webapp.context import as_of, engine, store
from webapp.forms.review import ReviewForm
from webapp.presenters.vacancies import state, vacancy_facts
from webapp.shown import every_vacancy

__all__ = ["waiting_reviews"]

Held = tuple[Vacancy, Standing]


def waiting_reviews() -> list[Held]:
    """Held vacancies that nobody has answered yet and that can still be applied for, by id."""
    return [(vacancy, standing) for vacancy, standing in _held() if standing.review != "sent_back"]


@admin.get("/reviews")
@allow(ADMIN)
def reviews() -> str:
    """What waits, and what was sent back and not posted again."""
    sent_back = [(vacancy, standing) for vacancy, standing in _held() if standing.review == "sent_back"]
    return render_template("admin/reviews.html", sent_back=sent_back, waiting=waiting_reviews())


@admin.get("/reviews/<identifier:vacancy_id>")
@allow(ADMIN)
def review(vacancy_id: str) -> str | Response:
    """What one vacancy requires and why, the vacancy itself, and the decision."""
    return _page(vacancy_id, ReviewForm(formdata=None))


@admin.post("/reviews/<identifier:vacancy_id>")
@allow(ADMIN)
def send_review(vacancy_id: str) -> str | Response:
    """Approve it, or send it back with what has to change."""
    form = ReviewForm()
    if not _is_held(vacancy_id) or not form.validate():
        return _page(vacancy_id, form)
    if request.form.get("seen") != _seen(store().vacancy(vacancy_id), store().standings.get(vacancy_id)):
        flash("Its provider changed the vacancy meanwhile. Look at it again, then decide.", "notice")
        return _page(vacancy_id, form)
    store().standings.review(vacancy_id, form.outcome.data, account().id, form.note.data or None)
    record("reviewed", None, vacancy_id, detail=form.outcome.data)
    approved = form.outcome.data == "approved"
    flash("The vacancy is approved and shown from now on." if approved else "The vacancy is sent back to its provider.")
    return redirect(url_for(".reviews"))


def _page(vacancy_id: str, form: ReviewForm) -> str | Response:
    if not _is_held(vacancy_id):
        flash("Nobody has to look at that vacancy: it requires nothing unusual, or was approved already.", "notice")
        return redirect(url_for(".reviews"))
    vacancy, standing = store().vacancy(vacancy_id), store().standings.get(vacancy_id)
    return render_template(
        "admin/review.html",
        facts=vacancy_facts(vacancy, engine().taxonomy),
        form=form,
        seen=_seen(vacancy, standing),
        standing=standing,
        unsaid=unsaid(vacancy, standing.sex_required),
        vacancy=vacancy,
    )


def _seen(vacancy: Vacancy, standing: Standing) -> str:
    """A mark of what is looked at, which is another one as soon as its provider changes anything."""
    looked_at = repr((vacancy, standing.sex_required, standing.sex_reason))
    return hashlib.sha256(looked_at.encode()).hexdigest()


def _held() -> list[Held]:
    known = store().standings.all()
    pairs = [(vacancy, known.get(vacancy.id, Standing(vacancy.id))) for vacancy in every_vacancy()]
    return [
        (vacancy, standing)
        for vacancy, standing in pairs
        if standing.is_held(vacancy) and state(vacancy, as_of()) != "closed"
    ]


def _is_held(vacancy_id: str) -> bool:
    return store().standings.get(vacancy_id).is_held(store().vacancy(vacancy_id))
