"""What a jobseeker takes home: their first matches as plain text for an e-mail, and on paper with every why open."""

from collections.abc import Mapping

from flask import Response, render_template

from matcher.domain import Ranking, Vacancy
from webapp.access import ADVISOR, allow
from webapp.advisor import advisor
from webapp.advisor.candidates import for_this_once, journey_asked, name_of, rank_vacancies
from webapp.context import as_of, store
from webapp.presenters.texts import MOST_SENT, matches_text
from webapp.shown import listed_for_advisors

__all__: list[str] = []


@advisor.get("/candidates/<identifier:candidate_id>/text")
@allow(ADVISOR, does="sent")
def matches_page(candidate_id: str) -> str:
    """The text in a box, to be copied."""
    return render_template(
        "advisor/text.html",
        candidate_id=candidate_id,
        contact=store().person(candidate_id).contact,
        journey=journey_asked(),
        name=name_of(candidate_id),
        text=_text(candidate_id),
    )


@advisor.get("/candidates/<identifier:candidate_id>/matches.txt")
@allow(ADVISOR, does="sent")
def matches_file(candidate_id: str) -> Response:
    """The text alone."""
    return Response(_text(candidate_id), mimetype="text/plain")


@advisor.get("/candidates/<identifier:candidate_id>/print")
@allow(ADVISOR, does="sent")
def print_matches(candidate_id: str) -> str:
    """The first matches with every why open, and nothing of the app around them."""
    ranking, vacancies = _first(candidate_id)
    return render_template(
        "advisor/print.html",
        candidate_id=candidate_id,
        journey=journey_asked(),
        matches=ranking.matches[:MOST_SENT],
        name=name_of(candidate_id),
        own_name=store().person(candidate_id).name,
        ranking=ranking,
        vacancies=vacancies,
    )


def _text(candidate_id: str) -> str:
    ranking, vacancies = _first(candidate_id)
    return matches_text(store().person(candidate_id).name, ranking.matches[:MOST_SENT], vacancies, as_of())


def _first(candidate_id: str) -> tuple[Ranking, Mapping[str, Vacancy]]:
    listed = listed_for_advisors()
    record = for_this_once(store().candidate(candidate_id))
    return rank_vacancies(record, listed, advice=False), listed.by_id
