"""The stored lists as they stand, in arrays: a million and a half of twenty are some 150 MB."""

from collections.abc import Iterable
from itertools import chain, islice
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from matcher.jobs.lists.depth import DEPTH
from matcher.ranking.everything.lists import NOBODY
from matcher.store.kept_lists import Entries

if TYPE_CHECKING:
    from matcher.ranking.warm import Standing

__all__ = ["standing_of"]

_AT_ONCE = 10_000


def standing_of(lists: Iterable[tuple[str, Entries]]) -> "Standing":
    """Lists by whose they are, read a few thousand at a time: all of them as objects would not fit."""
    from matcher.ranking.warm import Standing

    owners: list[str] = []
    numbers: dict[str, int] = {}
    rows, scores = [np.empty((0, DEPTH), np.int32)], [np.empty((0, DEPTH))]
    remaining = iter(lists)
    while some := list(islice(remaining, _AT_ONCE)):
        owners.extend(owner for owner, _ in some)
        entries = list(chain.from_iterable(entries for _, entries in some))
        filled = np.arange(DEPTH) < np.array([len(entries) for _, entries in some])[:, None]
        rows.append(np.full(filled.shape, NOBODY, np.int32))
        rows[-1][filled] = [numbers.setdefault(other, len(numbers)) for other, _ in entries]
        scores.append(np.full(filled.shape, -np.inf))
        scores[-1][filled] = [score for _, score in entries]
    return Standing(_ids(owners), _ids(numbers), np.vstack(rows), np.vstack(scores))


def _ids(names: Iterable[str]) -> NDArray[np.object_]:
    return np.array(list(names), dtype=object)
