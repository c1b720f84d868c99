"""A jobseeker's own start: what is next, how much they have told, and the best of the vacancies."""

from flask import render_template

from webapp import access
from webapp.access import JOBSEEKER, allow
from webapp.context import store
from webapp.forms.profile import SECTIONS
from webapp.forms.profile_reading import status_of
from webapp.jobseeker import jobseeker
from webapp.jobseeker.mine import own_record, own_saved, rank_own
from webapp.presenters.own_start import Task, section_of, what_is_next

__all__: list[str] = []

_MOST_SHOWN = 3


@jobseeker.get("/")
@allow(JOBSEEKER)
def start() -> str:
    """One next step, the task list, and the three best vacancies, each to be saved there."""
    record = own_record()
    own, saved = rank_own(record, questions=True), own_saved(record)
    tasks = [Task(section.name, section.title, status_of(record, section)) for section in SECTIONS.values()]
    question = own.ranking.ask_next
    return render_template(
        "jobseeker/start.html",
        ask_section=section_of(question.field) if question else "",
        n_matches=own.n_matches,
        next_step=what_is_next(tasks, own.n_matches, len(saved)),
        question=question,
        saved=saved,
        shown=own.cards(own.ranking.matches[:_MOST_SHOWN]),
        tasks=tasks,
        waiting=[one for one in store().introductions.of_candidate(record.id) if one.answer is None],
        who_is_here=access.account().name,
    )
