"""Referrals drawn with a known truth: what the tests of learning fit to."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.learning.examples import Examples
from matcher.scoring.model import FEATURES, Model, load_model

Floats = NDArray[np.float64]

CURRENT = load_model("baseline-1")
PER_CANDIDATE = 4


@dataclass(frozen=True)
class Drawn:
    """Features (n, 10), whether each started (n,), and the candidate of each (n,)."""

    features: Floats
    started: NDArray[np.bool_]
    groups: NDArray[np.int64]

    @property
    def examples(self) -> Examples:
        return Examples(self.features, np.ones(self.features.shape, dtype=bool), self.started, self.groups)


def points(**moved: float) -> Floats:
    """The current weights with some set anew and the others scaled so that all sum to 100."""
    rest = sum(weight for name, weight in CURRENT.weights.items() if name not in moved)
    scale = (100 - sum(moved.values())) / rest
    return np.array([moved.get(name, CURRENT.weights[name] * scale) for name in FEATURES])


def as_points(weights: dict[str, float] | object) -> Floats:
    return np.array([weights[name] for name in FEATURES])  # type: ignore[index]


def model_of(weights: Floats, name: str = "made") -> Model:
    return Model(name, dict(zip(FEATURES, weights.tolist(), strict=True)), CURRENT.priors)


def draw(n: int, truth: Floats, rng: np.random.Generator, slope: float = 10.0) -> Drawn:
    """`n` referrals whose log-odds of starting rise by `slope` from a score of 0 to one of 100; half of them start."""
    features = rng.beta(1.5, 1.5, size=(n, len(FEATURES)))
    log_odds = slope * (features @ truth) / 100
    started = rng.random(n) < 1 / (1 + np.exp(np.median(log_odds) - log_odds))
    return Drawn(features, started, np.arange(n) // PER_CANDIDATE)
