"""Points of a feature in 32-bit floats, added to the sums of all the people of a block at once; compiled.

The loops have no branches and run over slices, of which the compiler makes vector code. `total` (n,) is added to.
"""

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.everything.compiling import compiled

__all__ = ["add_coverage", "add_looked", "count_points"]

Narrow = NDArray[np.float32]
Ints = NDArray[np.int32]
Naturals = NDArray[np.uint32]


@compiled
def count_points(points: Ints, tile: NDArray[np.uint8], needs: Ints, telling: Ints) -> None:
    """Set `points` (n,) to what each brings of some needs: the sum of telling times credit."""
    points[:] = 0
    for need in range(len(needs)):
        weight, row = telling[need], tile[needs[need]]
        for i in range(len(points)):
            points[i] += weight * np.int32(row[i])


@compiled
def add_coverage(
    total: Narrow, points: Ints, unasked: Narrow, needed: tuple[float, bool], weight: float, prior: float
) -> None:
    """Coverage of needs that are worth ``needed[0]`` in all, ``needed[1]`` whether they are known."""
    whole, stated = needed
    if not stated and whole <= 0.0:
        total += np.float32(weight * prior)
        return
    a_point = np.float32(weight / (whole * 100.0)) if whole > 0.0 else np.float32(0.0)
    flat = np.float32(0.0) if whole > 0.0 else np.float32(weight)
    least = np.float32(weight * prior)
    for i in range(len(total)):
        total[i] += max(np.float32(points[i]) * a_point + flat, unasked[i] * least)


@compiled
def add_looked(total: Narrow, kind: Naturals, row: Narrow) -> None:
    """What a table has for each person's kind."""
    for i in range(len(total)):
        total[i] += row[kind[i]]
