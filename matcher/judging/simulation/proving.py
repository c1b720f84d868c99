"""Many worlds, and what they say together. Every row says that it is simulated."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from matcher.evaluation import bootstrap_mean
from matcher.judging.simulation.methods import LEARNED, LEARNERS, SHIPPED, Learner
from matcher.judging.simulation.programmes import PROGRAMMES, Town, build_town
from matcher.judging.simulation.trials import CALIBRATION, NDCG, run_trial
from matcher.judging.simulation.truth import KINDS, draw_world
from matcher.scoring import Model
from matcher.taxonomy import Taxonomy

__all__ = ["ALL", "N_OUTCOMES", "SIMULATED", "TOLERATED", "Row", "build_towns", "prove", "sentences"]

SIMULATED = "simulated"
ALL = "all"
N_OUTCOMES = (49, 150, 500, 5000)
"""A first cohort, a year of a small programme, of a large one, and of a region."""

TOLERATED = 0.005
"""Judgement: half a hundredth of nDCG is a change that nobody would notice in a list of ten."""

_TOWN_SIZE = (2400, 370)
_SEED = 20_261_201

# world kind, number of outcomes, method and metric, to a value a world
Values = Mapping[tuple[str, int, str, str], Sequence[float]]


@dataclass(frozen=True, slots=True)
class Row:
    """One figure of one method after some outcomes, as a mean over simulated worlds.

    Attributes
    ----------
    data : str
        Always ``simulated``.
    worlds : str
        The kind of world, or ``all``.
    n_worlds : int
    n_outcomes : int
        0 for a method that learns from none.
    method, metric : str
    value, low, high : float
        The mean and its 95% interval over worlds.
    ahead, ahead_low, ahead_high : float or None
        Of the shipped weights in the same worlds (paired), and the 95% interval; None where those have no such figure.
    hurts : float or None
        The share of worlds in which it is behind the shipped weights by more than `TOLERATED`.
    """

    data: str
    worlds: str
    n_worlds: int
    n_outcomes: int
    method: str
    metric: str
    value: float
    low: float
    high: float
    ahead: float | None = None
    ahead_low: float | None = None
    ahead_high: float | None = None
    hurts: float | None = None


def build_towns(taxonomy: Taxonomy, model: Model, size: tuple[int, int] = _TOWN_SIZE) -> list[Town]:
    """One town for each programme, of so many candidates and vacancies; the same for every call."""
    return [
        build_town(programme, size, taxonomy, model, np.random.default_rng([_SEED, number]))
        for number, programme in enumerate(PROGRAMMES)
    ]


def prove(
    towns: Sequence[Town],
    model: Model,
    n_worlds: int,
    learners: Sequence[Learner] = LEARNERS,
    sizes: Sequence[int] = N_OUTCOMES,
    progress: Callable[[str], None] = lambda _: None,
) -> list[Row]:
    """Run worlds of every kind and programme in turn, and take means over them.

    A world depends on its number alone, so that the first of many are the same as a few.
    """
    values: dict[tuple[str, int, str, str], list[float]] = defaultdict(list)
    kinds = list(KINDS)
    for number in range(n_worlds):
        rng = np.random.default_rng([_SEED, len(towns), number])
        kind, town = kinds[number % len(kinds)], towns[number // len(kinds) % len(towns)]
        world = draw_world(kind, model, rng)
        for measured in run_trial(world, town, learners, sizes, model, rng):
            for worlds in (ALL, kind):
                values[worlds, measured.n_outcomes, measured.method, measured.metric].append(measured.value)
        progress(f"world {number + 1} of {n_worlds}: {kind}, {town.programme.name}")
    return list(_rows(values))


def _rows(values: Values) -> Iterator[Row]:
    rng = np.random.default_rng(_SEED)
    for (worlds, n_outcomes, method, metric), found in values.items():
        mean = bootstrap_mean(found, rng)
        row = (SIMULATED, worlds, len(found), n_outcomes, method, metric, mean.value, mean.low, mean.high)
        before = values.get((worlds, 0, SHIPPED, metric))
        if before is None:
            yield Row(*row)
            continue
        away = np.subtract(found, before)
        ahead = bootstrap_mean(away, rng)
        yield Row(*row, ahead.value, ahead.low, ahead.high, float((away < -TOLERATED).mean()))


def sentences(rows: Sequence[Row], method: str = LEARNED) -> list[str]:
    """What the rows say of a method: from when it pays, whether it ever hurts, and how far off its chances are."""
    ranked = [row for row in rows if (row.worlds, row.method, row.metric) == (ALL, method, NDCG)]
    pays = [row for row in ranked if row.ahead_low is not None and row.ahead_low > 0]
    hurts = [row for row in ranked if _hurts(row)]
    off = [row for row in rows if (row.worlds, row.method, row.metric) == (ALL, method, CALIBRATION)]
    return [
        f"Simulated: {method} pay from {pays[0].n_outcomes} outcomes ({_ahead(pays[0])})."
        if pays
        else f"Simulated: {method} do not pay at any number of outcomes tried.",
        f"Simulated: {method} hurt on average at {', '.join(f'{row.n_outcomes} ({_ahead(row)})' for row in hurts)}."
        if hurts
        else f"Simulated: {method} hurt on average at no number of outcomes tried.",
        *(f"Simulated: at {row.n_outcomes} outcomes chances are off by {row.value:.3f}." for row in off),
    ]


def _hurts(row: Row) -> bool:
    return row.ahead is not None and row.ahead_low is not None and (row.ahead < 0 or row.ahead_low <= -TOLERATED)


def _ahead(row: Row) -> str:
    return f"{row.ahead:+.4f} [{row.ahead_low:+.4f}, {row.ahead_high:+.4f}]"
