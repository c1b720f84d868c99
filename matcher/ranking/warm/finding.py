"""What is asked and what is found, whichever way it is searched."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.warm.sides import Part, Side
from matcher.scoring import CandidateArrays, VacancyArrays

__all__ = ["Ask", "Bars", "Found", "Search", "allowed_rows", "best_of"]

Flags = NDArray[np.bool_]
Floats = NDArray[np.float64]
Hits = tuple[NDArray[np.object_], Floats]


class Bars(Protocol):
    """The score that each row has to reach."""

    def of(self, part: Part[Any]) -> Floats:
        """Of every row of a part, (n,)."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Ask:
    """The best `k`, of some ids `only` where that is not None; or, with `bars`, all that reach their own."""

    k: int
    only: Collection[object] | None = None
    bars: Bars | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """Who was found, best first, ties by id.

    Attributes
    ----------
    ids : (n,) object
    scores : (n,) float64 in [0, 100], to the last bit those of every other way of scoring
    """

    ids: NDArray[np.object_]
    scores: Floats

    def __len__(self) -> int:
        return len(self.ids)


class Search(Protocol):
    """One way of searching a side: ids and scores part by part, at least all that are among what is asked for."""

    def work(self, person: CandidateArrays, side: Side[VacancyArrays], ask: Ask) -> Iterable[Hits]:
        """Vacancies that no gate closes to a person."""
        ...

    def people(self, vacancy: VacancyArrays, side: Side[CandidateArrays], ask: Ask) -> Iterable[Hits]:
        """Candidates to whom no gate closes a vacancy."""
        ...


def allowed_rows(part: Part[Any], only: Collection[object] | None) -> Flags:
    """Which rows of a part may be found, (n,): those still there, and of the ids asked for where any are."""
    if only is None:
        return part.here
    allowed = np.zeros(len(part.field), dtype=bool)
    allowed[part.field.rows_of(only)] = True
    return allowed & part.here


def best_of(hits: Iterable[Hits], k: int) -> Found:
    """The first `k` of all hits."""
    found = list(hits)
    ids = np.concatenate([np.empty(0, dtype=object), *(names for names, _ in found)])
    scores = np.concatenate([np.empty(0), *(points for _, points in found)])
    by_score = zip((-scores).tolist(), map(str, ids), range(len(ids)), strict=True)
    order = [at for _, _, at in sorted(by_score)][:k]
    return Found(ids[order], scores[order])
