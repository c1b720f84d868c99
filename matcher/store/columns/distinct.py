"""What some fields of a row say, read once for each thing they say.

A million people share some hundred ways of writing their week and some thousand former jobs. So each combination of
values is made a record of its own with nothing else in it, and that is settled and put in columns as any record is: no
definition is stated here. The rows of a chunk take what their combination gave.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import count, islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matcher.scoring.stacking import stack_columns
from matcher.scoring.taking import take_rows
from matcher.store.columns.chunks import Chunk
from matcher.store.columns.fields import read_fields

__all__ = ["MOST_KEPT", "Codes", "Group", "Memory", "grouped_columns"]

MOST_KEPT = 20_000
"""Judgement: combinations that are remembered from chunk to chunk, in some ten MB; where there are more, they hardly
come again."""


@dataclass(frozen=True, slots=True)
class Group:
    """Fields of a row that are read together, and the columns that they alone decide."""

    fields: tuple[str, ...]
    columns: tuple[str, ...]


class Codes(defaultdict[Hashable, int]):
    """Numbers given to values in the order in which they are first met."""

    def __init__(self) -> None:
        super().__init__(count().__next__)

    def of(self, values: Sequence[Hashable]) -> NDArray[np.intp]:
        """The number of each value."""
        return np.fromiter(map(self.__getitem__, values), np.intp, len(values))

    def since(self, n: int) -> list[Any]:
        """The values from the number `n` on."""
        return list(islice(self, n, None))


class Memory:
    """Columns of a group, for one chunk of rows after another.

    Parameters
    ----------
    group : Group
    make : callable
        Columns of records that have but these fields, (n,) of each.
    """

    def __init__(self, group: Group, make: Callable[[Sequence[dict[str, Any]]], Any]) -> None:
        self._group, self._make = group, make
        self._codes, self._table = Codes(), dict[str, Any]()

    def columns(self, chunk: Chunk) -> dict[str, Any]:
        """The group's columns of a chunk that has rows."""
        if len(self._codes) > MOST_KEPT:
            self._codes, self._table = Codes(), {}
        n_known, names = len(self._codes), self._group.fields
        codes = self._codes.of(list(zip(*(chunk[name] for name in names), strict=True)))
        if new := self._codes.since(n_known):
            self._learn([read_fields(dict(zip(names, values, strict=True))) for values in new])
        return {name: take_rows(column, codes) for name, column in self._table.items()}

    def _learn(self, records: Sequence[dict[str, Any]]) -> None:
        made = self._make(records)
        parts = {name: getattr(made, name) for name in self._group.columns}
        self._table = stack_columns((self._table, parts))


def grouped_columns(memories: Iterable[Memory], chunk: Chunk) -> dict[str, Any]:
    """The columns of several groups."""
    return {name: column for memory in memories for name, column in memory.columns(chunk).items()}
