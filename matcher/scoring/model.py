"""The weights a score is made with, read from a model folder."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from matcher.errors import DataError
from matcher.packaged import models_path

__all__ = ["CAPS", "FEATURES", "Model", "load_model"]

FEATURES = (
    "essential_skills",
    "optional_skills",
    "travel",
    "shifts",
    "contract",
    "prior_sector",
    "experience",
    "qualification",
    "pay",
    "text",
)
"""The features in the order they are added up."""

CAPS: Mapping[str, float] = MappingProxyType({"prior_sector": 10.0})
"""The most points a feature may have in any model. Judgement: where somebody worked must never decide against them."""


@dataclass(frozen=True, slots=True)
class Model:
    """Weights (points, >= 0, summing to 100) and priors (the value an unknown feature takes, in [0, 1])."""

    name: str
    weights: Mapping[str, float]
    priors: Mapping[str, float]


def load_model(name: str | None = None) -> Model:
    """Read a model by folder name or path; None reads the one that ``models/DEFAULT`` names.

    Raises
    ------
    DataError
        No such folder, or weights that do not fit the features.
    """
    name = name or models_path("DEFAULT").read_text(encoding="utf-8").strip()
    folder = Path(name) if Path(name).is_dir() else models_path(name)
    path = folder / "weights.json"
    if not path.is_file():
        raise DataError(f"There is no model '{name}': {path} is missing. Set CAREMATCH_MODEL to a folder of models/.")
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        model = Model(folder.name, *(_numbers(content[key]) for key in ("weights", "priors")))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DataError(f"{path} cannot be read as weights and priors ({error}): restore the model folder.") from error
    _check(model, path)
    return model


def _numbers(table: Mapping[str, object]) -> Mapping[str, float]:
    return MappingProxyType({key: float(str(value)) for key, value in table.items()})


def _check(model: Model, path: Path) -> None:
    for key, table in (("weights", model.weights), ("priors", model.priors)):
        if set(table) != set(FEATURES):
            odd = ", ".join(sorted(set(table) ^ set(FEATURES)))
            raise DataError(
                f"{path}: {key} and the program's features differ in {odd}: the model is of another version."
            )
    if min(model.weights.values()) < 0 or abs(sum(model.weights.values()) - 100) > 1e-9:
        raise DataError(f"{path}: weights must be 0 or more and sum to 100, not {sum(model.weights.values())}.")
    for name, most in CAPS.items():
        if model.weights[name] > most:
            raise DataError(f"{path}: {name} weighs {model.weights[name]:g} points, and may weigh {most:g} at most.")
    if not all(0 <= prior <= 1 for prior in model.priors.values()):
        raise DataError(f"{path}: priors must lie between 0 and 1.")
