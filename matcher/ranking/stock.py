"""All records of a kind, settled and put in columns once, and caught up where some have changed."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from threading import Lock
from typing import Generic, Self, TypeVar, overload

import numpy as np
from numpy.typing import NDArray

from matcher.domain import Candidate, Vacancy
from matcher.errors import PlaceError, RowError
from matcher.scoring import CandidateArrays, VacancyArrays
from matcher.scoring.stacking import stack
from matcher.scoring.taking import take
from matcher.taxonomy import Taxonomy

__all__ = ["InColumns", "Making", "Stock"]

Record = TypeVar("Record", Candidate, Vacancy)
Arrays = TypeVar("Arrays", CandidateArrays, VacancyArrays)

_MOST_DAYS = 2
"""Columns are kept for today and for one day more: counts of a vacancy that opens later are as of that day."""


@dataclass(frozen=True, slots=True, eq=False)
class InColumns(Sequence[Record], Generic[Record, Arrays]):
    """Settled records with their columns, made of these very records, with this taxonomy, as on this day."""

    records: Sequence[Record]
    columns: Arrays
    taxonomy: Taxonomy
    as_of: date

    def __len__(self) -> int:
        return len(self.records)

    @overload
    def __getitem__(self, at: int) -> Record: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Record]: ...
    def __getitem__(self, at: int | slice) -> Record | Sequence[Record]:
        return self.records[at]

    def fits(self, taxonomy: Taxonomy, as_of: date) -> bool:
        """Whether the columns are those that would be made with a taxonomy on a day."""
        return self.taxonomy is taxonomy and self.as_of == as_of


@dataclass(frozen=True, slots=True)
class Making(Generic[Record, Arrays]):
    """How records become columns: `settle` one of them, then `columns` of settled ones on a day."""

    settle: Callable[[Record], Record]
    columns: Callable[[Sequence[Record], date], Arrays]
    taxonomy: Taxonomy


@dataclass(eq=False)
class Stock(Generic[Record, Arrays]):
    """All records of a kind by id; settled ones and columns are made when first asked for, by one thread.

    `unsettled` are the places of those that cannot be settled, because a postcode of theirs is not found: their columns
    are not to be used.
    """

    records: tuple[Record, ...]
    making: Making[Record, Arrays]
    settled: tuple[Record, ...] | None = None
    unsettled: frozenset[int] = frozenset()
    by_day: dict[date, Arrays] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Where each id stands."""
        return {record.id: place for place, record in enumerate(self.records)}

    def columns(self, as_of: date) -> Arrays:
        """The columns of all on a day."""
        with self._lock:
            if self.settled is None:
                found = [_settled(record, self.making) for record in self.records]
                self.unsettled = _places_of_false([is_settled for _, is_settled in found])
                self.settled = tuple([record for record, _ in found])
            if as_of not in self.by_day:
                days = [*self.by_day][1 - _MOST_DAYS :]
                made: Arrays = self.making.columns(self.settled, as_of)
                self.by_day = {**{day: self.by_day[day] for day in days}, as_of: made}
            return self.by_day[as_of]

    def caught_up(self, changed: Mapping[str, Record | None]) -> "Stock[Record, Arrays]":
        """The same with some records as they now are, or taken out; nobody else is settled or encoded again."""
        new: list[Record] = [record for record in changed.values() if record is not None]
        with self._lock:
            plan = _Merging.of([record.id for record in self.records], changed, [record.id for record in new])
            merged = Stock(plan.records(self.records, new), self.making)
            if self.settled is not None:
                found = [_settled(record, self.making) for record in new]
                new = [record for record, _ in found]
                is_settled = [place not in self.unsettled for place in range(len(self.records))]
                merged.settled = plan.records(self.settled, new)
                merged.unsettled = _places_of_false(plan.flags(is_settled, [is_one for _, is_one in found]))
                merged.by_day = {
                    day: plan.columns(kept, self.making.columns(new, day)) for day, kept in self.by_day.items()
                }
        return merged


@dataclass(frozen=True, slots=True)
class _Merging:
    """Which of the old rows stay, and the order of those and of the new rows by id."""

    stays: NDArray[np.intp]
    order: NDArray[np.intp]

    @classmethod
    def of(cls, old: Sequence[str], gone: Collection[str], new: Sequence[str]) -> Self:
        """How rows with some new ids take the place of the old ones whose ids are `gone`."""
        stays = [place for place, name in enumerate(old) if name not in gone]
        ids = [*(old[place] for place in stays), *new]
        order = sorted(range(len(ids)), key=ids.__getitem__)
        return cls(np.array(stays, dtype=np.intp), np.array(order, dtype=np.intp))

    def records(self, old: Sequence[Record], new: Sequence[Record]) -> tuple[Record, ...]:
        """Records merged."""
        found: list[Record] = [old[place] for place in self.stays.tolist()]
        found.extend(new)
        return tuple([found[row] for row in self.order.tolist()])

    def flags(self, old: Sequence[bool], new: Sequence[bool]) -> list[bool]:
        """What is so of each record merged."""
        found = [*(old[place] for place in self.stays.tolist()), *new]
        return [found[row] for row in self.order.tolist()]

    def columns(self, old: Arrays, new: Arrays) -> Arrays:
        """Columns merged."""
        return take(stack([take(old, self.stays), new]), self.order)


def _settled(record: Record, making: Making[Record, Arrays]) -> tuple[Record, bool]:
    """A record settled, itself where that changes nothing; and whether it could be."""
    try:
        settled = making.settle(record)
    except (PlaceError, RowError):
        return record, False
    return (record if settled == record else settled), True


def _places_of_false(flags: Sequence[bool]) -> frozenset[int]:
    return frozenset(place for place, flag in enumerate(flags) if not flag)
