"""Lists of the best k so far, in NumPy alone; compiled: `heaps`."""

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.everything.lists import ScoredLists, no_lists

__all__ = ["BestSoFar"]

Scores = NDArray[np.float64]
Rows = NDArray[np.int64]

_FEW = 0.5
"""Judgement: up to so many times k new entries a list are sorted at once; of more the best k are picked first."""


class BestSoFar:
    """Lists of the best k of `n` rows, best first; ties by the rank of the id."""

    def __init__(self, n: int, k: int, ranks: NDArray[np.int32]) -> None:
        self._row, self._score = no_lists(n, k)
        self._ranks = ranks

    def offer(self, rows: Rows, scores: Scores, others: Rows) -> None:
        """Offer ``scores[i, j]`` of ``others[j]`` to the list of ``rows[i]``; -inf is offered to nobody."""
        at, column = np.nonzero(self._may_enter(rows, scores))
        change = np.unique(at)
        whose, place = np.nonzero(self._score[rows[change]] > -np.inf)
        whose = change[whose]
        stood = rows[whose], place
        at = np.concatenate([whose, at])
        row = np.concatenate([self._row[stood], others[column].astype(np.int32)])
        score = np.concatenate([self._score[stood], scores[at[len(whose) :], column]])
        order = np.lexsort((self._ranks[row], -score, at))
        at, row, score = at[order], row[order], score[order]
        place = np.arange(len(at)) - np.searchsorted(at, at)
        kept = place < self._score.shape[1]
        into = rows[at[kept]], place[kept]
        self._row[into], self._score[into] = row[kept], score[kept]

    def lists(self) -> ScoredLists:
        """Rows and scores."""
        return self._row, self._score

    def _may_enter(self, rows: Rows, scores: Scores) -> NDArray[np.bool_]:
        """Entries as good as the last of their list; where they are many, as good as the k-th of them too."""
        k = self._score.shape[1]
        may = (scores >= self._score[rows, -1][:, None]) & (scores > -np.inf)
        if np.count_nonzero(may) > _FEW * k * len(rows) and k < scores.shape[1]:
            may &= scores >= np.partition(scores, -k, axis=1)[:, -k, None]
        return np.asarray(may)
