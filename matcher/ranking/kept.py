"""Records that are ranked again and again, as a sequence that carries its columns wherever it is narrowed."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Generic, TypeVar, overload

import numpy as np
from numpy.typing import NDArray

from matcher.domain import Candidate, Vacancy
from matcher.ranking.stock import InColumns, Making, Stock
from matcher.scoring import CandidateArrays, VacancyArrays
from matcher.scoring.taking import take

__all__ = ["Kept"]

Record = TypeVar("Record", Candidate, Vacancy)
Arrays = TypeVar("Arrays", CandidateArrays, VacancyArrays)


class Kept(Sequence[Record], Generic[Record, Arrays]):
    """Some kept records as they are stored, by id: what pages show, count and narrow, and what the engine ranks.

    A plain sequence of records; the engine takes `in_columns` of it, so that nothing is settled or encoded again.
    """

    def __init__(self, stock: Stock[Record, Arrays], places: NDArray[np.intp] | None = None) -> None:
        self._stock: Stock[Record, Arrays] = stock
        self._places = places  # None: all
        self._by_day: dict[date, InColumns[Record, Arrays]] = {}

    @classmethod
    def of_records(cls, records: Sequence[Record], making: Making[Record, Arrays]) -> "Kept[Record, Arrays]":
        """All records of a kind, by id."""
        return cls(Stock(tuple(sorted(records, key=lambda record: record.id)), making))

    @cached_property
    def _records(self) -> tuple[Record, ...]:
        records = self._stock.records
        return records if self._places is None else tuple(records[place] for place in self._places.tolist())

    def __len__(self) -> int:
        return len(self._stock.records) if self._places is None else len(self._places)

    def __iter__(self) -> Iterator[Record]:
        return iter(self._records)

    @overload
    def __getitem__(self, at: int) -> Record: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Record]: ...
    def __getitem__(self, at: int | slice) -> Record | Sequence[Record]:
        return self._records[at]

    @cached_property
    def by_id(self) -> Mapping[str, Record]:
        """The same records by id."""
        return {record.id: record for record in self._records}

    def only(self, is_wanted: Callable[[Record], bool]) -> "Kept[Record, Arrays]":
        """Those of which something is so."""
        kept = [place for place, record in zip(self._all_places(), self._records, strict=True) if is_wanted(record)]
        return self if len(kept) == len(self) else Kept(self._stock, np.array(kept, dtype=np.intp))

    def without(self, ids: Collection[str]) -> "Kept[Record, Arrays]":
        """Those whose id is not among some."""
        return self.only(lambda record: record.id not in ids) if ids else self

    def in_columns(self, as_of: date) -> InColumns[Record, Arrays] | None:
        """These settled, with their columns on a day; None where one of them cannot be settled, which settling says."""
        found = self._by_day.get(as_of)
        if found is None:
            columns = self._stock.columns(as_of)
            if self._stock.unsettled.intersection(self._all_places()):
                return None
            found = InColumns(self._settled(), self._taken(columns), self._stock.making.taxonomy, as_of)
            self._by_day = {as_of: found}
        return found

    def caught_up(self, changed: Mapping[str, Record | None]) -> "Kept[Record, Arrays]":
        """All records with those of some ids as they now are; None: not there any more."""
        return Kept(self._stock.caught_up(changed))

    def _all_places(self) -> Sequence[int]:
        return range(len(self._stock.records)) if self._places is None else self._places.tolist()

    def _settled(self) -> Sequence[Record]:
        settled = self._stock.settled or ()
        return settled if self._places is None else tuple(settled[place] for place in self._places.tolist())

    def _taken(self, columns: Arrays) -> Arrays:
        return columns if self._places is None else take(columns, self._places)
