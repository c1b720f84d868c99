"""scikit-learn and NumPy: the vacancies within each person's reach by a ball tree, then flat arrays of pairs."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from matcher.benchmarks.baselines.flat_lists import FlatLists
from matcher.benchmarks.baselines.flat_scores import FlatPairs, score_flat
from matcher.benchmarks.baselines.ground import Ground
from matcher.ranking.everything import Matching, ScoredMatches

__all__ = ["ball_tree_matches"]

_PEOPLE_AT_ONCE = 256
"""Judgement: of 128, 256 and 512 neighbours at once the quickest on a hundred thousand people."""

_PAIRS_AT_ONCE = 1_000_000
"""Judgement: some twenty arrays of that many floats are 160 MB."""

Rows = NDArray[np.int64]


def ball_tree_matches(matching: Matching) -> ScoredMatches:
    """The lists of both directions, exact."""
    ground = Ground.of(matching)
    lists = FlatLists(ground)
    for pairs in _pairs(ground):
        lists.offer(*score_flat(ground, pairs))
    return lists.found()


def _pairs(ground: Ground) -> Iterator[FlatPairs]:
    """Every pair that may be in reach, once."""
    trees = _Trees(ground)
    for ways, rows in ground.placed():
        for start in range(0, len(rows), _PEOPLE_AT_ONCE):
            some = rows[start : start + _PEOPLE_AT_ONCE]
            found = trees.within_reach(some)
            at = np.repeat(np.arange(len(some)), [len(each) for each in found])
            yield FlatPairs(ways, some, at, np.concatenate(found), has_journey=True)
    anywhere = np.flatnonzero(ground.is_open)
    at_once = max(1, _PAIRS_AT_ONCE // max(1, len(anywhere)))
    for ways, rows in ground.unplaced():
        for start in range(0, len(rows), at_once):
            some = rows[start : start + at_once]
            at, columns = np.repeat(np.arange(len(some)), len(anywhere)), np.tile(anywhere, len(some))
            yield FlatPairs(ways, some, at, columns, has_journey=False)


class _Trees:
    """Sites in one tree, rounds, which reach out themselves, in another; live-in work is in everybody's reach."""

    def __init__(self, ground: Ground) -> None:
        from sklearn.neighbors import BallTree

        work, people = ground.matching.work, ground.matching.people
        self._home = np.column_stack([people.easting_m, people.northing_m])
        self._reach = ground.reach_m
        kept = ground.is_open & ~work.live_in
        places = np.column_stack([work.easting_m, work.northing_m])
        spread = (work.radius_km + work.blur_km) * 1000.0
        parts = [np.flatnonzero(kept & (spread == 0)), np.flatnonzero(kept & (spread > 0))]
        self._trees = [(BallTree(places[part]), part, spread[part].max()) for part in parts if len(part)]
        self._live_in = np.flatnonzero(ground.is_open & work.live_in)

    def within_reach(self, rows: Rows) -> list[Rows]:
        """Vacancies that each may reach, those of a round by the widest one."""
        found = [
            [part[near] for near in tree.query_radius(self._home[rows], self._reach[rows] + widest)]
            for tree, part, widest in self._trees
        ]
        return [np.concatenate([*each, self._live_in]) for each in zip(*found, strict=True)]
