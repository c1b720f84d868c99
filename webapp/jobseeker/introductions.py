"""Being introduced to a provider: yes, no without a reason, or taking a yes back."""

from flask import abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from webapp import access
from webapp.access import JOBSEEKER, allow
from webapp.context import engine, store
from webapp.jobseeker import jobseeker
from webapp.jobseeker.mine import own_record, rank_own
from webapp.jobseeker.whose import own_id, own_id_or_none
from webapp.presenters.about_me import titles
from webapp.presenters.vacancies import open_facts
from webapp.shown import shows_vacancy

__all__: list[str] = []

_SAID = {
    "agreed": "You said yes. {provider} can now see your name and how to reach you.",
    "declined": "You said no. {provider} is not told, and you need give no reason.",
    "withdrawn": "You took your yes back. {provider} no longer sees who you are.",
}
# What may follow on what: a yes can be taken back, and a no can become a yes.
_AFTER = {None: {"agreed", "declined"}, "agreed": {"withdrawn"}, "declined": {"agreed"}, "withdrawn": {"agreed"}}


@jobseeker.get("/introductions")
@allow(JOBSEEKER)
def introductions() -> str:
    """Who would like to meet me, those I have not answered first."""
    mine = own_id_or_none()
    asked = store().introductions.of_candidate(mine) if mine else []
    return render_template(
        "jobseeker/introductions.html",
        asked=sorted(asked, key=lambda one: one.answer is not None),
        titles=titles(store(), {one.vacancy_id for one in asked}),
    )


@jobseeker.get("/introductions/<int(max=2147483647):introduction_id>")
@allow(JOBSEEKER)
def introduction(introduction_id: int) -> str:
    """One of them: the work as far as it is shown, and what the provider would see after a yes."""
    asked, record = store().introductions.get(introduction_id), own_record()
    work = store().vacancy(asked.vacancy_id)
    is_shown = shows_vacancy(work)
    own = rank_own(record, [work] if is_shown else [])
    return render_template(
        "jobseeker/introduction.html",
        asked=asked,
        facts=open_facts(work, engine().taxonomy) if is_shown else [],
        not_now=own.ranking.not_now[0] if own.ranking.not_now else None,
        own=own.card(0) if own.n_matches else None,
        person=store().person(record.id),
        vacancy=titles(store(), [asked.vacancy_id])[asked.vacancy_id],
    )


@jobseeker.post("/introductions/<int(max=2147483647):introduction_id>")
@allow(JOBSEEKER)
def answer_introduction(introduction_id: int) -> Response:
    """Answer. The record says that there was an answer and never which: a no is nobody else's business."""
    asked, answer = store().introductions.get(introduction_id), request.form.get("answer", "")
    if answer not in _AFTER[asked.answer] and answer != asked.answer:
        abort(400, "Say yes or no with one of the buttons on the page.")
    if answer != asked.answer:
        if not store().introductions.answer(introduction_id, answer, access.account().id, instead_of=asked.answer):
            flash("Another answer was written down at the same moment. Look at it, and say again what you want.")
            return redirect(url_for(".introduction", introduction_id=introduction_id))
        access.record("own", own_id(), asked.vacancy_id, "answered a provider who would like to meet")
    flash(_SAID[answer].format(provider=asked.provider))
    return redirect(url_for(".introductions"))
