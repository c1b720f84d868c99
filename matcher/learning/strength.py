"""How strongly weights are held to the current ones: chosen on candidates left out, in doubt the strongest.

1. For every strength of a short list, the first of which is infinite (keep the current weights), the candidates are
   split into folds, and each fold's outcomes are predicted by weights fitted to the others.
2. The strongest hold is chosen whose loss is within a quarter of a standard error of the least loss.

References
----------
Hastie, Tibshirani and Friedman (2009), *The Elements of Statistical Learning*, 7.10 (there with one standard error).
"""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from matcher.learning.likelihood import Flags, Floats, Hold, ShareFit, fit_shares, keep_shares

__all__ = ["choose_strength"]

# Judgement: how many points a weight may be expected to move, from not at all; eight is as far as anybody who knows
# the work would have put a weight otherwise.
_EXPECTED_MOVES = (0.0, 0.5, 1.0, 2.0, 4.0, 8.0)
# Judgement: with fewer outcomes than these the weights are expected to move by less, as the root of their number.
_ENOUGH = 500
_N_FOLDS = 5
# Judgement: in standard errors; a whole one keeps current weights where moving them pays (simulated).
_DOUBT = 0.25


def choose_strength(
    features: Floats, started: Flags, groups: NDArray[np.int64], hold: Hold, rng: np.random.Generator
) -> float:
    """The strongest hold whose loss on candidates left out is within `_DOUBT` standard errors of the least.

    Parameters
    ----------
    features : ndarray of float64, shape (n, m)
    started : ndarray of bool, shape (n,)
    groups : ndarray of int64, shape (n,)
        The candidate of each row.
    hold : Hold
    rng : numpy.random.Generator
        Splits the candidates.

    Returns
    -------
    float
        Infinite where the current weights are kept, and where there is nothing to compare: one candidate, or everybody
        or nobody started.
    """
    strengths = _strengths(len(started))
    names, rows = np.unique(groups, return_inverse=True)
    if len(names) < 2 or started.all() or not started.any():
        return math.inf
    folds = (rng.permutation(len(names)) % _N_FOLDS)[rows]
    lost = np.empty((len(strengths), len(started)))
    for fold in range(min(_N_FOLDS, len(names))):
        held = folds == fold
        path = _path(features[~held], started[~held], hold, strengths)
        lost[:, held] = [fit.losses(features[held], started[held]) for fit in path]
    behind = lost - lost[lost.mean(axis=1).argmin()]
    near_enough = behind.mean(axis=1) <= _DOUBT * _standard_error(behind, rows)
    return strengths[int(near_enough.argmax())]


def _strength(expected_move: float) -> float:
    """Under which a weight is expected to move by so many points at the usual slope: ``1 / (2 move^2)`` in shares."""
    return 1 / (2 * (expected_move / 100) ** 2) if expected_move else math.inf


def _strengths(n: int) -> list[float]:
    """The holds to choose from with so many outcomes, strongest first."""
    most = _EXPECTED_MOVES[-1] * math.sqrt(n / _ENOUGH)
    return [_strength(move) for move in _EXPECTED_MOVES if move <= most]


def _path(features: Floats, started: Flags, hold: Hold, strengths: Sequence[float]) -> list[ShareFit]:
    """Fits from the strongest hold to the weakest, each begun where the one before ended."""
    path = [keep_shares(features, started, hold)]
    for strength in strengths[1:]:
        path.append(fit_shares(path[-1], features, started, hold, strength))
    return path


def _standard_error(values: Floats, rows: NDArray[np.int64]) -> Floats:
    """Of the mean of each row of `values` (m, n); columns with one number in `rows` are one candidate's."""
    away = values - values.mean(axis=1, keepdims=True)
    sums = np.stack([np.bincount(rows, each) for each in away])
    return np.asarray(np.sqrt((sums**2).sum(axis=1)) / values.shape[1])
