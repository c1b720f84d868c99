"""How people travel: by the way they named, or by those they may turn out to use."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.domain import TravelMode
from matcher.geography import NO_SERVICE, service_waits, travel_minutes
from matcher.scoring.block import Flags, Floats, Pairs
from matcher.scoring.candidates import CandidateArrays
from matcher.scoring.encode import NO, UNKNOWN, YES
from matcher.scoring.waits import Waits, waits

__all__ = ["Leg", "Rows", "Ways", "groups_by_way", "legs"]

Rows = NDArray[np.intp]

_MODES = tuple(TravelMode)
_NO_WAITS = Waits(np.zeros((1, 1)), np.zeros((1, 1)))


@dataclass(frozen=True, slots=True)
class Ways:
    """How a group of people travels: as taken to be, as it may turn out at best, and as it may at worst."""

    usual: tuple[TravelMode, ...]
    best: tuple[TravelMode, ...]
    worst: tuple[TravelMode, ...]


@dataclass(frozen=True, slots=True)
class Leg:
    """Journeys of some people to every vacancy by one way of travel; arrays broadcast to (n_rows, n_vacancies).

    Attributes
    ----------
    measured : minutes, NaN where nothing was measured; None without a table
    waits : extra minutes at the hours of the shifts
    """

    mode: TravelMode
    measured: Floats | None
    waits: Waits

    def minutes(self, km: Floats) -> Floats:
        """What was measured, else the estimate from the straight line; without waiting."""
        estimated = travel_minutes(km, self.mode)
        return estimated if self.measured is None else np.where(np.isnan(self.measured), estimated, self.measured)

    @property
    def is_measured(self) -> Flags:
        """Where minutes were measured."""
        return np.zeros((1, 1), dtype=bool) if self.measured is None else ~np.isnan(self.measured)

    @property
    def wait_if_any(self) -> Floats:
        """The usual wait, none where the way does not run: minutes as if it did."""
        return np.where(self.waits.usual < NO_SERVICE, self.waits.usual, 0.0)

    @property
    def least_wait(self) -> Floats:
        """The wait at best: where it is still to be asked whether the way runs, it may turn out to run as by day."""
        return np.where(self.waits.most < NO_SERVICE, self.waits.usual, 0.0)


def groups_by_way(people: CandidateArrays) -> Iterator[tuple[Ways, Rows]]:
    """People who travel alike, and their rows.

    Those who named a way go by it, or on foot where that is quicker. Of the others those who have a car and may drive
    are taken to drive, the rest to go by bus, on foot where that is quicker; they may turn out to go by anything.
    """
    drives = (people.vehicle == YES) & (people.licence != NO)
    group = np.where(people.travel_mode == UNKNOWN, UNKNOWN - drives.astype(np.int64), people.travel_mode)
    for kind in np.unique(group):
        yield _ways(int(kind)), np.flatnonzero(group == kind)


def legs(pairs: Pairs, ways: Ways, rows: Rows) -> dict[TravelMode, Leg]:
    """Every way that the candidates at `rows` may go by."""
    return {mode: _leg(pairs, mode, rows) for mode in ways.best}


def _ways(group: int) -> Ways:
    if group > UNKNOWN:
        named = tuple(dict.fromkeys((_MODES[group], TravelMode.WALK)))
        return Ways(named, named, named)
    usual = (TravelMode.BUS, TravelMode.WALK)
    return Ways(usual if group == UNKNOWN else (TravelMode.CAR, *usual), _MODES, (TravelMode.WALK,))


def _leg(pairs: Pairs, mode: TravelMode, rows: Rows) -> Leg:
    times, service = pairs.travel_times, service_waits(mode)
    home, work = pairs.candidates.sector[rows], pairs.vacancies.sector
    return Leg(
        mode,
        times.between(mode, home, work) if times is not None else None,
        waits(pairs, rows, service) if service is not None else _NO_WAITS,
    )
