"""Rows of one side sorted into cells of the National Grid, so that those of a cell lie side by side.

Rows that may not be far from anybody (live-in work; whose place is not known) are cells of their own, of no place.
Rows that differ much in how far they reach are kept apart: somebody on foot beside somebody with a car would be looked
at for every vacancy that the car can reach.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.everything.partition import is_placed, reach_km
from matcher.scoring import CandidateArrays, VacancyArrays
from matcher.scoring.ways import groups_by_way

__all__ = ["LIVE_IN", "NOWHERE", "PLACED", "Cells", "regions_of", "sort_people", "sort_work"]

Floats = NDArray[np.float64]
Longs = NDArray[np.int64]
Small = NDArray[np.int8]

PLACED, NOWHERE, LIVE_IN = range(3)
"""What is known of the place of a row: where it is, nothing, or that there is no journey to it."""

_SIDE_M = 1_500.0
"""Judgement: the side of the smallest cell. In the middle of London it holds a hundred people who travel alike."""

_BITS = 16
"""The grid is that many doublings of a smallest cell wide, which is far more than the country; who is beyond is put at
its edge, and found like anybody else."""

_LEVELS = 6
"""Judgement: how often a side may be doubled; the largest cell, of 96 km, is wider than most people reach."""

_MOST_ROWS = 128
"""Judgement: rows of a cell that could still be halved; and rows of no place in a cell."""

_CELLS_OF_A_REGION = 32
"""Judgement: cells that are passed over at a time, where none of them is in reach."""

_BANDS_KM = (4.0, 8.0, 16.0, 32.0)
"""Judgement: from which reach to which rows lie together."""


class Cells(NamedTuple):
    """Cells, (n,) each; rows ``start[c]`` to ``start[c + 1]`` are those of cell c.

    `west`, `south`, `east` and `north` bound their points in metres. `reach_km` is how far the row that reaches
    farthest reaches beyond its point, `radius_km` how far its area does; `group` how its people travel, a row of
    `Travel`. `sort` is `PLACED`, `NOWHERE` or `LIVE_IN`.
    """

    start: Longs
    west: Floats
    south: Floats
    east: Floats
    north: Floats
    reach_km: Floats
    radius_km: Floats
    group: Longs
    sort: Small


def regions_of(cells: Cells) -> Cells:
    """Some cells that follow each other taken together, of one sort each: `start` counts cells."""
    start = np.flatnonzero(_changes(cells.sort, np.arange(len(cells.sort)) // _CELLS_OF_A_REGION))
    return Cells(
        start=np.append(start, len(cells.sort)).astype(np.int64),
        west=np.minimum.reduceat(cells.west, start),
        south=np.minimum.reduceat(cells.south, start),
        east=np.maximum.reduceat(cells.east, start),
        north=np.maximum.reduceat(cells.north, start),
        reach_km=np.maximum.reduceat(cells.reach_km, start),
        radius_km=np.maximum.reduceat(cells.radius_km, start),
        group=cells.group[start],
        sort=cells.sort[start],
    )


def sort_people(people: CandidateArrays) -> tuple[Longs, Cells]:
    """The order in which the rows of candidates lie in cells, and the cells."""
    group = np.zeros(len(people), dtype=np.int64)
    for place, (_, rows) in enumerate(groups_by_way(people)):  # numbered as `travel_columns` has them
        group[rows] = place
    sort = np.where(is_placed(people), PLACED, NOWHERE).astype(np.int8)
    at = people.easting_m, people.northing_m
    return _sorted(at, reach_km(people), np.zeros(len(people)), group, sort)


def sort_work(work: VacancyArrays) -> tuple[Longs, Cells]:
    """The order in which the rows of vacancies lie in cells, and the cells."""
    sort = np.where(work.live_in, LIVE_IN, np.where(is_placed(work), PLACED, NOWHERE)).astype(np.int8)
    at, alike = (work.easting_m, work.northing_m), np.zeros(len(work), dtype=np.int64)
    return _sorted(at, work.radius_km + work.blur_km, work.radius_km, alike, sort)


def _sorted(at: tuple[Floats, Floats], reach: Floats, radius: Floats, group: Longs, sort: Small) -> tuple[Longs, Cells]:
    code = np.where(sort == PLACED, _interleaved(*at), 0)
    part = (sort.astype(np.int64) * (group.max() + 1) + group) * (len(_BANDS_KM) + 1) + np.digitize(reach, _BANDS_KM)
    order = np.lexsort((code, part))
    start = np.flatnonzero(_begins(part[order], code[order], sort[order] == PLACED))

    def least(column: Floats) -> Floats:
        return np.asarray(np.minimum.reduceat(column[order], start))

    def most(column: Floats) -> Floats:
        return np.asarray(np.maximum.reduceat(column[order], start))

    east, north = at
    return order, Cells(
        start=np.append(start, len(order)).astype(np.int64),
        west=least(east),
        south=least(north),
        east=most(east),
        north=most(north),
        reach_km=most(reach),
        radius_km=most(radius),
        group=group[order][start],
        sort=sort[order][start],
    )


def _interleaved(east: Floats, north: Floats) -> Longs:
    """The smallest cells numbered so that the four of any larger one come after each other (Morton's order)."""
    code = np.zeros(len(east), dtype=np.int64)
    for place, metres in enumerate((east, north)):
        with np.errstate(invalid="ignore"):
            step = np.clip(np.nan_to_num(metres // _SIDE_M), 0, 2**_BITS - 1).astype(np.int64)
        for bit in range(_BITS):
            code |= ((step >> bit) & 1) << (2 * bit + place)
    return code


def _begins(part: Longs, code: Longs, placed: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Where a cell begins, (n,): the largest square that holds few enough rows of one part, else the smallest."""
    level, settled = np.zeros(len(code), dtype=np.int64), np.zeros(len(code), dtype=bool)
    for larger in range(_LEVELS, 0, -1):
        begins = _changes(part, code >> 2 * larger)
        size = np.diff(np.append(np.flatnonzero(begins), len(code)))
        few = np.repeat(size <= _MOST_ROWS, size) & ~settled
        level[few], settled[few] = larger, True
    by_no_place = ~placed & (np.arange(len(code)) % _MOST_ROWS == 0)
    return np.asarray(_changes(part, level, code >> 2 * level) | by_no_place)


def _changes(*columns: NDArray[np.integer]) -> NDArray[np.bool_]:
    """Where a row differs from the one before, (n,); the first does."""
    changes = np.zeros(len(columns[0]), dtype=bool)
    changes[0] = True
    for column in columns:
        changes[1:] |= column[1:] != column[:-1]
    return changes
