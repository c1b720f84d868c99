"""From features to scores: one definition for one pair and for a million."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from matcher.scoring import background, hours, skills
from matcher.scoring.block import Feature, Floats, Pairs
from matcher.scoring.gates import blocked_pairs, judge_gates
from matcher.scoring.hours import Rota, rotas
from matcher.scoring.model import FEATURES, Model
from matcher.scoring.travel import Journey, journeys, travel

__all__ = ["Scored", "open_scores", "score_pairs", "weighted_sum"]


@dataclass(frozen=True, slots=True)
class Scored:
    """A block of pairs with everything an explanation reads.

    Attributes
    ----------
    features : feature name to `Feature`, in the order they are added up
    score, low, high : (n_candidates, n_vacancies) float64 in [0, 100]: the sum, and the worst and best it could be
    journey, rota : what travel and shifts were scored from
    """

    features: Mapping[str, Feature]
    score: Floats
    low: Floats
    high: Floats
    journey: Journey
    rota: Rota


def score_pairs(pairs: Pairs, model: Model) -> Scored:
    """Score every candidate with every vacancy of a block.

    Raises nothing: what is unknown takes the model's prior and widens the range.
    """
    journey, rota, prior = journeys(pairs), rotas(pairs), model.priors
    features = {
        "essential_skills": skills.essential_skills(pairs, prior["essential_skills"]),
        "optional_skills": skills.optional_skills(pairs, prior["optional_skills"]),
        "travel": travel(pairs, journey, prior["travel"]),
        "shifts": hours.shifts(pairs, rota, prior["shifts"]),
        "contract": hours.contract(pairs, prior["contract"]),
        "prior_sector": background.prior_sector(pairs, prior["prior_sector"]),
        "experience": background.experience(pairs, prior["experience"]),
        "qualification": background.qualification(pairs, prior["qualification"]),
        "pay": background.pay(pairs, prior["pay"]),
        "text": background.text(pairs, prior["text"]),
    }
    return Scored(
        features,
        weighted_sum({name: feature.value for name, feature in features.items()}, model),
        weighted_sum({name: feature.low for name, feature in features.items()}, model),
        weighted_sum({name: feature.high for name, feature in features.items()}, model),
        journey,
        rota,
    )


def open_scores(pairs: Pairs, model: Model, as_of: date) -> Floats:
    """Scores of a block as on a day, (n_candidates, n_vacancies); -inf where a gate blocks."""
    scored = score_pairs(pairs, model)
    return np.where(blocked_pairs(judge_gates(pairs, scored.journey, scored.rota, as_of)), -np.inf, scored.score)


def weighted_sum(values: Mapping[str, Floats], model: Model) -> Floats:
    """``sum of weight * value``, always added in the order of `FEATURES`, so that equal inputs give equal bits."""
    total = np.zeros_like(values[FEATURES[0]])
    for name in FEATURES:
        total = total + model.weights[name] * values[name]
    return total
