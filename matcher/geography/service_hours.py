"""When a way of travel hardly runs: waiting at the hours at which shifts begin and end."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from matcher.domain import TravelMode, parse_shifts
from matcher.domain.week import DAYS, SLOTS_PER_DAY
from matcher.errors import DataError
from matcher.packaged import read_table

__all__ = ["NO_SERVICE", "WEEK_SLOTS", "ServiceWaits", "service_waits"]

NO_SERVICE = float("inf")
"""The wait for what does not run, or hardly."""

WEEK_SLOTS = len(DAYS) * SLOTS_PER_DAY
_JOURNEYS = {"there": ("there",), "home": ("home",), "both": ("there", "home")}


@dataclass(frozen=True, slots=True)
class ServiceWaits:
    """Minutes of waiting beside the usual ones; every figure is a judgement kept in ``data/travel/hours.csv``.

    Attributes
    ----------
    there : (336,) float64
        By the half-hour of the week a shift begins in (Monday 00:00 first): 0 as by day, `NO_SERVICE` where it does
        not run, or hardly.
    home : (336,) float64
        The same by the half-hour it ends in.
    """

    there: NDArray[np.float64]
    home: NDArray[np.float64]


def service_waits(mode: TravelMode) -> ServiceWaits | None:
    """Waiting for one mode at odd hours; None for one that goes at any hour.

    Walking late and cycling in the dark are for the person to say, and are not judged here.

    Raises
    ------
    DataError
        A row of ``data/travel/hours.csv`` cannot be read.
    """
    return _tables().get(TravelMode(mode))


@cache
def _tables() -> dict[TravelMode, ServiceWaits]:
    """The one loader of ``data/travel/hours.csv``; of rows that overlap the later counts."""
    tables: dict[TravelMode, ServiceWaits] = {}
    for number, row in enumerate(read_table("travel", "hours.csv"), start=2):
        try:
            mode, minutes = TravelMode(row["mode"]), _minutes(row["extra_minutes"])
            journeys, slots = _JOURNEYS[row["journey"]], _slots(row)
        except (KeyError, ValueError) as error:
            raise DataError(f"data/travel/hours.csv, row {number}: {error}; correct the row.") from error
        waits = tables.setdefault(mode, ServiceWaits(np.zeros(WEEK_SLOTS), np.zeros(WEEK_SLOTS)))
        for journey in journeys:
            getattr(waits, journey)[slots] = minutes
    for waits in tables.values():
        waits.there.flags.writeable = waits.home.flags.writeable = False
    return tables


def _minutes(text: str) -> float:
    if text == "no service":
        return NO_SERVICE
    minutes = float(text)
    if not 0 <= minutes < NO_SERVICE:
        raise ValueError(f"extra_minutes '{text}' is neither 0 or more nor 'no service'")
    return minutes


def _slots(row: Mapping[str, str]) -> list[int]:
    """The half-hours of the week that a row such as ``mon-sat 00:00-06:30`` is about."""
    return [
        (shift.day * SLOTS_PER_DAY + shift.start + step) % WEEK_SLOTS
        for shift in parse_shifts(row["when"])
        for step in range(shift.n_slots)
    ]
