"""One block of pairs against the same pairs one at a time."""

import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from matcher.domain import Candidate, Vacancy
from matcher.engine import Engine
from matcher.scoring import CandidateArrays, Pairs, VacancyArrays, score_pairs

__all__ = ["Ratio", "best_of", "block_against_singles"]

_REPEATS = 3


@dataclass(frozen=True, slots=True)
class Ratio:
    """Best-of-three seconds of a baseline and of what is measured against it."""

    baseline: str
    measured: str
    baseline_seconds: float
    measured_seconds: float

    @property
    def times_faster(self) -> float:
        """How many times faster than the baseline."""
        return self.baseline_seconds / self.measured_seconds


def block_against_singles(engine: Engine, people: list[Candidate], work: list[Vacancy]) -> Ratio:
    """Score all pairs as one block, and one at a time from the same columns.

    Raises
    ------
    AssertionError
        The two disagree in a single bit: a ratio between different answers would mean nothing.
    """
    terms = engine.taxonomy
    alone = [
        (CandidateArrays.from_records([person], terms), VacancyArrays.from_records([vacancy], terms))
        for person in people
        for vacancy in work
    ]
    whole = Pairs(CandidateArrays.from_records(people, terms), VacancyArrays.from_records(work, terms))
    block = score_pairs(whole, engine.model).score
    singles = np.array([score_pairs(Pairs(*pair), engine.model).score[0, 0] for pair in alone]).reshape(block.shape)
    if not np.array_equal(block, singles):
        raise AssertionError("The block and the single pairs disagree.")
    return Ratio(
        baseline=f"{len(alone):,} pairs one at a time",
        measured="the same pairs as one block",
        baseline_seconds=best_of(lambda: [score_pairs(Pairs(*pair), engine.model) for pair in alone]),
        measured_seconds=best_of(lambda: score_pairs(whole, engine.model)),
    )


def best_of(run: Callable[[], object], repeats: int = _REPEATS) -> float:
    """Seconds of the quickest of some runs."""
    seconds = []
    for _ in range(repeats):
        started = time.perf_counter()
        run()
        seconds.append(time.perf_counter() - started)
    return min(seconds)
