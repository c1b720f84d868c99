"""Career transitions between ESCO occupations, beside how feasible people judged them (1 to 5).

The metric is Spearman's rank correlation of our fit with people's mean, over pairs.

References
----------
Nesta (2020), "Mapping Career Causeways" (MIT licence).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from matcher.evaluation import bootstrap_statistic
from matcher.judging.correlation import spearman
from matcher.judging.readers import TransitionReader
from matcher.judging.rows import Comparison, Row
from matcher.judging.tasks import number_in, read_rows
from matcher.judging.transition_baselines import BASELINES, Needs

__all__ = ["NAME", "NOTE", "Transition", "compared_transitions", "load", "rows_of_transitions", "scored_transitions"]

NAME = "transitions"
OURS = "carematch"
NOTE = (
    "transitions: over its 9,113 judged transitions the study's own measure reached .71, and its best part .77; "
    "pairs are few, and their intervals wide."
)
_COLUMNS = ("origin_uri", "destination_uri", "feasibility_1_to_5")

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Transition:
    """A change of occupation (ESCO URIs), and how feasible people judged it on average, 1 to 5."""

    origin: str
    destination: str
    feasibility: float


def load(real_data: Path) -> dict[str, list[Transition]]:
    """The pairs of each file ``crowd_pairs_named*.csv`` of ``judgements/transitions``, by part; empty without files.

    Raises
    ------
    FileError
        A file cannot be read.
    """
    folder = real_data / "judgements" / "transitions"
    return {
        path.stem.removeprefix("crowd_pairs_named").strip("_") or "all": [
            Transition(row[_COLUMNS[0]], row[_COLUMNS[1]], number_in(row, _COLUMNS[2], path))
            for row in read_rows(path, _COLUMNS)
        ]
        for path in sorted(folder.glob("crowd_pairs_named*.csv"))
    }


def scored_transitions(
    pairs: list[Transition], reader: TransitionReader, needs: Needs | None = None
) -> dict[str, Floats]:
    """What each method says of each pair: ours first, then the simple ones where there are needs to read."""
    scores = {OURS: np.array([reader.transition_fit(pair.origin, pair.destination) for pair in pairs])}
    if needs is None:
        return scores
    for name, method in BASELINES.items():
        scores[name] = np.array([method(needs, pair.origin, pair.destination) for pair in pairs])
    return scores


def rows_of_transitions(
    part: str, pairs: list[Transition], scores: Mapping[str, Floats], rng: np.random.Generator
) -> list[Row]:
    """Spearman's correlation of every method with people's judgement."""
    theirs = _judged(pairs)
    found = {
        name: bootstrap_statistic(len(pairs), partial(spearman, ours, theirs), rng) for name, ours in scores.items()
    }
    return [
        Row(NAME, part, len(pairs), name, "Spearman", each.value, each.low, each.high) for name, each in found.items()
    ]


def compared_transitions(
    part: str, pairs: list[Transition], scores: Mapping[str, Floats], rng: np.random.Generator
) -> list[Comparison]:
    """Ours beside the best simple method on the same pairs; nothing where there is none."""
    theirs, everything = _judged(pairs), np.arange(len(pairs))
    simple = {name: spearman(each, theirs, everything) for name, each in scores.items() if name != OURS}
    if not simple:
        return []
    best = max(simple, key=simple.__getitem__)

    def lead(at: NDArray[np.int64]) -> float:
        return spearman(scores[OURS], theirs, at) - spearman(scores[best], theirs, at)

    found = bootstrap_statistic(len(pairs), lead, rng)
    return [Comparison(NAME, part, len(pairs), OURS, best, "Spearman", found.value, found.low, found.high)]


def _judged(pairs: list[Transition]) -> Floats:
    return np.array([pair.feasibility for pair in pairs])
