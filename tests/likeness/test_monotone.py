"""A fusion that a better likeness never lowers."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from matcher.likeness.monotone import MonotoneFusion

likenesses = arrays(np.float64, (3,), elements=st.floats(0, 1, width=32))


@pytest.fixture(scope="module")
def fusion() -> MonotoneFusion:
    """Learnt from noise and from a likeness that counts against, which it must not follow."""
    rng = np.random.default_rng(3)
    table = rng.random((600, 3))
    return MonotoneFusion().fit(table, table[:, 0] - table[:, 1] + rng.normal(0, 0.3, 600))


@pytest.mark.promise
@given(row=likenesses, better=likenesses)
def test_a_better_likeness_never_lowers_the_fusion(fusion: MonotoneFusion, row: np.ndarray, better: np.ndarray) -> None:
    before, after = fusion.combine(np.stack([row, np.maximum(row, better)]))
    assert after >= before


def test_the_fusion_follows_what_counts_for_a_row(fusion: MonotoneFusion) -> None:
    poor, good = fusion.combine(np.array([[0.1, 0.5, 0.5], [0.9, 0.5, 0.5]]))
    assert good > poor + 0.2


def test_a_row_is_the_same_alone_as_among_others(fusion: MonotoneFusion) -> None:
    table = np.random.default_rng(5).random((20, 3))
    assert fusion.combine(table)[7] == fusion.combine(table[7:8])[0]
