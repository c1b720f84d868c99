"""The list of candidates, and for one of them the ranked vacancies with the why of each."""

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from matcher.domain import Candidate, Ranking, Vacancy
from webapp.advisor import advisor
from webapp.context import as_of, engine, store
from webapp.paging import MATCHES_PER_PAGE, paginate
from webapp.presenters import matches
from webapp.presenters.candidates import candidate_facts, candidate_skills
from webapp.presenters.changes import what_would_open
from webapp.presenters.lists import candidate_rows, found, search_text

__all__ = ["rank_vacancies"]


@advisor.get("/")
def start() -> Response:
    """An advisor starts at the candidates."""
    return redirect(url_for(".candidates"))


@advisor.get("/candidates")
def candidates() -> str:
    """Everybody, with a search over names, ids, places and backgrounds."""
    query = request.args.get("q", "").strip()
    rows = candidate_rows(store().candidates(), store().people(), engine().taxonomy)
    hits = [row for row in rows if found(search_text([row.name, row.id, row.postcode, row.background]), query)]
    return render_template("advisor/candidates.html", page=paginate(hits), query=query, n_all=len(rows))


@advisor.get("/candidates/<identifier:candidate_id>")
def candidate(candidate_id: str) -> str:
    """One candidate: what is known, the next best question, the ranked vacancies."""
    person, record = store().person(candidate_id), store().candidate(candidate_id)
    vacancies = store().vacancies()
    ranking = rank_vacancies(record, vacancies)
    return render_template(
        "advisor/candidate.html",
        candidate=record,
        groups=matches.grouped_by_reason(ranking.not_now),
        facts=candidate_facts(record, person, engine().taxonomy),
        name=person.name or record.id,
        opening=what_would_open(ranking),
        page=paginate(ranking.matches, MATCHES_PER_PAGE),
        ranking=ranking,
        shortlist=store().shortlist(candidate_id),
        skills=candidate_skills(record, engine().taxonomy),
        vacancies={vacancy.id: vacancy for vacancy in vacancies},
    )


@advisor.get("/candidates/<identifier:candidate_id>/not-now")
def not_now(candidate_id: str) -> str:
    """Everything that is out for now, and why."""
    person, record = store().person(candidate_id), store().candidate(candidate_id)
    ranking = rank_vacancies(record, store().vacancies())
    return render_template(
        "advisor/not_now.html", candidate=record, name=person.name or record.id, page=paginate(ranking.not_now)
    )


def rank_vacancies(record: Candidate, vacancies: list[Vacancy]) -> Ranking:
    """All vacancies for a candidate, none cut off."""
    return engine().match_candidate(record, vacancies, k=max(1, len(vacancies)), as_of=as_of())
