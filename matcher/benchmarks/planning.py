"""Planning over the shipped ladder and catalogue, against one plain ranking."""

from collections.abc import Sequence
from datetime import date

from matcher.benchmarks.blocks import Ratio, best_of
from matcher.benchmarks.what_if import N_VACANCIES, many
from matcher.domain import Candidate, Vacancy
from matcher.engine import Engine

__all__ = ["planning_against_ranking"]

_TARGET = "registered nurse"


def planning_against_ranking(engine: Engine, person: Candidate, work: Sequence[Vacancy], as_of: date) -> Ratio:
    """The pathways of one candidate to the farthest target there is, against ranking `N_VACANCIES` vacancies once."""
    vacancies = many(work, N_VACANCIES)
    return Ratio(
        baseline=f"one plain ranking of {len(vacancies):,} vacancies",
        measured=f"pathways of one candidate to {_TARGET}",
        baseline_seconds=best_of(lambda: engine.match_candidate(person, vacancies, as_of=as_of, changes=False)),
        measured_seconds=best_of(lambda: engine.plan_pathways(person, _TARGET, as_of=as_of)),
    )
