"""The loops of `streaming`, compiled; imported only where numba is there."""

import numba
import numpy as np
from numpy.typing import NDArray

__all__ = ["count", "stream"]

Floats = NDArray[np.float64]
Longs = NDArray[np.int64]


@numba.njit(parallel=True)
def count(
    people: tuple[Floats, Floats, Floats],
    work: tuple[Floats, Floats, Floats],
    stripes: tuple[Floats, Longs, float],
    widest: float,
) -> Longs:
    """How many vacancies lie within each person's reach.

    Parameters
    ----------
    people : eastings, northings and reach, metres
    work : eastings, northings and how far each reaches out itself, ordered by stripe, then by easting
    stripes : where each stripe of the map begins in the north and in `work`, and how high all are
    widest : the farthest that any vacancy reaches out
    """
    (east, north, reach), (its_east, its_north, spread), (bottom, start, height) = people, work, stripes
    counts = np.zeros(len(east), np.int64)
    for i in numba.prange(len(east)):
        far = reach[i] + widest
        for at in range(len(bottom)):
            if bottom[at] > north[i] + far or bottom[at] + height < north[i] - far:
                continue
            first, last = start[at], start[at + 1]
            first += np.searchsorted(its_east[first:last], east[i] - far)
            for v in range(first, last):
                if its_east[v] > east[i] + far:
                    break
                dx, dy, most = east[i] - its_east[v], north[i] - its_north[v], reach[i] + spread[v]
                counts[i] += most >= 0.0 and dx * dx + dy * dy <= most * most
    return counts


@numba.njit(parallel=True, fastmath=True)
def stream(rows: NDArray[np.float32], starts: Longs, n_each: Longs) -> float:
    """The sum of all there is in `n_each` rows from each start on, beginning anew after the last row."""
    total = 0.0
    for i in numba.prange(len(n_each)):
        mine, at, left = 0.0, starts[i], n_each[i]
        while left > 0:
            end = min(at + left, len(rows))
            for v in range(at, end):
                of_row = np.float32(0.0)
                for part in range(rows.shape[1]):
                    of_row += rows[v, part]
                mine += float(of_row)
            left -= end - at
            at = 0
        total += float(mine)
    return total
