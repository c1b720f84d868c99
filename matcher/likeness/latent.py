"""A latent space: texts placed so that those about the same things lie near, whatever words they use."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from matcher.likeness.tfidf import Words, fit_words, unit_rows

__all__ = ["LatentSpace"]

# Judgement: words in fewer than two texts, or in more than three tenths of them, tell no topic.
_RAREST, _COMMONEST = 2, 0.3
_SEED, _N_ROUNDS = 0, 2  # of the randomised decomposition: the same texts give the same space


@dataclass(frozen=True, eq=False)
class LatentSpace:
    """Words reduced to their main axes (latent semantic analysis).

    Attributes
    ----------
    vectoriser
        Fitted scikit-learn vectoriser, ``n_words`` features.
    axes : ndarray of float32, shape (n_words, n_dimensions)

    References
    ----------
    Deerwester et al. (1990), "Indexing by Latent Semantic Analysis".
    """

    vectoriser: Any
    axes: NDArray[np.float32]

    @classmethod
    def fit(cls, texts: Sequence[str], words: Words, n_dimensions: int) -> Self:
        """Learn the axes from texts; fewer of them where the texts do not bear as many."""
        from sklearn.decomposition import TruncatedSVD

        vectoriser = fit_words(texts, words, rarest=_RAREST, commonest=_COMMONEST)
        rows = vectoriser.transform(texts)
        most = max(1, min(n_dimensions, rows.shape[0] - 1, rows.shape[1] - 1))
        axes = TruncatedSVD(most, n_iter=_N_ROUNDS, random_state=_SEED).fit(rows).components_.T
        return cls(vectoriser, np.ascontiguousarray(axes, dtype=np.float32))

    def place(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Where texts lie, (n_texts, n_dimensions), rows of length 1; zeros where no word is known."""
        placed: NDArray[np.float32] = unit_rows(np.asarray(self.vectoriser.transform(texts) @ self.axes))
        return placed
