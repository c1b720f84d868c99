"""Features and gates of every pair of kinds, worked out by their own definitions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from matcher.domain import TravelMode
from matcher.geography import service_waits
from matcher.ranking.everything.alike import Kinds, kinds_of, kinds_of_keys
from matcher.ranking.everything.fitness import NotFitError
from matcher.scoring import CandidateArrays, Model, Pairs, VacancyArrays, background, blocked_pairs, hours
from matcher.scoring.gates import BLOCKED, LIMITED_WEEK_HOURS, judge_other_gates, judge_shifts
from matcher.scoring.hours import rotas
from matcher.scoring.taking import take
from matcher.scoring.travel import NO_SERVICE_MINUTES
from matcher.scoring.waits import waits

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

Cells = NDArray[np.generic]
Define = Callable[[Pairs], Sequence[Cells]]


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
        Where the row of each vacancy's kind begins.
    ends : (n_tables,) int64
        Where each table ends.
    wait_of : (n_modes,) int64
        Which table of waits a way of travel takes, counted from `WAITS`.
    contract : (m,) float64
        The feature of the contract, which is the vacancy's alone.
    """

    value: NDArray[np.float64]
    kind: NDArray[np.int32]
    base: NDArray[np.int64]
    ends: NDArray[np.int64]
    wait_of: NDArray[np.int64]
    contract: NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class _Group:
    """Tables over the same kinds of both sides, and how they are worked out."""

    theirs: Kinds
    its: Kinds
    define: Define
    n_tables: int = 1

    @property
    def n_cells(self) -> int:
        return len(self.theirs) * len(self.its) * self.n_tables


def make_tables(people: CandidateArrays, work: VacancyArrays, model: Model, as_of: date) -> Tables:
    """Sort both sides into kinds, feature by feature, and work every pair of kinds out.

    Raises
    ------
    NotFitError
        The tables would have more than `_MOST_CELLS` cells.
    """
    groups = [*_features(people, work, model), _gates(people, work, as_of), _weeks(people, work, model)]
    n_cells = sum(group.n_cells for group in groups)
    if n_cells > _MOST_CELLS:
        raise NotFitError(
            f"The rows are of too many kinds ({n_cells:,} cells of tables): only the plain way takes them."
        )
    tables = [(group, values) for group in groups for values in _worked_out(group, people, work)]
    ends = np.cumsum([values.size for _, values in tables])
    starts = ends - [values.size for _, values in tables]
    base = [
        start + group.its.of.astype(np.int64) * len(group.theirs)
        for start, (group, _) in zip(starts, tables, strict=True)
    ]
    return Tables(
        value=np.concatenate([values.ravel() for _, values in tables]),
        kind=np.stack([group.theirs.of for group, _ in tables]),
        base=np.stack(base),
        ends=ends,
        wait_of=_wait_of(),
        contract=_contract(people, work, model.priors["contract"]),
    )


def is_open_to_some(tables: Tables) -> NDArray[np.bool_]:
    """Vacancies that the gates of `GATES_OUT` do not close to every kind of candidate, (m,)."""
    kinds = np.unique(tables.kind[GATES_OUT])
    starts, of = np.unique(tables.base[GATES_OUT], return_inverse=True)
    return np.asarray((tables.value[starts[:, None] + kinds[None, :]] == 0).any(axis=1)[of])


def _features(people: CandidateArrays, work: VacancyArrays, model: Model) -> list[_Group]:
    """`HOURS_FIT` to `PAY`: each with the columns that its definition reads."""
    n, m, prior = len(people), len(work), model.priors
    return [
        _Group(
            kinds_of(n, people.hours_min, people.hours_max),
            kinds_of(m, work.hours_min, work.hours_max, work.guaranteed, work.contract),
            lambda pairs: [hours.hours_fit(pairs, prior["shifts"]).value],
        ),
        _Group(
            kinds_of(n, people.affinity, people.carry_over, people.background_known),
            kinds_of(m, work.family),
            lambda pairs: [background.prior_sector(pairs, prior["prior_sector"]).value],
        ),
        _Group(
            kinds_of(n, people.experience_months, people.relevance, people.least_relevance, people.background_known),
            kinds_of(m, work.experience_months, work.experience_known),
            lambda pairs: [background.experience(pairs, prior["experience"]).value],
        ),
        _Group(
            kinds_of(n, people.qualification_levels),
            kinds_of(m, work.qualification_level, work.qualification_subject, work.qualification_known),
            lambda pairs: [background.qualification(pairs, prior["qualification"]).value],
        ),
        _Group(
            kinds_of(n, people.pay_min),
            kinds_of(m, work.pay_low, work.pay, work.pay_floored, work.pay_capped),
            lambda pairs: [background.pay(pairs, prior["pay"]).value],
        ),
    ]


def _gates(people: CandidateArrays, work: VacancyArrays, as_of: date) -> _Group:
    """`GATES_OUT`: what every gate but place and shifts reads. A DBS check blocks nobody, so it is not among it."""
    theirs = kinds_of(
        len(people),
        people.licence,
        people.vehicle,
        people.registrations,
        people.registrations_known,
        people.youngest,
        people.oldest,
        people.right_to_work,
    )
    its = kinds_of(
        len(work),
        work.licence,
        work.vehicle,
        work.registration,
        work.min_age,
        work.hours_max <= LIMITED_WEEK_HOURS,
        work.pay_low,
        work.pay_note,
        work.opens > as_of.toordinal(),
        work.closes < as_of.toordinal(),
    )
    return _Group(theirs, its, lambda pairs: [blocked_pairs(judge_other_gates(pairs, as_of))])


def _weeks(people: CandidateArrays, work: VacancyArrays, model: Model) -> _Group:
    """`SHIFT_SHARE`, `SHIFTS_OUT` and the tables of waits, which a week and a rota decide."""

    def define(pairs: Pairs) -> list[Cells]:
        rota = rotas(pairs)
        share = hours.shift_share(pairs, rota, model.priors["shifts"]).value
        return [share, judge_shifts(pairs, rota) == BLOCKED, np.zeros(pairs.shape), *_waits(pairs)]

    n_tables = 3 + len(_waiting_modes())
    return _Group(kinds_of(len(people), people.week, people.week_known), _rotas(work), define, n_tables)


def _rotas(work: VacancyArrays) -> Kinds:
    """Vacancies that no week can tell apart."""
    hours_min = np.ascontiguousarray(work.hours_min).view(np.int64).tolist()  # as bits: NaN would not equal NaN
    shifts = zip(work.all_required, work.any_of, work.usual_shifts, strict=True)
    rest = zip(hours_min, work.shifts_known.tolist(), strict=True)
    return kinds_of_keys((*(part.tobytes() for part in parts), *one) for parts, one in zip(shifts, rest, strict=True))


def _waiting_modes() -> list[TravelMode]:
    return [mode for mode in TravelMode if service_waits(mode) is not None]


def _waits(pairs: Pairs) -> list[Cells]:
    """Minutes waited as they are counted, by each way of travel that does not go at any hour."""
    rows, services = np.arange(pairs.shape[0]), [service_waits(mode) for mode in _waiting_modes()]
    return [np.minimum(waits(pairs, rows, service).usual, NO_SERVICE_MINUTES) for service in services if service]


def _wait_of() -> NDArray[np.int64]:
    waiting = _waiting_modes()
    return np.array([1 + waiting.index(mode) if mode in waiting else 0 for mode in TravelMode], dtype=np.int64)


def _worked_out(group: _Group, people: CandidateArrays, work: VacancyArrays) -> list[NDArray[np.float64]]:
    """The tables of a group, each turned so that a vacancy's kind is a row."""
    step = max(1, _CELLS_AT_ONCE // len(group.its))
    its = take(work, group.its.first)
    parts = [
        group.define(Pairs(take(people, group.theirs.first[start : start + step]), its))
        for start in range(0, len(group.theirs), step)
    ]
    return [
        np.concatenate([cells.T for cells in table], axis=1, dtype=np.float64) for table in zip(*parts, strict=True)
    ]


def _contract(people: CandidateArrays, work: VacancyArrays, prior: float) -> NDArray[np.float64]:
    kinds = kinds_of(len(work), work.contract)
    anybody = Pairs(take(people, np.zeros(1, dtype=np.int64)), take(work, kinds.first))  # it is the vacancy's alone
    return np.asarray(hours.contract(anybody, prior).value[0][kinds.of])
