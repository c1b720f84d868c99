"""Points of a feature in 32-bit floats, added to the sums of all the people of a block at once; compiled.

The loops have no branches and run over slices, of which the compiler makes vector code. `total` (n,) is added to.
"""

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.everything.compiling import compiled
from matcher.ranking.everything.looked import OUT

__all__ = ["add_coverage", "add_looked", "add_text", "add_travel", "any_above", "count_points", "count_shared"]

Narrow = NDArray[np.float32]
Ints = NDArray[np.int32]
Longs = NDArray[np.int64]


@compiled
def count_points(points: Ints, tile: NDArray[np.uint8], needs: Ints, telling: Ints) -> None:
    """Set `points` (n,) to what each brings of some needs: the sum of telling times credit."""
    points[:] = 0
    for need in range(len(needs)):
        weight, row = telling[need], tile[needs[need]]
        for i in range(len(points)):
            points[i] += weight * np.int32(row[i])


@compiled
def count_shared(shared: Ints, words: Ints, word_start: Longs, word_who: Ints) -> None:
    """Set `shared` (n,) to how many of some words each uses."""
    shared[:] = 0
    for word in words:
        for at in range(word_start[word], word_start[word + 1]):
            shared[word_who[at]] += 1


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
def add_travel(  # noqa: PLR0913, PLR0917 - columns of the tightest loop: reading them out of a tuple would cost more
    total: Narrow,
    at: tuple[Narrow, Narrow, Narrow, Narrow],
    ways: tuple[Narrow, Narrow, Longs],
    week: Longs,
    bound: Narrow,
    waits: Longs,
    place: tuple[np.float32, np.float32, np.float32, np.float32],
    weight: np.float32,
    half_value: np.float32,
) -> None:
    """Travel to one place, `OUT` where nobody could be let through.

    Parameters
    ----------
    at : eastings and northings in kilometres, reach, squared blur of the people
    ways : minutes a kilometre, minutes before and tables of waits of their usual ways, (3, n) each
    waits : where in `bound` each table of waits has the row of the vacancy
    place : easting and northing in kilometres, radius and blur of the vacancy
    """
    x, y, reach, blur_squared = at
    slope, before, wait = ways
    at_x, at_y, radius, its_blur = place
    nought, one, half = np.float32(0.0), np.float32(1.0), np.float32(0.5)
    in_halves, its_squared = one / half_value, its_blur * its_blur
    for i in range(len(total)):
        dx, dy = x[i] - at_x, y[i] - at_y
        between = max(np.sqrt(dx * dx + dy * dy) - radius, nought)
        expected = np.sqrt(between * between + (blur_squared[i] + its_squared) * half)
        minutes = min(
            slope[0, i] * expected + before[0, i] + bound[waits[wait[0, i]] + week[i]],
            slope[1, i] * expected + before[1, i] + bound[waits[wait[1, i]] + week[i]],
            slope[2, i] * expected + before[2, i] + bound[waits[wait[2, i]] + week[i]],
        )
        ratio = minutes * in_halves
        total[i] += weight / (one + ratio * ratio) if between - its_blur <= reach[i] else OUT


@compiled
def add_looked(total: Narrow, kind: Ints, row: Narrow) -> None:
    """What a table has for each person's kind."""
    for i in range(len(total)):
        total[i] += row[kind[i]]


@compiled
def add_text(
    total: Narrow, shared: Ints, theirs: tuple[Narrow, Narrow], scale: np.float32, weight: np.float32, prior: np.float32
) -> None:
    """Likeness of texts, or the prior where either is empty.

    `theirs` is 1 for who has written anything, and 1 over the root of how many words; `scale` the same of the vacancy
    over the cosine of one topic, below 0 where it has no words.
    """
    if scale < np.float32(0.0):
        total += weight * prior
        return
    written, text_scale = theirs
    one = np.float32(1.0)
    for i in range(len(total)):
        likeness = min(np.float32(shared[i]) * text_scale[i] * scale, one)
        total[i] += weight * (written[i] * likeness + (one - written[i]) * prior)


@compiled
def any_above(total: Narrow, bar: Narrow, its_bar: np.float32) -> bool:
    """Whether anybody's sum reaches their own bar or the vacancy's."""
    found = 0
    for i in range(len(total)):
        found += (total[i] >= bar[i]) | (total[i] >= its_bar)
    return found > 0
