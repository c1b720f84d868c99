"""Minutes from door to door, from straight-line distance and how somebody travels."""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import ArrayLike, NDArray

from matcher.domain import TravelMode
from matcher.errors import DataError
from matcher.packaged import read_table

__all__ = ["ModeSpeed", "mode_speed", "travel_minutes"]


@dataclass(frozen=True, slots=True)
class ModeSpeed:
    """How fast one mode gets along; every figure is a judgement kept in ``data/travel/modes.csv``.

    Attributes
    ----------
    speed_kmh : float
        Usual speed along the way, stops and lights included.
    detour_factor : float
        Length of the way for each kilometre of straight line, at least 1.
    fixed_minutes : float
        Walking to the stop and waiting, unlocking, parking.
    """

    speed_kmh: float
    detour_factor: float
    fixed_minutes: float


def travel_minutes(distance_km: ArrayLike, mode: TravelMode) -> NDArray[np.float64]:
    """Usual minutes from door to door: ``fixed_minutes + 60 * detour_factor * distance_km / speed_kmh``.

    An estimate for ranking, not a timetable: it knows neither routes nor hours. Elementary arithmetic only, so the same
    distance gives the same minutes on every machine. Grows with distance, never falls.

    Parameters
    ----------
    distance_km : array_like
        Straight-line kilometres, 0 or more; NaN (unknown) stays NaN. At distance 0 only the fixed minutes count.
    mode : TravelMode
        How somebody travels.
    """
    speed = mode_speed(mode)
    way_km = np.asarray(distance_km, dtype=np.float64) * speed.detour_factor
    return np.asarray(way_km * 60.0 / speed.speed_kmh + speed.fixed_minutes, dtype=np.float64)


def mode_speed(mode: TravelMode) -> ModeSpeed:
    """The figures that `travel_minutes` uses for one mode, to be said aloud."""
    return _modes()[TravelMode(mode)]


@cache
def _modes() -> dict[TravelMode, ModeSpeed]:
    """The one loader of ``data/travel/modes.csv``.

    Raises
    ------
    DataError
        A mode is unknown, missing, or has a figure that cannot be.
    """
    modes = {}
    for number, row in enumerate(read_table("travel", "modes.csv"), start=2):
        try:
            speed = ModeSpeed(float(row["speed_kmh"]), float(row["detour_factor"]), float(row["fixed_minutes"]))
            mode = TravelMode(row["mode"])
        except (KeyError, ValueError) as error:
            raise DataError(f"data/travel/modes.csv, row {number}: {error}; correct the row.") from error
        if not (speed.speed_kmh > 0 and speed.detour_factor >= 1 and speed.fixed_minutes >= 0):
            raise DataError(
                f"data/travel/modes.csv, row {number}, mode {mode}: a speed is above 0, a detour factor at least 1 and "
                "fixed minutes at least 0; correct the row."
            )
        modes[mode] = speed
    if absent := sorted(set(TravelMode) - set(modes)):
        raise DataError(f"data/travel/modes.csv lacks the mode {', '.join(absent)}: add a row for it.")
    return modes
