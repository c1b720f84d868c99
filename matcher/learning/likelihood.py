"""The likelihood of outcomes under weights, and its best point within the promises that weights keep."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import LinearConstraint, minimize
from scipy.special import expit

__all__ = ["Flags", "Floats", "Hold", "Line", "ShareFit", "fit_line", "fit_shares", "keep_shares"]

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

# Judgement: so wide that the outcomes decide, and there to hold the line where they are separated without a fault: how
# far the log-odds of a score of 0, and those between scores of 0 and 100, may be from 0.
_SPREAD = np.array([10.0, 20.0])
_LEAST_SLOPE = 2.0
"""Judgement: a line flatter than this says so little that its shares would go wherever chance draws them."""
_USUAL_SLOPE = 5.0
"""Judgement: log-odds between scores of 0 and 100 for which `strength` is meant; a flatter line is held less."""
_MOST_STEPS = 300
_PRECISION = 1e-9  # of the log-likelihood, in nats


@dataclass(frozen=True, slots=True)
class Line:
    """Log-odds of starting ``intercept + slope * score``, the score as a share of the scale; slope 0 or more."""

    intercept: float
    slope: float

    def chance(self, scores: Floats) -> Floats:
        """Chances of scores, of the same shape."""
        return np.asarray(expit(self.intercept + self.slope * scores))

    def losses(self, scores: Floats, started: Flags) -> Floats:
        """Minus the log-likelihood of each outcome, in nats, of the same shape."""
        return _losses(self.intercept + self.slope * scores, started.astype(np.float64))


@dataclass(frozen=True, eq=False)
class Hold:
    """What shares are held to: `shares` (m,), the current ones, summing to 1; `caps` (m,), the most each may be."""

    shares: Floats
    caps: Floats


@dataclass(frozen=True, eq=False)
class ShareFit:
    """Shares (m,) of the scale, and the line on the scores that they give."""

    line: Line
    shares: Floats

    def losses(self, features: Floats, started: Flags) -> Floats:
        """Minus the log-likelihood of each outcome, (n,), in nats."""
        return self.line.losses(features @ self.shares, started)


def fit_line(scores: Floats, targets: Floats) -> Line:
    """The likeliest line through targets in [0, 1], (n,), of scores in [0, 1], (n,)."""

    def objective(theta: Floats) -> tuple[float, Floats]:
        log_odds = theta[0] + theta[1] * scores
        pull = expit(log_odds) - targets
        slopes = np.array([pull.sum(), pull @ scores]) + theta / _SPREAD**2
        return _losses(log_odds, targets).sum() + _penalty(theta), slopes

    begin = np.array([0.0, _LEAST_SLOPE])
    found = minimize(objective, begin, jac=True, method="L-BFGS-B", bounds=[(None, None), (0.0, None)])
    return Line(float(found.x[0]), float(found.x[1]))


def keep_shares(features: Floats, started: Flags, hold: Hold) -> ShareFit:
    """The likeliest line under the current shares."""
    return ShareFit(fit_line(features @ hold.shares, started.astype(np.float64)), hold.shares)


def fit_shares(begin: ShareFit, features: Floats, started: Flags, hold: Hold, strength: float) -> ShareFit:
    """The likeliest line and shares together, from another fit on.

    Held by ``strength * (slope / _USUAL_SLOPE)^2 * |shares - current shares|^2``. In ``slope * shares`` that is convex:
    there is one best point, wherever the search begins. In slope and shares it is not, and where current scores say
    nothing (slope 0) no share would ever move. Shares are 0 or more, at most their caps, and sum to 1; the slope is
    `_LEAST_SLOPE` or more. Found by sequential quadratic programming.
    """
    found = minimize(
        _held_loss(features, started.astype(np.float64), hold, strength),
        np.concatenate([[begin.line.intercept], max(begin.line.slope, _LEAST_SLOPE) * begin.shares]),
        jac=True,
        method="SLSQP",
        bounds=[(None, None), *[(0.0, None)] * len(hold.shares)],
        constraints=_promises(hold.caps),
        options={"maxiter": _MOST_STEPS, "ftol": _PRECISION},
    )
    slopes = np.clip(found.x[1:], 0.0, None)
    slope = float(slopes.sum())
    return ShareFit(Line(float(found.x[0]), slope), np.minimum(slopes / slope, hold.caps))


def _held_loss(
    features: Floats, targets: Floats, hold: Hold, strength: float
) -> Callable[[Floats], tuple[float, Floats]]:
    """What `fit_shares` makes least, and its gradient, in the intercept and ``slope * shares``, (1 + m,)."""
    away = (np.eye(len(hold.shares)) - hold.shares[:, None]) * np.sqrt(strength) / _USUAL_SLOPE
    held = away.T @ away

    def objective(theta: Floats) -> tuple[float, Floats]:
        line, slopes = np.array([theta[0], theta[1:].sum()]), theta[1:]
        log_odds = theta[0] + features @ slopes
        pull, spread = expit(log_odds) - targets, line / _SPREAD**2
        value = _losses(log_odds, targets).sum() + _penalty(line) + slopes @ held @ slopes
        return value, np.concatenate([[pull.sum() + spread[0]], pull @ features + 2 * held @ slopes + spread[1]])

    return objective


def _promises(caps: Floats) -> list[LinearConstraint]:
    """The slope is `_LEAST_SLOPE` or more, and no part of it is more than its cap's share."""
    n = len(caps)
    whole = np.concatenate([[0.0], np.ones(n)])
    beyond_caps = np.hstack([np.zeros((n, 1)), np.eye(n) - caps[:, None]])
    return [LinearConstraint(whole, _LEAST_SLOPE, np.inf), LinearConstraint(beyond_caps, -np.inf, 0.0)]


def _losses(log_odds: Floats, targets: Floats) -> Floats:
    return np.asarray(np.logaddexp(0.0, log_odds) - targets * log_odds)


def _penalty(line: Floats) -> float:
    return float(((line / _SPREAD) ** 2).sum()) / 2
