"""Rows that a feature cannot tell apart: a few hundred kinds of week, of pay, of past stand for a million people.

A feature that depends on neither place nor skills nor text is worked out once for each pair of kinds, by its own
definition in `matcher.scoring`, and looked up ever after.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

__all__ = ["Kinds", "kinds_of", "kinds_of_keys", "kinds_of_spans"]


@dataclass(frozen=True, slots=True, eq=False)
class Kinds:
    """Rows sorted into kinds.

    Attributes
    ----------
    of : (n,) int32
        The kind of every row.
    first : (n_kinds,) int64
        A row of every kind, to stand for it.
    """

    of: NDArray[np.int32]
    first: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.first)


def kinds_of(n_rows: int, *columns: NDArray[np.generic]) -> Kinds:
    """Rows that agree in every column, to the bit.

    Parameters
    ----------
    n_rows : int, above 0
    columns : (n_rows,) or (n_rows, n_columns) arrays of numbers or flags
        Compared as bits, so that unknown (NaN) agrees with unknown and 0.0 is not -0.0.
    """
    from pandas import factorize  # hashes, which takes a fifth of the time of sorting

    codes = np.zeros(n_rows, dtype=np.int64)
    for column in columns:
        for part in column.reshape(n_rows, -1).T:
            values, uniques = factorize(_as_bits(part))
            codes, _ = factorize(codes * len(uniques) + values)
    return _kinds(codes)


def kinds_of_keys(keys: Iterable[Hashable]) -> Kinds:
    """Rows that have equal keys."""
    place: dict[Hashable, int] = {}
    return _kinds(np.array([place.setdefault(key, len(place)) for key in keys], dtype=np.int64))


def kinds_of_spans(start: NDArray[np.integer], *columns: NDArray[np.generic]) -> Kinds:
    """Rows whose stretches of some columns agree to the bit: row r has ``start[r]`` up to ``start[r + 1]`` of each."""
    spans = [slice(*span) for span in pairwise(start.tolist())]
    return kinds_of_keys(tuple(column[span].tobytes() for column in columns) for span in spans)


def _as_bits(part: NDArray[np.generic]) -> NDArray[np.generic]:
    whole = np.ascontiguousarray(part)
    return whole.view(np.int64) if whole.dtype == np.float64 else whole


def _kinds(codes: NDArray[np.int64]) -> Kinds:
    """Kinds of rows with equal codes, which are numbered in the order in which they first come."""
    _, first = np.unique(codes, return_index=True)
    return Kinds(codes.astype(np.int32), first.astype(np.int64))
