"""The draft of a CV: ticked and unticked, checked, and then matched without being stored or added to the caseload.

The draft travels in the page, signed, so that nothing of it is kept here between requests. What is stored in the end is
what was ticked, under a new id.
"""

from flask import abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from matcher.domain import Candidate
from matcher.errors import NotFoundError
from matcher.store import Person
from webapp.access import ADVISOR, allow
from webapp.advisor import advisor
from webapp.advisor.adding import add_to_caseload, people_called
from webapp.advisor.candidates import rank_vacancies
from webapp.context import engine, store
from webapp.forms.cv import CvDraftForm
from webapp.forms.cv_candidate import read_ticked
from webapp.forms.cv_travel import DraftLostError, TravellingDraft, pack, unpack
from webapp.new_ids import is_new_id, new_id
from webapp.paging import MATCHES_PER_PAGE, paginate
from webapp.presenters import matches
from webapp.presenters.candidates import candidate_facts, candidate_skills
from webapp.presenters.changes import what_would_open
from webapp.presenters.cvs import draft_groups, gap_sentences, left_out
from webapp.presenters.vacancies import Fact
from webapp.shown import listed_for_advisors

__all__ = ["first_draft_page"]


def first_draft_page(read: TravellingDraft) -> str:
    """A draft as it was read; the only page that shows times without work."""
    form = CvDraftForm(formdata=None, data={"id": new_id(), "draft": pack(read), "tick": read.draft.ticked})
    return _draft_page(form, read)


@advisor.post("/cv/draft")
@allow(ADVISOR)
def cv_draft() -> str | Response:
    """Change, check, match or add what was ticked."""
    form = CvDraftForm()
    read = _unpacked(form)
    if request.form.get("step") == "change":
        return _draft_page(form, read)
    candidate = read_ticked(form, read.draft, engine())
    if candidate is None:
        return _draft_page(form, read)
    if request.form.get("step") == "matches":
        return _matches_page(form, candidate)
    if request.form.get("step") == "add":
        return _add(candidate, _person(form))
    return _check_page(form, candidate)


def _unpacked(form: CvDraftForm) -> TravellingDraft:
    if not is_new_id(form.id.data):
        form.id.data = new_id()
    try:
        return unpack(form.draft.data or "")
    except DraftLostError:
        abort(400, "The draft was open for too long, or was changed on its way. Nothing was stored: read the CV again.")


def _add(candidate: Candidate, person: Person) -> Response:
    if not _is_stored(candidate.id):
        add_to_caseload(candidate, person)
        flash(f"{person.name or candidate.id} is in your caseload, with what you ticked and nothing else of the CV.")
    return redirect(url_for(".candidate", candidate_id=candidate.id))


def _draft_page(form: CvDraftForm, read: TravellingDraft) -> str:
    return render_template(
        "advisor/cv_draft.html",
        form=form,
        gaps=gap_sentences(read.draft.gaps),
        groups=draft_groups(read, form.tick.data or (), engine().taxonomy),
        left_out=left_out(read.draft),
        notes=read.draft.notes,
    )


def _check_page(form: CvDraftForm, candidate: Candidate) -> str:
    taxonomy = engine().taxonomy
    facts = [
        Fact("Name", form.name.data or ""),
        Fact("Skills", ", ".join(candidate_skills(candidate, taxonomy))),
        Fact("Skills in other words, not counted", ", ".join(candidate.unlinked_skills), asked=False),
        *candidate_facts(candidate, _person(form), taxonomy),
    ]
    alike = people_called(form.name.data)
    return render_template("advisor/cv_check.html", alike=alike, candidate=candidate, facts=facts, form=form)


def _matches_page(form: CvDraftForm, candidate: Candidate) -> str:
    vacancies = listed_for_advisors()
    ranking = rank_vacancies(candidate, vacancies)
    return render_template(
        "advisor/cv_matches.html",
        form=form,
        groups=matches.grouped_by_reason(ranking.not_now),
        opening=what_would_open(ranking),
        page=paginate(ranking.matches, MATCHES_PER_PAGE),
        ranking=ranking,
        vacancies=vacancies.by_id,
    )


def _person(form: CvDraftForm) -> Person:
    return Person(form.name.data or None, form.contact.data or None)


def _is_stored(candidate_id: str) -> bool:
    try:
        store().candidate(candidate_id)
    except NotFoundError:
        return False
    return True
