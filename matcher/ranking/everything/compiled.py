"""The compiled way: blocks handed to threads, each with its own lists for the vacancies, merged at the end."""

from collections.abc import Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.everything.adverts import adverts_of
from matcher.ranking.everything.columns import number_anew, people_columns, travel_columns, work_columns
from matcher.ranking.everything.heaps import Best, merge, name, new_best, sort
from matcher.ranking.everything.kernel import sweep_block
from matcher.ranking.everything.lists import ScoredLists, ScoredMatches
from matcher.ranking.everything.looked import look_up
from matcher.ranking.everything.matching import Matching
from matcher.ranking.everything.neighbours import gather
from matcher.ranking.everything.partition import Block, Strips, in_reach
from matcher.ranking.everything.tables import is_open_to_some, make_tables

__all__ = ["CompiledSweep"]

_MOST_LAID = 500_000
"""Judgement: the rows laid over the people of a block take 2 MB, what a core's second cache holds."""


class CompiledSweep:
    """Both sides made ready, and the lists so far.

    Raises
    ------
    NotFitError
        The rows are too varied for tables of their kinds.
    """

    def __init__(self, matching: Matching) -> None:
        people, work = matching.people, matching.work
        tables, numbering = make_tables(people, work, matching.model, matching.as_of), number_anew(people, work)
        self._matching = matching
        self._counts = len(numbering.skills), len(numbering.words)
        self._people, self._adverts = (
            people_columns(people, numbering),
            adverts_of(work_columns(work, numbering), tables),
        )
        self._travel, self._looked = travel_columns(people), look_up(tables, matching.model)
        self._open, self._strips = is_open_to_some(tables), Strips(work)
        self._theirs = new_best(len(people), matching.depth_of_theirs)
        self._its: list[Best] = []

    def run(self, blocks: Sequence[Block], n_threads: int) -> Generator[int, None, None]:
        """Go through the blocks; after each, how many candidates it had."""
        self._its = [new_best(len(self._matching.work), self._matching.depth_of_its) for _ in range(n_threads)]
        free: SimpleQueue[Best] = SimpleQueue()
        for its in self._its:
            free.put(its)

        def sweep(block: Block) -> int:
            its = free.get()
            try:
                self._sweep(block, its)
            finally:
                free.put(its)
            return len(block.rows)

        if n_threads == 1:
            yield from map(sweep, blocks)
            return
        with ThreadPoolExecutor(n_threads) as pool:
            yield from pool.map(sweep, blocks)

    def lists(self) -> ScoredMatches:
        """What was found."""
        first, *others = self._its
        for other in others:
            merge(first, other)
        return ScoredMatches(_in_order(self._theirs, self._adverts.work.rank), _in_order(first, self._people.rank))

    def _sweep(self, block: Block, its: Best) -> None:
        reached = in_reach(block, self._matching.work, self._strips.around(block))
        people = gather(block.rows, block.middle_m, self._people, self._travel, self._looked, self._counts)
        sweep_block(
            block.rows,
            block.is_placed,
            (block.middle_m, block.box_m),
            reached[self._open[reached]],
            people,
            (self._adverts, self._travel, self._looked),
            (self._theirs, its, self._people.rank),
            _MOST_LAID // len(block.rows),
        )


def _in_order(best: Best, ranks: NDArray[np.int32]) -> ScoredLists:
    """Lists best first, with the rows that ranks stand for."""
    sort(best)
    name(best, np.argsort(ranks).astype(np.int32))
    return best.rank, best.score
