"""The plain search: rows in reach scored by the definitions of `matcher.scoring` themselves, with NumPy alone.

The fallback where numba is not installed or journeys were measured; slower, with the same answers, and the oracle.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from matcher.geography import TravelTimes
from matcher.ranking.everything.partition import Block, in_reach, is_placed, reach_km
from matcher.ranking.warm.finding import Ask, Hits, allowed_rows
from matcher.ranking.warm.sides import Part, Side
from matcher.scoring import CandidateArrays, Model, Pairs, VacancyArrays, open_scores
from matcher.scoring.taking import take

__all__ = ["PlainSearch"]

_AT_ONCE = 50_000
"""Judgement: some thirty arrays of that many floats are small."""

_SLACK_KM = 1e-6
"""So that no rounding leaves out what the gate, which decides, would let in."""

Arrays = TypeVar("Arrays", CandidateArrays, VacancyArrays)
Rows = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class PlainSearch:
    """Scores whatever may be in reach; where journeys were measured, everything."""

    model: Model
    as_of: date
    travel_times: TravelTimes | None = None

    def work(self, person: CandidateArrays, side: Side[VacancyArrays], ask: Ask) -> Iterator[Hits]:
        """Vacancies that no gate closes to a person."""
        box = np.array([person.easting_m[0], person.northing_m[0]] * 2)
        block = Block(np.zeros(1, dtype=np.int64), box, float(reach_km(person)[0]), bool(is_placed(person)[0]))
        for part in side.parts():
            rows = np.arange(len(part.field)) if self.travel_times else np.sort(in_reach(block, part.field.rows))
            yield self._found(part, rows, ask, lambda work: Pairs(person, work, self.travel_times))

    def people(self, vacancy: VacancyArrays, side: Side[CandidateArrays], ask: Ask) -> Iterator[Hits]:
        """Candidates to whom no gate closes a vacancy."""
        for part in side.parts():
            rows = np.arange(len(part.field)) if self.travel_times else _in_reach_of(vacancy, part.field.rows)
            yield self._found(part, rows, ask, lambda people: Pairs(people, vacancy, self.travel_times))

    def _found(self, part: Part[Arrays], rows: Rows, ask: Ask, pairs: Callable[[Arrays], Pairs]) -> Hits:
        rows = rows[allowed_rows(part, ask.only)[rows]]
        starts = range(0, len(rows), _AT_ONCE)
        scored: list[Floats] = [
            self._scores(pairs(take(part.field.rows, rows[start : start + _AT_ONCE]))) for start in starts
        ]
        scores = np.concatenate([np.empty(0), *scored])
        bar = ask.bars.of(part)[rows] if ask.bars else _kth(scores, ask.k)
        stays = (scores > -np.inf) & (scores >= bar)
        return part.field.rows.ids[rows[stays]], scores[stays]

    def _scores(self, pairs: Pairs) -> Floats:
        """Scores of one with many, -inf where a gate blocks, (n,)."""
        return open_scores(pairs, self.model, self.as_of).ravel()


def _kth(scores: Floats, k: int) -> float:
    """The k-th best score, -inf where there are no more."""
    return float(np.partition(scores, -k)[-k]) if k < len(scores) else -np.inf


def _in_reach_of(vacancy: VacancyArrays, people: CandidateArrays) -> Rows:
    """Rows of people who may reach a vacancy; who has no place is not away."""
    if vacancy.live_in[0] or not is_placed(vacancy)[0]:
        return np.arange(len(people))
    dx, dy = people.easting_m - vacancy.easting_m[0], people.northing_m - vacancy.northing_m[0]
    away = np.sqrt(dx * dx + dy * dy) / 1000.0 - vacancy.radius_km[0] - vacancy.blur_km[0]
    return np.flatnonzero(~np.isfinite(away) | ~(away > reach_km(people) + _SLACK_KM))
