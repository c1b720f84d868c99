"""One jobseeker: what is known, the next best question, the vacancies that suit them with the why of each."""

from collections.abc import Sequence

from flask import render_template, request

from matcher.domain import AskNext, Candidate, Ranking, Vacancy
from matcher.explanation.explained import glances
from matcher.explanation.questions import CANDIDATE_QUESTIONS
from matcher.scoring.gates import FARTHEST_MINUTES
from webapp.access import ADVISOR, allow
from webapp.advisor import advisor
from webapp.context import as_of, engine, store
from webapp.forms.answer import AnswerForm, answer_form
from webapp.paging import address_with, matches_per_page, paginate
from webapp.presenters import matches
from webapp.presenters.candidates import candidate_facts, candidate_skills
from webapp.presenters.changes import what_would_open
from webapp.presenters.filters import narrow
from webapp.presenters.match_filters import match_facets
from webapp.presenters.wider import wider_journeys
from webapp.shown import listed_for_advisors

__all__ = ["for_this_once", "journey_asked", "name_of", "rank_vacancies", "show_candidate"]


@advisor.get("/candidates/<identifier:candidate_id>")
@allow(ADVISOR, does="ranked")
def candidate(candidate_id: str) -> str:
    """One jobseeker, from one ranking."""
    return show_candidate(candidate_id)


@advisor.get("/candidates/<identifier:candidate_id>/not-now")
@allow(ADVISOR, does="ranked")
def not_now(candidate_id: str) -> str:
    """Everything that is out for now, and why."""
    ranking = rank_vacancies(store().candidate(candidate_id), listed_for_advisors())
    return render_template(
        "advisor/not_now.html", candidate_id=candidate_id, name=name_of(candidate_id), page=paginate(ranking.not_now)
    )


def show_candidate(candidate_id: str, refused: AnswerForm | None = None) -> str:
    """The page of a jobseeker; `refused` is an answer that could not be read, to be mended in place."""
    stored, listed = store().candidate(candidate_id), listed_for_advisors()
    record = for_this_once(stored)
    ranking = rank_vacancies(record, listed)
    narrowed = narrow(glances(ranking.matches), match_facets(listed.by_id, engine().taxonomy))
    asked = _asked(ranking, refused)
    return render_template(
        "advisor/candidate.html",
        address=address_with,
        answer=refused or (answer_form(asked.field, stored) if asked else None),
        asked=asked,
        candidate=stored,
        facts=candidate_facts(stored, store().person(candidate_id), engine().taxonomy),
        groups=matches.grouped_by_reason(ranking.not_now),
        here=_query_here(),
        journey=journey_asked(),
        name=name_of(candidate_id),
        narrowed=narrowed,
        opening=what_would_open(ranking),
        page=paginate(narrowed.rows, matches_per_page()).each(lambda glance: ranking.matches[glance.place]),
        ranking=ranking,
        referrals=store().referrals(candidate_id=candidate_id),
        shortlist=store().shortlist(candidate_id),
        skills=candidate_skills(stored, engine().taxonomy),
        skipped=request.args.getlist("skip"),
        vacancies=listed.by_id,
        wider=wider_journeys(record, ranking),
    )


def _query_here() -> str:
    """What stands behind the question mark of this list's address."""
    return address_with().partition("?")[2]


def rank_vacancies(record: Candidate, vacancies: Sequence[Vacancy], *, advice: bool = True) -> Ranking:
    """All vacancies for a candidate, none cut off; with `advice` what would change it, and what to ask next."""
    most = max(1, len(vacancies))
    return engine().match_candidate(record, vacancies, most, as_of(), changes=advice, questions=advice)


def name_of(candidate_id: str) -> str:
    """What somebody is called on a page."""
    return store().person(candidate_id).name or candidate_id


def journey_asked() -> int | None:
    """The longest journey that the address asks to look at, in minutes each way; None where it asks for none."""
    minutes = request.args.get("journey", type=int)
    return minutes if minutes is not None and 0 < minutes <= FARTHEST_MINUTES else None


def for_this_once(record: Candidate) -> Candidate:
    """Somebody with the journey that the address asks to look at; nothing is stored."""
    minutes = journey_asked()
    return record.model_copy(update={"max_travel_minutes": minutes}) if minutes else record


def _asked(ranking: Ranking, refused: AnswerForm | None) -> AskNext | None:
    """The question whose answer was refused, else the first that nobody has set aside."""
    questions = [question for question in (ranking.ask_next, *ranking.ask_then) if question]
    if refused is not None:
        return next(
            (one for one in questions if one.field == refused.about),
            AskNext(CANDIDATE_QUESTIONS[refused.about], refused.about, 0),
        )
    skipped = set(request.args.getlist("skip"))
    return next((one for one in questions if one.field not in skipped), None)
