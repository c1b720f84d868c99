"""What people bring of each skill, for many people at once, in sparse arithmetic on whole numbers."""

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from matcher.scoring.evidence import FULL_CREDIT

__all__ = ["best_credits", "cells", "largest", "sparse_rows"]

Longs = NDArray[np.int64]

_VALUE_BITS = 7
"""A credit, 0 to 100, takes so many bits; one more than it does as well."""


def best_credits(usual: csr_matrix, held: csr_matrix, near: csr_matrix) -> csr_matrix:
    """What everybody brings of each skill: the best of what is usual and what a held skill brings to those near it.

    A maximum, not a sum: two names of one skill, or two near skills, count once.

    Parameters
    ----------
    usual : (n, n_skills) CSR
        What former work usually brings.
    held : (n, n_skills) CSR
        What each held skill counts, by its evidence.
    near : (n_skills, n_skills) CSR
        ``near[has, needs]``, as `Taxonomy.credits`: 100 on the diagonal. Shares of it are rounded down.

    Returns
    -------
    (n, n_skills) CSR int32, 0 to 100, without stored zeros.
    """
    rows, skills, counts = cells(held)
    at, brought, shares = cells(near[skills])
    rows, values = rows[at], shares * counts[at] // FULL_CREDIT
    parts = zip(cells(usual), (rows, brought, values), strict=True)
    rows, skills, values = largest(*(np.concatenate(pair) for pair in parts), n_columns=near.shape[1])
    filled = values > 0
    starts = np.concatenate(([0], np.cumsum(np.bincount(rows[filled], minlength=held.shape[0]))))
    return csr_matrix((values[filled].astype(np.int32), skills[filled], starts), shape=held.shape)


def sparse_rows(rows: Sequence[Mapping[int, int]], n_columns: int) -> csr_matrix:
    """Rows given as columns and their values, as (n, n_columns) CSR int32."""
    starts = np.cumsum([0, *(len(row) for row in rows)])
    columns = np.fromiter(chain.from_iterable(rows), np.int32, starts[-1])
    values = np.fromiter(chain.from_iterable(row.values() for row in rows), np.int32, starts[-1])
    return csr_matrix((values, columns, starts), shape=(len(rows), n_columns))


def cells(matrix: csr_matrix) -> tuple[Longs, NDArray[Any], NDArray[Any]]:
    """Row, column and value of every stored entry, row by row."""
    return np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr)), matrix.indices, matrix.data


def largest(
    rows: NDArray[Any], columns: NDArray[Any], values: NDArray[Any], *, n_columns: int
) -> tuple[Longs, Longs, Longs]:
    """Of entries at the same row and column the one with the largest value; by row and column.

    Parameters
    ----------
    rows, columns, values : (n_entries,) int
        Values from 0 to 127.
    """
    # Sorted as one number each, which is the quickest there is; the last of a cell is its largest.
    keys = (np.asarray(rows, np.int64) * n_columns + columns) << _VALUE_BITS | values
    keys.sort()
    cell = keys >> _VALUE_BITS
    last = np.append(cell[1:] != cell[:-1], True)[: len(cell)]
    cell, keys = cell[last], keys[last]
    row = cell // n_columns
    return row, cell - row * n_columns, keys & ((1 << _VALUE_BITS) - 1)
