"""From scores to chances of starting: for groups of people, and never beside one person.

1. A line is fitted: log-odds of starting ``a + b * score``, ``b >= 0``, with Platt's smoothed targets, so that few
   outcomes never make a chance of 0 or 1.
2. The outcomes are put in order of score and cut into bands of as equal number as can be. A band's chance is its share
   that started, drawn towards the line: ``(n started + prior * line) / (n + prior)``.
3. Chances of neighbouring bands that fall where scores rise are pooled (isotonic regression).

With tens of outcomes the table is the line; with thousands it is what happened, whatever its shape.

References
----------
.. [1] Platt (1999), "Probabilistic Outputs for Support Vector Machines".
.. [2] Zadrozny and Elkan (2002), "Transforming Classifier Scores into Accurate Multiclass Probability Estimates".
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.learning.likelihood import Floats, fit_line

__all__ = ["Band", "Calibration", "fit_calibration"]

# Judgement: below ten a band would speak of single people; more than ten bands nobody reads.
_LEAST_IN_BAND = 10
_MOST_BANDS = 10
# Judgement: the line counts as much as this many outcomes in each band.
_PRIOR_OUTCOMES = 50.0


@dataclass(frozen=True, slots=True)
class Band:
    """One row of the table.

    Attributes
    ----------
    low, high, mean : float
        Least, greatest and mean score of its outcomes.
    n, n_started : int
    chance : float
        In (0, 1), at the mean score.
    """

    low: float
    high: float
    mean: float
    n: int
    n_started: int
    chance: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """Bands by rising score; their chances never fall."""

    bands: tuple[Band, ...]

    def chance(self, scores: Floats) -> Floats:
        """Chances of starting, one for each score (0 to 100), in (0, 1), never falling as the score rises.

        Between the mean scores of two bands they lie on the straight line; outside all bands they are those of the
        nearest one, for nothing is known there. For measuring and for `expected_starts`; no page shows one.
        """
        return np.interp(scores, [band.mean for band in self.bands], [band.chance for band in self.bands])


def fit_calibration(scores: Floats, started: NDArray[np.bool_]) -> Calibration:
    """The table of scores that people had and whether they started.

    Parameters
    ----------
    scores : ndarray of float64 in [0, 100], shape (n,)
        Best of outcomes that the weights were not fitted on. Equal scores are never parted.
    started : ndarray of bool, shape (n,)

    Raises
    ------
    ValueError
        There is no outcome, or not one score for each.
    """
    if not len(scores) or len(scores) != len(started):
        raise ValueError(f"A score is needed for each outcome: there are {len(scores)} and {len(started)}.")
    from sklearn.isotonic import isotonic_regression

    line = fit_line(scores / 100, _smoothed(started))
    parts = _bands(scores)
    n = np.array([len(part) for part in parts])
    n_started = np.array([int(started[part].sum()) for part in parts])
    means = np.array([scores[part].mean() for part in parts])
    drawn = (n_started + _PRIOR_OUTCOMES * line.chance(means / 100)) / (n + _PRIOR_OUTCOMES)
    chances = isotonic_regression(drawn, sample_weight=n + _PRIOR_OUTCOMES)
    return Calibration(
        tuple(
            Band(float(scores[part].min()), float(scores[part].max()), float(mean), len(part), int(k), float(chance))
            for part, mean, k, chance in zip(parts, means, n_started, chances, strict=True)
        )
    )


def _smoothed(started: NDArray[np.bool_]) -> Floats:
    """Platt's targets: ``(n+ + 1) / (n+ + 2)`` for who started and ``1 / (n- + 2)`` for who did not."""
    n_started = int(started.sum())
    return np.where(started, (n_started + 1) / (n_started + 2), 1 / (len(started) - n_started + 2))


def _bands(scores: Floats) -> Sequence[NDArray[np.int64]]:
    """Rows of each band, by rising score; a cut that would part equal scores is moved up past them."""
    order = np.argsort(scores, kind="stable")
    n_bands = int(np.clip(len(scores) // _LEAST_IN_BAND, 1, _MOST_BANDS))
    wanted = np.arange(1, n_bands) * len(scores) // n_bands
    cuts = np.unique(np.searchsorted(scores[order], scores[order][wanted], side="left"))
    return np.split(order, cuts[cuts > 0])
