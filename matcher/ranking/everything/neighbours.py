"""One block's people gathered in arrays of their own, so that the loops over them run straight through; compiled."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.everything.columns import People, Sets, Travel
from matcher.ranking.everything.compiling import compiled
from matcher.ranking.everything.looked import W_TEXT, Looked
from matcher.ranking.everything.tables import N_LOOKED

__all__ = ["MOST_USUAL_WAYS", "Neighbours", "gather"]

Floats = NDArray[np.float64]
Narrow = NDArray[np.float32]
Ints = NDArray[np.int32]
Longs = NDArray[np.int64]
Naturals = NDArray[np.uint32]
Flags = NDArray[np.bool_]

MOST_USUAL_WAYS = 3
"""By car, by bus and on foot: nobody is taken to choose between more (`matcher.scoring.ways`)."""

_NEVER_MINUTES = 1e7
_REACH_FACTOR, _REACH_KM = 1.0001, 0.01
"""How much longer a reach is in the bound, so that no error of 32 bits leaves out whom the gate would let in."""


_SURE_FACTOR, _SURE_KM = 1.0 - 1e-6, 1e-6
"""Nearer than that, no rounding of the minutes could shut out who is in reach: they need not be counted."""


class Neighbours(NamedTuple):
    """The people of a block, (n,) each unless it says otherwise.

    `x_km` and `y_km` count from the middle of the block. Of the usual ways of travel, (3, n): minutes for a kilometre,
    minutes before the first, and which table of waits it takes; a place that nobody fills takes for ever; `goes`
    (n_modes,) says by which of all ways somebody usually goes. `kind` is (N_LOOKED, n). `tile` holds credits,
    (n_skills, n). `text_most` is the most that wording may bring; the words that each uses, of `n_words` in all, are
    ``word[word_start[i]:word_start[i + 1]]``.
    """

    x_km: Narrow
    y_km: Narrow
    reach_km: Narrow
    blur_squared: Narrow
    minutes_a_km: Narrow
    minutes_before: Narrow
    wait: Naturals
    unasked: Narrow
    text_most: Narrow
    kind: Naturals
    tile: NDArray[np.uint8]
    word_start: Longs
    word: Ints
    n_words: int
    text_scale: Floats
    sure_km: Floats
    way: Ints
    n_ways: Ints
    group: Ints
    easting: Floats
    northing: Floats
    blur: Floats
    limit: Floats
    asked: Flags
    text_total: Floats


@compiled
def gather(
    rows: Longs,
    middle_m: tuple[float, float],
    people: People,
    travel: Travel,
    looked: Looked,
    counts: tuple[int, int],
) -> Neighbours:
    """The people at `rows`; `counts` of skills and of words in all."""
    n = len(rows)
    tile = _tile(rows, people.credits, counts[0])
    word_start, word = _words(rows, people.texts)
    slope, before, wait, way, n_ways = _usual_ways(rows, people.group, travel, looked.wait_of)
    kind = np.empty((N_LOOKED, n), np.uint32)
    for table in range(N_LOOKED):
        kind[table] = looked.kind[table][rows]
    easting, northing, blur = people.easting[rows], people.northing[rows], people.blur[rows]
    asked, text_total = people.asked[rows], people.texts.total[rows]
    return Neighbours(
        ((easting - middle_m[0]) / 1000.0).astype(np.float32),
        ((northing - middle_m[1]) / 1000.0).astype(np.float32),
        (people.reach[rows] * _REACH_FACTOR + _REACH_KM).astype(np.float32),
        (blur * blur).astype(np.float32),
        slope,
        before,
        wait,
        np.where(asked, 0.0, 1.0).astype(np.float32),
        (looked.weights[W_TEXT] * np.where(text_total > 0.0, 1.0, looked.priors[W_TEXT])).astype(np.float32),
        kind,
        tile,
        word_start,
        word,
        counts[1],
        1.0 / np.sqrt(np.maximum(text_total, 1.0)),
        (people.reach[rows] - blur) * _SURE_FACTOR - _SURE_KM,
        way,
        n_ways,
        people.group[rows],
        easting,
        northing,
        blur,
        people.limit[rows],
        asked,
        text_total,
    )


@compiled
def _usual_ways(
    rows: Longs, group: Ints, travel: Travel, wait_of: Longs
) -> tuple[Narrow, Narrow, Naturals, Ints, Ints]:
    n = len(rows)
    slope, wait = np.zeros((MOST_USUAL_WAYS, n), np.float32), np.zeros((MOST_USUAL_WAYS, n), np.uint32)
    before = np.full((MOST_USUAL_WAYS, n), np.float32(_NEVER_MINUTES))
    way, n_ways = np.zeros((n, MOST_USUAL_WAYS), np.int32), np.zeros(n, np.int32)
    for i in range(n):
        for mode in range(len(travel.speed)):
            if travel.usual[group[rows[i]], mode]:
                at = n_ways[i]
                slope[at, i] = travel.detour[mode] * 60.0 / travel.speed[mode]
                before[at, i] = travel.fixed[mode]
                wait[at, i] = wait_of[mode]
                way[i, at] = mode
                n_ways[i] += 1
    return slope, before, wait, way, n_ways


@compiled
def _tile(rows: Longs, credit: Sets, n_skills: int) -> NDArray[np.uint8]:
    tile = np.zeros((n_skills, len(rows)), np.uint8)
    for i in range(len(rows)):
        for at in range(credit.start[rows[i]], credit.start[rows[i] + 1]):
            tile[credit.item[at], i] = credit.value[at]
    return tile


@compiled
def _words(rows: Longs, texts: Sets) -> tuple[Longs, Ints]:
    """The words of each of the people."""
    start = np.zeros(len(rows) + 1, np.int64)
    for i in range(len(rows)):
        start[i + 1] = start[i] + texts.start[rows[i] + 1] - texts.start[rows[i]]
    word = np.empty(start[-1], np.int32)
    for i in range(len(rows)):
        word[start[i] : start[i + 1]] = texts.item[texts.start[rows[i]] : texts.start[rows[i] + 1]]
    return start, word
