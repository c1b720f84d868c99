"""The compiled way: blocks handed to threads, each with its own lists for the vacancies, merged at the end."""

from collections.abc import Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.everything.columns import number_anew, people_columns, travel_columns, work_columns
from matcher.ranking.everything.heaps import Best, merge, new_best, sort
from matcher.ranking.everything.kernel import sweep_block
from matcher.ranking.everything.lists import NOBODY, AllMatches, Lists
from matcher.ranking.everything.looked import look_up
from matcher.ranking.everything.matching import Matching
from matcher.ranking.everything.neighbours import gather
from matcher.ranking.everything.partition import Block, in_reach
from matcher.ranking.everything.tables import is_open_to_some, make_tables

__all__ = ["CompiledSweep"]


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
        self._people, self._work = people_columns(people, numbering), work_columns(work, numbering)
        self._travel, self._looked = travel_columns(people), look_up(tables, matching.model)
        self._open = is_open_to_some(tables)
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

    def lists(self) -> AllMatches:
        """What was found."""
        first, *others = self._its
        for other in others:
            merge(first, other)
        return AllMatches(_in_order(self._theirs, self._work.rank), _in_order(first, self._people.rank))

    def _sweep(self, block: Block, its: Best) -> None:
        reached = in_reach(block, self._matching.work)
        people = gather(block.rows, block.middle_m, self._people, self._travel, self._looked, self._counts)
        sweep_block(
            block.rows,
            block.is_placed,
            block.middle_m,
            reached[self._open[reached]],
            people,
            (self._work, self._travel, self._looked),
            (self._theirs, its, self._people.rank),
        )


def _in_order(best: Best, ranks: NDArray[np.int32]) -> Lists:
    """Lists best first, with the rows that ranks stand for."""
    sort(best)
    row_of = np.append(np.argsort(ranks).astype(np.int32), NOBODY)  # the last is where no rank stands
    return row_of[best.rank], best.score.astype(np.float32)
