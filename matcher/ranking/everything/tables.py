"""Features and gates of every pair of kinds, worked out by their own definitions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from matcher.domain import TravelMode
from matcher.ranking.everything.alike import Kinds, kinds_of_keys
from matcher.ranking.everything.fitness import NotFitError
from matcher.ranking.everything.groups import GROUPS, Group, kinds_by, waiting_modes
from matcher.scoring import CandidateArrays, Model, Pairs, VacancyArrays
from matcher.scoring.taking import take

__all__ = [
    "EXPERIENCE",
    "GATES_OUT",
    "HOURS_FIT",
    "N_LOOKED",
    "PAY",
    "PRIOR_SECTOR",
    "QUALIFICATION",
    "SHIFTS_OUT",
    "SHIFT_SHARE",
    "WAITS",
    "Tables",
    "is_open_to_some",
    "make_tables",
]

HOURS_FIT, PRIOR_SECTOR, EXPERIENCE, QUALIFICATION, PAY, GATES_OUT, SHIFT_SHARE, SHIFTS_OUT, WAITS = range(9)
"""Which table is which; from `WAITS` on, one for ways that go at any hour and one for each way that does not."""

N_LOOKED = SHIFTS_OUT
"""How many tables, from the first, every pair looks in: `SHIFTS_OUT` goes into the bound of `SHIFT_SHARE`."""

_MOST_CELLS = 50_000_000
"""Judgement: 600 MB. Past that, kinds are no longer kinds, and the plain way is taken."""

_CELLS_AT_ONCE = 500_000
"""Judgement: a definition makes some twenty arrays of that many floats, 80 MB."""

Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """All that is looked up for a pair: ``value[base[t, v] + kind[t, c]]`` of table t, candidate c and vacancy v.

    Attributes
    ----------
    value : (n_cells,) float64
        Values of features (of the two parts of the feature of shifts), 1 where a gate blocks, minutes that are waited.
    kind : (n_tables, n) int32
        The kind that each candidate is of.
    base : (n_tables, m) int64
        Where the row of each vacancy's kind begins; the same for vacancies whose rows are equal.
    ends : (n_tables,) int64
        Where each table ends.
    wait_of : (n_modes,) int64
        Which table of waits a way of travel takes, counted from `WAITS`.
    contract : (m,) float64
        The feature of the contract, which is the vacancy's alone.
    """

    value: Values
    kind: NDArray[np.int32]
    base: NDArray[np.int64]
    ends: NDArray[np.int64]
    wait_of: NDArray[np.int64]
    contract: Values


@dataclass(frozen=True, slots=True, eq=False)
class _Worked:
    """The tables of one group, a row for each kind of vacancy and a column for each kind of candidate."""

    theirs: Kinds
    its: Kinds
    values: Sequence[Values]


def make_tables(people: CandidateArrays, work: VacancyArrays, model: Model, as_of: date) -> Tables:
    """Sort both sides into kinds, feature by feature, and work every pair of kinds out.

    Raises
    ------
    NotFitError
        The tables would have more than `_MOST_CELLS` cells.
    """
    n_cells, worked = 0, []
    for group in GROUPS:
        theirs = kinds_by(group.theirs(people, as_of), len(people))
        its = kinds_by(group.its(work, as_of), len(work))
        n_cells += len(theirs) * len(its)
        if n_cells > _MOST_CELLS:
            raise NotFitError(
                f"The rows are of too many kinds ({n_cells:,} cells of tables or more): only the plain way takes them."
            )
        alike = take(people, theirs.first), take(work, its.first)
        worked.append(_merged(_Worked(theirs, its, _work_out(group, alike, (model, as_of)))))
    *looked, contract = worked
    return _joined(looked, contract.values[0][contract.its.of, 0])


def is_open_to_some(tables: Tables) -> NDArray[np.bool_]:
    """Vacancies that the gates of `GATES_OUT` do not close to every kind of candidate, (m,)."""
    kinds = np.unique(tables.kind[GATES_OUT])
    starts, of = np.unique(tables.base[GATES_OUT], return_inverse=True)
    return np.asarray((tables.value[starts[:, None] + kinds[None, :]] == 0).any(axis=1)[of])


def _work_out(group: Group, alike: tuple[CandidateArrays, VacancyArrays], by: tuple[Model, date]) -> Sequence[Values]:
    """The tables of a group, for one row of each kind of either side; turned so that a vacancy is a row."""
    people, work = alike
    step = max(1, _CELLS_AT_ONCE // len(work))
    parts = [
        group.define(Pairs(take(people, np.arange(start, min(start + step, len(people)))), work), *by)
        for start in range(0, len(people), step)
    ]
    return [
        np.concatenate([cells.T for cells in table], axis=1, dtype=np.float64) for table in zip(*parts, strict=True)
    ]


def _merged(worked: _Worked) -> _Worked:
    """One row for all kinds of vacancies whose rows are equal: most of a thousand rates of pay are legal alike."""
    rows = zip(*worked.values, strict=True)
    alike = kinds_of_keys(tuple(row.tobytes() for row in one) for one in rows)
    its = Kinds(alike.of[worked.its.of], worked.its.first[alike.first])
    return _Worked(worked.theirs, its, [table[alike.first] for table in worked.values])


def _joined(worked: Sequence[_Worked], contract: Values) -> Tables:
    tables = [(one, values) for one in worked for values in one.values]
    ends = np.cumsum([values.size for _, values in tables])
    starts = ends - [values.size for _, values in tables]
    base = [
        start + one.its.of.astype(np.int64) * len(one.theirs) for start, (one, _) in zip(starts, tables, strict=True)
    ]
    return Tables(
        value=np.concatenate([values.ravel() for _, values in tables]),
        kind=np.stack([one.theirs.of for one, _ in tables]),
        base=np.stack(base),
        ends=ends,
        wait_of=_wait_of(),
        contract=contract,
    )


def _wait_of() -> NDArray[np.int64]:
    waiting = waiting_modes()
    return np.array([1 + waiting.index(mode) if mode in waiting else 0 for mode in TravelMode], dtype=np.int64)
