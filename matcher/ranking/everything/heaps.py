"""Lists of the best k, kept as heaps with the worst at the root; compiled.

Better is a higher score, and of equal ones the lower rank of the id. That is an order of all pairs, so the k best are
the same whatever the order they come in, and lists of two workers merge into the list of both. A list holds ranks,
which stand for rows.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.everything.compiling import compiled, inlined

__all__ = ["Best", "merge", "name", "new_best", "offer", "sort"]

Scores = NDArray[np.float64]
Ints = NDArray[np.int32]


class Best(NamedTuple):
    """Lists of the best k so far: `score`, `rank` (n, k), -inf and -1 where empty, and `size` (n,).

    `bar` (n,) is the score of the k-th, -inf while there are fewer: what is lower comes into no list.
    """

    score: Scores
    rank: Ints
    size: Ints
    bar: Scores


def new_best(n_rows: int, k: int) -> Best:
    """Empty lists."""
    ranks, sizes = np.full((n_rows, k), -1, dtype=np.int32), np.zeros(n_rows, dtype=np.int32)
    return Best(np.full((n_rows, k), -np.inf), ranks, sizes, np.full(n_rows, -np.inf))


@inlined
def _is_worse(score: float, rank: int, other_score: float, other_rank: int) -> bool:
    return score < other_score or (score == other_score and rank > other_rank)


@compiled
def offer(scores: Scores, ranks: Ints, sizes: Ints, at: int, score: float, rank: int) -> None:
    """Offer a rank to list `at` of the fields of a `Best`; a full list drops what is no better."""
    size = sizes[at]
    if size < scores.shape[1]:
        _rise(scores[at], ranks[at], size, score, rank)
        sizes[at] = size + 1
    elif _is_worse(scores[at, 0], ranks[at, 0], score, rank):
        _sink(scores[at], ranks[at], size, score, rank)


@compiled
def merge(into: Best, other: Best) -> None:
    """Offer every entry of some lists to others of the same rows."""
    for row in range(len(into.size)):
        for place in range(other.size[row]):
            offer(into.score, into.rank, into.size, row, other.score[row, place], other.rank[row, place])


@compiled
def name(best: Best, row_of: Ints) -> None:
    """Put the rows that ranks stand for in place of the ranks; -1 stays."""
    for row in range(len(best.size)):
        for place in range(best.size[row]):
            best.rank[row, place] = row_of[best.rank[row, place]]


@compiled
def sort(best: Best) -> None:
    """Put lists in order, best first, in place; they are heaps no more.

    The worst, which is at the root, goes to the end, and the one that was there into the heap of those before.
    """
    for row in range(len(best.size)):
        scores, ranks = best.score[row], best.rank[row]
        for end in range(best.size[row] - 1, 0, -1):
            score, rank = scores[end], ranks[end]
            scores[end], ranks[end] = scores[0], ranks[0]
            _sink(scores, ranks, end, score, rank)


@compiled
def _rise(scores: Scores, ranks: Ints, place: int, score: float, rank: int) -> None:
    """Put an entry at the end of a heap, and whoever is better on its way to the root below it."""
    while place > 0:
        parent = (place - 1) >> 1
        if not _is_worse(score, rank, scores[parent], ranks[parent]):
            break
        scores[place], ranks[place] = scores[parent], ranks[parent]
        place = parent
    scores[place], ranks[place] = score, rank


@compiled
def _sink(scores: Scores, ranks: Ints, size: int, score: float, rank: int) -> None:
    """Put an entry in place of the root of a heap of `size`, and whoever is worse on its way down above it."""
    place = 0
    while True:
        child = 2 * place + 1
        if child >= size:
            break
        other = child + 1
        if other < size and _is_worse(scores[other], ranks[other], scores[child], ranks[child]):
            child = other
        if not _is_worse(scores[child], ranks[child], score, rank):
            break
        scores[place], ranks[place] = scores[child], ranks[child]
        place = child
    scores[place], ranks[place] = score, rank
