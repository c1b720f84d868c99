"""Best first, ties by id."""

import numpy as np
from numpy.typing import NDArray

__all__ = ["ranked_order", "top_k"]


def ranked_order(scores: NDArray[np.float64], ids: NDArray[np.object_], keep: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Positions of the kept entries by ``(-score, id)``.

    Parameters
    ----------
    scores, ids, keep : (n,)
    """
    positions = np.flatnonzero(keep)
    names = np.array([str(name) for name in ids[positions]], dtype=np.str_)
    return positions[np.lexsort((names, -scores[positions]))]


def top_k(order: NDArray[np.int64], k: int) -> NDArray[np.int64]:
    """The first `k` of a ranking: always a prefix of the whole."""
    return order[: max(k, 0)]
