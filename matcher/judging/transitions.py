"""Career transitions between ESCO occupations, beside how feasible people judged them (1 to 5).

The metric is Spearman's rank correlation of our fit with people's mean, over pairs.

References
----------
Nesta (2020), "Mapping Career Causeways" (MIT licence).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata

from matcher.evaluation import bootstrap_statistic
from matcher.judging.readers import TransitionReader
from matcher.judging.rows import Row
from matcher.judging.tasks import number_in, read_rows

__all__ = ["Transition", "load", "rows_of_transitions"]

NAME = "transitions"
_COLUMNS = ("origin_uri", "destination_uri", "feasibility_1_to_5")


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


def rows_of_transitions(
    transitions: dict[str, list[Transition]], reader: TransitionReader, rng: np.random.Generator
) -> Iterator[Row]:
    """Spearman's correlation of our fit with people's judgement, for each part."""
    for part, pairs in transitions.items():
        ours = np.array([reader.transition_fit(pair.origin, pair.destination) for pair in pairs])
        theirs = np.array([pair.feasibility for pair in pairs])
        found = bootstrap_statistic(len(pairs), partial(_spearman, ours, theirs), rng)
        yield Row(NAME, part, len(pairs), "carematch", "Spearman", found.value, found.low, found.high)


def _spearman(ours: NDArray[np.float64], theirs: NDArray[np.float64], at: NDArray[np.int64]) -> float:
    """The correlation of average ranks over some pairs; 0 where either side is all alike, for it orders nothing."""
    a, b = rankdata(ours[at]), rankdata(theirs[at])
    return float(np.corrcoef(a, b)[0, 1]) if a.std() > 0 and b.std() > 0 else 0.0
