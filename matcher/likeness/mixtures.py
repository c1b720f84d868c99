"""Texts as mixtures of the classes whose names they resemble."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, vstack

__all__ = ["mixtures", "owner_matrix"]

_ROWS_AT_ONCE = 256


def owner_matrix(owners: NDArray[np.int64], n_owners: int) -> csr_matrix:
    """Which class each name belongs to, (n_names, n_owners) of 0 and 1."""
    n_names = len(owners)
    ones = np.ones(n_names, dtype=np.float32)
    return csr_matrix((ones, (np.arange(n_names), owners)), shape=(n_names, n_owners))


def mixtures(texts: Any, names: Any, owners: csr_matrix, *, power: float, least: float = 0.0) -> csr_matrix:
    """How much of each class is in each text: the likenesses to its names, sharpened, added up and scaled to sum 1.

    ``m[t, c] = Σ cosine(t, name)**power`` over the names of ``c``, for cosines of at least `least`, over the same of
    all classes. A high power leaves the classes whose names fit best; a sum, against a maximum, trusts a class the
    more of whose names fit.

    Parameters
    ----------
    texts, names : csr_matrix
        Rows of length 1, (n_texts, n_words) and (n_names, n_words).
    owners : csr_matrix, shape (n_names, n_classes)
        From `owner_matrix`.

    Returns
    -------
    csr_matrix of float32, shape (n_texts, n_classes)
        A text that resembles no name has an empty row.
    """
    from sklearn.preprocessing import normalize

    parts = []
    for start in range(0, texts.shape[0], _ROWS_AT_ONCE):
        likeness = csr_matrix(texts[start : start + _ROWS_AT_ONCE] @ names.T)
        likeness.data[likeness.data < least] = 0.0
        likeness.data **= power
        parts.append(csr_matrix(normalize(likeness @ owners, norm="l1")))
    return csr_matrix(vstack(parts)) if parts else csr_matrix(np.zeros((0, owners.shape[1]), dtype=np.float32))
