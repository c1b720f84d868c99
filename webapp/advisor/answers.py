"""An answer to the next best question, written down where it was asked; the page says what it moved."""

from flask import abort, flash, redirect, request
from werkzeug.wrappers import Response

from matcher.explanation.questions import CANDIDATE_QUESTIONS
from matcher.store import Person
from webapp.access import ADVISOR, allow, record
from webapp.advisor import advisor
from webapp.advisor.candidates import rank_vacancies, show_candidate
from webapp.context import engine, store
from webapp.forms.answer import answer_form, read_answer
from webapp.paging import address_with, show_as
from webapp.presenters.movements import what_moved
from webapp.shown import listed_for_advisors

__all__: list[str] = []


@advisor.post("/candidates/<identifier:candidate_id>/answer")
@allow(ADVISOR)
def answer(candidate_id: str) -> str | Response:
    """Store one answer and say what it moved; one that cannot be read is shown again where it was asked."""
    show_as("advisor.candidate")
    field, stored = request.form.get("field", ""), store().candidate(candidate_id)
    if field not in CANDIDATE_QUESTIONS:
        abort(400, "That is no question that is asked here: go back and answer on the jobseeker’s page.")
    form = answer_form(field, stored)
    answered = read_answer(form, stored, engine())
    if answered is None:
        record("ranked", candidate_id)
        return show_candidate(candidate_id, refused=form)
    vacancies = listed_for_advisors()
    before = rank_vacancies(stored, vacancies, advice=False)
    store().upsert_candidates([(answered, Person())])
    record("answered", candidate_id, detail=field)
    after = rank_vacancies(store().candidate(candidate_id), vacancies, advice=False)
    flash(f"Written down. {what_moved(before, after)}")
    return redirect(address_with(journey=None, page=None))
