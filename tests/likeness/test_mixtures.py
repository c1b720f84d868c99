"""Texts as mixtures of classes."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.likeness.mixtures import mixtures, owner_matrix
from matcher.likeness.tfidf import fit_words

NAMES = ["care assistant", "carer", "care home assistant", "lorry driver", "hgv driver", "van driver"]
OWNERS = np.array([0, 0, 0, 1, 1, 2])
WORDS = fit_words(NAMES, str.split)


def mixed(texts: list[str], power: float = 2.0, least: float = 0.0) -> np.ndarray:
    rows = mixtures(WORDS.transform(texts), WORDS.transform(NAMES), owner_matrix(OWNERS, 3), power=power, least=least)
    return rows.toarray()


def slow_mixture(text: str, power: float, least: float) -> np.ndarray:
    """One name at a time."""
    query, names = WORDS.transform([text]).toarray()[0], WORDS.transform(NAMES).toarray()
    total = np.zeros(3)
    for name, owner in zip(names, OWNERS, strict=True):
        likeness = float(query @ name)
        total[owner] += likeness**power if likeness >= least else 0.0
    return total / total.sum() if total.sum() else total


@given(
    st.lists(st.sampled_from("care home assistant lorry van driver nothing".split()), max_size=5).map(" ".join),  # noqa: SIM905 - reads better
    st.sampled_from([1.0, 2.0, 5.0]),
    st.sampled_from([0.0, 0.3]),
)
def test_a_mixture_is_that_of_adding_up_one_name_at_a_time(text: str, power: float, least: float) -> None:
    np.testing.assert_allclose(mixed([text], power, least)[0], slow_mixture(text, power, least), atol=1e-5)


def test_the_shares_of_a_text_add_up_to_one() -> None:
    assert mixed(["van driver"]).sum() == pytest.approx(1.0)


def test_a_text_that_resembles_no_name_is_no_mixture() -> None:
    assert mixed(["astronaut"]).sum() == 0.0


def test_a_higher_power_leaves_the_names_that_fit_best() -> None:
    assert mixed(["van driver"], power=6.0)[0, 2] > mixed(["van driver"], power=1.0)[0, 2]


def test_many_texts_are_read_as_each_alone() -> None:
    texts = ["van driver", "carer", "lorry"] * 120
    np.testing.assert_array_equal(mixed(texts)[:3], np.vstack([mixed([text]) for text in texts[:3]]))
