"""What one row is worth with every kind of the other side, group by group: worked out once, and remembered by its key.

Each value comes out of its one definition in `matcher.scoring`. Of the kinds that are there when the columns are made
ready all pairs are worked out at once; a row of a new kind is worked out when it first asks.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.everything.groups import GROUPS, Key, keys_of
from matcher.ranking.warm.kinds import KindsOfSide, columns_by_group
from matcher.scoring import CandidateArrays, Model, Pairs, VacancyArrays
from matcher.scoring.hours import SHIFT_SHARE
from matcher.scoring.taking import take

__all__ = [
    "CONTRACT",
    "EXPERIENCE",
    "GATES",
    "HOURS",
    "PAY",
    "QUALIFICATION",
    "SECTOR",
    "WAITS",
    "WEEKS",
    "Look",
    "Looks",
    "filled",
]

HOURS, SECTOR, EXPERIENCE, QUALIFICATION, PAY, GATES, WEEKS, CONTRACT = range(len(GROUPS))
"""Places in `GROUPS`."""

WAITS = 2
"""In the group of weeks, the first table of waits; before it the share of the shifts, and whether they block."""

_FEATURES = {
    SECTOR: "prior_sector",
    EXPERIENCE: "experience",
    QUALIFICATION: "qualification",
    PAY: "pay",
    CONTRACT: "contract",
}

_MOST_AHEAD = 20_000_000
"""Judgement: pairs of kinds worked out ahead in all, half a gigabyte; groups beyond that are worked out when asked."""

_MOST_REMEMBERED = 5_000_000
"""Judgement: values remembered beyond those, a hundred megabytes; then all of them are forgotten and begun anew."""

_AT_ONCE = 500_000
"""Judgement: a definition makes some twenty arrays of that many floats, 80 MB."""

Floats = NDArray[np.float64]


class Look(NamedTuple):
    """One row with every kind of the other side in one group.

    `values` (n_tables, n_kinds) are as defined; `points` (n_kinds,) what they add to a score, -inf where they block,
    and `most` the most of them.
    """

    values: Floats
    points: Floats
    most: float


@dataclass(slots=True, eq=False)
class Looks:
    """All that is remembered of rows of one side; the same for whoever asks, so that threads may share it."""

    model: Model
    as_of: date
    ahead: tuple[dict[Key, Look], ...] = field(default_factory=lambda: tuple({} for _ in GROUPS))
    since: tuple[dict[Key, Look], ...] = field(default_factory=lambda: tuple({} for _ in GROUPS))
    n_since: int = 0

    def of(self, row: CandidateArrays | VacancyArrays, others: KindsOfSide[Any]) -> tuple[Look, ...]:
        """What one row (columns of length 1) is worth with every kind of the other side."""
        columns, counts = columns_by_group(row, self.as_of), others.counts()
        keys = [next(keys_of(columns[at], 1)) for at in range(len(GROUPS))]
        return tuple(self._look(at, keys[at], row, others, counts[at]) for at in range(len(GROUPS)))

    def _look(self, at: int, key: Key, row: CandidateArrays | VacancyArrays, others: KindsOfSide[Any], n: int) -> Look:
        found = self.since[at].get(key) or self.ahead[at].get(key)
        n_known = len(found.points) if found else 0
        if found and n_known >= n:
            return found
        values = self._worked_out(at, row, others.since(at, n_known))
        if found:
            values = np.concatenate([found.values[:, :n_known], values], axis=1)
        points = _points(at, values, self.model)
        look = Look(values, points, float(points.max()))
        self._remember(at, key, look)
        return look

    def _worked_out(self, at: int, row: CandidateArrays | VacancyArrays, models: Any) -> Floats:
        """The tables of one row with models of the other side, (n_tables, n_models)."""
        pairs = Pairs(row, models) if isinstance(row, CandidateArrays) else Pairs(models, row)
        tables = GROUPS[at].define(pairs, self.model, self.as_of)
        return np.stack([table.ravel() for table in tables]).astype(np.float64)

    def _remember(self, at: int, key: Key, look: Look) -> None:
        if self.n_since > _MOST_REMEMBERED:
            for one in self.since:
                one.clear()
            self.n_since = 0
        self.since[at][key] = look
        self.n_since += look.values.size


def filled(theirs: KindsOfSide[Any], its: KindsOfSide[Any], model: Model, as_of: date) -> tuple[Looks, Looks]:
    """What the people there are, and the vacancies there are, are worth with each other: for people, for vacancies."""
    of_people, of_work, n_ahead = Looks(model, as_of), Looks(model, as_of), 0
    n_pairs = [n * m for n, m in zip(theirs.counts(), its.counts(), strict=True)]
    for at in sorted(range(len(GROUPS)), key=n_pairs.__getitem__):
        n_ahead += n_pairs[at]
        if not n_pairs[at] or n_ahead > _MOST_AHEAD:
            break
        tables = _all_pairs(at, theirs.models[at][0], its.models[at][0], model, as_of)
        of_people.ahead[at].update(zip(theirs.number[at], _looks(at, tables, model), strict=True))
        of_work.ahead[at].update(zip(its.number[at], _looks(at, tables.transpose(0, 2, 1), model), strict=True))
    return of_people, of_work


def _all_pairs(at: int, people: CandidateArrays, work: VacancyArrays, model: Model, as_of: date) -> Floats:
    """The tables of one group, (n_tables, n_people, n_vacancies)."""
    step = max(1, _AT_ONCE // len(work))
    starts = range(0, len(people), step)
    parts = (take(people, np.arange(start, min(start + step, len(people)))) for start in starts)
    tables = [GROUPS[at].define(Pairs(part, work), model, as_of) for part in parts]
    return np.concatenate([np.stack(table).astype(np.float64) for table in tables], axis=1)


def _looks(at: int, tables: Floats, model: Model) -> Iterator[Look]:
    """Of every row of some tables (n_tables, n_rows, n_kinds) its look, in one piece each."""
    by_row = np.ascontiguousarray(tables.transpose(1, 0, 2))
    points = np.ascontiguousarray(_points(at, tables, model))
    return (Look(*one) for one in zip(by_row, points, points.max(axis=1).tolist(), strict=True))


def _points(at: int, values: Floats, model: Model) -> Floats:
    """Points of the values of one group, (n_tables, …) to (…)."""
    first = values[0]
    if at == GATES:
        return np.where(first > 0, -np.inf, 0.0)
    if at == WEEKS:
        return np.where(values[1] > 0, -np.inf, model.weights["shifts"] * SHIFT_SHARE * first)
    if at == HOURS:
        return np.asarray(model.weights["shifts"] * (1 - SHIFT_SHARE) * first)
    return np.asarray(model.weights[_FEATURES[at]] * first)
