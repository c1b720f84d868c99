"""Referrals: who was put forward for what, why, and what happens next."""

from flask import abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from matcher.domain import Outcome, Stage, Vacancy
from webapp.access import ADVISOR, account, allow, record
from webapp.advisor import advisor
from webapp.advisor.candidates import rank_vacancies
from webapp.advisor.check_ins import n_check_ins
from webapp.context import as_of, store
from webapp.forms.referral import ReferralForm
from webapp.paging import paginate
from webapp.presenters.filters import narrow
from webapp.presenters.referrals import REFERRAL_FACETS, referral_rows
from webapp.presenters.vacancies import main_facts
from webapp.shown import every_vacancy, open_ids, shows_vacancy

__all__: list[str] = []


@advisor.get("/referrals")
@allow(ADVISOR)
def referrals() -> str:
    """The referrals of everybody the account may see, those that wait longest first."""
    mine = open_ids(account())
    rows = referral_rows(
        [one for one in store().referrals() if one.candidate_id in mine],
        store().people(),
        every_vacancy().by_id,
        store().cases.all(),
        account(),
        as_of(),
    )
    narrowed = narrow(rows, REFERRAL_FACETS)
    return render_template(
        "advisor/referrals.html",
        n_all=len(rows),
        n_check_ins=n_check_ins(mine),
        narrowed=narrowed,
        page=paginate(narrowed.rows),
    )


@advisor.get("/candidates/<identifier:candidate_id>/refer/<identifier:vacancy_id>")
@allow(ADVISOR, does="viewed")
def refer(candidate_id: str, vacancy_id: str) -> str:
    """The form; a person decides, and says why."""
    return _page(ReferralForm(as_of(), formdata=None), candidate_id, _shown(vacancy_id))


@advisor.post("/candidates/<identifier:candidate_id>/refer/<identifier:vacancy_id>")
@allow(ADVISOR)
def send_referral(candidate_id: str, vacancy_id: str) -> str | Response:
    """Put somebody forward, in the name of whoever is signed in; a second time only for those who were told."""
    vacancy, form = _shown(vacancy_id), ReferralForm(as_of())
    is_told = bool(request.form.get("again")) or not store().referrals(candidate_id, vacancy_id)
    if not form.validate() or not is_told:
        return _page(form, candidate_id, vacancy)
    store().add_referral(candidate_id, vacancy_id, account().name, form.reason.data, form.next_action.data, form.day)
    _log_referred(candidate_id, vacancy_id)
    record("referred", candidate_id, vacancy_id)
    flash(f"The referral to {vacancy.title or vacancy.id} is recorded.")
    return redirect(url_for(".referral", candidate_id=candidate_id, vacancy_id=vacancy_id))


def _shown(vacancy_id: str) -> Vacancy:
    """A vacancy that everybody may read of: for one that is held, a draft, or opens later nobody is put forward yet."""
    vacancy = store().vacancy(vacancy_id)
    if not shows_vacancy(vacancy):
        abort(404)
    return vacancy


def _log_referred(candidate_id: str, vacancy_id: str) -> None:
    """The first stage of the story; a second referral keeps the day of the first."""
    known = store().outcomes(candidate_id)
    if not any(one.vacancy == vacancy_id and one.stage is Stage.REFERRED for one in known):
        store().upsert_outcomes([Outcome(candidate_id, vacancy_id, Stage.REFERRED, as_of())])


def _not_now(candidate_id: str, vacancy: Vacancy) -> str:
    """Why somebody cannot be considered for a vacancy just now; empty where they can."""
    ranking = rank_vacancies(store().candidate(candidate_id), [vacancy], advice=False)
    return ranking.not_now[0].because if ranking.not_now else ""


def _page(form: ReferralForm, candidate_id: str, vacancy: Vacancy) -> str:
    return render_template(
        "advisor/refer.html",
        candidate_id=candidate_id,
        earlier=store().referrals(candidate_id, vacancy.id),
        facts=main_facts(vacancy),
        form=form,
        name=store().person(candidate_id).name or candidate_id,
        not_now=_not_now(candidate_id, vacancy),
        vacancy=vacancy,
    )
