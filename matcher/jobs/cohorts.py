"""The job `cohort`: the first match of each of some people, and the course that opens most doors for them together.

Arguments
---------
people : list of str
    Whom; those who are not stored any more are passed over.

The result is a document: ``people``, each with ``id``, ``first`` (``vacancy``, ``title``, ``provider``, ``score``; None
where nothing can be considered), ``n_matches`` and ``ask_next`` (None where no answer would move anything); and
``courses``, best first, each with ``title``, ``is_check``, ``people``, ``n_could_begin``, ``n_opened``,
``n_made_ready`` and ``cost_to_learner_gbp``.
"""

from collections.abc import Sequence
from typing import Any

from matcher.domain import Candidate, CourseReach, Match, Ranking, Vacancy
from matcher.explanation.ask_next import LOOKED_AT
from matcher.jobs.task import Task

__all__ = ["N_COURSES", "look_at_cohort"]

N_COURSES = 5
"""Judgement: a programme that decides on one course compares it with a few others, not with the whole catalogue."""


def look_at_cohort(task: Task) -> dict[str, Any]:
    """Rank for each of the people, then try every course for all of them."""
    store = task.setting.store
    wanted = frozenset(task.arguments["people"])
    people = [one for one in store.candidates() if one.id in wanted]
    vacancies = store.standings.without_held(store.vacancies())
    task.expect(len(people))
    looked_at = [_look_at(one, vacancies, task) for one in people]
    return {"people": looked_at, "courses": _courses(people, vacancies, task)}


def _look_at(candidate: Candidate, vacancies: Sequence[Vacancy], task: Task) -> dict[str, Any]:
    ranking = task.setting.engine.match_candidate(candidate, vacancies, LOOKED_AT, task.setting.today, changes=False)
    task.advance()
    return {
        "id": candidate.id,
        "first": _first(ranking.matches[0]) if ranking.matches else None,
        "n_matches": _n_matches(ranking),
        "ask_next": ranking.ask_next.question if ranking.ask_next else None,
    }


def _n_matches(ranking: Ranking) -> int:
    """How many can be considered; the ranking holds no more of them than the question to ask next looks at."""
    return ranking.n_considered - len(ranking.not_now)


def _first(match: Match) -> dict[str, Any]:
    return {"vacancy": match.vacancy, "title": match.title, "provider": match.provider, "score": match.score}


def _courses(people: Sequence[Candidate], vacancies: Sequence[Vacancy], task: Task) -> list[dict[str, Any]]:
    if not people or not vacancies:
        return []
    reaches = task.setting.engine.which_course(people, vacancies, task.setting.today)
    return [_course(reach) for reach in reaches[:N_COURSES]]


def _course(reach: CourseReach) -> dict[str, Any]:
    return {
        "title": reach.title,
        "is_check": reach.is_check,
        "people": list(reach.people),
        "n_could_begin": reach.n_could_begin,
        "n_opened": reach.n_opened,
        "n_made_ready": reach.n_made_ready,
        "cost_to_learner_gbp": reach.cost_to_learner_gbp,
    }
