"""Waiting for a way of travel that hardly runs at the hours of a vacancy's shifts.

Both ends of a shift count: getting there for its start and home after its end, and the worse of the two is waited for,
because a journey is told for each way. Of the shifts that are all needed the worst counts; of those of which any will
do, the best that the person can work.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.domain.week import N_WEEK_BITS
from matcher.geography import NO_SERVICE, WEEK_SLOTS, ServiceWaits
from matcher.scoring.block import Floats, Pairs
from matcher.scoring.hours import covers
from matcher.scoring.vacancies import VacancyArrays

__all__ = ["Waits", "waits"]

Words = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Waits:
    """Extra minutes each way by one mode, (n_rows, n_vacancies); `NO_SERVICE` where it does not run.

    Attributes
    ----------
    usual : what is counted; none while the vacancy does not say its shifts, and as if every shift could be worked
        while the person has not said theirs
    most : what it may turn out to be once both are known
    """

    usual: Floats
    most: Floats


def waits(pairs: Pairs, rows: NDArray[np.intp], service: ServiceWaits) -> Waits:
    """Waiting of the candidates at `rows` for every vacancy.

    A person who can work none of the shifts of which any will do waits for the worst of them, so that a shift more is
    never worse.
    """
    work = pairs.vacancies
    usual, most = (np.zeros((len(rows), len(work))) for _ in range(2))
    for columns in _alike(work):
        required, any_of = work.all_required[columns[0]], work.any_of[columns[0]]
        needed = _shift_waits(required, service).max(initial=0.0)
        best, worst = _of_any(pairs, rows, any_of, _shift_waits(any_of, service))
        usual[:, columns] = np.maximum(needed, best)[:, None]
        most[:, columns] = np.maximum(needed, worst)[:, None]
    most[:, ~work.shifts_known] = NO_SERVICE
    return Waits(usual, most)


def _alike(work: VacancyArrays) -> Iterable[list[int]]:
    """Columns of vacancies that have the same shifts: few rotas are many adverts'."""
    alike: dict[tuple[bytes, bytes], list[int]] = {}
    for column in range(len(work)):
        rota = work.all_required[column].tobytes(), work.any_of[column].tobytes()
        alike.setdefault(rota, []).append(column)
    return alike.values()


def _of_any(pairs: Pairs, rows: NDArray[np.intp], shifts: Words, each: Floats) -> tuple[Floats, Floats]:
    """The wait for the best shift that can be worked, as taken to be and at most, (n_rows,) each."""
    worst = np.full(len(rows), each.max(initial=0.0))
    if not len(each) or each.min() == each.max():
        return worst, worst
    asked = pairs.candidates.week_known[rows]
    can = covers(pairs.candidates.week[rows], shifts)
    best = np.where(can.any(axis=1), np.where(can, each, NO_SERVICE).min(axis=1), worst)
    return np.where(asked, best, each.min()), np.where(asked, best, worst)


def _shift_waits(shifts: Words, service: ServiceWaits) -> Floats:
    """The worse wait of the two ends of every shift, (n_shifts,)."""
    starts, ends = _ends(shifts)
    return np.maximum(service.there[starts], service.home[ends])


def _ends(shifts: Words) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """First half-hour of the week of every shift, and the half-hour it ends in, (n_shifts,) each.

    Every shift, worked awake or asleep, has its half-hours in the sleeping layer of the week, as one stretch that may
    run past Sunday midnight.
    """
    octets = np.ascontiguousarray(shifts, dtype="<u8").view(np.uint8)
    taken = np.unpackbits(octets, axis=1, bitorder="little")[:, N_WEEK_BITS - WEEK_SLOTS : N_WEEK_BITS].astype(bool)
    before = np.roll(taken, 1, axis=1)
    return (taken & ~before).argmax(axis=1), (before & ~taken).argmax(axis=1)
