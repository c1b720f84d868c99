"""Current and learned weights beside each other on outcomes that the learned ones have not seen.

The candidates are split into five parts; each part's outcomes are judged by weights, line and calibration that were
fitted to the other four. Differences are paired, and their intervals are bootstrapped over candidates.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from matcher.evaluation import expected_calibration_error
from matcher.learning.beside import Beside, Predicted, set_beside
from matcher.learning.calibration import fit_calibration
from matcher.learning.examples import Examples, scores_of
from matcher.learning.fitting import fit_weights
from matcher.learning.likelihood import Floats, fit_line
from matcher.scoring import Model

__all__ = ["N_PARTS", "HeldBack", "hold_back"]

N_PARTS = 5
_N_DRAWS = 200


@dataclass(frozen=True, eq=False)
class HeldBack:
    """What held-back outcomes say.

    Attributes
    ----------
    scores : (n,) float64
        Of each outcome, by weights that were not fitted to its candidate.
    n_moved : int
        In how many of the parts the learned weights are others than the current ones.
    measures : mapping of name to Beside
        As `set_beside` gives them.
    calibration_error : float
        Expected calibration error of the learned chances.
    calibration_error_by_chance : float
        What it would be on average if the same chances were exact: so much comes of the number of outcomes alone.
    """

    scores: Floats
    n_moved: int
    measures: Mapping[str, Beside]
    calibration_error: float
    calibration_error_by_chance: float


def hold_back(examples: Examples, current: Model, rng: np.random.Generator) -> HeldBack:
    """Judge learned against current weights on outcomes held back in turn."""
    learned, now, n_moved = _predict(examples, current, rng)
    measures, chances = set_beside(examples, learned, now, rng), learned.chances
    drawn = [expected_calibration_error(chances, rng.random(len(chances)) < chances) for _ in range(_N_DRAWS)]
    error = expected_calibration_error(chances, examples.started)
    return HeldBack(learned.scores, n_moved, measures, error, float(np.mean(drawn)))


def _predict(examples: Examples, current: Model, rng: np.random.Generator) -> tuple[Predicted, Predicted, int]:
    """What learned and current weights say of outcomes held back in turn, and in how many parts they differ."""
    n_moved, learned, now = 0, Predicted.of(len(examples)), Predicted.of(len(examples))
    _, people = np.unique(examples.groups, return_inverse=True)
    parts = (rng.permutation(people.max() + 1) % N_PARTS)[people]
    for part in range(N_PARTS):
        held, rest = parts == part, examples.part(parts != part)
        fitted = fit_weights(rest.features, rest.started, rest.groups, current, rng)
        n_moved += not fitted.is_current
        for found, model in ((learned, fitted.as_model(current)), (now, current)):
            known, unseen = scores_of(rest.features, model), scores_of(examples.features[held], model)
            line = fit_line(known / 100, rest.started.astype(np.float64))
            found.scores[held] = unseen
            found.losses[held] = line.losses(unseen / 100, examples.started[held])
            found.chances[held] = fit_calibration(known, rest.started).chance(unseen)
    return learned, now, n_moved
