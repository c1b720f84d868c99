"""The kinds of rows there are on one side, numbered once and for all.

`matcher.ranking.everything.groups` says which columns make a kind. Rows that come later are of kinds that are there, or
bring new ones, whose numbers go on from the last: what was worked out for the others stays true.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.everything.groups import GROUPS, Key, keys_of, kinds_by
from matcher.scoring import CandidateArrays, VacancyArrays
from matcher.scoring.stacking import stack
from matcher.scoring.taking import take

__all__ = ["KindsOfSide", "columns_by_group", "first_kinds", "more_kinds", "no_kinds"]

Arrays = TypeVar("Arrays", CandidateArrays, VacancyArrays)
Numbers = NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class KindsOfSide(Generic[Arrays]):
    """Kinds of one side, one entry for each of `GROUPS`.

    Attributes
    ----------
    number : tuple of dict
        The number of the kind that a key stands for. Only the one writer reads it, and adds to it.
    models : tuple of tuples of columns
        A row of every kind, in the order of their numbers, as they came.
    """

    number: tuple[dict[Key, int], ...]
    models: tuple[tuple[Arrays, ...], ...]

    def counts(self) -> tuple[int, ...]:
        """How many kinds there are in each group."""
        return tuple(sum(len(part) for part in parts) for parts in self.models)

    def since(self, group: int, n_known: int) -> Arrays:
        """Models of one group from the kind of number `n_known` on."""
        parts, before = [], 0
        for part in self.models[group]:
            if before + len(part) > n_known:
                parts.append(part if before >= n_known else take(part, np.arange(n_known - before, len(part))))
            before += len(part)
        return stack(parts)


def columns_by_group(rows: CandidateArrays | VacancyArrays, as_of: date) -> list[Sequence[Any]]:
    """Of each of `GROUPS`, the columns that make the kinds of these rows."""
    if isinstance(rows, CandidateArrays):
        return [group.theirs(rows, as_of) for group in GROUPS]
    return [group.its(rows, as_of) for group in GROUPS]


def first_kinds(rows: Arrays, as_of: date) -> tuple[KindsOfSide[Arrays], Numbers]:
    """The kinds of at least one row, and the kind of each in every group, (n, n_groups)."""
    by_group = [kinds_by(columns, len(rows)) for columns in columns_by_group(rows, as_of)]
    models: list[Arrays] = [take(rows, kinds.first) for kinds in by_group]
    number = tuple(_numbered(model, at, as_of) for at, model in enumerate(models))
    known: KindsOfSide[Arrays] = KindsOfSide(number, tuple((model,) for model in models))
    return known, np.stack([kinds.of for kinds in by_group], axis=1)


def no_kinds() -> KindsOfSide[Any]:
    """The kinds of no rows."""
    return KindsOfSide(tuple({} for _ in GROUPS), tuple(() for _ in GROUPS))


def more_kinds(known: KindsOfSide[Arrays], rows: Arrays, as_of: date) -> tuple[KindsOfSide[Arrays], Numbers]:
    """The kinds that there are with some rows more, and the kind of each of these."""
    of = np.empty((len(rows), len(GROUPS)), dtype=np.int32)
    models = list(known.models)
    for at, columns in enumerate(columns_by_group(rows, as_of)):
        number, n_known = known.number[at], len(known.number[at])
        of[:, at] = [number.setdefault(key, len(number)) for key in keys_of(columns, len(rows))]
        if len(number) > n_known:
            _, first = np.unique(of[:, at], return_index=True)
            new: Arrays = take(rows, first[of[first, at] >= n_known])
            models[at] += (new,)
    return KindsOfSide(known.number, tuple(models)), of


def _numbered(model: CandidateArrays | VacancyArrays, at: int, as_of: date) -> dict[Key, int]:
    keys = keys_of(columns_by_group(model, as_of)[at], len(model))
    return {key: number for number, key in enumerate(keys)}
