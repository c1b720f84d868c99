"""Texts as sets of words and word pairs."""

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import HashingVectorizer

from matcher.likeness.texts import text_vectors

ORACLE = HashingVectorizer(
    n_features=2**18, ngram_range=(1, 2), stop_words="english", binary=True, norm=None, alternate_sign=False
)
words = st.sampled_from(["I", "cared", "for", "the", "mum", "A&E", "d'être", "Straße", "ИВАН", "x", "24h", "a_b"])
sentences = st.lists(words).map(" ".join)


@given(st.lists(sentences | st.text(max_size=20), min_size=1, max_size=5))
@example(["the of and"])
@example(["", "care"])
def test_the_vectors_are_those_of_scikit_learn(texts: list[str]) -> None:
    found, expected = text_vectors(texts), csr_matrix(ORACLE.transform(texts), dtype=np.int32)
    assert found.shape == expected.shape
    for part in ("data", "indices", "indptr"):
        assert getattr(found, part).dtype == getattr(expected, part).dtype
        assert np.array_equal(getattr(found, part), getattr(expected, part))


@pytest.mark.parametrize("n", [0, 1])
def test_no_text_and_an_empty_one_have_columns_all_the_same(n: int) -> None:
    assert text_vectors([""] * n).shape == (n, 2**18)
