"""Time to get to work."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from matcher.geography import distance_km
from matcher.scoring.block import Feature, Flags, Floats, Pairs, bounded
from matcher.scoring.encode import code
from matcher.scoring.ways import Leg, Rows, Ways, groups_by_way, legs

__all__ = ["HALF_VALUE_MINUTES", "NO_SERVICE_MINUTES", "Journey", "blurred_km", "journeys", "nearness", "travel"]

HALF_VALUE_MINUTES = 40.0
"""Judgement: a 40-minute journey is worth half of none. ``data/travel/README.md`` holds it against what is known of
how long people travel and when they leave."""

NO_SERVICE_MINUTES = 60.0
"""Judgement: where the usual way does not run at the hour of a shift, another (a lift, a taxi, a bicycle) is taken to
be as much trouble as an hour more each way; the range reaches from walking all of it to no trouble at all."""

_FARTHEST_OFF = 2.0
"""Judgement: a radius reaches 80% of the postcodes it stands for, and twice as far nearly all of them."""

_TIMES = ("minutes", "wait", "counted", "fastest", "slowest", "at_best")


@dataclass(frozen=True, slots=True)
class Journey:
    """Journeys of a block of pairs each way, arrays of (n_candidates, n_vacancies); NaN where a place is unknown.

    A measured time stands in for the estimate of its own sectors and way of travel, as exact as it is given; waiting at
    the hours of the shifts is added to either.

    Attributes
    ----------
    km : straight line to the place, or to the nearest edge of a round, as expected where a place is approximate
    minutes : by the person's own way of travel or the one assumed, on foot where that is quicker; as if it ran
    way : int8, place in `TravelMode` of that way
    wait : minutes of it that are waited because that way hardly runs at the hours of the shifts; `NO_SERVICE` where it
        does not run, and then not among the minutes
    measured : bool, whether the minutes by that way were measured
    counted : what is scored: `minutes`, and `NO_SERVICE_MINUTES` more (or walking) where the way does not run
    fastest, slowest : by the best and worst way and hours still open, with approximate places as near and far as can be
    at_best : by the best way still open, waiting for nothing, with approximate places as near as most of them are: what
        reach is judged by, because nobody is out of reach for a bus that we only take not to run
    """

    km: Floats
    minutes: Floats
    way: NDArray[np.int8]
    wait: Floats
    measured: Flags
    counted: Floats
    fastest: Floats
    slowest: Floats
    at_best: Floats


def journeys(pairs: Pairs) -> Journey:
    """Distances and minutes of every pair; live-in work has no daily journey.

    Where places are known only to within radii `a` and `b` (80% of what they stand for), the distance expected is
    ``sqrt(d**2 + (a**2 + b**2) / 2)``: two people of one sector do not live at the same door.
    """
    km, whole = _distances(pairs), _unfilled(pairs.shape)
    for ways, rows in groups_by_way(pairs.candidates):
        part = _journeys_of(pairs, ways, rows, km[:, rows])
        for field in fields(Journey):
            getattr(whole, field.name)[rows] = getattr(part, field.name)
    for name in _TIMES:
        getattr(whole, name)[:, pairs.vacancies.live_in] = 0.0
    return whole


def travel(pairs: Pairs, journey: Journey, prior: float) -> Feature:
    """``1 / (1 + (minutes / 40)**2)``: no cliff; the person's own limit is a gate, not a feature."""
    value, low, high = (nearness(m) for m in (journey.counted, journey.slowest, journey.fastest))
    perhaps_none = np.where(pairs.vacancies.kind_known[None, :], high, 1.0)  # it may yet turn out to be live-in work
    return bounded(pairs.shape, value, low, perhaps_none, prior=prior)


def nearness(minutes: Floats) -> Floats:
    """What a journey of so many minutes is worth, whatever their shape."""
    ratio = minutes / HALF_VALUE_MINUTES
    return np.asarray(1.0 / (1.0 + ratio * ratio))


def _distances(pairs: Pairs) -> Floats:
    """Kilometres as expected, as near as most, as near and as far as can be: (4, n_candidates, n_vacancies)."""
    people, work = pairs.candidates, pairs.vacancies
    between = distance_km(
        people.easting_m[:, None],
        people.northing_m[:, None],
        work.easting_m[None, :],
        work.northing_m[None, :],
        work.radius_km[None, :],
    )
    between = np.where(np.isfinite(between), between, np.nan)  # a place that is not finite is no place
    theirs, its = people.blur_km[:, None], work.blur_km[None, :]
    off = _FARTHEST_OFF * (theirs + its)
    expected, nearer = blurred_km(between, theirs, its)
    return np.stack([expected, nearer, *np.maximum([between - off, between + off], 0.0)])


def blurred_km(between: Floats, theirs: Floats, its: Floats) -> tuple[Floats, Floats]:
    """Kilometres as expected, and as near as most, between places known to within two radii; shapes broadcast."""
    expected = np.sqrt(between * between + (theirs**2 + its**2) / 2)
    return np.maximum(expected, 0.0), np.maximum(between - (theirs + its), 0.0)


def _unfilled(shape: tuple[int, int]) -> Journey:
    kinds = {"way": np.int8, "measured": np.bool_}
    return Journey(**{field.name: np.empty(shape, kinds.get(field.name, np.float64)) for field in fields(Journey)})


def _journeys_of(pairs: Pairs, ways: Ways, rows: Rows, km: Floats) -> Journey:
    expected, nearer, nearest, farthest = km
    by = legs(pairs, ways, rows)
    usual: list[Leg] = [by[mode] for mode in ways.usual]
    shown = np.stack([leg.minutes(expected) + leg.wait_if_any for leg in usual])
    way = shown.argmin(axis=0)
    return Journey(
        km=expected,
        minutes=shown.min(axis=0),
        way=np.array([code(mode) for mode in ways.usual], dtype=np.int8)[way],
        wait=np.choose(way, [leg.waits.usual for leg in usual]),
        measured=np.choose(way, [leg.is_measured for leg in usual]),
        counted=_least(leg.minutes(expected) + np.minimum(leg.waits.usual, NO_SERVICE_MINUTES) for leg in usual),
        fastest=_least(by[mode].minutes(nearest) + by[mode].least_wait for mode in ways.best),
        slowest=_least(by[mode].minutes(farthest) + by[mode].waits.most for mode in ways.worst),
        at_best=_least(by[mode].minutes(nearer) for mode in ways.best),
    )


def _least(options: Iterable[Floats]) -> Floats:
    return reduce(np.minimum, options)
