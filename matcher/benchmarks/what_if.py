"""What if, against one plain ranking: every course somebody could begin now, and every two, on 1,000 vacancies."""

from collections.abc import Sequence
from datetime import date
from itertools import cycle, islice

from matcher.benchmarks.blocks import Ratio, best_of
from matcher.domain import Candidate, Vacancy
from matcher.engine import Engine

__all__ = ["N_VACANCIES", "many", "what_if_against_ranking"]

N_VACANCIES = 1_000


def what_if_against_ranking(
    engine: Engine, person: Candidate, work: Sequence[Vacancy], as_of: date, n: int = N_VACANCIES
) -> Ratio:
    """What the catalogue's courses would open of `n` vacancies, against ranking those once and asking nothing else.

    The vacancies are those given, as often as it takes.
    """
    vacancies = many(work, n)
    n_courses = sum(len(effect.courses) == 1 for effect in engine.what_if(person, vacancies, as_of))
    return Ratio(
        baseline=f"one plain ranking of {len(vacancies):,} vacancies",
        measured=f"what {n_courses} courses and every two of them would open",
        baseline_seconds=best_of(lambda: engine.match_candidate(person, vacancies, as_of=as_of, changes=False)),
        measured_seconds=best_of(lambda: engine.what_if(person, vacancies, as_of)),
    )


def many(work: Sequence[Vacancy], n: int) -> list[Vacancy]:
    """Some vacancies over and over, each with an id of its own."""
    return [
        vacancy.model_copy(update={"id": f"{vacancy.id}-{number}"})
        for number, vacancy in enumerate(islice(cycle(work), n))
    ]
