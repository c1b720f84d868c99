"""The plain way: every block by the definitions of `matcher.scoring` themselves. The fallback, and the oracle."""

from collections.abc import Generator, Sequence

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.everything.lists import NOBODY, AllMatches, Lists, rank_ids
from matcher.ranking.everything.matching import Matching
from matcher.ranking.everything.partition import Block, in_reach
from matcher.scoring import Pairs, blocked_pairs, judge_gates, score_pairs
from matcher.scoring.taking import take

__all__ = ["PlainSweep"]

_PAIRS_AT_ONCE = 400_000
"""Judgement: some thirty arrays of that many floats are 100 MB."""

Scores = NDArray[np.float64]
Rows = NDArray[np.int64]


class PlainSweep:
    """Scores every pair of a block and what it reaches, a few hundred thousand at a time, on one thread."""

    def __init__(self, matching: Matching) -> None:
        self._matching = matching
        people, work = matching.people, matching.work
        self._theirs = _Best(len(people), matching.depth_of_theirs, rank_ids(work.ids))
        self._its = _Best(len(work), matching.depth_of_its, rank_ids(people.ids))

    def run(self, blocks: Sequence[Block], n_threads: int) -> Generator[int, None, None]:  # noqa: ARG002 - as every sweep
        """Go through the blocks; after each, how many candidates it had."""
        for block in blocks:
            self._sweep(block.rows, in_reach(block, self._matching.work))
            yield len(block.rows)

    def lists(self) -> AllMatches:
        """What was found."""
        return AllMatches(self._theirs.lists(), self._its.lists())

    def _sweep(self, rows: Rows, reached: Rows) -> None:
        what, people = self._matching, take(self._matching.people, rows)
        at_once = max(1, _PAIRS_AT_ONCE // len(rows))
        for start in range(0, len(reached), at_once):
            columns = reached[start : start + at_once]
            pairs = Pairs(people, take(what.work, columns), what.travel_times)
            scored = score_pairs(pairs, what.model)
            out = blocked_pairs(judge_gates(pairs, scored.journey, scored.rota, what.as_of))
            scores = np.where(out, -np.inf, scored.score)
            self._theirs.offer(rows, scores, columns)
            self._its.offer(columns, np.ascontiguousarray(scores.T), rows)


class _Best:
    """Lists of the best k of `n` rows, in order: `score` (n, k), -inf where empty, and `row` (n, k)."""

    def __init__(self, n: int, k: int, ranks: NDArray[np.int32]) -> None:
        self.score = np.full((n, k), -np.inf)
        self.row = np.full((n, k), NOBODY, dtype=np.int32)
        # The empty place has a rank above all others.
        self._ranks = np.append(ranks.astype(np.int64), np.iinfo(np.int64).max)

    def offer(self, rows: Rows, scores: Scores, others: Rows) -> None:
        """Offer ``scores[i, j]`` of ``others[j]`` to the list of ``rows[i]``; -inf is offered to nobody."""
        k = self.score.shape[1]
        # Of the columns only those matter that come among the best k of some row; ties with the last of them do too.
        at_least = np.partition(scores, -k, axis=1)[:, -k, None] if k < scores.shape[1] else -np.inf
        worth = np.flatnonzero(((scores >= at_least) & (scores > -np.inf)).any(axis=0))
        score = np.hstack([self.score[rows], scores[:, worth]])
        row = np.hstack([self.row[rows], np.broadcast_to(others[worth].astype(np.int32), (len(rows), len(worth)))])
        row = np.where(score > -np.inf, row, NOBODY)
        order = np.lexsort((self._ranks[row], -score), axis=1)[:, :k]
        self.score[rows] = np.take_along_axis(score, order, axis=1)
        self.row[rows] = np.take_along_axis(row, order, axis=1)

    def lists(self) -> Lists:
        """Rows and scores, `NOBODY` and 0 where empty."""
        return self.row, np.where(self.row == NOBODY, 0.0, self.score).astype(np.float32)
