"""What skills bring of each other by what they are called, and by what an encoder makes of it."""

from dataclasses import replace
from typing import cast

import numpy as np
import pytest

from matcher.engine import Engine
from matcher.likeness.encoder import Encoder
from matcher.taxonomy import Taxonomy
from matcher.taxonomy.wording import (
    ALIKE_IN_MEANING,
    MEANING_CREDIT,
    WORDING_CREDIT,
    credited_by_meaning,
    meaning_credits,
    wording_credits,
)

NAMES = ["humanitarian aid", "provide humanitarian aid", "bake bread", "repair clocks", "sell shoes", "plan gardens"]


def test_names_clearly_alike_credit_each_other_in_part() -> None:
    credits_given = wording_credits(NAMES)
    assert credits_given[0, 1] == credits_given[1, 0] == WORDING_CREDIT


def test_other_names_bring_nothing_and_none_credits_itself() -> None:
    assert wording_credits(NAMES).nnz == 2


def test_names_without_a_word_bring_nothing() -> None:
    assert wording_credits(["", "-"]).nnz == 0


def test_skills_side_by_side_credit_each_other_and_others_do_not() -> None:
    near = np.array([1.0, 0.0]), np.array([ALIKE_IN_MEANING + 0.01, 0.0]), np.array([0.0, 1.0])
    points = np.array([near[0], [near[1][0], np.sqrt(1 - near[1][0] ** 2)], near[2]], dtype=np.float32)
    expected = np.zeros((3, 3))
    expected[0, 1] = expected[1, 0] = MEANING_CREDIT
    np.testing.assert_array_equal(meaning_credits(points).toarray(), expected)


@pytest.mark.parametrize("n_skills", [1_000, 1_001])
def test_blocks_of_rows_leave_no_pair_out(n_skills: int) -> None:
    points = np.ones((n_skills, 1), dtype=np.float32)
    assert meaning_credits(points).nnz == n_skills * (n_skills - 1)


class Alike:
    """An encoder to which everything is the same."""

    def encode_once(self, texts: list[str]) -> np.ndarray:
        return np.ones((len(texts), 1), dtype=np.float32)


def test_an_encoder_raises_credits_and_never_lowers_one(small: Taxonomy) -> None:
    credited = credited_by_meaning(small, cast("Encoder", Alike()))
    expected = np.maximum(small.credits.toarray(), MEANING_CREDIT)
    np.testing.assert_array_equal(credited.credits.toarray(), expected)
    assert credited.credits.dtype == small.credits.dtype


def test_the_engine_scores_by_meaning_only_where_there_is_an_encoder(engine: Engine) -> None:
    assert engine._by_meaning is engine.taxonomy
    encoded = replace(engine, encoder=cast("Encoder", Alike()))
    assert encoded._by_meaning.credits.min() == MEANING_CREDIT
    assert engine.taxonomy.credits.min() == 0
