"""Several sets of columns put end to end, without ever having two whole ones in memory."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from itertools import chain
from typing import Any, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from matcher.scoring.candidates import CandidateArrays
from matcher.scoring.places import CandidatePlaces
from matcher.scoring.vacancies import VacancyArrays

__all__ = ["stack", "stack_columns"]

Arrays = TypeVar("Arrays", CandidateArrays, VacancyArrays, CandidatePlaces)
Entry = TypeVar("Entry", bound=np.generic)

_ROOM = 1.25
"""How much more room is kept than seems to be needed: memory that is not written to is not taken."""


def stack(parts: Iterable[Arrays], n_rows: int = 0) -> Arrays:
    """The rows of all parts in order, as one set of columns.

    Parameters
    ----------
    parts : iterable
        At least one. Each is copied and let go of before the next is asked for.
    n_rows : int
        About how many rows there will be; the better the guess, the less is copied twice.

    Raises
    ------
    ValueError
        There is no part.
    """
    ahead = iter(parts)
    first = next(ahead, None)
    if first is None:
        raise ValueError("There is no part to stack: give at least one, which may be without rows.")
    return type(first)(**stack_columns(map(_columns, chain((first,), ahead)), n_rows))


def stack_columns(parts: Iterable[Mapping[str, Any]], n_rows: int = 0) -> dict[str, Any]:
    """The same of columns by name; every part has those of the first."""
    growing: dict[str, _Dense[Any] | _Sparse | _Listed] = {}
    for part in parts:
        for name, column in part.items():
            if name not in growing:
                growing[name] = _growing(column, n_rows)
            growing[name].add(column)
    return {name: column.whole() for name, column in growing.items()}


def _columns(arrays: CandidateArrays | VacancyArrays | CandidatePlaces) -> dict[str, Any]:
    return {field.name: getattr(arrays, field.name) for field in fields(arrays)}


class _Dense(Generic[Entry]):
    """An array that grows by whole rows."""

    def __init__(self, like: NDArray[Entry], n_rows: int) -> None:
        self._n_rows, self._n = n_rows, 0
        self._room = np.empty((0, *like.shape[1:]), dtype=like.dtype)

    def add(self, rows: NDArray[Entry], share: float = 0.0) -> None:
        """Take in rows; `share` of all there will be are then here, if that is known."""
        needed = self._n + len(rows)
        if needed > len(self._room):
            self._grow(max(needed, int(needed / share)) if share else max(needed, self._n_rows))
        self._room[self._n : needed] = rows
        self._n = needed

    def whole(self) -> NDArray[Entry]:
        """Everything taken in."""
        self._room.resize((self._n, *self._room.shape[1:]), refcheck=False)
        return self._room

    def _grow(self, expected: int) -> None:
        room = np.empty((int(expected * _ROOM) + 1, *self._room.shape[1:]), dtype=self._room.dtype)
        room[: self._n] = self._room[: self._n]
        self._room = room


class _Sparse:
    """A sparse matrix that grows by whole rows."""

    def __init__(self, like: csr_matrix, n_rows: int) -> None:
        self._n_rows, self._width = n_rows, like.shape[1]
        self._ends: _Dense[Any] = _Dense(np.zeros(0, dtype=np.int64), n_rows + 1)
        self._ends.add(np.zeros(1, dtype=np.int64))
        self._indices, self._data = _Dense(like.indices, 0), _Dense(like.data, 0)
        self._n, self._n_entries = 0, 0

    def add(self, rows: csr_matrix) -> None:
        """Take in rows."""
        self._n += rows.shape[0]
        self._ends.add(rows.indptr[1:].astype(np.int64) + self._n_entries)
        self._n_entries += rows.nnz
        share = self._n / max(self._n, self._n_rows, 1)
        self._indices.add(rows.indices[: rows.nnz], share)
        self._data.add(rows.data[: rows.nnz], share)

    def whole(self) -> csr_matrix:
        """Everything taken in."""
        parts = self._data.whole(), self._indices.whole(), self._ends.whole()
        return csr_matrix(parts, shape=(self._n, self._width))


class _Listed:
    """A tuple of arrays."""

    def __init__(self) -> None:
        self._rows: list[NDArray[Any]] = []

    def add(self, rows: tuple[NDArray[Any], ...]) -> None:
        """Take in rows."""
        self._rows.extend(rows)

    def whole(self) -> tuple[NDArray[Any], ...]:
        """Everything taken in."""
        return tuple(self._rows)


def _growing(like: Any, n_rows: int) -> _Dense[Any] | _Sparse | _Listed:
    if isinstance(like, csr_matrix):
        return _Sparse(like, n_rows)
    return _Listed() if isinstance(like, tuple) else _Dense(like, n_rows)
