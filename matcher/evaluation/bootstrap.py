"""How sure a mean over queries is: percentile intervals of the bootstrap."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["Interval", "bootstrap_difference", "bootstrap_mean", "bootstrap_statistic"]

N_RESAMPLES = 2_000
LEVEL = 0.95
_CELLS_AT_ONCE = 5_000_000  # queries drawn in one go, so that a thousand queries never fill the memory


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean, and between which two values it would fall in most samples of as many queries."""

    value: float
    low: float
    high: float


def bootstrap_mean(
    values: Sequence[float] | NDArray[np.float64],
    rng: np.random.Generator,
    n_resamples: int = N_RESAMPLES,
    level: float = LEVEL,
) -> Interval:
    """The mean over queries with its percentile interval.

    Parameters
    ----------
    values : sequence of float, shape (n_queries,)
        One value a query; at least one.
    rng : numpy.random.Generator
        Draws the samples, so that the same seed gives the same interval.
    n_resamples : int
        How many samples are drawn, each of as many queries with replacement.
    level : float
        The share of sample means within the interval.

    References
    ----------
    Efron and Tibshirani (1993), *An Introduction to the Bootstrap*, chapter 13.
    """
    observed = np.asarray(values, dtype=np.float64)
    if not len(observed):
        raise ValueError("There is no value to take the mean of.")
    at_once = max(1, _CELLS_AT_ONCE // len(observed))
    means = np.concatenate(
        [
            observed[rng.integers(len(observed), size=(min(at_once, n_resamples - done), len(observed)))].mean(axis=1)
            for done in range(0, n_resamples, at_once)
        ]
    )
    return _interval(float(observed.mean()), means, level)


def bootstrap_difference(
    ours: Sequence[float],
    theirs: Sequence[float],
    rng: np.random.Generator,
    n_resamples: int = N_RESAMPLES,
    level: float = LEVEL,
) -> Interval:
    """The mean of ``ours - theirs`` over the same queries, paired, with its percentile interval.

    An interval wholly above 0 says that ours is better on queries like these.
    """
    if len(ours) != len(theirs):
        raise ValueError(f"Pairs are needed: there are {len(ours)} values of ours and {len(theirs)} of theirs.")
    return bootstrap_mean(np.asarray(ours, np.float64) - np.asarray(theirs, np.float64), rng, n_resamples, level)


def bootstrap_statistic(
    n: int,
    statistic: Callable[[NDArray[np.int64]], float],
    rng: np.random.Generator,
    n_resamples: int = N_RESAMPLES,
    level: float = LEVEL,
) -> Interval:
    """Any statistic of n observations with its percentile interval; slower than the mean's.

    Parameters
    ----------
    statistic : callable
        Given the indices of the observations to use, the statistic: a number for every sample.
    """
    if not n:
        raise ValueError("There is no observation to take the statistic of.")
    drawn = np.array([statistic(rng.integers(n, size=n)) for _ in range(n_resamples)])
    return _interval(statistic(np.arange(n)), drawn, level)


def _interval(value: float, drawn: NDArray[np.float64], level: float) -> Interval:
    low, high = np.quantile(drawn, [(1 - level) / 2, (1 + level) / 2])
    return Interval(value, float(low), float(high))
