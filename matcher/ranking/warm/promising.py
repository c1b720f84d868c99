"""People for a vacancy, shelved by what the journey and what they bring may be worth together at most; compiled."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.everything.compiling import compiled
from matcher.ranking.warm.sketches import HINT_POINTS, Hints, add_hints

__all__ = ["SHELF_POINTS", "Runs", "Scratch", "count_shelves", "new_scratch", "take_shelves"]

Floats = NDArray[np.float64]
Longs = NDArray[np.int64]
Ints = NDArray[np.int32]

_SHELF_BITS = 18
_N_SHELVES = 2**10
SHELF_POINTS = 2**_SHELF_BITS * HINT_POINTS
"""Points from one shelf to the next, of which there are enough for 100 points, and as many for rounding up."""

_AT_ONCE = 4096
"""Judgement: rows whose points are added up together, in 16 KB: of a single cell the beginning would cost as much."""


class Runs(NamedTuple):
    """Rows to look at, from ``start[r]`` up to ``end[r]``; `near` is the most of each run."""

    start: Longs
    end: Longs
    near: Floats


class Scratch(NamedTuple):
    """Room to work in, (n_rows,) each, kept from one search to the next: new room has to be fetched page by page."""

    points: Ints
    rows: Ints
    most: Ints


def new_scratch(n_rows: int) -> Scratch:
    """Room for so many rows."""
    return Scratch(*(np.empty(n_rows, dtype=np.int32) for _ in range(3)))


@compiled
def count_shelves(
    runs: Runs, sketch: NDArray[np.uint8], hints: Hints, w_travel: float, points: Ints
) -> tuple[Longs, Ints]:
    """Set `points` to the most `HINT_POINTS` of the rows of all runs.

    Returns
    -------
    How many stand on each shelf, (n_shelves,); and the most points of each run, (n_runs,).
    """
    near, (first, filled) = runs.near, (0, 0)
    counts, most = np.zeros(_N_SHELVES, np.int64), np.zeros(len(near), np.int32)
    while first < len(near):
        last, at = _stretch(runs, first), filled
        for run in range(first, last):
            points[at : at + _length(runs, run)] = np.int32(np.ceil(w_travel * near[run] / HINT_POINTS))
            at += _length(runs, run)
        add_hints(points[filled:at], sketch, runs.start[first], hints.place, hints.step)
        for run in range(first, last):
            most[run] = _shelve(points[filled : filled + _length(runs, run)], counts)
            filled += _length(runs, run)
        first = last
    return counts, most


@compiled
def _stretch(runs: Runs, first: int) -> int:
    """The run after those that follow `first` row upon row, at most some thousand rows of them."""
    last = first + 1
    while last < len(runs.near) and runs.start[last] == runs.end[last - 1]:
        if runs.end[last] - runs.start[first] > _AT_ONCE:
            break
        last += 1
    return last


@compiled
def _length(runs: Runs, run: int) -> int:
    return int(runs.end[run] - runs.start[run])


@compiled
def _shelve(points: Ints, counts: Longs) -> int:
    """Count some rows on their shelves; the most points among them."""
    for i in range(len(points)):
        counts[points[i] >> _SHELF_BITS] += 1
    most = np.int32(0)
    for i in range(len(points)):
        most = max(most, points[i])
    return int(most)


@compiled
def take_shelves(runs: Runs, most: Ints, scratch: Scratch, lowest: int, above: int) -> int:
    """Put the rows on the shelves from `lowest` to below `above` into `scratch`, and their points; how many there are.

    `most` is the most points of each run.
    """
    points, rows, promised = scratch
    least, beyond = lowest << _SHELF_BITS, above << _SHELF_BITS
    first, n = 0, 0
    for run in range(len(runs.start)):
        length = runs.end[run] - runs.start[run]
        if most[run] >= least:
            for i in range(first, first + length):
                if points[i] >= least and points[i] < beyond:
                    rows[n], promised[n] = runs.start[run] + i - first, points[i]
                    n += 1
        first += length
    return n
