"""One side as it is now: rows that were made ready together, those put since, and which of either are still there."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.warm.fields import Field
from matcher.ranking.warm.kinds import KindsOfSide, first_kinds, more_kinds, no_kinds
from matcher.scoring import CandidateArrays, VacancyArrays
from matcher.scoring.stacking import stack
from matcher.scoring.taking import take

__all__ = ["Part", "Side", "first_side"]

Arrays = TypeVar("Arrays", CandidateArrays, VacancyArrays)
Flags = NDArray[np.bool_]
MakeField = Callable[[Arrays, NDArray[np.int32]], Field[Arrays, Any]]


@dataclass(frozen=True, slots=True, eq=False)
class Part(Generic[Arrays]):
    """Some rows, and which of them are still there, (n,)."""

    field: Field[Arrays, Any]
    here: Flags

    def without(self, ids: Collection[object]) -> "Part[Arrays]":
        """The same rows, those of some ids no longer there."""
        here = self.here.copy()
        here[self.field.rows_of(ids)] = False
        return replace(self, here=here)


@dataclass(frozen=True, slots=True, eq=False)
class Side(Generic[Arrays]):
    """One side, never changed: a change gives another, which shares with it all that is the same.

    Attributes
    ----------
    base, added : Part or None
        Rows that were made ready together, and the few put since; None where there are none.
    none : columns
        No rows at all, to begin with.
    kinds : KindsOfSide
        The kinds of all of them.
    make : callable
        Sorts rows of this side into cells.
    as_of : date
        The day that kinds go by.
    """

    base: Part[Arrays] | None
    added: Part[Arrays] | None
    none: Arrays
    kinds: KindsOfSide[Arrays]
    make: MakeField[Arrays]
    as_of: date

    def __len__(self) -> int:
        return sum(int(part.here.sum()) for part in self.parts())

    @property
    def is_empty(self) -> bool:
        """Whether there never were any rows."""
        return self.base is None and self.added is None

    @property
    def n_changed(self) -> int:
        """Rows of the base that are gone, and rows put since, there or not: what `folded` would tidy away."""
        gone = 0 if self.base is None else int((~self.base.here).sum())
        return gone + (0 if self.added is None else len(self.added.field))

    def parts(self) -> Iterator[Part[Arrays]]:
        """Those parts that have rows."""
        return (part for part in (self.base, self.added) if part is not None)

    def put(self, rows: Arrays) -> "Side[Arrays]":
        """With some rows more, in place of those that have their ids."""
        if not len(rows):
            return self
        rest, (kinds, of) = self.without(list(rows.ids)), more_kinds(self.kinds, rows, self.as_of)
        if rest.added is not None:
            kept, field = np.flatnonzero(rest.added.here), rest.added.field
            rows, of = stack([take(field.rows, kept), rows]), np.concatenate([field.kinds[kept], of])
        added = Part(self.make(rows, of), np.ones(len(rows), dtype=bool))
        return replace(rest, added=added, kinds=kinds)

    def without(self, ids: Collection[object]) -> "Side[Arrays]":
        """Without the rows of some ids; ids that are not there are no matter."""
        base, added = (part.without(ids) if part else None for part in (self.base, self.added))
        return replace(self, base=base, added=added)

    def rows(self) -> Arrays:
        """All rows that are there."""
        found = [take(part.field.rows, np.flatnonzero(part.here)) for part in self.parts() if part.here.any()]
        return stack(found) if found else self.none

    def some(self, ids: Sequence[object]) -> Arrays:
        """The rows of some ids, in their order; ids that are not there are left out."""
        found, places = [], []
        for part in self.parts():
            rows = part.field.places_of(ids)
            there = np.flatnonzero((rows >= 0) & part.here[rows])
            if len(there):
                found.append(take(part.field.rows, rows[there]))
                places.append(there)
        if len(found) <= 1:
            return found[0] if found else self.none
        return take(stack(found), np.argsort(np.concatenate(places)))


def first_side(rows: Arrays, make: MakeField[Arrays], as_of: date) -> Side[Arrays]:
    """Rows made ready together."""
    if not len(rows):
        return Side(None, None, rows, no_kinds(), make, as_of)
    kinds, of = first_kinds(rows, as_of)
    none = take(rows, np.empty(0, dtype=np.int64))
    return Side(Part(make(rows, of), np.ones(len(rows), dtype=bool)), None, none, kinds, make, as_of)
