"""How alike two orders of the same things are."""

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata

__all__ = ["spearman"]


def spearman(ours: NDArray[np.float64], theirs: NDArray[np.float64], at: NDArray[np.int64]) -> float:
    """Spearman's correlation over some of the things, equal ones at their mean rank; 0 where a side is all alike."""
    a, b = rankdata(ours[at]), rankdata(theirs[at])
    return float(np.corrcoef(a, b)[0, 1]) if a.std() > 0 and b.std() > 0 else 0.0
