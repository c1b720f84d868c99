"""Candidates split into blocks of neighbours who travel about as far, and the vacancies that a block can reach."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.domain import TravelMode
from matcher.geography import mode_speed
from matcher.scoring import CandidateArrays, VacancyArrays
from matcher.scoring.gates import FARTHEST_MINUTES
from matcher.scoring.ways import groups_by_way

__all__ = ["Block", "Strips", "in_reach", "is_placed", "limit_minutes", "partition", "reach_km"]

Rows = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

_BANDS_KM = (4.0, 8.0, 16.0, 32.0)
"""Judgement: somebody on foot beside somebody with a car would have to look at every vacancy the car can reach."""

_WIDEST_M = 200_000.0
"""No wider, so that 32-bit floats tell centimetres apart from the middle of a block."""

_SLACK = 1.0 + 1e-9
"""So that no rounding of a reach leaves out what the gate, which decides, would let in."""


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Some candidates who live near each other.

    Attributes
    ----------
    rows : (n,) int64
        Their rows in the columns.
    box_m : (4,) float64
        Least easting, least northing, most easting, most northing.
    reach_km : float
        How far the one who travels farthest may travel, their place being as vague as it is.
    is_placed : bool
        Whether it is known where they live; of one block all are known, or none, and then neither box nor reach means
        anything.
    """

    rows: Rows
    box_m: Floats
    reach_km: float
    is_placed: bool

    @property
    def middle_m(self) -> tuple[float, float]:
        """Easting and northing of the middle of the box."""
        west, south, east, north = self.box_m.tolist()
        return (west + east) / 2.0, (south + north) / 2.0


def partition(people: CandidateArrays, size: int) -> list[Block]:
    """Blocks of at most `size`; everybody is in one, and the same people give the same blocks.

    A k-d tree: the wider side of a block is halved at its median until the block is small enough.
    """
    reach, placed = reach_km(people), is_placed(people)
    band = np.digitize(reach, _BANDS_KM)
    near = [
        Block(rows, _box(people, rows), float(reach[rows].max()), is_placed=True)
        for one in np.unique(band[placed])
        for rows in _halved(people, np.flatnonzero(placed & (band == one)), size)
    ]
    nowhere = np.flatnonzero(~placed)
    parts = [nowhere[start : start + size] for start in range(0, len(nowhere), size)]
    return near + [Block(rows, np.zeros(4), np.inf, is_placed=False) for rows in parts]


def is_placed(rows: CandidateArrays | VacancyArrays) -> Flags:
    """Whether it is known where each is, (n,): a place that is not a number, or not finite, is not known."""
    return np.isfinite(rows.easting_m) & np.isfinite(rows.northing_m)


def limit_minutes(people: CandidateArrays) -> Floats:
    """The longest journey the gate of place may let each through with, (n,)."""
    return np.where(np.isnan(people.max_travel_minutes), FARTHEST_MINUTES, people.max_travel_minutes)


def reach_km(people: CandidateArrays) -> Floats:
    """The straight line within which the gate of place may let somebody through, (n,); less than 0 where none is.

    The farthest that any way they may go by reaches in the minutes they would travel, and as far again as their own
    place may be off.
    """
    limit = limit_minutes(people)
    reach = np.full(len(people), -np.inf)
    for ways, rows in groups_by_way(people):
        for mode in ways.best:
            reach[rows] = np.maximum(reach[rows], _km_in(limit[rows], mode))
    return np.asarray(reach * _SLACK + people.blur_km)


def in_reach(block: Block, work: VacancyArrays, among: Rows | None = None) -> Rows:
    """Rows of the vacancies that anybody of a block may reach, the nearest first.

    Live-in work, and work whose place nobody knows, is within everybody's reach and comes last; so does all work for
    people whose own place is not known. `among` are rows to look at, if not at all.
    """
    if not block.is_placed:
        return np.arange(len(work))
    rows = np.arange(len(work)) if among is None else among
    west, south, east, north = block.box_m
    at_east, at_north = work.easting_m[rows], work.northing_m[rows]
    dx = np.maximum(np.maximum(west - at_east, at_east - east), 0.0)
    dy = np.maximum(np.maximum(south - at_north, at_north - north), 0.0)
    away = np.sqrt(dx * dx + dy * dy) / 1000.0 - work.radius_km[rows] - work.blur_km[rows]
    anywhere = work.live_in[rows] | ~np.isfinite(away)
    near = np.flatnonzero(~anywhere & ~(away > block.reach_km * _SLACK + 1e-6))  # a reach that is no number is no limit
    order = np.concatenate([near[np.argsort(away[near], kind="stable")], np.flatnonzero(anywhere)])
    return np.asarray(rows[order])


class Strips:
    """Vacancies from south to north: a block has to look only at a strip of the country."""

    def __init__(self, work: VacancyArrays) -> None:
        extent = work.radius_km + work.blur_km
        has_strip = is_placed(work) & np.isfinite(extent) & ~work.live_in
        placed = np.flatnonzero(has_strip)
        self._anywhere = np.flatnonzero(~has_strip)
        self._northward = placed[np.argsort(work.northing_m[placed], kind="stable")]
        self._northing_m = work.northing_m[self._northward]
        self._widest_km = float(extent[placed].max(initial=0.0))

    def around(self, block: Block) -> Rows:
        """Rows of the vacancies that may lie in a block's reach, and of those that lie in everybody's."""
        _, south, _, north = block.box_m
        away_m = (block.reach_km * _SLACK + self._widest_km + 1e-3) * 1000.0
        if not block.is_placed or np.isnan(away_m):
            return np.concatenate([self._northward, self._anywhere])
        start = np.searchsorted(self._northing_m, south - away_m, side="left")
        end = np.searchsorted(self._northing_m, north + away_m, side="right")
        return np.concatenate([self._northward[start:end], self._anywhere])


def _km_in(minutes: Floats, mode: TravelMode) -> Floats:
    speed = mode_speed(mode)
    return (minutes - speed.fixed_minutes) * speed.speed_kmh / 60.0 / speed.detour_factor


def _halved(people: CandidateArrays, rows: Rows, size: int) -> Iterator[Rows]:
    east, north = people.easting_m[rows], people.northing_m[rows]
    width, height = np.ptp(east), np.ptp(north)
    if len(rows) == 1 or (len(rows) <= size and max(width, height) <= _WIDEST_M):
        yield rows
        return
    order = np.argpartition(east if width >= height else north, len(rows) // 2)
    for half in (order[: len(rows) // 2], order[len(rows) // 2 :]):
        yield from _halved(people, rows[half], size)


def _box(people: CandidateArrays, rows: Rows) -> Floats:
    east, north = people.easting_m[rows], people.northing_m[rows]
    return np.array([east.min(), north.min(), east.max(), north.max()])
