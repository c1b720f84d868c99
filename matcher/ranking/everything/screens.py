"""Who of a block may still matter to a vacancy: three screens, each finer and dearer than the one before; compiled.

The first two run over everybody, branchless, and leave a mark; whom they let pass is written down once, and the third
goes down that list. A sum is in 32-bit points, and never less than the score by more than the kernel's margin.
"""

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.everything.compiling import compiled

__all__ = ["add_journeys", "drop_low", "list_marked", "mark_in_reach", "mark_worth"]

Narrow = NDArray[np.float32]
Naturals = NDArray[np.uint32]
Marks = NDArray[np.uint8]
Point = tuple[np.float32, np.float32, np.float32, np.float32]


@compiled
def mark_worth(  # noqa: PLR0913, PLR0917 - columns of the tightest loop: reading them out of a tuple would cost more
    marks: Marks,
    total: Narrow,
    needed: Narrow,
    past: Narrow,
    times: Narrow,
    bar: Narrow,
    its_bar: np.float32,
    rest: np.float32,
) -> None:
    """Set `total` to the sum of three layers; mark who comes to a bar with `rest`, the most there may be to come."""
    for i in range(len(total)):
        points = needed[i] + past[i] + times[i]
        total[i] = points
        marks[i] = points + rest >= min(bar[i], its_bar)


@compiled
def mark_in_reach(marks: Marks, x: Narrow, y: Narrow, reach: Narrow, place: Point) -> None:
    """Take the mark from who lives too far from a place: easting and northing in kilometres, radius and blur."""
    at_x, at_y, radius, blur = place
    further, nought = radius + blur, np.float32(0.0)
    for i in range(len(marks)):
        dx, dy, within = x[i] - at_x, y[i] - at_y, max(reach[i] + further, nought)
        marks[i] &= dx * dx + dy * dy <= within * within


@compiled
def list_marked(who: Naturals, marks: Marks) -> int:
    """Write the places of marks into `who`; how many there are."""
    n_marked = 0
    for i in range(len(marks)):
        who[n_marked] = i
        n_marked += marks[i]
    return n_marked


@compiled
def add_journeys(  # noqa: PLR0913, PLR0917 - columns of a tight loop: reading them out of a tuple would cost more
    points: Narrow,
    who: Naturals,
    at: tuple[Narrow, Narrow, Narrow],
    ways: tuple[Narrow, Narrow, Naturals],
    week: Naturals,
    bound: Narrow,
    waits: Naturals,
    place: Point,
    weight: np.float32,
    half_value: np.float32,
) -> None:
    """Add travel to one place to the `points` (n,) of those in `who` (n,).

    Parameters
    ----------
    at : eastings and northings in kilometres and squared blur of the people of the block
    ways : minutes a kilometre, minutes before and tables of waits of their usual ways, (3, n) each
    waits : where in `bound` each table of waits has the row of the vacancy
    place : easting and northing in kilometres, radius and blur of the vacancy
    """
    x, y, blur_squared = at
    slope, before, wait = ways
    at_x, at_y, radius, its_blur = place
    nought, one, half = np.float32(0.0), np.float32(1.0), np.float32(0.5)
    in_halves, its_squared = one / half_value, its_blur * its_blur
    for j in range(len(who)):
        i = who[j]
        dx, dy = x[i] - at_x, y[i] - at_y
        between = max(np.sqrt(dx * dx + dy * dy) - radius, nought)
        expected = np.sqrt(between * between + (blur_squared[i] + its_squared) * half)
        minutes = min(
            slope[0, i] * expected + before[0, i] + bound[waits[wait[0, i]] + week[i]],
            slope[1, i] * expected + before[1, i] + bound[waits[wait[1, i]] + week[i]],
            slope[2, i] * expected + before[2, i] + bound[waits[wait[2, i]] + week[i]],
        )
        ratio = minutes * in_halves
        points[j] += weight / (one + ratio * ratio)


@compiled
def drop_low(who: Naturals, points: Narrow, bar: Narrow, its_bar: np.float32) -> int:
    """Move those whose points come to a bar to the front of both lists; how many there are."""
    n_left = 0
    for j in range(len(who)):
        i, sum_ = who[j], points[j]
        who[n_left], points[n_left] = i, sum_
        n_left += sum_ >= min(bar[i], its_bar)
    return n_left
