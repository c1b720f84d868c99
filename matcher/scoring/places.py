"""Where candidates live and how they travel: all that splitting them into neighbours needs."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from matcher.domain import Candidate
from matcher.scoring.encode import code, number, tri_state

__all__ = ["CandidatePlaces"]


@dataclass(frozen=True, slots=True, eq=False)
class CandidatePlaces:
    """The columns of `CandidateArrays` that say where somebody is and how far they go, one row each.

    Names, types and meanings as there, so that whatever reads no other column takes either: a million and a half in
    some two hundred MB, where all their columns would take more than a gigabyte.

    Attributes
    ----------
    ids : (n,) object
    easting_m, northing_m : (n,) float64, NaN unknown
    blur_km : (n,) float64
    travel_mode : (n,) int8
    max_travel_minutes : (n,) float64
    licence, vehicle : (n,) int8
    """

    ids: NDArray[np.object_]
    easting_m: NDArray[np.float64]
    northing_m: NDArray[np.float64]
    blur_km: NDArray[np.float64]
    travel_mode: NDArray[np.int8]
    max_travel_minutes: NDArray[np.float64]
    licence: NDArray[np.int8]
    vehicle: NDArray[np.int8]

    def __len__(self) -> int:
        return len(self.ids)

    @classmethod
    def from_records(cls, candidates: Sequence[Candidate]) -> Self:
        """Columns of settled candidates."""
        return cls(
            ids=np.array([c.id for c in candidates], dtype=object),
            easting_m=np.array([c.place.easting_m if c.place else np.nan for c in candidates]),
            northing_m=np.array([c.place.northing_m if c.place else np.nan for c in candidates]),
            blur_km=np.array([c.place.radius_km if c.place and c.place.is_approximate else 0.0 for c in candidates]),
            travel_mode=np.array([code(c.travel_mode) for c in candidates], dtype=np.int8),
            max_travel_minutes=np.array([number(c.max_travel_minutes) for c in candidates]),
            licence=np.array([tri_state(c.driving_licence) for c in candidates], dtype=np.int8),
            vehicle=np.array([tri_state(c.vehicle) for c in candidates], dtype=np.int8),
        )
