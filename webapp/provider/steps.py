"""The steps of posting a vacancy, one page each."""

from flask import abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from webapp.access import PROVIDER, allow
from webapp.context import as_of, engine
from webapp.forms.reading import tidy
from webapp.forms.vacancy import STEPS, Step, VacancyForm
from webapp.forms.vacancy_reading import read_form
from webapp.provider import provider
from webapp.provider.drafts import VacancyDraft, advert_beside, draft_of

__all__: list[str] = []


@provider.get("/drafts/<identifier:draft_id>/steps/<step>")
@allow(PROVIDER)
def step(draft_id: str, step: str) -> str:
    """The questions of a step."""
    asked, draft = _step(step), draft_of(draft_id)
    return _page(draft, asked, draft.form())


@provider.post("/drafts/<identifier:draft_id>/steps/<step>")
@allow(PROVIDER)
def save_step(draft_id: str, step: str) -> str | Response:
    """Keep the answers of a step, and go on to the next."""
    asked, draft = _step(step), draft_of(draft_id)
    answers = {name: tidy(request.form.get(name, "")) for name in asked.fields}
    if request.form.get("then") == "later":
        draft.save(answers)
        flash("The draft is kept. You find it among your vacancies.")
        return redirect(url_for(".vacancies"))
    form = VacancyForm(engine().taxonomy, {**draft.answers, **answers})
    if read_form(form, engine(), asked.fields) is None:
        return _page(draft, asked, form)
    draft.save(answers)
    return redirect(_after(draft, asked))


def _step(slug: str) -> Step:
    return next((one for one in STEPS if one.slug == slug), None) or abort(404)


def _after(draft: VacancyDraft, asked: Step) -> str:
    """The next step; the answers to check after the last one, and after a change."""
    place = STEPS.index(asked) + 1
    if _is_change() or place == len(STEPS):
        return url_for(".check_answers", draft_id=draft.id)
    return url_for(".step", draft_id=draft.id, step=STEPS[place].slug)


def _before(draft: VacancyDraft, asked: Step) -> str:
    """The step before; the list of steps before the first one."""
    place = STEPS.index(asked)
    if _is_change():
        return url_for(".check_answers", draft_id=draft.id)
    if place:
        return url_for(".step", draft_id=draft.id, step=STEPS[place - 1].slug)
    return url_for(".draft", draft_id=draft.id)


def _is_change() -> bool:
    return "change" in request.args


def _page(draft: VacancyDraft, asked: Step, form: VacancyForm) -> str:
    return render_template(
        "provider/step.html",
        back=_before(draft, asked),
        draft=draft,
        form=form,
        is_change=_is_change(),
        n_steps=len(STEPS),
        number=STEPS.index(asked) + 1,
        read=advert_beside(draft, as_of()),
        step=asked,
    )
