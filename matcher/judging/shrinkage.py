"""Noisy shares of many small groups, each drawn towards what its kind and its likeness say.

A linear mixed model on the log-odds of a share: one slope for what is known beforehand, levels that groups share, and a
part of each group's own, of which some lasts into another period and some does not.

References
----------
Robinson (1991), "That BLUP is a good thing", Statistical Science 6.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

__all__ = ["FEWEST", "Spread", "counting_noise", "log_odds", "same", "shrunk_shares"]

Floats = NDArray[np.float64]

FEWEST = 10
"""Counts under this are suppressed; what is left of them by differencing stands for "few"."""

_FEW = (FEWEST - 1) / 2
_FEW_VARIANCE = (FEWEST**2 - 1) / 12
"""Mean and variance of a whole number from 0 to 9, each as likely."""


@dataclass(frozen=True, slots=True)
class Spread:
    """Variances on the log-odds scale.

    Attributes
    ----------
    levels : sequence of float
        Between the groups of each level, outermost first.
    lasting : float
        Of a share within its levels, what another period would show again.
    passing : float
        What it would not: whole employers moving, and reclassification.
    """

    levels: Sequence[float]
    lasting: float
    passing: float


def log_odds(n_moves: Floats, n_all: Floats) -> Floats:
    """``ln((m + 1/2) / (n - m + 1/2))``; a suppressed count is taken as the middle of 0 to 9."""
    moves = np.where(n_moves < FEWEST, _FEW, n_moves)
    return np.asarray(np.log((moves + 0.5) / (n_all - moves + 0.5)))


def counting_noise(n_moves: Floats, n_all: Floats) -> Floats:
    """Variance of `log_odds` by counting alone, and for a suppressed count by not knowing which it is."""
    is_few = n_moves < FEWEST
    moves = np.where(is_few, _FEW, n_moves)
    unknown = np.where(is_few, _FEW_VARIANCE / (_FEW + 0.5) ** 2, 0.0)
    return np.asarray(1 / (moves + 0.5) + 1 / (n_all - moves + 0.5) + unknown)


def same(labels: Sequence[str]) -> Floats:
    """1 where two groups have a label in common, (n, n)."""
    named = np.asarray(labels)
    return np.asarray(named[:, None] == named[None, :], dtype=np.float64)


def shrunk_shares(
    counts: tuple[Floats, Floats],
    beforehand: Floats,
    levels: Sequence[Floats],
    spread: Spread,
    counted: NDArray[np.bool_],
) -> Floats:
    """The best linear unbiased prediction of the lasting share of each group.

    Parameters
    ----------
    counts : two arrays of shape (n_groups,)
        Moves, and all leavers.
    beforehand : ndarray, shape (n_groups,)
        What is known of a group without its count; the log-odds rise with it by a slope fitted here.
    levels : sequence of arrays, shape (n_groups, n_groups)
        For each level, 1 where two groups belong together (`same`).
    spread : Spread
    counted : ndarray of bool, shape (n_groups,)
        Whose own counts are used; the others get what their level and what is known beforehand say.

    Returns
    -------
    ndarray, shape (n_groups,)
        In (0, 1).
    """
    observed, fixed = log_odds(*counts), np.column_stack([np.ones_like(beforehand), beforehand])
    lasting = sum((size * level for size, level in zip(spread.levels, levels, strict=True)), np.zeros_like(levels[0]))
    lasting = lasting + spread.lasting * np.eye(len(observed))
    noise = np.diag((counting_noise(*counts) + spread.passing)[counted])
    precision = np.linalg.inv(lasting[np.ix_(counted, counted)] + noise)
    weighed = fixed[counted].T @ precision
    slopes = np.linalg.solve(weighed @ fixed[counted], weighed @ observed[counted])
    ahead = precision @ (observed[counted] - fixed[counted] @ slopes)
    return np.asarray(expit(fixed @ slopes + lasting[:, counted] @ ahead))
