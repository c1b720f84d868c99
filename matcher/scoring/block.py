"""Features of a block of pairs: every candidate with every vacancy of two sets of columns."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.scoring.candidates import CandidateArrays
from matcher.scoring.vacancies import VacancyArrays

__all__ = ["Feature", "Pairs", "bounded", "share"]

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Two sets of columns, every pair of which is looked at."""

    candidates: CandidateArrays
    vacancies: VacancyArrays

    @property
    def shape(self) -> tuple[int, int]:
        """(n_candidates, n_vacancies)."""
        return len(self.candidates), len(self.vacancies)


@dataclass(frozen=True, slots=True)
class Feature:
    """One feature of a block, four arrays of (n_candidates, n_vacancies).

    `value` in [0, 1] is what is scored; ``low <= value <= high`` bound what it could become when the unknown is known.
    """

    value: Floats
    low: Floats
    high: Floats
    known: Flags


def bounded(
    shape: tuple[int, int],
    value: Floats | float,
    known: Flags | bool,
    *,
    prior: float,
    low: Floats | float = 0.0,
    high: Floats | float = 1.0,
) -> Feature:
    """A feature that takes `value` where known, and elsewhere its prior drawn into ``[low, high]``.

    Where it is known, low and high are the value itself.
    """
    known_, value_, low_, high_ = (np.broadcast_to(array, shape) for array in (known, value, low, high))
    settled = np.where(known_, value_, np.clip(prior, low_, high_)).astype(np.float64)
    return Feature(settled, np.where(known_, settled, low_), np.where(known_, settled, high_), np.array(known_))


def share(part: Floats, whole: Floats, *, otherwise: float) -> Floats:
    """``part / whole`` drawn into [0, 1]; `otherwise` where there is no whole."""
    ratio = np.divide(part, whole, out=np.full(np.broadcast(part, whole).shape, otherwise), where=whole > 0)
    return np.asarray(np.clip(ratio, 0.0, 1.0))
