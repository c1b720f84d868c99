"""The best k both ways of flat arrays of pairs, by partition and lexsort."""

import numpy as np
from numpy.typing import NDArray

from matcher.benchmarks.baselines.flat_scores import FlatPairs
from matcher.benchmarks.baselines.ground import Ground, in_lists
from matcher.ranking.everything import ScoredMatches
from matcher.ranking.everything.lists import NOBODY, ScoredLists

__all__ = ["FlatLists"]

Floats = NDArray[np.float64]
Rows = NDArray[np.int64]

_NO_RANK = np.iinfo(np.int64).max


class FlatLists:
    """Lists so far: a candidate's are whole once offered, a vacancy's grow.

    All the pairs of a person have to be offered at once.
    """

    def __init__(self, ground: Ground) -> None:
        people, work = ground.matching.people, ground.matching.work
        self._ground = ground
        self._size = len(people), len(work)
        self._k = ground.matching.k
        self._theirs: list[tuple[Rows, Rows, Floats]] = []
        self._score = np.full((len(work), self._k), -np.inf)
        self._rank = np.full((len(work), self._k), _NO_RANK, dtype=np.int64)

    def offer(self, pairs: FlatPairs, score: Floats) -> None:
        """Offer scored pairs to the lists of both."""
        if len(score):
            self._offer_to_people(pairs, score)
            self._offer_to_work(pairs, score)

    def found(self) -> ScoredMatches:
        """Both directions."""
        rows, others, scores = (np.concatenate(part) for part in zip(*self._theirs, strict=True))
        order = np.argsort(rows, kind="stable")
        theirs = in_lists(self._size[0], self._k, rows[order], others[order], scores[order])
        return ScoredMatches(theirs, self._of_work())

    def _offer_to_people(self, pairs: FlatPairs, score: Floats) -> None:
        counts = np.bincount(pairs.at, minlength=len(pairs.people))
        place = np.arange(len(score)) - np.concatenate(([0], np.cumsum(counts)))[pairs.at]
        wide = np.full((len(pairs.people), max(counts.max(), self._k)), -np.inf)
        wide[pairs.at, place] = score
        bar = np.partition(wide, -self._k, axis=1)[:, -self._k]
        worth = np.flatnonzero(score >= bar[pairs.at])
        rank = self._ground.work_rank[pairs.work[worth]]
        best = worth[_first(pairs.at[worth], score[worth], rank, self._k)]
        self._theirs.append((pairs.rows[best], pairs.work[best], score[best]))

    def _offer_to_work(self, pairs: FlatPairs, score: Floats) -> None:
        """Of the pairs only those matter that come up to the last of the vacancy's list so far."""
        worth = np.flatnonzero(score >= self._score[pairs.work, -1])
        touched = np.unique(pairs.work[worth])
        row = np.concatenate([pairs.work[worth], np.repeat(touched, self._k)])
        scores = np.concatenate([score[worth], self._score[touched].ravel()])
        rank = np.concatenate([self._ground.people_rank[pairs.rows[worth]], self._rank[touched].ravel()])
        best = _first(row, scores, rank, self._k)
        place = np.arange(len(best)) - np.searchsorted(row[best], row[best])
        self._score[row[best], place], self._rank[row[best], place] = scores[best], rank[best]

    def _of_work(self) -> ScoredLists:
        row_of = np.append(np.argsort(self._ground.people_rank), NOBODY).astype(np.int32)
        return row_of[np.minimum(self._rank, self._size[0])], self._score


def _first(row: Rows, score: Floats, rank: NDArray[np.integer], k: int) -> Rows:
    """Places of the best k of every row, row by row: by score, of equal ones by rank."""
    order = np.lexsort((rank, -score, row))
    ordered = row[order]
    return order[np.arange(len(order)) - np.searchsorted(ordered, ordered) < k]
