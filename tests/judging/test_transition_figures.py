"""What is written beside the weights of the transition fit."""

import json

import numpy as np
import pytest

from matcher.judging.transition_figures import figures_of
from matcher.packaged import models_path
from matcher.text.transitions.model import PARTS, TRANSITIONS, load_transition_model


@pytest.fixture
def parts() -> dict[str, np.ndarray]:
    """Three parts that order ten pairs as people do, but for one pair by its titles."""
    agreed = np.arange(10) / 10
    return {"needs": agreed, "field": agreed, "titles": np.r_[agreed[:9], -0.1]}


def test_parts_that_agree_with_people_correlate_fully(parts: dict[str, np.ndarray]) -> None:
    figures = figures_of(parts, np.arange(10.0), load_transition_model())
    assert figures["each part alone"] == {"needs": 1.0, "field": 1.0, "titles": pytest.approx(0.4545)}


def test_the_fit_lies_in_its_interval_and_between_any_pair_left_out(parts: dict[str, np.ndarray]) -> None:
    figures = figures_of(parts, np.arange(10.0), load_transition_model())
    for span in ("95% interval", "without any one pair"):
        low, high = figures[span]  # type: ignore[misc]
        assert low <= figures["Spearman"] <= high


def test_the_weights_that_ship_say_how_well_they_did() -> None:
    metrics = json.loads(models_path(TRANSITIONS, "metrics.json").read_text(encoding="utf-8"))
    for reader in ("lexical", "with an encoder"):
        assert set(metrics[reader]["each part alone"]) == set(PARTS)
        assert metrics[reader]["Spearman"] > 0.9
