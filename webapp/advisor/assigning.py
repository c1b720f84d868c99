"""Who looks after a jobseeker: taken on, or handed over."""

from flask import flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from matcher.store.cases import Case
from webapp.access import ADVISOR, account, allow, record
from webapp.advisor import advisor
from webapp.context import store
from webapp.forms.answering import AssignForm

__all__: list[str] = []


@advisor.route("/candidates/<identifier:candidate_id>/assign", methods=["GET", "POST"])
@allow(ADVISOR)
def assign(candidate_id: str) -> str | Response:
    """Choose who looks after somebody; handed to another team, they leave this one's lists."""
    form, name = AssignForm(account(), store().accounts.all()), store().person(candidate_id).name or candidate_id
    if form.validate_on_submit():
        store().cases.assign(candidate_id, *form.chosen)
        record("assigned", candidate_id)
        return _after(candidate_id, name)
    if not form.is_submitted():
        form.show(store().cases.get(candidate_id))
        record("viewed", candidate_id)
    return render_template("advisor/assign.html", candidate_id=candidate_id, form=form, name=name)


@advisor.post("/candidates/<identifier:candidate_id>/take-on")
@allow(ADVISOR, does="assigned")
def take_on(candidate_id: str) -> Response:
    """Look after somebody oneself."""
    store().cases.assign(candidate_id, account().id, account().team)
    return _after(candidate_id, store().person(candidate_id).name or candidate_id)


def _after(candidate_id: str, name: str) -> Response:
    case = store().cases.get(candidate_id)
    if not case.is_open_to(account()):
        flash(f"{name} is handed over to {case.team}.")
        return redirect(url_for(".candidates"))
    flash(_told(name, case))
    return redirect(url_for(".candidate", candidate_id=candidate_id))


def _told(name: str, case: Case) -> str:
    if case.advisor_id == account().id:
        return f"{name} is yours now."
    if case.advisor_id is None:
        return f"Nobody looks after {name} for now{f'; the team {case.team} sees them' if case.team else ''}."
    return f"{name} is handed over."
