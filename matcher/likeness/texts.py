"""How much two texts are about the same things."""

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

__all__ = ["compare_texts", "text_vectors"]

_N_BUCKETS = 2**18


@cache
def _vectoriser() -> Any:
    from sklearn.feature_extraction.text import HashingVectorizer

    return HashingVectorizer(
        n_features=_N_BUCKETS, ngram_range=(1, 2), stop_words="english", binary=True, norm=None, alternate_sign=False
    )


def text_vectors(texts: Sequence[str]) -> csr_matrix:
    """Texts as sets of words and word pairs, hashed: (n_texts, 2**18) of 0 and 1, int32.

    Nothing is learnt from the batch, so a text's vector is the same alone as among a million.
    """
    if not texts:
        return csr_matrix(np.zeros((0, _N_BUCKETS), dtype=np.int32))
    return csr_matrix(_vectoriser().transform(texts), dtype=np.int32)


def compare_texts(queries: csr_matrix, corpus: csr_matrix) -> NDArray[np.float64]:
    """Cosine of `text_vectors`, (n_queries, n_corpus) in [0, 1]; 0 where either text is empty.

    The counts are integers and the rest is one square root and one division, so a pair's value is the same in any
    batch, on any machine.
    """
    shared = np.asarray((queries @ corpus.T).todense(), dtype=np.float64)
    n_query = np.asarray(queries.sum(axis=1), dtype=np.float64).reshape(-1, 1)
    n_corpus = np.asarray(corpus.sum(axis=1), dtype=np.float64).reshape(1, -1)
    size = np.sqrt(n_query * n_corpus)
    return np.divide(shared, size, out=np.zeros_like(shared), where=size > 0)
