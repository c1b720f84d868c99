"""Metrics of one query's ranking, and of sets. Each lies in [0, 1], and 1 is perfect.

Averaged over queries they are MAP, mean R-precision, MRR and mean nDCG. What is not retrieved counts as missed, never
as ranked last.

References
----------
.. [1] Manning, Raghavan and Schütze (2008), *Introduction to Information Retrieval*, chapter 8.
.. [2] Chalkidis et al. (2019), "Large-Scale Multi-Label Text Classification on EU Legislation" (R-precision at k).
.. [3] Järvelin and Kekäläinen (2002), "Cumulated Gain-based Evaluation of IR Techniques".
"""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from matcher.evaluation.qrels import Judged

__all__ = [
    "SetScores",
    "average_precision",
    "compare_sets",
    "hit_at",
    "ndcg_at",
    "r_precision_at",
    "reciprocal_rank",
]


@dataclass(frozen=True, slots=True)
class SetScores:
    """How a set that was found agrees with the one expected, from its counts."""

    n_right: int = 0
    n_found: int = 0
    n_expected: int = 0

    def __add__(self, other: "SetScores") -> "SetScores":
        """Counts together: the micro-average of both."""
        return SetScores(self.n_right + other.n_right, self.n_found + other.n_found, self.n_expected + other.n_expected)

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1 where nothing was found, for nothing of it is wrong."""
        return self.n_right / self.n_found if self.n_found else 1.0

    @property
    def recall(self) -> float:
        """The share of what was expected that was found; 1 where nothing was expected."""
        return self.n_right / self.n_expected if self.n_expected else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, ``2 right / (found + expected)``; 1 where both sets are empty."""
        either = self.n_found + self.n_expected
        return 2 * self.n_right / either if either else 1.0


def compare_sets(found: Collection[object], expected: Collection[object]) -> SetScores:
    """Counts of a set that was found beside the one expected; repeats count once."""
    found, expected = set(found), set(expected)
    return SetScores(len(found & expected), len(found), len(expected))


def average_precision(judged: Judged) -> float:
    """Precision at the rank of each relevant document, summed and divided by how many are relevant.

    Grades count as relevant or not; one that is not retrieved adds 0.
    """
    ranks = np.flatnonzero(judged.gains > 0) + 1
    return float((np.arange(1, len(ranks) + 1) / ranks).sum() / judged.n_relevant)


def r_precision_at(judged: Judged, k: int) -> float:
    """Relevant documents among the first k, divided by the most there can be: ``hits / min(k, n_relevant)``."""
    return int((judged.gains[:k] > 0).sum()) / min(k, judged.n_relevant)


def reciprocal_rank(judged: Judged, k: int | None = None) -> float:
    """One divided by the rank of the first relevant document; 0 where none is among the first k (all by default)."""
    ranks = np.flatnonzero(judged.gains[:k] > 0)
    return 1 / (int(ranks[0]) + 1) if len(ranks) else 0.0


def hit_at(judged: Judged, k: int) -> float:
    """1 where a relevant document is among the first k, else 0; with k = 1 this is top-1 accuracy."""
    return float((judged.gains[:k] > 0).any())


def ndcg_at(judged: Judged, k: int) -> float:
    """Discounted cumulative gain of the first k, divided by that of the best order there could be.

    The gain of a document is its grade (linear, not ``2 ** grade - 1``) and the discount at rank r is
    ``1 / log2(r + 1)``.
    """
    return _dcg(judged.gains[:k]) / _dcg(judged.ideal[:k])


def _dcg(gains: np.ndarray) -> float:
    return float((gains / np.log2(np.arange(len(gains)) + 2)).sum())
