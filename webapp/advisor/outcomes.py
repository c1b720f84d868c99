"""One person and one vacancy after a referral: the story so far, what happens next, and what happened."""

from datetime import date

from flask import abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from matcher.domain import Outcome, Stage
from matcher.domain.outcome_log import contradicted_by
from webapp import words
from webapp.access import ADVISOR, allow, record
from webapp.advisor import advisor
from webapp.context import as_of, store
from webapp.forms.referral import NextActionForm, OutcomeForm
from webapp.presenters.referrals import contradiction, order_remarks

__all__: list[str] = []


@advisor.get("/candidates/<identifier:candidate_id>/referrals/<identifier:vacancy_id>")
@allow(ADVISOR, does="viewed")
def referral(candidate_id: str, vacancy_id: str) -> str:
    """The story, with the forms that carry it on; ``?stage=`` chooses what happened beforehand."""
    return _page(candidate_id, vacancy_id)


@advisor.post("/candidates/<identifier:candidate_id>/referrals/<identifier:vacancy_id>")
@allow(ADVISOR)
def add_outcome(candidate_id: str, vacancy_id: str) -> str | Response:
    """Write down a stage that was reached, in place of the same stage with another date."""
    story = _story(candidate_id, vacancy_id)
    form = OutcomeForm(as_of(), _referred_on(story))
    if not form.validate():
        return _page(candidate_id, vacancy_id, outcome=form)
    stage = Stage(form.stage.data)
    new = Outcome(candidate_id, vacancy_id, stage, form.day)
    against = contradicted_by(story, new)
    if against and request.form.get("sure") != stage.value:
        form.stage.errors = [contradiction(against, new)]
        return _page(candidate_id, vacancy_id, outcome=form, sure=stage.value)
    store().remove_outcome(candidate_id, vacancy_id, stage)
    store().upsert_outcomes([new])
    record("outcome", candidate_id, vacancy_id, stage.value)
    flash(f"“{words.label(stage, 'stage')}” is written down.")
    return _back(candidate_id, vacancy_id)


@advisor.post("/candidates/<identifier:candidate_id>/referrals/<identifier:vacancy_id>/remove")
@allow(ADVISOR)
def remove_outcome(candidate_id: str, vacancy_id: str) -> Response:
    """Take out a stage that was written down by mistake."""
    stage = next((stage for stage in Stage if stage.value == request.form.get("stage")), None)
    if stage is not None and store().remove_outcome(candidate_id, vacancy_id, stage):
        record("outcome", candidate_id, vacancy_id, f"taken out: {stage.value}")
        flash(f"“{words.label(stage, 'stage')}” is taken out.")
    return _back(candidate_id, vacancy_id)


@advisor.post("/candidates/<identifier:candidate_id>/referrals/<identifier:vacancy_id>/next")
@allow(ADVISOR)
def plan_next(candidate_id: str, vacancy_id: str) -> str | Response:
    """Change what happens next, or say that it is done."""
    made = store().referrals(candidate_id, vacancy_id)
    if not made:
        abort(404)
    form = NextActionForm(as_of())
    is_done = request.form.get("step") == "done"
    if not is_done and not form.validate():
        return _page(candidate_id, vacancy_id, following=form)
    action, day = (None, None) if is_done else (form.next_action.data, form.day)
    store().plan_next(made[-1].id, action, day)
    record("outcome", candidate_id, vacancy_id, "next action done" if is_done else "next action changed")
    flash("The next action is done." if is_done else "The next action is changed.")
    return _back(candidate_id, vacancy_id)


def _story(candidate_id: str, vacancy_id: str) -> list[Outcome]:
    """The outcomes of the pair; a pair that was never brought together has no page."""
    story = [one for one in store().outcomes(candidate_id) if one.vacancy == vacancy_id]
    if not story and not store().referrals(candidate_id, vacancy_id):
        abort(404)
    return sorted(story, key=lambda one: (one.reached_on or date.max, list(Stage).index(one.stage)))


def _referred_on(story: list[Outcome]) -> date | None:
    return next((one.reached_on for one in story if one.stage is Stage.REFERRED), None)


def _page(
    candidate_id: str,
    vacancy_id: str,
    outcome: OutcomeForm | None = None,
    following: NextActionForm | None = None,
    sure: str = "",
) -> str:
    story, made = _story(candidate_id, vacancy_id), store().referrals(candidate_id, vacancy_id)
    day = as_of()
    given = {"stage": request.args.get("stage", ""), "reached_on": f"{day.day}/{day.month}/{day.year}"}
    return render_template(
        "advisor/referral.html",
        candidate_id=candidate_id,
        following=following or NextActionForm(day, formdata=None),
        latest=made[-1] if made else None,
        made=made,
        name=store().person(candidate_id).name or candidate_id,
        outcome=outcome or OutcomeForm(day, formdata=None, data=given),
        remarks=order_remarks(story),
        story=story,
        sure=sure,
        vacancy=store().vacancy(vacancy_id),
    )


def _back(candidate_id: str, vacancy_id: str) -> Response:
    if request.form.get("back") == "check-ins":
        return redirect(url_for(".check_ins"))
    return redirect(url_for(".referral", candidate_id=candidate_id, vacancy_id=vacancy_id))
