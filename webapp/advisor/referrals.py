"""Referrals: who was put forward for what, why, and what happens next."""

from datetime import date

from flask import flash, redirect, render_template, session, url_for
from werkzeug.wrappers import Response

from matcher.store import Referral
from webapp.advisor import advisor
from webapp.context import as_of, store
from webapp.forms.referral import ReferralForm
from webapp.paging import paginate

__all__: list[str] = []


@advisor.get("/referrals")
def referrals() -> str:
    """Every referral, those that wait longest first."""
    vacancies = {vacancy.id: vacancy for vacancy in store().vacancies()}
    page = paginate(sorted(store().referrals(), key=_by_next_date))
    return render_template("advisor/referrals.html", page=page, people=store().people(), vacancies=vacancies)


@advisor.route("/candidates/<identifier:candidate_id>/refer/<identifier:vacancy_id>", methods=["GET", "POST"])
def refer(candidate_id: str, vacancy_id: str) -> str | Response:
    """Put a candidate forward for a vacancy: a person decides, and says why."""
    candidate, vacancy = store().candidate(candidate_id), store().vacancy(vacancy_id)
    form = ReferralForm(as_of(), by=session.get("advisor_name", ""))
    if form.validate_on_submit():
        store().add_referral(candidate.id, vacancy.id, form.by.data, form.reason.data, form.next_action.data, form.day)
        session["advisor_name"] = form.by.data
        flash(f"The referral to {vacancy.title or vacancy.id} is recorded.")
        return redirect(url_for(".referrals"))
    person = store().person(candidate_id)
    earlier = store().referrals(candidate_id=candidate_id, vacancy_id=vacancy_id)
    return render_template(
        "advisor/refer.html",
        candidate=candidate,
        earlier=earlier,
        form=form,
        name=person.name or candidate.id,
        vacancy=vacancy,
    )


def _by_next_date(referral: Referral) -> tuple[date, int]:
    return (referral.next_date or date.max, referral.id)
