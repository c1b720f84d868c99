"""The plain way: every block by the definitions of `matcher.scoring` themselves. It takes whatever there is."""

from collections.abc import Generator, Sequence

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.everything.best_so_far import BestSoFar
from matcher.ranking.everything.lists import ScoredMatches, rank_ids
from matcher.ranking.everything.matching import Matching
from matcher.ranking.everything.partition import Block, in_reach
from matcher.scoring import Pairs, open_scores
from matcher.scoring.taking import take

__all__ = ["PlainSweep"]

_PAIRS_AT_ONCE = 400_000
"""Judgement: some thirty arrays of that many floats are 100 MB."""

Rows = NDArray[np.int64]


class PlainSweep:
    """Scores every pair of a block and what it reaches, a few hundred thousand at a time, on one thread."""

    def __init__(self, matching: Matching) -> None:
        self._matching = matching
        people, work = matching.people, matching.work
        self._theirs = BestSoFar(len(people), matching.depth_of_theirs, rank_ids(work.ids))
        self._its = BestSoFar(len(work), matching.depth_of_its, rank_ids(people.ids))

    def run(self, blocks: Sequence[Block], n_threads: int) -> Generator[int, None, None]:  # noqa: ARG002 - as every sweep
        """Go through the blocks; after each, how many candidates it had."""
        for block in blocks:
            self._sweep(block.rows, in_reach(block, self._matching.work))
            yield len(block.rows)

    def lists(self) -> ScoredMatches:
        """What was found."""
        return ScoredMatches(self._theirs.lists(), self._its.lists())

    def _sweep(self, rows: Rows, reached: Rows) -> None:
        what, people = self._matching, take(self._matching.people, rows)
        at_once = max(1, _PAIRS_AT_ONCE // len(rows))
        for start in range(0, len(reached), at_once):
            columns = reached[start : start + at_once]
            scores = open_scores(Pairs(people, take(what.work, columns), what.travel_times), what.model, what.as_of)
            self._theirs.offer(rows, scores, columns)
            self._its.offer(columns, np.ascontiguousarray(scores.T), rows)
