"""The candidate that a draft describes: what is ticked in it, what the advisor adds, and nothing else."""

from typing import TYPE_CHECKING, Any

from matcher.domain import Candidate
from matcher.errors import InputError
from matcher.importers.candidates import linked_skills, read_skills
from matcher.importers.fields import build
from matcher.importers.linking import Linker
from matcher.importers.placing import placed
from webapp.forms.cv import CvDraftForm

if TYPE_CHECKING:
    from matcher.engine import Engine
    from matcher.text.cvs import CvDraft

__all__ = ["read_ticked"]


def read_ticked(form: CvDraftForm, draft: "CvDraft", engine: "Engine") -> Candidate | None:
    """The candidate, or None with the errors on their fields."""
    if not form.validate():
        return None
    fields = draft.as_candidate_fields(form.tick.data or ())
    try:
        fields |= _added(form, fields, Linker(engine.taxonomy))
    except InputError as error:
        form.skills.errors = [f"More skills: {error}"]
        return None
    given = fields.pop("postcode", None)
    place = _place(form, form.postcode.data or given, engine)
    if place is None:
        return None
    try:
        candidate: Candidate = build(Candidate, {"id": form.id.data, **fields, **place})
    except InputError as error:
        form.tick.errors = [_in_words(str(error))]
        return None
    return candidate


def _added(form: CvDraftForm, fields: dict[str, Any], linker: Linker) -> dict[str, Any]:
    """What the advisor adds by hand, read as a row of the candidates CSV is."""
    added: dict[str, Any] = {}
    if form.work.data and "prior_occupation" not in fields:
        added["prior_occupation"] = linker.term("prior_occupation", form.work.data)
    if form.skills.data:
        named = linked_skills(read_skills(form.skills.data), (), linker)
        added |= named | _together(fields, named)
    return added


def _together(fields: dict[str, Any], named: dict[str, Any]) -> dict[str, Any]:
    """Skills of the CV and those named by hand, of which what the CV says does not count any more."""
    by_hand = named.get("skills") or ()
    kept = (shown for shown in fields.get("skill_evidence", ()) if shown.skill not in by_hand)
    return {
        "skills": tuple(dict.fromkeys((*fields.get("skills", ()), *by_hand))) or None,
        "skill_evidence": (*kept, *named.get("skill_evidence", ())),
    }


def _place(form: CvDraftForm, postcode: str | None, engine: "Engine") -> dict[str, Any] | None:
    if not postcode:
        return {}
    try:
        return placed(engine.gazetteer.locate(postcode))
    except InputError as error:
        remedy = "" if form.postcode.data else " Or untick it above."
        form.postcode.errors = [f"Postcode: {error}{remedy}"]
        return None


def _in_words(message: str) -> str:
    if "hours_min" in message:
        return "The hours that are ticked do not go together: untick one of them"
    return f"What is ticked does not go together: {message}"
