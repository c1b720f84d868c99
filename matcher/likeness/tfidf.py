"""Texts as weighted words, or as weighted stretches of letters: sparse rows of unit length."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from matcher.likeness.normalise import normalise

__all__ = ["cosine", "fit_letters", "fit_words", "unit_rows"]

_LETTERS = (3, 5)  # n-grams of three to five letters, within words

Words = Callable[[str], list[str]]


def fit_words(texts: Sequence[str], words: Words, *, rarest: int = 1, commonest: float = 1.0) -> Any:
    """A scikit-learn vectoriser of words, with how telling each is learnt from `texts`.

    Parameters
    ----------
    texts : sequence of str
        What frequencies are counted in.
    words : callable
        The words of a text.
    rarest, commonest
        A word in fewer texts than `rarest`, or in more than the share `commonest` of them, counts for nothing.
    """
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectoriser = TfidfVectorizer(
        tokenizer=words,
        token_pattern=None,
        lowercase=False,
        min_df=rarest if len(texts) > rarest else 1,
        max_df=commonest,
        sublinear_tf=True,
        dtype=np.float32,
    )
    return vectoriser.fit(texts)


def fit_letters(texts: Sequence[str]) -> Any:
    """A scikit-learn vectoriser of stretches of letters within words, for names that are misspelt or cut short."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectoriser = TfidfVectorizer(
        analyzer="char_wb", ngram_range=_LETTERS, preprocessor=normalise, sublinear_tf=True, dtype=np.float32
    )
    return vectoriser.fit(texts)


def cosine(left: Any, right: Any) -> NDArray[np.float32]:
    """Products of all rows, (n_left, n_right), dense; their cosines where rows have unit length."""
    product = left @ right.T
    return np.asarray(product.toarray() if hasattr(product, "toarray") else product, dtype=np.float32)


def unit_rows(rows: Any) -> Any:
    """Rows scaled to length 1, sparse or dense as they came; empty ones stay empty."""
    from sklearn.preprocessing import normalize

    scaled = normalize(rows, norm="l2", axis=1)
    return csr_matrix(scaled) if hasattr(rows, "tocsr") else scaled
