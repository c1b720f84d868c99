"""Whom the must-haves of a vacancy leave, counted while it is posted and after."""

from matcher.domain import Ranking, Vacancy
from webapp.context import as_of, engine
from webapp.presenters.changes import PoolCount, pool_count
from webapp.presenters.vacancies import state
from webapp.shown import shown_candidates

__all__ = ["PoolCount", "count_pool"]


def count_pool(vacancy: Vacancy) -> PoolCount | None:
    """How many people can be considered, and how many more without each must-have; None while nobody is ranked.

    A vacancy that opens later is judged on the day it opens.
    """
    day = max(as_of(), vacancy.opens or as_of())
    if state(vacancy, day) != "open":
        return None
    ranking: Ranking = engine().match_vacancy(vacancy, shown_candidates(), k=1, as_of=day, questions=False)
    return pool_count(ranking)
