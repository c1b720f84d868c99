"""Features of a block of pairs: every candidate with every vacancy of two sets of columns."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.geography import TravelTimes
from matcher.scoring.candidates import CandidateArrays
from matcher.scoring.vacancies import VacancyArrays

__all__ = ["Feature", "Pairs", "bounded", "share"]

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Two sets of columns, every pair of which is looked at; and the journeys that were measured, if any."""

    candidates: CandidateArrays
    vacancies: VacancyArrays
    travel_times: TravelTimes | None = None

    @property
    def shape(self) -> tuple[int, int]:
        """(n_candidates, n_vacancies)."""
        return len(self.candidates), len(self.vacancies)


@dataclass(frozen=True, slots=True)
class Feature:
    """One feature of a block, arrays of (n_candidates, n_vacancies).

    `value` in [0, 1] is what is scored; ``low <= value <= high`` bound what it could become once everything is known.
    """

    value: Floats
    low: Floats
    high: Floats

    @property
    def known(self) -> Flags:
        """Whether nothing that is still unknown could change it."""
        return np.asarray(self.low == self.high)


def bounded(
    shape: tuple[int, int],
    value: Floats | float,
    low: Floats | float,
    high: Floats | float,
    *,
    prior: float,
) -> Feature:
    """A feature from its value and bounds, each NaN where nothing is known: then the prior, from 0 to 1.

    The value, or the prior, is drawn into its bounds.
    """
    value_, low_, high_ = (np.broadcast_to(np.asarray(array, dtype=np.float64), shape) for array in (value, low, high))
    least, most = np.where(np.isnan(low_), 0.0, low_), np.where(np.isnan(high_), 1.0, high_)
    return Feature(np.clip(np.where(np.isnan(value_), prior, value_), least, most), least, most)


def share(part: Floats, whole: Floats, *, otherwise: float) -> Floats:
    """``part / whole`` drawn into [0, 1]; `otherwise` where there is no whole."""
    ratio = np.divide(part, whole, out=np.full(np.broadcast(part, whole).shape, otherwise), where=whole > 0)
    return np.asarray(np.clip(ratio, 0.0, 1.0))
