"""Adding a jobseeker by hand: a task list of short sections, the answers to check, and then their matches."""

from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from matcher.domain import Candidate
from matcher.store import Person
from webapp.access import ADVISOR, account, allow, record
from webapp.advisor import advisor
from webapp.advisor.sections import after_step, ask_step, known_step
from webapp.context import engine, store
from webapp.forms.jobseeker import PERSON, STEPS, Begun, read_step, step_form
from webapp.new_ids import new_id
from webapp.presenters.sections import answered_sections, tasks
from webapp.shown import open_ids

__all__ = ["add_to_caseload", "people_called"]

_KIND = "candidate"


@advisor.get("/new")
@allow(ADVISOR)
def new() -> str:
    """A name to begin with, a CV instead, or somebody who was begun."""
    return _first_page(step_form(PERSON, _nobody(), engine(), formdata=None))


@advisor.post("/new")
@allow(ADVISOR)
def begin_new() -> str | Response:
    """Keep the name as a draft; nobody is added yet."""
    begun = _nobody()
    form = step_form(PERSON, begun, engine())
    read = read_step(form, PERSON, begun, engine())
    if read is None:
        return _first_page(form)
    _keep(read.with_saved(PERSON))
    return redirect(url_for(".new_sections", draft_id=begun.candidate.id))


@advisor.get("/new/<identifier:draft_id>")
@allow(ADVISOR)
def new_sections(draft_id: str) -> str:
    """The task list."""
    begun = _begun(draft_id)
    return render_template("advisor/new_sections.html", begun=begun, draft_id=draft_id, tasks=tasks(begun))


@advisor.route("/new/<identifier:draft_id>/<step>", methods=["GET", "POST"])
@allow(ADVISOR)
def new_step(draft_id: str, step: str) -> str | Response:
    """One section; sent, it leads to the next, or back to where it was opened from."""
    known_step(step)
    begun = _begun(draft_id)
    page = ask_step(step, begun, back=url_for(".new_sections", draft_id=draft_id), back_text="All sections")
    if page.read is None:
        return page.html
    _keep(page.read.with_saved(step))
    again = url_for(".new_step", draft_id=draft_id, step=step, look=1, **_opened_from())
    return after_step(page, again=again, done=_next_page(draft_id, step))


@advisor.get("/new/<identifier:draft_id>/check")
@allow(ADVISOR)
def check_new(draft_id: str) -> str:
    """Everything that would be added, with a way to change each answer."""
    begun = _begun(draft_id)
    return render_template(
        "advisor/new_check.html",
        alike=people_called(begun.person.name),
        begun=begun,
        draft_id=draft_id,
        sections=answered_sections(begun, engine()),
    )


@advisor.post("/new/<identifier:draft_id>/check")
@allow(ADVISOR)
def add_new(draft_id: str) -> Response:
    """Add them to the caseload and go to their matches."""
    begun = _begun(draft_id)
    add_to_caseload(begun.candidate, begun.person)
    store().drafts.remove(draft_id)
    flash(f"{begun.person.name} is in your caseload. These are their first matches.")
    return redirect(url_for(".candidate", candidate_id=begun.candidate.id))


@advisor.post("/new/<identifier:draft_id>/discard")
@allow(ADVISOR)
def discard_new(draft_id: str) -> Response:
    """Throw away what was begun."""
    store().drafts.remove(draft_id)
    flash("What was begun is thrown away. Nobody was added.")
    return redirect(url_for(".new"))


def add_to_caseload(candidate: Candidate, person: Person) -> None:
    """Store somebody new, in the care of whoever is signed in."""
    store().cases.add_all([(candidate, person)], account().id, account().team)
    record("added", candidate.id)


def people_called(name: str | None) -> list[str]:
    """Ids of those in sight of the account who have that name already, so that nobody is added twice unawares."""
    if not name:
        return []
    folded, known = name.casefold(), open_ids(account())
    people = store().people().items()
    return sorted(one for one, person in people if one in known and (person.name or "").casefold() == folded)


def _nobody() -> Begun:
    return Begun(Candidate(id=new_id()), Person())


def _begun(draft_id: str) -> Begun:
    draft = store().drafts.get(draft_id)
    if draft.kind != _KIND:
        abort(404)
    return Begun.of(draft)


def _keep(begun: Begun) -> None:
    """The draft's id is what the person will be called, so that adding twice adds one."""
    store().drafts.save(begun.candidate.id, _KIND, account().id, begun.as_answers())


def _opened_from() -> dict[str, Any]:
    """Whether a section was opened from the answers to check, where it leads back to."""
    return {"from": "check"} if request.args.get("from") == "check" else {}


def _next_page(draft_id: str, step: str) -> str:
    later = list(STEPS)[list(STEPS).index(step) + 1 :]
    if _opened_from() or not later:
        return url_for(".check_new", draft_id=draft_id)
    return url_for(".new_step", draft_id=draft_id, step=later[0])


def _first_page(form: object) -> str:
    begun = [(draft, Begun.of(draft)) for draft in store().drafts.of(account().id, _KIND)]
    return render_template("advisor/new.html", begun=begun, form=form)
