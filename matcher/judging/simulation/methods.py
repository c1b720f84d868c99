"""Ways to rank after some outcomes: ours, and what anybody could have had."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matcher.errors import InputError
from matcher.learning.calibration import Calibration, fit_calibration
from matcher.learning.examples import Examples, scores_of
from matcher.learning.fitting import fit_weights
from matcher.learning.training import train
from matcher.scoring import FEATURES, Model

__all__ = ["IN_USE", "LEARNED", "LEARNERS", "SHIPPED", "Learner", "Ranker", "learned", "unlearned"]

Floats = NDArray[np.float64]

SHIPPED, LEARNED, IN_USE = "shipped weights", "learned weights", "learned, if no worse"
TRUE, ANY_ORDER, EQUAL = "true weights", "any order", "equal weights"
PLAIN, BOOSTED = "plain logistic regression", "gradient-boosted trees"


@dataclass(frozen=True, slots=True)
class Ranker:
    """A way to rank: features (n, 10) to scores (n,), higher is better; and to chances of starting if it gives any."""

    scores: Callable[[Floats], Floats]
    chances: Callable[[Floats], Floats] | None = None


Learner = Callable[[Examples, Model, np.random.Generator], Mapping[str, Ranker]]
"""From outcomes, the current model and a generator, ways to rank by name."""


def unlearned(model: Model, true_weights: Floats, rng: np.random.Generator) -> Mapping[str, Ranker]:
    """Ways to rank that no outcome changes: the shipped weights, equal ones, the world's own, and no order at all.

    Not even the world's own are the best there could be: they are true of answers that are partly missing.
    """
    return {
        SHIPPED: _of_model(model),
        EQUAL: _weighted(np.full(len(FEATURES), 100 / len(FEATURES))),
        TRUE: _weighted(true_weights),
        ANY_ORDER: Ranker(lambda features: rng.random(len(features))),
    }


def learned(examples: Examples, model: Model, rng: np.random.Generator) -> Mapping[str, Ranker]:
    """Our weights fitted to the outcomes, whatever held-back outcomes say of them; and the model that is then used.

    That one is the shipped model where training refuses so few outcomes, or does not find the weights to be no worse.
    """
    try:
        trained = train(examples, model, rng)
    except InputError:
        fitted = fit_weights(examples.features, examples.started, examples.groups, model, rng)
        calibration = fit_calibration(scores_of(examples.features, fitted.as_model(model)), examples.started)
        return {LEARNED: _calibrated(fitted.as_model(model), calibration), IN_USE: _of_model(model)}
    weighed = trained.fitted.as_model(model)
    in_use = weighed if trained.verdict.is_no_worse else model
    return {LEARNED: _calibrated(weighed, trained.calibration), IN_USE: _of_model(in_use)}


def plain_regression(examples: Examples, model: Model, rng: np.random.Generator) -> Mapping[str, Ranker]:
    """Logistic regression with nothing to hold it: weights of any sign and size."""
    del rng
    from sklearn.linear_model import LogisticRegression

    if len(set(examples.started)) < 2:
        return {PLAIN: _of_model(model)}
    return {PLAIN: _sklearn(LogisticRegression(C=np.inf, max_iter=500), examples)}


def boosted_trees(examples: Examples, model: Model, rng: np.random.Generator) -> Mapping[str, Ranker]:
    """Gradient-boosted trees with scikit-learn's usual settings."""
    from sklearn.ensemble import HistGradientBoostingClassifier

    if len(set(examples.started)) < 2:
        return {BOOSTED: _of_model(model)}
    return {BOOSTED: _sklearn(HistGradientBoostingClassifier(random_state=int(rng.integers(2**31))), examples)}


LEARNERS: tuple[Learner, ...] = (learned, plain_regression, boosted_trees)
"""Ours first."""


def _weighted(weights: Floats) -> Ranker:
    return Ranker(lambda features: np.asarray(features @ weights))


def _of_model(model: Model) -> Ranker:
    return Ranker(lambda features: scores_of(features, model))


def _calibrated(model: Model, calibration: Calibration) -> Ranker:
    return Ranker(_of_model(model).scores, lambda features: calibration.chance(scores_of(features, model)))


def _sklearn(classifier: Any, examples: Examples) -> Ranker:
    fitted = classifier.fit(examples.features, examples.started)
    return Ranker(fitted.decision_function, lambda features: fitted.predict_proba(features)[:, 1])
