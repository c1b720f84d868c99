"""How far stated chances are from what happened."""

import numpy as np
from numpy.typing import NDArray

__all__ = ["expected_calibration_error"]


def expected_calibration_error(chances: NDArray[np.float64], happened: NDArray[np.bool_], n_bins: int = 10) -> float:
    """The mean distance between stated chances and what happened, over bins of equal numbers of cases.

    ``sum over bins of (n in bin / n) * |mean chance - share that happened|``: 0 is perfect, 1 the worst. Cases are put
    in order of their chance and cut into `n_bins` parts as equal as can be, so that no bin is nearly empty.

    Parameters
    ----------
    chances : ndarray of float64 in [0, 1], shape (n,)
    happened : ndarray of bool, shape (n,)
        Cases of equal chance count as their common share, so that the order they come in never matters.
    n_bins : int
        Fewer where there are fewer cases.

    Raises
    ------
    ValueError
        There is no case, or not one chance for each.

    Notes
    -----
    Luck alone puts a bin of m cases about ``0.8 * sqrt(p (1 - p) / m)`` off: 0.055 where 500 cases of an even chance
    make ten bins. Figures of few cases are mostly that.

    References
    ----------
    Naeini, Cooper and Hauskrecht (2015), "Obtaining Well Calibrated Probabilities Using Bayesian Binning".
    """
    if not len(chances) or len(chances) != len(happened):
        raise ValueError(f"A chance is needed for each case: there are {len(chances)} and {len(happened)}.")
    _, rows, n_alike = np.unique(chances, return_inverse=True, return_counts=True)
    shares = (np.bincount(rows, happened) / n_alike)[rows]
    order = np.argsort(chances, kind="stable")
    away = [chances[part].mean() - shares[part].mean() for part in np.array_split(order, min(n_bins, len(order)))]
    sizes = [len(part) for part in np.array_split(order, min(n_bins, len(order)))]
    return float(np.average(np.abs(away), weights=sizes))
