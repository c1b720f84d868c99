"""How the parts of a transition fit are weighed: kept in a folder of ``models/``."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from math import isclose
from types import MappingProxyType

from matcher.errors import DataError
from matcher.packaged import models_path

__all__ = ["PARTS", "TRANSITIONS", "TransitionModel", "load_transition_model"]

TRANSITIONS = "transitions-1"
"""The folder that ships; ``python -m matcher.judging.transition_figures`` measures it anew."""

PARTS = ("needs", "field", "titles")


@dataclass(frozen=True)
class TransitionModel:
    """Weights of 0 or more by part, summing to 1."""

    name: str
    weights: Mapping[str, float]

    def combine(self, parts: Mapping[str, float]) -> float:
        """The weighted mean of parts in [0, 1]; one that is not there counts for nothing and the others for more.

        With no part there is nothing to say, and the fit is 0.
        """
        weight = sum(self.weights[name] for name in parts)
        return sum(self.weights[name] * value for name, value in parts.items()) / weight if weight else 0.0


def load_transition_model(name: str = TRANSITIONS) -> TransitionModel:
    """Read the weights of a folder of ``models/``.

    Raises
    ------
    DataError
        The folder is missing, or its weights are not those of `PARTS`, are below 0 or do not sum to 1.
    """
    path = models_path(name, "weights.json")
    try:
        weights = {str(part): float(weight) for part, weight in json.loads(path.read_text(encoding="utf-8")).items()}
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise DataError(f"{path} cannot be read as weights ({error}): restore the model folder.") from error
    if set(weights) != set(PARTS) or min(weights.values()) < 0 or not isclose(sum(weights.values()), 1.0):
        raise DataError(f"{path} holds {weights}: give {', '.join(PARTS)} weights of 0 or more that sum to 1.")
    return TransitionModel(name, MappingProxyType(weights))
