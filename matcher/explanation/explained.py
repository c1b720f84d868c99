"""Ranked entries that are explained when somebody looks at them, and what can be told of all of them without that."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import Any, Generic, NamedTuple, TypeVar, overload

import numpy as np
from numpy.typing import NDArray

from matcher.domain import GateOutcome, Match, NotNow
from matcher.explanation.blocks import Basis, Block
from matcher.explanation.context import Pair
from matcher.scoring.gates import BLOCKED, FIXABLE, GATES

__all__ = ["Cells", "Explained", "Glance", "glances", "only"]

Entry = TypeVar("Entry", Match, NotNow)
Places = NDArray[np.intp]


class Glance(NamedTuple):
    """What is told of an entry without explaining it.

    Attributes
    ----------
    place : int
        Its place in the sequence, from 0.
    vacancy, candidate : str
        Ids.
    travel_minutes : float or None
        From door to door, None where a place is unknown; of a match alone.
    blocked : tuple of str
        The gates that take it out, in the order of `GATES`.
    is_ready : bool
        A match of which no gate is fixable, so that nothing has to be arranged.
    """

    place: int
    vacancy: str
    candidate: str
    travel_minutes: float | None
    blocked: tuple[str, ...]
    is_ready: bool


@dataclass(frozen=True, slots=True)
class Cells:
    """Some pairs of a block, by rows and columns, (n,) each."""

    block: Block
    rows: Places
    columns: Places

    def __len__(self) -> int:
        return len(self.rows)

    def take(self, places: Sequence[int]) -> "Cells":
        """The pairs at some places, in that order."""
        at = np.asarray(places, dtype=np.intp)
        return Cells(self.block, self.rows[at], self.columns[at])

    def of(self, table: NDArray[Any]) -> NDArray[Any]:
        """What a table of the block, (n_candidates, n_vacancies), holds of these pairs, (n,)."""
        return np.asarray(table[self.rows, self.columns])

    def glances(self) -> list[Glance]:
        """One of each pair."""
        outcomes = np.stack([self.of(self.block.outcomes[gate]) for gate in GATES])
        blocked, pairs = outcomes == BLOCKED, self.block.pairs
        is_in = ~blocked.any(axis=0)
        columns = (
            pairs.vacancies.ids[self.columns].tolist(),
            pairs.candidates.ids[self.rows].tolist(),
            np.where(is_in, self.of(self.block.scored.journey.minutes), np.nan).tolist(),
            _named(blocked),
            (is_in & ~(outcomes == FIXABLE).any(axis=0)).tolist(),
        )
        return [
            Glance(place, vacancy, candidate, None if minutes != minutes else minutes, out, is_ready)  # noqa: PLR0124 - NaN
            for place, (vacancy, candidate, minutes, out, is_ready) in enumerate(zip(*columns, strict=True))
        ]


class Explained(Sequence[Entry], Generic[Entry]):
    """Matches, or what is out for now: each explained when it is first looked at, and then remembered.

    In all else as a tuple of them: equal to one, hashed and pickled as one; a slice is one. The block of scored pairs
    lives as long as this does.

    Parameters
    ----------
    cells : Cells
        The pairs, best first.
    basis : Basis
        What the block was scored on.
    explain : callable
        The entry at a place, made of the pair that stands there.
    """

    __slots__ = ("_basis", "_explain", "_known", "cells")

    def __init__(self, cells: Cells, basis: Basis, explain: Callable[[Pair, int], Entry]) -> None:
        self.cells = cells
        self._basis = basis
        self._explain: Callable[[Pair, int], Entry] = explain
        self._known: dict[int, Entry] = {}

    def __len__(self) -> int:
        return len(self.cells)

    @overload
    def __getitem__(self, at: int) -> Entry: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Entry, ...]: ...
    def __getitem__(self, at: int | slice) -> Entry | tuple[Entry, ...]:
        places = range(len(self))[at]
        return tuple(map(self._entry, places)) if isinstance(places, range) else self._entry(places)

    def __iter__(self) -> Iterator[Entry]:
        return map(self._entry, range(len(self)))

    def __eq__(self, other: object) -> bool:
        return tuple(self) == tuple(other) if isinstance(other, tuple | Explained) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))

    def __reduce__(self) -> tuple[type[tuple[Entry, ...]], tuple[tuple[Entry, ...]]]:
        return tuple, (tuple(self),)

    def only(self, places: Sequence[int]) -> "Explained[Entry]":
        """Those at some places, in that order."""
        chosen = tuple(places)
        return Explained(self.cells.take(chosen), self._basis, lambda _, place: self._entry(chosen[place]))

    def pair(self, place: int) -> Pair:
        """The pair at a place, with what its sentences are read off."""
        return self.cells.block.pair(int(self.cells.rows[place]), int(self.cells.columns[place]), self._basis)

    def _entry(self, place: int) -> Entry:
        found = self._known.get(place)
        if found is None:
            found = self._known[place] = self._explain(self.pair(place), place)
        return found


def glances(entries: Sequence[Entry]) -> list[Glance]:
    """One of each entry, in their order; of entries of a ranking no reason is put into words."""
    if isinstance(entries, Explained):
        return entries.cells.glances()
    return [_glance(place, entry) for place, entry in enumerate(entries)]


def only(entries: Sequence[Entry], places: Sequence[int]) -> Sequence[Entry]:
    """The entries at some places, in that order; those of a ranking are still explained when looked at."""
    return entries.only(places) if isinstance(entries, Explained) else tuple(entries[place] for place in places)


def _glance(place: int, entry: Match | NotNow) -> Glance:
    outcomes = {gate.outcome for gate in entry.gates}
    blocked = tuple(gate.gate for gate in entry.gates if gate.outcome is GateOutcome.BLOCKED)
    minutes = entry.travel_minutes if isinstance(entry, Match) else None
    is_ready = isinstance(entry, Match) and GateOutcome.FIXABLE not in outcomes
    return Glance(place, entry.vacancy, entry.candidate, minutes, blocked, is_ready)


def _named(blocked: NDArray[np.bool_]) -> list[tuple[str, ...]]:
    """Names of the gates that block each pair; (n_gates, n) to n."""
    which = (1 << np.arange(len(GATES))) @ blocked
    names = {bits: tuple(compress(GATES, map(int, f"{bits:0{len(GATES)}b}"[::-1]))) for bits in set(which.tolist())}
    return [names[bits] for bits in which.tolist()]
