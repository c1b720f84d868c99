"""Several likenesses made one."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.likeness.fusion import Fusion, standardise

NUMBERS = st.floats(-5, 5, width=32)


def test_a_likeness_is_seen_against_the_background_of_its_own_query() -> None:
    values = np.array([[3.0], [3.0]], dtype=np.float32)
    background = np.array([[1.0, 2.0, 3.0], [3.0, 4.0, 5.0]], dtype=np.float32)
    seen = standardise(values, background)
    assert seen[0, 0] > 0 > seen[1, 0]


def test_a_background_without_any_spread_divides_by_nothing() -> None:
    assert np.isfinite(standardise(np.ones((1, 2), np.float32), np.ones((1, 3), np.float32))).all()


@given(NUMBERS, NUMBERS)
def test_a_fused_likeness_is_the_logistic_of_the_weighed_sum(one: float, other: float) -> None:
    fusion = Fusion(-1.0, {"words": 0.5, "letters": 2.0})
    parts = {"words": np.array([[one]], np.float32), "letters": np.array([[other]], np.float32)}
    assert fusion.combine(parts)[0, 0] == pytest.approx(1 / (1 + np.exp(-(-1.0 + 0.5 * one + 2.0 * other))), rel=1e-4)


def test_parts_that_carry_no_weight_are_passed_over() -> None:
    parts = {"words": np.zeros((1, 1), np.float32), "unused": np.full((1, 1), np.nan, np.float32)}
    assert Fusion(0.0, {"words": 1.0}).combine(parts)[0, 0] == pytest.approx(0.5)
