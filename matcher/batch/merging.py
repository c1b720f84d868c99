"""Lists of parts merged into those of the whole: the first k of all entries by ``(-score, id)``.

That is an order of all entries, so it does not matter in which order parts come, or how they are grouped. Ids are
numbered in their own order, so that the lower number wins a tie.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.everything.lists import NOBODY, ScoredLists

__all__ = ["Entries", "best_of", "entries_of", "hopeful", "joined", "ranks_of", "within"]

Ints = NDArray[np.int32]


class Entries(NamedTuple):
    """Entries of lists, (n,) each, those of one list together: number of whose it is, number of who is in it, score."""

    whose: Ints
    other: Ints
    score: NDArray[np.float64]

    def at(self, rows: slice | NDArray[np.generic]) -> Self:
        """Some of them, in the order of `rows`."""
        return self._replace(whose=self.whose[rows], other=self.other[rows], score=self.score[rows])


_NONE = Entries(np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.int32), np.zeros(0))


def entries_of(lists: ScoredLists, whose: Ints, others: Ints) -> Entries:
    """The entries of (n, k) lists, whose rows stand for `whose` (n,), ascending; their entries are rows of `others`."""
    rows, scores = lists
    order = np.argsort(whose, kind="stable")
    rows, scores = rows[order], scores[order]
    stands = rows != NOBODY
    return Entries(np.repeat(whose[order], stands.sum(axis=1)), others[rows[stands]], scores[stands])


def within(entries: Entries, first: int, beyond: int) -> Entries:
    """The entries of lists from number `first` up to `beyond`, of entries whose lists ascend."""
    start, end = np.searchsorted(entries.whose, [first, beyond])
    return entries.at(slice(start, end))


def joined(several: Iterable[Entries]) -> Entries:
    """All entries of several."""
    all_of = [_NONE, *several]
    return Entries(
        np.concatenate([one.whose for one in all_of]),
        np.concatenate([one.other for one in all_of]),
        np.concatenate([one.score for one in all_of]),
    )


def hopeful(several: Sequence[Entries], k: int) -> list[Entries]:
    """The entries of parts that can be among the first `k` of their lists: those no worse than the k-th of any part.

    Of each part the entries of a list are together and in order, as `entries_of` and `best_of` give them.
    """
    first = min((int(one.whose[0]) for one in several if len(one.whose)), default=0)
    bar = np.full(max((int(one.whose[-1]) + 1 for one in several if len(one.whose)), default=0) - first, -np.inf)
    for one in several:
        last = one.at(ranks_of(one.whose) == k)
        bar[last.whose - first] = np.maximum(bar[last.whose - first], last.score)
    return [one.at(one.score >= bar[one.whose - first]) for one in several]


def best_of(entries: Entries, k: int) -> Entries:
    """The first `k` of every list, in order; the lists ascend."""
    in_order = entries.at(np.argsort(entries.whose, kind="stable"))
    if not _is_ordered(in_order):  # lists that are in one part alone are; to sort them again would take half the time
        in_order = entries.at(np.lexsort((entries.other, -entries.score, entries.whose)))
    return in_order.at(ranks_of(in_order.whose) <= k)


def ranks_of(whose: Ints) -> Ints:
    """The place of every entry in its list, from 1, where those of one list stand together, in order."""
    begins = np.flatnonzero(np.diff(whose, prepend=-1))
    lengths = np.diff(begins, append=len(whose))
    return (np.arange(len(whose)) - np.repeat(begins, lengths) + 1).astype(np.int32)


def _is_ordered(entries: Entries) -> bool:
    """Whether entries of ascending lists are in order in each."""
    same = entries.whose[1:] == entries.whose[:-1]
    score, other = np.diff(entries.score), entries.other
    return not (same & ((score > 0) | ((score == 0) & (other[1:] < other[:-1])))).any()
