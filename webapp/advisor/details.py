"""The details of a jobseeker who is in the caseload, and the change of any of them."""

from flask import flash, render_template, url_for
from werkzeug.wrappers import Response

from webapp.access import ADVISOR, allow, record
from webapp.advisor import advisor
from webapp.advisor.sections import SectionPage, after_step, ask_step, known_step
from webapp.context import engine, store
from webapp.forms.jobseeker import STEPS, Begun
from webapp.presenters.sections import answered_sections

__all__: list[str] = []


@advisor.get("/candidates/<identifier:candidate_id>/change")
@allow(ADVISOR, does="viewed")
def details(candidate_id: str) -> str:
    """Everything that is known, with a way to change each answer."""
    begun = _stored(candidate_id)
    return render_template(
        "advisor/details.html",
        candidate=begun.candidate,
        name=begun.person.name or candidate_id,
        sections=answered_sections(begun, engine()),
    )


@advisor.get("/candidates/<identifier:candidate_id>/change/<step>")
@allow(ADVISOR, does="viewed")
def change(candidate_id: str, step: str) -> str:
    """One section as it stands."""
    known_step(step)
    return _ask(candidate_id, step, _stored(candidate_id)).html


@advisor.post("/candidates/<identifier:candidate_id>/change/<step>")
@allow(ADVISOR)
def save_change(candidate_id: str, step: str) -> str | Response:
    """Write the section as it was sent; what was emptied is unknown again."""
    known_step(step)
    before = _stored(candidate_id)
    page = _ask(candidate_id, step, before)
    if page.read is None:
        return page.html
    if page.read != before:
        store().replace_candidate(page.read.candidate, page.read.person)
        record("changed", candidate_id, detail=STEPS[step])
        flash(f"{STEPS[step]}: changed.")
    again = url_for(".change", candidate_id=candidate_id, step=step, look=1)
    return after_step(page, again=again, done=url_for(".details", candidate_id=candidate_id))


def _stored(candidate_id: str) -> Begun:
    return Begun(store().candidate(candidate_id), store().person(candidate_id))


def _ask(candidate_id: str, step: str, begun: Begun) -> SectionPage:
    return ask_step(step, begun, back=url_for(".details", candidate_id=candidate_id), back_text="All details")
