"""Weights fitted to outcomes: logistic regression, non-negative, summing to the scale, shrunk to the current weights.

The log-odds of starting are taken as ``intercept + slope * score``, where the score is the sum of weight times feature
as everywhere. With the weights as shares ``p`` of the scale (``p >= 0``, summing to 1, none above its cap) the fit
maximises ::

    sum of log-likelihood - strength * (slope / 5)^2 * |p - current p|^2

with the slope over the whole scale, 2 or more, and wide penalties that keep the line finite (`likelihood.py`).

How strong the hold is, up to keeping the current weights as they are, is chosen on candidates left out
(`strength.py`). The penalty does not grow with the outcomes and the log-likelihood does: tens of outcomes hardly move
the weights and thousands do. Where none would move by half a point all are kept. A feature that is unknown takes the
value it was scored with, its prior.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from matcher.learning.likelihood import Flags, Floats, Hold, fit_shares, keep_shares
from matcher.learning.strength import choose_strength
from matcher.scoring.model import CAPS, FEATURES, Model

__all__ = ["Fitted", "fit_weights"]

# Judgement: weights are said aloud; a tenth of a point is as fine as anybody can hear.
_DECIMALS = 1
# Judgement: where no weight would move by this many points nobody would hear the difference, and none is moved.
_LEAST_MOVE = 0.5


@dataclass(frozen=True, slots=True)
class Fitted:
    """Weights fitted to outcomes.

    Attributes
    ----------
    weights : mapping of feature to points
        Each 0 or more and within its cap; they sum to 100.
    strength : float
        How strongly they were held to the current weights; infinite where the current ones are kept as they are.
    intercept, slope : float
        Of the log-odds of starting: ``intercept + slope * score``, slope 0 or more.
    n : int
        Outcomes fitted to.
    """

    weights: Mapping[str, float]
    strength: float
    intercept: float
    slope: float
    n: int

    @property
    def is_current(self) -> bool:
        """Whether the current weights are kept as they are."""
        return math.isinf(self.strength)

    @property
    def expected_move(self) -> float:
        """By how many points the strength expects a weight to move."""
        return 100 / math.sqrt(2 * self.strength)

    def as_model(self, current: Model, name: str = "") -> Model:
        """The model with these weights, and the priors of the current one."""
        return Model(name or current.name, self.weights, current.priors)


def fit_weights(
    features: Floats,
    started: Flags,
    groups: NDArray[np.int64],
    current: Model,
    rng: np.random.Generator,
) -> Fitted:
    """Fit weights to outcomes, as the module says.

    Parameters
    ----------
    features : ndarray of float64 in [0, 1], shape (n, 10)
        A row for each pair that was referred, columns in the order of `FEATURES`, with the values that were scored.
    started : ndarray of bool, shape (n,)
    groups : ndarray of int64, shape (n,)
        The candidate of each row, so that nobody's outcomes are on both sides of a split.
    current : Model
        Its weights are what the fit is shrunk to.
    rng : numpy.random.Generator
        Splits the candidates; the same seed gives the same weights.

    Notes
    -----
    Where nothing can be learned (one candidate, everybody or nobody started) the current weights are kept.
    """
    shares = np.array([current.weights[name] for name in FEATURES]) / 100
    caps = np.array([CAPS.get(name, 100.0) for name in FEATURES]) / 100
    hold = Hold(shares, caps)
    strength = choose_strength(features, started, groups, hold, rng)
    kept = fit = keep_shares(features, started, hold)
    weights = current.weights
    if math.isfinite(strength):
        fit = fit_shares(kept, features, started, hold, strength)
        weights = _as_points(fit.shares)
    if max(abs(weights[name] - current.weights[name]) for name in FEATURES) < _LEAST_MOVE:
        weights, strength, fit = current.weights, math.inf, kept
    return Fitted(weights, strength, fit.line.intercept, fit.line.slope / 100, len(started))


def _as_points(shares: Floats) -> Mapping[str, float]:
    """Shares as points that are said aloud and still sum to 100: the largest remainders are rounded up."""
    unit = 10**_DECIMALS
    exact = shares * 100 * unit
    floored = np.floor(exact + 1e-6)
    left = round(100 * unit - floored.sum())
    floored[np.argsort(floored - exact, kind="stable")[:left]] += 1
    return MappingProxyType({name: float(count) / unit for name, count in zip(FEATURES, floored, strict=True)})
