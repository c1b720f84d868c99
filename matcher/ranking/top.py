"""Best first, ties by id."""

import numpy as np
from numpy.typing import NDArray

__all__ = ["first_ranked", "places_by_id", "ranked_order", "top_k"]


def ranked_order(scores: NDArray[np.float64], ids: NDArray[np.object_], keep: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Positions of the kept entries by ``(-score, id)``.

    Parameters
    ----------
    scores, ids, keep : (n,)
    """
    positions = np.flatnonzero(keep)
    names = np.array([str(name) for name in ids[positions]], dtype=np.str_)
    return positions[np.lexsort((names, -scores[positions]))]


def places_by_id(ids: NDArray[np.object_]) -> NDArray[np.intp]:
    """The place of each id among all of them in order; of equal ones, the first comes first."""
    names = np.array([str(name) for name in ids], dtype=np.str_)
    places = np.empty(len(ids), dtype=np.intp)
    places[np.argsort(names, kind="stable")] = np.arange(len(ids))
    return places


def first_ranked(
    scores: NDArray[np.float64], places: NDArray[np.intp], keep: NDArray[np.bool_], k: int
) -> NDArray[np.int64]:
    """``top_k(ranked_order(scores, ids, keep), k)`` from `places_by_id`, without ordering what comes after the first k.

    For one list of ids that is ranked many times over.
    """
    positions = np.flatnonzero(keep)
    if 0 < k < len(positions):
        least = np.partition(scores[positions], len(positions) - k)[len(positions) - k]
        positions = positions[scores[positions] >= least]
    return top_k(positions[np.lexsort((places[positions], -scores[positions]))], k)


def top_k(order: NDArray[np.int64], k: int) -> NDArray[np.int64]:
    """The first `k` of a ranking: always a prefix of the whole."""
    return order[: max(k, 0)]
