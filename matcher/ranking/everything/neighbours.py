"""One block's people gathered in arrays of their own, so that the loops over them run straight through; compiled."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.everything.columns import People, Sets, Travel
from matcher.ranking.everything.compiling import compiled
from matcher.ranking.everything.looked import Looked
from matcher.ranking.everything.tables import N_LOOKED, SHIFT_SHARE

__all__ = ["MOST_USUAL_WAYS", "Neighbours", "gather"]

Floats = NDArray[np.float64]
Narrow = NDArray[np.float32]
Ints = NDArray[np.int32]
Longs = NDArray[np.int64]
Flags = NDArray[np.bool_]

MOST_USUAL_WAYS = 3
"""By car, by bus and on foot: nobody is taken to choose between more (`matcher.scoring.ways`)."""

_NEVER_MINUTES = 1e7
_REACH_FACTOR, _REACH_KM = 1.0001, 0.01
"""How much longer a reach is in the bound, so that no error of 32 bits leaves out whom the gate would let in."""


class Neighbours(NamedTuple):
    """The people of a block, (n,) each unless it says otherwise.

    `x_km` and `y_km` count from the middle of the block. Of the usual ways of travel, (3, n): minutes for a kilometre,
    minutes before the first, and which table of waits it takes; a place that nobody fills takes for ever. `kind` is
    (N_LOOKED, n). `tile` holds credits, (n_skills, n). Who uses a word: ``who[word_start[word]:word_start[word + 1]]``.
    """

    x_km: Narrow
    y_km: Narrow
    reach_km: Narrow
    blur_squared: Narrow
    minutes_a_km: Narrow
    minutes_before: Narrow
    wait: Longs
    unasked: Narrow
    written: Narrow
    text_scale: Narrow
    kind: Ints
    week: Longs
    tile: NDArray[np.uint8]
    word_start: Longs
    word_who: Ints
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
    word_start, word_who = _by_word(rows, people.texts, counts[1])
    slope, before, wait = _usual_ways(rows, people.group, travel, looked.wait_of)
    kind = np.empty((N_LOOKED, n), np.int32)
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
        np.where(text_total > 0.0, 1.0, 0.0).astype(np.float32),
        (1.0 / np.sqrt(np.maximum(text_total, 1.0))).astype(np.float32),
        kind,
        kind[SHIFT_SHARE].astype(np.int64),
        tile,
        word_start,
        word_who,
        people.group[rows],
        easting,
        northing,
        blur,
        people.limit[rows],
        asked,
        text_total,
    )


@compiled
def _usual_ways(rows: Longs, group: Ints, travel: Travel, wait_of: Longs) -> tuple[Narrow, Narrow, Longs]:
    n = len(rows)
    slope, wait = np.zeros((MOST_USUAL_WAYS, n), np.float32), np.zeros((MOST_USUAL_WAYS, n), np.int64)
    before = np.full((MOST_USUAL_WAYS, n), np.float32(_NEVER_MINUTES))
    for i in range(n):
        at = 0
        for mode in range(len(travel.speed)):
            if travel.usual[group[rows[i]], mode]:
                slope[at, i] = travel.detour[mode] * 60.0 / travel.speed[mode]
                before[at, i] = travel.fixed[mode]
                wait[at, i] = wait_of[mode]
                at += 1
    return slope, before, wait


@compiled
def _tile(rows: Longs, credit: Sets, n_skills: int) -> NDArray[np.uint8]:
    tile = np.zeros((n_skills, len(rows)), np.uint8)
    for i in range(len(rows)):
        for at in range(credit.start[rows[i]], credit.start[rows[i] + 1]):
            tile[credit.item[at], i] = credit.value[at]
    return tile


@compiled
def _by_word(rows: Longs, texts: Sets, n_words: int) -> tuple[Longs, Ints]:
    """The people by the words they use."""
    start = np.zeros(n_words + 1, np.int64)
    for c in rows:
        for at in range(texts.start[c], texts.start[c + 1]):
            start[texts.item[at] + 1] += 1
    for word in range(n_words):
        start[word + 1] += start[word]
    who, filled = np.empty(start[n_words], np.int32), start[:-1].copy()
    for i in range(len(rows)):
        for at in range(texts.start[rows[i]], texts.start[rows[i] + 1]):
            who[filled[texts.item[at]]] = i
            filled[texts.item[at]] += 1
    return start, who
