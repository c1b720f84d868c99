"""Block after block: the compiled way where it can be taken, else the tabled one, else the plain."""

import os
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from typing import Protocol

from matcher.ranking.everything.fitness import NotFitError, check_fitness, check_installed, is_installed
from matcher.ranking.everything.lists import AllMatches, ScoredMatches, no_lists, widened
from matcher.ranking.everything.matching import Matching
from matcher.ranking.everything.partition import Block, partition
from matcher.ranking.everything.plain import PlainSweep
from matcher.ranking.everything.tabled import TabledSweep

__all__ = ["Sweep", "match_everything", "match_everything_scored"]

_LEAST_BLOCK, _MOST_BLOCK, _BLOCKS = 64, 1024, 400
"""Judgement: a block's tile fits a core's second cache up to a thousand people; fewer people live nearer together."""


class Sweep(Protocol):
    """One way of going through the blocks."""

    def run(self, blocks: Sequence[Block], n_threads: int) -> Generator[int, None, None]:
        """Go through the blocks; after each, how many candidates it had."""
        ...

    def lists(self) -> ScoredMatches:
        """What was found."""
        ...


def match_everything(
    matching: Matching,
    *,
    n_threads: int | None = None,
    fast: bool | None = None,
    on_block: Callable[[int, int], None] | None = None,
) -> AllMatches:
    """The best k vacancies of every candidate and the best k candidates of every vacancy; exact.

    Parameters
    ----------
    n_threads : int, optional
        All cores by default. The lists are the same on any number.
    fast : bool, optional
        Whether to take the compiled way; by default where it can be taken. Without it NumPy and SciPy alone are
        needed. The lists are the same either way.
    on_block : callable, optional
        Told after every block how many candidates are done, of how many.

    Raises
    ------
    NotFitError
        `fast` is asked for, and cannot be had.
    """
    return match_everything_scored(matching, n_threads=n_threads, fast=fast, on_block=on_block).narrowed()


def match_everything_scored(
    matching: Matching,
    *,
    n_threads: int | None = None,
    fast: bool | None = None,
    on_block: Callable[[int, int], None] | None = None,
) -> ScoredMatches:
    """As `match_everything`, with the scores that the lists are ordered by: what is merged with other parts."""
    n, m, k = len(matching.people), len(matching.work), max(0, matching.k)
    if not n or not m or not k:
        return ScoredMatches(no_lists(n, k), no_lists(m, k))
    sweep, n_done = _sweep(matching, fast), 0
    blocks = partition(matching.people, _block_size(n))
    with closing(sweep.run(blocks, max(1, n_threads or os.cpu_count() or 1))) as sizes:  # who stops stops the threads
        for size in sizes:
            n_done += size
            if on_block:
                on_block(n_done, n)
    found = sweep.lists()
    return ScoredMatches(widened(found.vacancies_for_candidates, k), widened(found.candidates_for_vacancies, k))


def _sweep(matching: Matching, fast: bool | None) -> Sweep:
    if fast:
        check_installed()
    try:
        check_fitness(matching)
        if fast is False or not is_installed():
            return TabledSweep(matching)
        from matcher.ranking.everything.compiled import CompiledSweep

        return CompiledSweep(matching)
    except NotFitError:
        if fast:
            raise
        return PlainSweep(matching)


def _block_size(n: int) -> int:
    return min(_MOST_BLOCK, max(_LEAST_BLOCK, n // _BLOCKS))
