"""Several likenesses made one: each weighed, added up and brought between 0 and 1."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["Fusion", "standardise"]

Block = NDArray[np.float32]
_LEAST_SPREAD = 1e-6


def standardise(values: Block, background: Block) -> Block:
    """How many standard deviations each value lies above the mean of its row's background.

    Parameters
    ----------
    values : ndarray, shape (n_queries, n_documents)
    background : ndarray, shape (n_queries, n_background)
        The same queries against a fixed set of documents, so that a pair's value is the same in any batch.
    """
    mean = background.mean(axis=1, keepdims=True)
    spread = background.std(axis=1, keepdims=True)
    return np.asarray((values - mean) / np.maximum(spread, _LEAST_SPREAD), dtype=np.float32)


@dataclass(frozen=True)
class Fusion:
    """A logistic regression over likenesses.

    Attributes
    ----------
    intercept : float
    weights : mapping of str to float
        By the likeness's name.
    """

    intercept: float
    weights: Mapping[str, float]

    def combine(self, parts: Mapping[str, Block]) -> Block:
        """One likeness in (0, 1): ``1 / (1 + exp(-(intercept + Σ weight * part)))``, in the shape of the parts."""
        total = sum((weight * parts[name] for name, weight in self.weights.items()), np.float32(self.intercept))
        return np.asarray(1.0 / (1.0 + np.exp(-total)), dtype=np.float32)
