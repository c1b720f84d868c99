"""Gates and the whole score of flat arrays of pairs, by NumPy, in the order in which `matcher.scoring` adds up."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from matcher.benchmarks.baselines.ground import Ground, Sparse
from matcher.domain import TravelMode
from matcher.geography import distance_km, travel_minutes
from matcher.ranking.everything.tables import (
    EXPERIENCE,
    GATES_OUT,
    HOURS_FIT,
    PAY,
    PRIOR_SECTOR,
    QUALIFICATION,
    SHIFT_SHARE,
    SHIFTS_OUT,
    WAITS,
)
from matcher.scoring.background import SAME_TOPIC_COSINE
from matcher.scoring.encode import code
from matcher.scoring.hours import both
from matcher.scoring.travel import HALF_VALUE_MINUTES
from matcher.scoring.ways import Ways

__all__ = ["FlatPairs", "score_flat"]

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class FlatPairs:
    """Pairs of some people, who travel alike, with vacancies; ordered by person.

    Attributes
    ----------
    people : (n,) rows of the people
    at : (n_pairs,) places in `people`, ascending
    work : (n_pairs,) rows of vacancies
    has_journey : whether it is known where the people live
    """

    ways: Ways
    people: Rows
    at: Rows
    work: Rows
    has_journey: bool

    @property
    def rows(self) -> Rows:
        """The row of each pair's person."""
        return self.people[self.at]

    def only(self, kept: Flags) -> "FlatPairs":
        """Some of the pairs."""
        return replace(self, at=self.at[kept], work=self.work[kept])


def score_flat(ground: Ground, pairs: FlatPairs) -> tuple[FlatPairs, Floats]:
    """The pairs that no gate blocks, and the score of each."""
    pairs = pairs.only((_looked(ground, pairs, GATES_OUT) == 0) & (_looked(ground, pairs, SHIFTS_OUT) == 0))
    pairs, travel = _travel(ground, pairs)
    seen, column = np.unique(pairs.work, return_inverse=True)
    values = {
        "essential_skills": _coverage(ground, ground.essential, pairs, (seen, column), "essential"),
        "optional_skills": _coverage(ground, ground.optional, pairs, (seen, column), "optional"),
        "travel": travel,
        "shifts": both(_looked(ground, pairs, SHIFT_SHARE), _looked(ground, pairs, HOURS_FIT)),
        "contract": ground.tables.contract[pairs.work],
        "prior_sector": _looked(ground, pairs, PRIOR_SECTOR),
        "experience": _looked(ground, pairs, EXPERIENCE),
        "qualification": _looked(ground, pairs, QUALIFICATION),
        "pay": _looked(ground, pairs, PAY),
        "text": _likeness(ground, pairs, (seen, column)),
    }
    score = np.zeros(len(pairs.work))
    for name, weight in ground.weights.items():
        score += weight * values[name]
    return pairs, score


def _looked(ground: Ground, pairs: FlatPairs, table: int) -> Floats:
    tables = ground.tables
    return np.asarray(tables.value[tables.base[table][pairs.work] + tables.kind[table][pairs.people][pairs.at]])


def _travel(ground: Ground, pairs: FlatPairs) -> tuple[FlatPairs, Floats]:
    """The pairs within reach, and what their journeys are worth."""
    people, work, prior = ground.matching.people, ground.matching.work, ground.matching.model.priors["travel"]
    if not pairs.has_journey:
        return pairs, np.where(work.live_in[pairs.work], 1.0, prior)
    between = _between(ground, pairs)
    nearer = np.maximum(between - (people.blur_km[pairs.rows] + work.blur_km[pairs.work]), 0.0)
    at_best = np.minimum.reduce([travel_minutes(nearer, mode) for mode in pairs.ways.best])
    kept = work.live_in[pairs.work] | (at_best <= ground.limit_minutes[pairs.rows])
    pairs, between = pairs.only(kept), between[kept]
    spread = (people.blur_km[pairs.rows] ** 2 + work.blur_km[pairs.work] ** 2) / 2
    expected = np.sqrt(between * between + spread)
    counted = np.minimum.reduce(
        [travel_minutes(expected, mode) + _wait(ground, pairs, mode) for mode in pairs.ways.usual]
    )
    ratio = np.where(work.live_in[pairs.work], 0.0, counted) / HALF_VALUE_MINUTES
    return pairs, 1.0 / (1.0 + ratio * ratio)


def _between(ground: Ground, pairs: FlatPairs) -> Floats:
    people, work = ground.matching.people, ground.matching.work
    return distance_km(
        people.easting_m[pairs.rows],
        people.northing_m[pairs.rows],
        work.easting_m[pairs.work],
        work.northing_m[pairs.work],
        work.radius_km[pairs.work],
    )


def _wait(ground: Ground, pairs: FlatPairs, mode: TravelMode) -> Floats:
    return _looked(ground, pairs, WAITS + int(ground.tables.wait_of[code(mode)]))


def _shared(sparse: Sparse, pairs: FlatPairs, columns: tuple[Rows, Rows]) -> Floats:
    """Sums over what two rows have in common: of all the people with all the vacancies that any of the pairs has."""
    seen, column = columns
    product = sparse.people[pairs.people] @ sparse.work[seen].T
    return np.asarray(product.toarray()[pairs.at, column], dtype=np.float64)


def _coverage(ground: Ground, needs: Sparse, pairs: FlatPairs, columns: tuple[Rows, Rows], which: str) -> Floats:
    prior = ground.matching.model.priors[f"{which}_skills"]
    known = getattr(ground.matching.work, f"{which}_known")[pairs.work]
    points, total = _shared(needs, pairs, columns), needs.total[pairs.work]
    value = np.divide(points, total * 100, out=np.ones_like(points), where=total > 0)
    asked = ground.matching.people.skills_known[pairs.rows]
    estimate = np.where(asked, value, np.maximum(value, prior))
    return np.where(known | (total > 0), estimate, prior)


def _likeness(ground: Ground, pairs: FlatPairs, columns: tuple[Rows, Rows]) -> Floats:
    texts, prior = ground.texts, ground.matching.model.priors["text"]
    shared = _shared(texts, pairs, columns)
    size = np.sqrt(ground.n_words[pairs.rows] * texts.total[pairs.work])
    cosine = np.divide(shared, size, out=np.zeros_like(shared), where=size > 0)
    return np.where(size > 0, np.minimum(1.0, cosine / SAME_TOPIC_COSINE), prior)
