"""Time to get to work."""

from dataclasses import dataclass

import numpy as np

from matcher.domain import TravelMode
from matcher.geography import distance_km, travel_minutes
from matcher.scoring.block import Feature, Floats, Pairs, bounded
from matcher.scoring.encode import NO, YES, code

__all__ = ["HALF_VALUE_MINUTES", "Journey", "journeys", "travel"]

HALF_VALUE_MINUTES = 40.0
"""Judgement: a 40-minute journey is worth half of none. Leaving rises by a quarter from under 1 km to over 20 km."""

_FARTHEST_OFF = 2.0
"""Judgement: a radius reaches 80% of the postcodes it stands for, and twice as far nearly all of them."""

_MODES = tuple(TravelMode)


@dataclass(frozen=True, slots=True)
class Journey:
    """Journeys of a block of pairs, arrays of (n_candidates, n_vacancies); NaN where a place is unknown.

    Attributes
    ----------
    km : straight line to the place, or to the nearest edge of a round, as expected where a place is approximate
    minutes : by the person's own way of travel, or the one assumed
    fastest, slowest : by the best and worst way still open, with approximate places as near and far as can be
    at_best : the same with approximate places as near as most of them are: what reach is judged by
    """

    km: Floats
    minutes: Floats
    fastest: Floats
    slowest: Floats
    at_best: Floats


def journeys(pairs: Pairs) -> Journey:
    """Distances and minutes of every pair; live-in work has no daily journey.

    Where places are known only to within radii `a` and `b` (80% of what they stand for), the distance expected is
    ``sqrt(d**2 + (a**2 + b**2) / 2)``: two people of one sector do not live at the same door.
    """
    people, work = pairs.candidates, pairs.vacancies
    between = distance_km(
        people.easting_m[:, None],
        people.northing_m[:, None],
        work.easting_m[None, :],
        work.northing_m[None, :],
        work.radius_km[None, :],
    )
    blur = people.blur_km[:, None] + work.blur_km[None, :]
    spread = (people.blur_km[:, None] ** 2 + work.blur_km[None, :] ** 2) / 2
    km = np.sqrt(between * between + spread)
    expected, nearer, nearest, farthest = (
        np.stack([travel_minutes(np.maximum(distance, 0.0), mode) for mode in _MODES])
        for distance in (km, between - blur, between - _FARTHEST_OFF * blur, between + _FARTHEST_OFF * blur)
    )
    minutes = _own_or(expected, pairs, _assumed(expected, pairs))
    fastest = _own_or(nearest, pairs, nearest.min(axis=0))
    slowest = _own_or(farthest, pairs, farthest[code(TravelMode.WALK)])
    at_best = _own_or(nearer, pairs, nearer.min(axis=0))
    return Journey(km, *(np.where(work.live_in[None, :], 0.0, m) for m in (minutes, fastest, slowest, at_best)))


def travel(pairs: Pairs, journey: Journey, prior: float) -> Feature:
    """``1 / (1 + (minutes / 40)**2)``: no cliff; the person's own limit is a gate, not a feature."""
    value, low, high = (_decay(m) for m in (journey.minutes, journey.slowest, journey.fastest))
    perhaps_none = np.where(pairs.vacancies.kind_known[None, :], high, 1.0)  # it may yet turn out to be live-in work
    return bounded(pairs.shape, value, low, perhaps_none, prior=prior)


def _decay(minutes: Floats) -> Floats:
    ratio = minutes / HALF_VALUE_MINUTES
    return np.asarray(1.0 / (1.0 + ratio * ratio))


def _own_or(by_mode: Floats, pairs: Pairs, otherwise: Floats) -> Floats:
    """Minutes by the mode each person named (or on foot where that is quicker), else `otherwise`."""
    mode = pairs.candidates.travel_mode.astype(np.int64)
    own = np.minimum(by_mode[np.maximum(mode, 0), np.arange(len(mode))], by_mode[code(TravelMode.WALK)])
    return np.asarray(np.where(mode[:, None] >= 0, own, otherwise))


def _assumed(by_mode: Floats, pairs: Pairs) -> Floats:
    """The mode assumed while nobody has asked: the car of who has one and may drive, else the bus, or on foot."""
    people = pairs.candidates
    drives = ((people.vehicle == YES) & (people.licence != NO))[:, None]
    usual = np.where(drives, by_mode[code(TravelMode.CAR)], by_mode[code(TravelMode.BUS)])
    return np.asarray(np.minimum(usual, by_mode[code(TravelMode.WALK)]))
