"""Up to three vacancies side by side for one jobseeker."""

from flask import abort, render_template, request

from webapp.access import ADVISOR, allow
from webapp.advisor import advisor
from webapp.advisor.candidates import for_this_once, journey_asked, name_of, rank_vacancies
from webapp.context import store
from webapp.paging import MATCHES_PER_PAGE
from webapp.presenters.comparison import compare_vacancies
from webapp.shown import KeptVacancies, listed_for_advisors, shows_vacancy

__all__: list[str] = []

MOST = 3
"""Judgement: more than three columns nobody reads on paper or a telephone."""


@advisor.get("/candidates/<identifier:candidate_id>/compare")
@allow(ADVISOR, does="compared")
def compare(candidate_id: str) -> str:
    """The vacancies that the address names; where they are too few or too many, a list to choose from."""
    asked = list(dict.fromkeys(request.args.getlist("v")))
    listed = listed_for_advisors()
    shown = listed.by_id
    if any(name not in shown for name in asked):
        abort(404)
    if not 0 < len(asked) <= MOST:
        return _choose(candidate_id, asked, listed)
    chosen = [shown[name] for name in asked]
    # A score is the same whatever it is ranked beside, so only these are ranked.
    ranking = rank_vacancies(for_this_once(store().candidate(candidate_id)), chosen, advice=False)
    return render_template(
        "advisor/compare.html",
        candidate_id=candidate_id,
        comparison=compare_vacancies(chosen, ranking),
        journey=journey_asked(),
        name=name_of(candidate_id),
        referable={vacancy.id for vacancy in chosen if shows_vacancy(vacancy)},
    )


def _choose(candidate_id: str, asked: list[str], listed: KeptVacancies) -> str:
    """What was ticked and the first matches, to tick again."""
    record = for_this_once(store().candidate(candidate_id))
    first = rank_vacancies(record, listed, advice=False).matches[:MATCHES_PER_PAGE]
    offered = dict.fromkeys((*(match.vacancy for match in first), *asked))
    return render_template(
        "advisor/compare_choose.html",
        asked=asked,
        candidate_id=candidate_id,
        errors=[{"text": _fault(len(asked)), "href": "#v-1"}],
        journey=journey_asked(),
        name=name_of(candidate_id),
        offered=[listed.by_id[name] for name in offered],
    )


def _fault(n_asked: int) -> str:
    if n_asked > MOST:
        return f"You ticked {n_asked} vacancies: untick {n_asked - MOST}, so that {MOST} are left"
    return f"No vacancy was ticked: tick up to {MOST} to see them side by side"
