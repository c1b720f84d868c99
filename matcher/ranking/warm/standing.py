"""Lists that stand, and which of them a change on the other side touches: only those are ranked anew."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.everything.lists import NOBODY
from matcher.ranking.warm.fields import Field
from matcher.ranking.warm.finding import Hits
from matcher.ranking.warm.sides import Part

__all__ = ["Standing", "Touched"]

_OF_32_BITS = 1e-5
"""Points by which a score of 32 bits may differ from what it was rounded from."""

Ids = NDArray[np.object_]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Touched:
    """Whose lists a change touches.

    Attributes
    ----------
    enters : ids whose list it would enter, at or above the last by ``(-score, id)``, and is not in yet
    holds : ids whose list it is in, whatever its score is now
    """

    enters: frozenset[object]
    holds: frozenset[object]

    @property
    def ids(self) -> frozenset[object]:
        """All of them."""
        return self.enters | self.holds


class Standing:
    """The first k of every row of one side, as they were last ranked; kept by one thread.

    Rows that have no list yet are touched by whatever is open to them. Lists with scores of 32 bits are told to be
    touched a hundred-thousandth of a point too early rather than too late.

    Parameters
    ----------
    ids : (n,) object
        Whose lists they are.
    others : (m,) object
        The other side.
    rows : (n, k) int32
        Rows of `others`, best first, `NOBODY` beyond the last; k above 0.
    scores : (n, k) float64 or float32
    """

    def __init__(self, ids: Ids, others: Ids, rows: NDArray[np.int32], scores: NDArray[np.floating[Any]]) -> None:
        self._ids = ids.tolist()
        self._row = {name: row for row, name in enumerate(self._ids)}
        self._number = {name: number for number, name in enumerate(others.tolist())}
        self._names = others.tolist()
        self._rows = np.array(rows, dtype=np.int32)
        slack = _OF_32_BITS if scores.dtype == np.float32 else 0.0
        self._bars = np.where(self._rows[:, -1] == NOBODY, -np.inf, scores[:, -1].astype(np.float64) - slack)
        self._aligned: WeakKeyDictionary[Field[Any, Any], NDArray[np.int64]] = WeakKeyDictionary()

    @classmethod
    def of_lists(cls, lists: Mapping[object, Sequence[tuple[object, float]]], k: int) -> Self:
        """Lists of at most `k` ids and scores, best first, by whose they are."""
        names = list(dict.fromkeys(other for entries in lists.values() for other, _ in entries))
        standing = cls(_ids(lists), _ids(names), np.full((len(lists), k), NOBODY, np.int32), np.zeros((len(lists), k)))
        for name, entries in lists.items():
            standing.put(name, entries)
        return standing

    def put(self, name: object, entries: Sequence[tuple[object, float]]) -> None:
        """A list in place of the one that stood: ids and scores, best first."""
        row = self._row.setdefault(name, len(self._rows))
        if row == len(self._rows):
            self._ids.append(name)
            self._rows = np.vstack([self._rows, np.full((1, self._rows.shape[1]), NOBODY, np.int32)])
            self._bars = np.append(self._bars, -np.inf)
            self._aligned.clear()
        k = self._rows.shape[1]
        self._rows[row] = NOBODY
        self._rows[row, : min(k, len(entries))] = [self._numbered(other) for other, _ in entries[:k]]
        self._bars[row] = entries[k - 1][1] if len(entries) >= k else -np.inf

    def of(self, part: Part[Any]) -> Floats:
        """The score that the list of every row of a part asks for, (n,)."""
        at = self._aligned.get(part.field)
        if at is None:
            rows = (self._row.get(name, -1) for name in part.field.rows.ids.tolist())
            at = self._aligned[part.field] = np.fromiter(rows, dtype=np.int64, count=len(part.field))
        return np.where(at < 0, -np.inf, self._bars[at]) if len(self._bars) else np.full(len(at), -np.inf)

    def touched(self, name: object, hits: Iterable[Hits]) -> Touched:
        """By `name` of the other side, which `hits` has at or above the last of their lists."""
        holds = self.holding(name)
        enters = {
            one
            for ids, scores in hits
            for one, score in zip(ids.tolist(), scores.tolist(), strict=True)
            if self._enters(one, name, score)
        }
        return Touched(frozenset(enters - holds), frozenset(holds))

    def holding(self, name: object) -> set[object]:
        """Whose lists have somebody of the other side in them."""
        number = self._number.get(name)
        if number is None:
            return set()
        within = np.flatnonzero((self._rows == number).any(axis=1))
        return {self._ids[row] for row in within}

    def _enters(self, one: object, name: object, score: float) -> bool:
        row = self._row.get(one)
        if row is None or score > self._bars[row]:
            return True
        return str(name) < str(self._names[self._rows[row, -1]])  # as good as the last

    def _numbered(self, name: object) -> int:
        number = self._number.setdefault(name, len(self._names))
        if number == len(self._names):
            self._names.append(name)
        return number


def _ids(names: Iterable[object]) -> Ids:
    found = list(names)
    ids = np.empty(len(found), dtype=object)
    ids[:] = found
    return ids
