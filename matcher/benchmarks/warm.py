"""One person and one vacancy ranked out of columns kept ready: how long it takes, at the median and at worst."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from time import perf_counter, thread_time
from typing import Any, Self

import numpy as np
from numpy.random import Generator

from matcher.benchmarks.national import Nation
from matcher.ranking.warm import Warm
from matcher.scoring import Model
from matcher.scoring.taking import take

__all__ = ["Latency", "WarmTimes", "warm_times"]

_K = 20


@dataclass(frozen=True, slots=True)
class Latency:
    """Milliseconds of many single calls; of the processor, so that a busy machine does not count twice."""

    p50_ms: float
    p99_ms: float
    max_ms: float
    wall_p50_ms: float
    wall_p99_ms: float

    @classmethod
    def of(cls, call: Callable[[Any], object], asked: Sequence[Any]) -> Self:
        """Of one call for each of what is asked; the first call, which compiles, comes once before."""
        call(asked[0])
        cpu, wall = [], []
        for one in asked:
            began, began_thread = perf_counter(), thread_time()
            call(one)
            cpu.append((thread_time() - began_thread) * 1000.0)
            wall.append((perf_counter() - began) * 1000.0)
        at_most = (np.quantile(cpu, 0.5), np.quantile(cpu, 0.99), max(cpu), *np.quantile(wall, [0.5, 0.99]))
        return cls(*map(float, at_most))


@dataclass(frozen=True, slots=True)
class WarmTimes:
    """How long columns take to be made ready, and then each single question and change."""

    ready_seconds: float
    person: Latency
    vacancy: Latency
    put: Latency


def warm_times(nation: Nation, model: Model, as_of: date, rng: Generator, n_asked: int = 1_000) -> WarmTimes:
    """Times of rankings of random people and vacancies of a nation, and of putting vacancies anew one by one."""
    began = perf_counter()
    warm = Warm.of(nation.people, nation.work, model, as_of)
    ready_seconds = perf_counter() - began
    people = [take(nation.people, np.array([row])) for row in rng.integers(len(nation.people), size=n_asked)]
    work = [take(nation.work, np.array([row])) for row in rng.integers(len(nation.work), size=n_asked)]
    return WarmTimes(
        ready_seconds,
        Latency.of(lambda person: warm.rank_vacancies(person, _K), people),
        Latency.of(lambda vacancy: warm.rank_candidates(vacancy, _K), work),
        Latency.of(warm.put_vacancies, work[:100]),
    )
