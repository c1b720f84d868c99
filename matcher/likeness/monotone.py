"""Several likenesses made one by trees that never count a better likeness against anybody."""

from dataclasses import dataclass, field
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

__all__ = ["MonotoneFusion"]

Table = NDArray[np.float64]

# Judgement: small trees, slow steps and leaves of many rows; twice or half of each changes little, and so do sums and
# smaller ones of two likenesses given beside them.
_N_LEAVES, _N_TREES, _STEP, _FEWEST_IN_LEAF = 6, 200, 0.05, 40


@dataclass(eq=False)
class MonotoneFusion:
    """Gradient boosted trees over likenesses that are constrained to rise with each of them.

    Attributes
    ----------
    seed : int
        Of the trees; the same table gives the same fusion.

    References
    ----------
    Ke et al. (2017), "LightGBM"; scikit-learn's ``HistGradientBoostingRegressor``, ``monotonic_cst``.
    """

    seed: int = 0
    _trees: Any = field(default=None, repr=False)

    def fit(self, likenesses: Table, wanted: Table) -> Self:
        """Learn from likenesses, (n_rows, n_likenesses), and what should come out of each row, (n_rows,)."""
        from sklearn.ensemble import HistGradientBoostingRegressor

        self._trees = HistGradientBoostingRegressor(
            max_leaf_nodes=_N_LEAVES,
            max_iter=_N_TREES,
            learning_rate=_STEP,
            min_samples_leaf=_FEWEST_IN_LEAF,
            monotonic_cst=[1] * likenesses.shape[1],
            early_stopping=False,
            random_state=self.seed,
        ).fit(likenesses, wanted)
        return self

    def combine(self, likenesses: Table) -> Table:
        """One number a row, (n_rows,), on the scale that was learnt from."""
        return np.asarray(self._trees.predict(likenesses), dtype=np.float64)
