"""People split into parts: neighbours together, so that a part needs only the vacancies around it."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from matcher.scoring.places import CandidatePlaces

__all__ = ["part_size", "split"]

Rows = NDArray[np.int64]

_LEAST, _MOST, _PARTS = 10_000, 50_000, 32
"""Judgement: a part of 50,000 people needs some 300 MB and half a minute at most; under 10,000 making ready counts.

Between the two as many parts as give a stopped run something to keep, and a few workers something to share.
"""

_NOWHERE_SHARE = 16
"""Judgement: who has given no place is matched with every vacancy; at England's size a sixteenth of the people then
makes a part that takes about as long as the others."""


def part_size(n: int) -> int:
    """How many of `n` people are matched at a time unless somebody says otherwise."""
    return min(_MOST, max(_LEAST, -(-n // _PARTS)))


def split(places: CandidatePlaces, size: int) -> list[Rows]:
    """Parts of at most `size` neighbours, and smaller ones of people whose place is not known, who come first.

    A k-d tree: the wider side is halved at its median until a part is small enough. Everybody is in one part, its
    rows ascend, and the same people in the same order give the same parts on any machine.
    """
    placed = np.isfinite(places.easting_m) & np.isfinite(places.northing_m)
    nowhere, few = np.flatnonzero(~placed), max(1, size // _NOWHERE_SHARE)
    apart = [nowhere[start : start + few] for start in range(0, len(nowhere), few)]
    return apart + [np.sort(rows) for rows in _halved(places, np.flatnonzero(placed), max(1, size))]


def _halved(places: CandidatePlaces, rows: Rows, size: int) -> Iterator[Rows]:
    if not len(rows):
        return
    if len(rows) <= size:
        yield rows
        return
    east, north = places.easting_m[rows], places.northing_m[rows]
    # Sorted, not partitioned: how NumPy partitions equal values depends on the processor.
    order = np.argsort(east if np.ptp(east) >= np.ptp(north) else north, kind="stable")
    for half in (order[: len(rows) // 2], order[len(rows) // 2 :]):
        yield from _halved(places, rows[half], size)
