"""What is true in a simulated world: how likely each pair is to end in a start.

The chance is ``logistic(base + signal * z(true weights . features) + bend * z(joint effects) + what nobody recorded)``
over features of which every answer is known, z being standard scores over the pairs that are possible. Learning sees
features with answers missing, one straight line, and nothing of the rest: it cannot invert what made the outcomes.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import brentq
from scipy.special import expit

from matcher.judging.simulation.programmes import Seen
from matcher.scoring import FEATURES, Model
from matcher.scoring.travel import HALF_VALUE_MINUTES

__all__ = ["KINDS", "World", "draw_world", "true_chances", "weight_vector"]

KINDS = {"as shipped": np.inf, "near": 60.0, "far": 12.0, "anything": 0.0}
"""Concentration of the Dirichlet distribution of true weights around the shipped ones: with infinity they are exactly
right, and with 0 every set of weights is as likely as any other."""

_N_PROVIDERS = 40
_HOUR_AWAY = 1 / (1 + (60 / HALF_VALUE_MINUTES) ** 2)  # the travel feature at an hour

# Judgement: ranges in which programmes differ, in log-odds for one standard deviation. A signal of 0.4 to 1.2 lets the
# true utility tell starts from the rest with an area under the curve of about 0.6 to 0.8, as selection instruments do.
_SIGNAL = (0.4, 1.2)
_BEND = (0.0, 0.4)
_QUALITY = (0.2, 0.6)
_PROVIDER = (0.2, 0.6)
_LUCK = (0.2, 0.6)
_BASE_RATE = (0.15, 0.45)
"""Judgement: of 49 people 29 were hired in Lincoln Green (2019), each after some referrals, so about one in three."""


@dataclass(frozen=True, slots=True)
class World:
    """What is true of one programme.

    Attributes
    ----------
    kind : str
        One of `KINDS`.
    weights : (10,) float64
        True weights in points, in the order of `FEATURES`.
    signal, bend, quality, provider, luck : float
        Log-odds for one standard deviation of: the weighted sum; joint effects; what nobody recorded of a person; of a
        provider; of a pair.
    base_rate : float
        Mean chance over the pairs that are possible.
    """

    kind: str
    weights: NDArray[np.float64]
    signal: float
    bend: float
    quality: float
    provider: float
    luck: float
    base_rate: float


def weight_vector(model: Model) -> NDArray[np.float64]:
    """The model's weights in the order of `FEATURES`."""
    return np.array([model.weights[name] for name in FEATURES])


def draw_world(kind: str, model: Model, rng: np.random.Generator) -> World:
    """A world of a kind; where the shipped weights are exactly right nothing bends them."""
    drawn = {
        name: float(rng.uniform(*bounds))
        for name, bounds in (
            ("signal", _SIGNAL),
            ("bend", _BEND),
            ("quality", _QUALITY),
            ("provider", _PROVIDER),
            ("luck", _LUCK),
            ("base_rate", _BASE_RATE),
        )
    }
    if np.isinf(KINDS[kind]):
        return World(kind, weight_vector(model), **(drawn | {"bend": 0.0}))
    around = KINDS[kind] * weight_vector(model) / 100 if KINDS[kind] else np.ones(len(FEATURES))
    return World(kind, 100 * rng.dirichlet(around), **drawn)


def true_chances(world: World, known: Seen, rng: np.random.Generator) -> NDArray[np.float64]:
    """The chance that each pair ends in a start, (n_candidates, n_vacancies); 0 where a gate really blocks it."""
    shape = known.open.shape
    provider = rng.normal(0.0, world.provider, _N_PROVIDERS)[rng.integers(_N_PROVIDERS, size=shape[1])]
    utility = (
        world.signal * _standard(known.features @ world.weights, known.open)
        + world.bend * _standard(_joint_effects(known.features, rng), known.open)
        + rng.normal(0.0, world.quality, (shape[0], 1))
        + provider
        + rng.normal(0.0, world.luck, shape)
    )
    possible = utility[known.open]
    base = brentq(lambda shift: expit(possible + shift).mean() - world.base_rate, -20.0, 20.0)
    return np.where(known.open, expit(utility + base), 0.0)


def _joint_effects(features: NDArray[np.float32], rng: np.random.Generator) -> NDArray[np.float64]:
    """A mixture of effects that no weighted sum can have: two features that matter together, and a cliff."""
    skills, travel, shifts, sector, pay = (
        features[..., FEATURES.index(name)] for name in ("essential_skills", "travel", "shifts", "prior_sector", "pay")
    )
    effects = (
        -(1 - travel) * (1 - shifts),  # a long way is worst where the hours hardly fit
        (1 - skills) * sector,  # what is not named is taken on trust from who comes from nearby work
        -(travel < _HOUR_AWAY).astype(np.float32),  # an hour is a wall, where the engine sees a slope
        -(1 - pay) * (1 - travel),  # low pay is worst where half of it goes on the journey
    )
    shares = rng.dirichlet(np.ones(len(effects)))
    return np.asarray(sum(share * effect for share, effect in zip(shares, effects, strict=True)), dtype=np.float64)


def _standard(values: NDArray[np.floating], over: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Standard scores over some of the pairs; 0 where those are all alike."""
    spread = float(values[over].std())
    return np.asarray((values - values[over].mean()) / spread if spread > 0 else np.zeros_like(values), np.float64)
