"""A measured figure, with its interval."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from matcher.evaluation import Judged, bootstrap_difference, bootstrap_mean
from matcher.judging.tasks import RankingTask, Slice

__all__ = ["Comparison", "Row", "Scored", "compared", "rows_of"]


@dataclass(frozen=True, slots=True)
class Row:
    """One metric of one method on one slice of a judgement set.

    `n` is how many queries it is the mean of; between `low` and `high` it falls in 95% of samples of as many queries.
    """

    judgements: str
    slice: str
    n: int
    method: str
    metric: str
    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """How far ahead one method is of another on the same queries (paired), by the first metric of a judgement set."""

    judgements: str
    slice: str
    n: int
    method: str
    against: str
    metric: str
    difference: float
    low: float
    high: float


@dataclass(frozen=True, eq=False)
class Scored:
    """One method on one slice of a task, each query held against the judgements."""

    task: RankingTask
    part: Slice
    method: str
    judged: tuple[Judged, ...]

    def values(self, metric: str) -> list[float]:
        """The metric of every query."""
        return [self.task.metrics[metric](each) for each in self.judged]


def rows_of(scored: Scored, rng: np.random.Generator) -> Iterator[Row]:
    """Every metric of a method, with its interval; nothing where the slice has no query."""
    for metric in scored.task.metrics if scored.judged else ():
        mean = bootstrap_mean(scored.values(metric), rng)
        yield Row(
            scored.task.name,
            scored.part.name,
            len(scored.judged),
            scored.method,
            metric,
            mean.value,
            mean.low,
            mean.high,
        )


def compared(ours: Scored, theirs: Scored, rng: np.random.Generator) -> Comparison:
    """One method beside another on the same slice."""
    metric = next(iter(ours.task.metrics))
    ahead = bootstrap_difference(ours.values(metric), theirs.values(metric), rng)
    return Comparison(
        ours.task.name,
        ours.part.name,
        len(ours.judged),
        ours.method,
        theirs.method,
        metric,
        ahead.value,
        ahead.low,
        ahead.high,
    )
