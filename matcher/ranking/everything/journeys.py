"""Journeys of pairs that stand one by one, by the functions that `matcher.scoring` counts with."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from functools import reduce
from typing import Self

import numpy as np
from numpy.typing import NDArray

from matcher.domain import TravelMode
from matcher.geography import distance_km, travel_minutes
from matcher.ranking.everything.partition import limit_minutes
from matcher.scoring import CandidateArrays, VacancyArrays
from matcher.scoring.travel import blurred_km, nearness
from matcher.scoring.ways import Ways, groups_by_way

__all__ = ["Journeys"]

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Rows = NDArray[np.int64]
Waited = Callable[[TravelMode, Rows], Floats]


@dataclass(frozen=True, slots=True, eq=False)
class Journeys:
    """Journeys of some pairs, (n_pairs,) each.

    Attributes
    ----------
    expected_km, nearer_km : kilometres as expected, and as near as most; NaN where a place is not known
    live_in : whether there is none
    limit_minutes : the longest that the gate of place may let through
    group : how the person goes, a place in `ways`
    """

    expected_km: Floats
    nearer_km: Floats
    live_in: Flags
    limit_minutes: Floats
    group: Rows
    ways: Sequence[Ways]

    @classmethod
    def of(cls, people: CandidateArrays, work: VacancyArrays, pairs: tuple[Rows, Rows]) -> Self:
        """Journeys of the people at the first rows to the vacancies at the second."""
        i, j = pairs
        groups = list(groups_by_way(people))
        group = np.zeros(len(people), dtype=np.int64)
        for place, (_, members) in enumerate(groups):
            group[members] = place
        between = distance_km(
            people.easting_m[i], people.northing_m[i], work.easting_m[j], work.northing_m[j], work.radius_km[j]
        )
        between = np.where(np.isfinite(between), between, np.nan)
        blurred = blurred_km(between, people.blur_km[i], work.blur_km[j])
        return cls(*blurred, work.live_in[j], limit_minutes(people)[i], group[i], [ways for ways, _ in groups])

    def in_time(self) -> Flags:
        """Whether the gate of place lets them through."""
        at_best = np.full(len(self.group), np.nan)
        for ways, these in self._by_ways():
            at_best[these] = reduce(np.minimum, [travel_minutes(self.nearer_km[these], mode) for mode in ways.best])
        return self.live_in | ~(at_best > self.limit_minutes)

    def near(self, waited: Waited, prior: float) -> Floats:
        """The feature of travel; `waited` gives the minutes that some of these wait for a way of travel."""
        counted = np.full(len(self.group), np.nan)
        for ways, these in self._by_ways():
            km = self.expected_km[these]
            counted[these] = reduce(np.minimum, [travel_minutes(km, mode) + waited(mode, these) for mode in ways.usual])
        return np.where(self.live_in, 1.0, np.where(np.isnan(counted), prior, nearness(counted)))

    def kept(self, which: Flags) -> Self:
        """Some of them."""
        flat = [field.name for field in fields(self) if field.name != "ways"]
        return replace(self, **{name: getattr(self, name)[which] for name in flat})

    def _by_ways(self) -> Iterator[tuple[Ways, Rows]]:
        for place, ways in enumerate(self.ways):
            yield ways, np.flatnonzero(self.group == place)
