"""What both searches read and share: the model, what was looked up, what is wanted, and a journey; compiled."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.everything.compiling import compiled, inlined
from matcher.ranking.everything.pair import leg_minutes
from matcher.ranking.warm.looks import WAITS

__all__ = ["SLACK", "Hits", "Looked", "Scales", "Wanted", "journey", "look_up_points"]

Floats = NDArray[np.float64]
Ints = NDArray[np.int32]
Longs = NDArray[np.int64]
Flags = NDArray[np.bool_]
Tables = NDArray[np.float64]

SLACK = 1e-9
"""Points by which a sum of numbers up to 100, added in another order, may differ."""


class Scales(NamedTuple):
    """The model, and judgements of `matcher.scoring`: handed in, because what is compiled keeps a constant."""

    weights: Floats
    priors: Floats
    when: float
    how_many: float
    half_value_minutes: float
    same_topic_cosine: float
    wait_of: Longs


class Looked(NamedTuple):
    """What the one who asks is worth with every kind: `points` and `values` by group, and the `most` they add up to."""

    points: tuple[Floats, ...]
    values: tuple[Tables, ...]
    most: float


class Wanted(NamedTuple):
    """Which rows may be found, and from what score on: the best `k`, or with `bars` all that reach their own.

    `allowed` (n,) says which rows may be; `least` is a score below which none is of use; `bars` is (n,) or empty.
    """

    allowed: Flags
    k: int
    least: float
    bars: Floats


class Hits(NamedTuple):
    """What was found, in no order: `rank` (n,) of the id, and `score` (n,)."""

    rank: Ints
    score: Floats


@inlined
def journey(
    kilometres: tuple[float, float],
    group: int,
    ways: tuple[Flags, Flags],
    figures: tuple[Floats, Floats, Floats],
    waited: tuple[Longs, Tables],
    kind: int,
) -> tuple[float, float]:
    """Minutes at best, and as they are counted, by the ways of a group."""
    nearer, expected = kilometres
    usual, best = ways
    speed, detour, fixed = figures
    wait_of, weeks = waited
    at_best, counted = np.inf, np.inf
    for mode in range(len(speed)):
        if best[group, mode]:
            at_best = min(at_best, leg_minutes(nearer, detour[mode], speed[mode], fixed[mode]))
        if usual[group, mode]:
            wait = weeks[WAITS + wait_of[mode], kind]
            counted = min(counted, leg_minutes(expected, detour[mode], speed[mode], fixed[mode]) + wait)
    return at_best, counted


@compiled
def look_up_points(totals: Floats, rows: Ints, kinds: Ints, points: tuple[Floats, ...]) -> None:
    """Set `totals` to the points of some rows by their kinds: without branches, so that many are fetched at a time."""
    p0, p1, p2, p3, p4, p5, p6, p7 = points
    for at in range(len(rows)):
        i = rows[at]
        first = p0[kinds[i, 0]] + p1[kinds[i, 1]] + p2[kinds[i, 2]] + p3[kinds[i, 3]]
        totals[at] = first + p4[kinds[i, 4]] + p5[kinds[i, 5]] + p6[kinds[i, 6]] + p7[kinds[i, 7]]
