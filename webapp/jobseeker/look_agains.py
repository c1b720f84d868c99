"""Asking a person to look again, at one vacancy or at anything, and reading what they answered."""

from flask import abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from matcher.domain import Vacancy
from matcher.errors import NotFoundError
from webapp import access
from webapp.access import JOBSEEKER, allow
from webapp.context import store
from webapp.forms.look_again import LookAgainForm
from webapp.jobseeker import jobseeker
from webapp.jobseeker.whose import own_id, own_id_or_none
from webapp.presenters.about_me import requests_of
from webapp.shown import shows_vacancy

__all__: list[str] = []


@jobseeker.get("/look-again")
@allow(JOBSEEKER)
def look_again() -> str:
    """The form, about the vacancy that the address names if it names one, and what was asked before."""
    return _page(LookAgainForm(formdata=None))


@jobseeker.post("/look-again")
@allow(JOBSEEKER)
def send_look_again() -> str | Response:
    """Ask."""
    form, vacancy = LookAgainForm(), _vacancy()
    mine = own_id()
    if not form.validate():
        return _page(form)
    vacancy_id = vacancy.id if vacancy else None
    store().look_agains.ask(mine, vacancy_id, form.words.data)
    access.record("own", mine, vacancy_id, "asked a person to look again")
    flash("A person will look again. You will find the answer on this page.")
    return redirect(url_for(".look_again"))


def _page(form: LookAgainForm) -> str:
    mine = own_id_or_none()
    asked = requests_of(store(), mine) if mine else []
    return render_template("jobseeker/look_again.html", asked=asked, form=form, has_details=mine, vacancy=_vacancy())


def _vacancy() -> Vacancy | None:
    """The vacancy that the address names; one that is not shown is as one that does not exist."""
    named = request.args.get("vacancy", "")
    if not named:
        return None
    try:
        found = store().vacancy(named)
    except NotFoundError:
        abort(404)
    return found if shows_vacancy(found) else abort(404)
