"""The reader's weights fitted, and those that ship."""

import json

import numpy as np
import pytest

from matcher.judging.fitting import fit_fusion, out_of_fold
from matcher.packaged import models_path
from matcher.text.reader_model import READER, load_reader_model


@pytest.fixture
def judged() -> tuple[dict[str, np.ndarray], np.ndarray, np.ndarray]:
    """Forty queries by thirty documents: one likeness tells what is relevant, the other is noise."""
    rng = np.random.default_rng(7)
    relevant = rng.random((40, 30)) < 0.2
    parts = {
        "telling": (relevant + rng.normal(0, 0.5, relevant.shape)).astype(np.float32),
        "noise": rng.normal(0, 1, relevant.shape).astype(np.float32),
    }
    return parts, relevant, np.ones_like(relevant)


def test_a_likeness_that_tells_weighs_more_than_one_that_does_not(
    judged: tuple[dict[str, np.ndarray], np.ndarray, np.ndarray],
) -> None:
    weights = fit_fusion(*judged).weights
    assert weights["telling"] > 10 * abs(weights["noise"])


def test_pairs_that_are_not_counted_change_nothing(
    judged: tuple[dict[str, np.ndarray], np.ndarray, np.ndarray],
) -> None:
    parts, relevant, counted = judged
    counted[:, 20:] = False
    wild = {name: np.where(counted, values, 1e6).astype(np.float32) for name, values in parts.items()}
    assert fit_fusion(wild, relevant, counted) == fit_fusion(parts, relevant, counted)


def test_a_query_left_out_is_scored_by_weights_that_never_saw_it(
    judged: tuple[dict[str, np.ndarray], np.ndarray, np.ndarray],
) -> None:
    parts, relevant, counted = judged
    turned = relevant.copy()
    turned[0] = ~turned[0]
    np.testing.assert_array_equal(out_of_fold(parts, relevant, counted)[0], out_of_fold(parts, turned, counted)[0])


def test_no_likeness_that_ships_counts_against() -> None:
    for fusion in load_reader_model().fusions.values():
        assert min(fusion.weights.values()) >= 0


def test_every_fusion_that_ships_says_how_well_it_did() -> None:
    metrics = json.loads(models_path(READER, "metrics.json").read_text(encoding="utf-8"))
    assert set(metrics) == set(load_reader_model().fusions)
