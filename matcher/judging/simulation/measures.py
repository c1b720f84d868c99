"""How good a ranking is where the truth is known, and how far off chances are."""

import numpy as np
from numpy.typing import NDArray

from matcher.evaluation import Judged, ndcg_at

__all__ = ["K", "calibration_error", "mean_ndcg"]

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

K = 10
_N_BINS = 10


def mean_ndcg(scores: Floats, gains: Floats, shown: Flags, k: int = K) -> float:
    """Mean nDCG@k over rows that have something to rank.

    Parameters
    ----------
    scores : (n_queries, n_documents) float64
        What is ranked by; ties by column.
    gains : (n_queries, n_documents) float64
        True chances of starting.
    shown : (n_queries, n_documents) bool
        What is in the ranking. A row with fewer than two, or of which nothing can come, says nothing and is left out.
    """
    found = []
    for row, gain, keep in zip(scores, gains, shown, strict=True):
        if keep.sum() < 2 or not gain[keep].any():
            continue
        kept = gain[keep]
        order = np.argsort(-row[keep], kind="stable")
        found.append(ndcg_at(Judged("", kept[order], np.sort(kept)[::-1]), k))
    return float(np.mean(found))


def calibration_error(predicted: Floats, chances: Floats, n_bins: int = _N_BINS) -> float:
    """Expected calibration error against true chances: mean distance of the two means over bins of as many pairs each.

    Parameters
    ----------
    predicted, chances : (n,) float64 in [0, 1]; a pair whose chance is NaN is left out

    Notes
    -----
    Bins are tenths of the pairs in the order of what was predicted. The truth is the chance itself and not a start
    drawn with it, so that luck adds nothing to the error.

    References
    ----------
    Naeini, Cooper and Hauskrecht (2015), "Obtaining Well Calibrated Probabilities Using Bayesian Binning".
    """
    known = ~np.isnan(chances)
    predicted, chances = predicted[known], chances[known]
    bins = np.array_split(np.argsort(predicted, kind="stable"), n_bins)
    gaps = [len(each) * abs(predicted[each].mean() - chances[each].mean()) for each in bins if len(each)]
    return float(sum(gaps) / len(predicted))
