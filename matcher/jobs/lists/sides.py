"""Both kinds of records as they are ranked one by one: warm columns, whom nobody is shown, and the lists there are.

They are kept in the worker's process between jobs. The columns follow the log of changes; the lists are read again when
another process has written some.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any, get_args

import numpy as np

from matcher.geography import TravelTimes
from matcher.jobs.lists.columns import people_columns, work_columns
from matcher.jobs.lists.depth import DEPTH
from matcher.jobs.lists.standing import standing_of
from matcher.jobs.task import Setting
from matcher.scoring.taking import take
from matcher.store import Store
from matcher.store.kept_lists import Entries, ListsState
from matcher.store.record_changes import Kind, RecordChange

if TYPE_CHECKING:
    from matcher.ranking.warm import Found, Standing, Warm

__all__ = [
    "KINDS",
    "Changed",
    "Sides",
    "changed_ids",
    "measured_journeys",
    "other_than",
    "sides_of",
    "warm_sides",
]

KINDS: tuple[Kind, ...] = get_args(Kind)

Changed = Mapping[Kind, set[str]]
"""Ids of what changed, by kind."""

_MOST_CHANGED = 5_000
"""Judgement: rows put one by one are looked through one by one; from here on they are read and made ready anew."""

_kept: list["Sides"] = []
"""What was read for the store that was worked on last: a process works on one."""


@dataclass(slots=True, eq=False)
class Sides:
    """Both kinds as they are ranked on the day of a setting.

    Attributes
    ----------
    warm : Warm
        Everybody and everything stored, as of change `seq`.
    out : dict of set
        By kind, those who are in nobody's list.
    standing : dict of Standing
        By kind, the lists as they were when they rested on `state`.
    """

    setting: Setting
    warm: "Warm"
    seq: int
    out: dict[Kind, set[str]]
    standing: dict[Kind, "Standing"] = field(default_factory=dict)
    state: ListsState | None = None

    @classmethod
    def read(cls, setting: Setting) -> "Sides":
        """Everything, from the store."""
        from matcher.ranking.warm import Warm

        engine, seq = setting.engine, setting.store.changes.last()
        people, work = people_columns(setting), work_columns(setting)
        warm = Warm.of(people, work, engine.model, setting.today, measured_journeys(setting))
        return cls(setting, warm, seq, _out(setting.store))

    def is_for(self, setting: Setting) -> bool:
        """Whether these are the sides of a setting, on its day, and not too far from how they were made ready."""
        is_its = self.setting.engine is setting.engine and self.warm.as_of == setting.today
        return is_its and self.warm.n_changed < _MOST_CHANGED

    def catch_up(self) -> bool:
        """Take over what changed since; False, and nothing taken, where so much did that all is to be read."""
        changes = self.setting.store.changes.since(self.seq)
        changed = changed_ids(changes)
        if changed is None:
            return False
        people, gone = self._columns("candidate", changed["candidate"])
        self.warm.drop_candidates(gone)
        self.warm.put_candidates(people)
        work, gone = self._columns("vacancy", changed["vacancy"])
        self.warm.drop_vacancies(gone)
        self.warm.put_vacancies(work)
        self.out = _out(self.setting.store)
        self.seq = changes[-1].seq if changes else self.seq
        return True

    def rest_on(self, state: ListsState) -> None:
        """Read the lists again, if they are not those we know."""
        if self.state != state:
            self.standing = {kind: standing_of(self.setting.store.lists.all(kind)) for kind in KINDS}
            self.state = state

    def each(self, kind: Kind, ids: Iterable[str]) -> Iterator[tuple[str, Any]]:
        """Those of some ids that are stored, with the one row of columns of each."""
        columns, _ = self._columns(kind, ids)
        for row, record_id in enumerate(columns.ids):
            yield record_id, take(columns, np.array([row]))

    def best(self, kind: Kind, row: Any, n: int = DEPTH) -> Entries:
        """The list of one row: the best `n` of the other kind who may be in lists."""
        asked, out = n, self.out[other_than(kind)]
        while True:
            found = self._rank(kind, row, asked)
            entries = zip(found.ids.tolist(), found.scores.tolist(), strict=True)
            listed = tuple(islice((entry for entry in entries if entry[0] not in out), n))
            if len(listed) == n or len(found) < asked:
                return listed
            asked = 4 * asked + len(found)  # so many who are in nobody's list stood before

    def holding(self, kind: Kind, record_id: str) -> set[str]:
        """Whose lists of the other kind somebody is in."""
        return {str(one) for one in self.standing[other_than(kind)].holding(record_id)}

    def entered(self, kind: Kind, row: Any) -> set[str]:
        """Whose lists of the other kind one row comes into."""
        standing = self.standing[other_than(kind)]
        by = self.warm.touched_by_candidate if kind == "candidate" else self.warm.touched_by_vacancy
        return {str(one) for one in by(row, standing).enters}

    def _rank(self, kind: Kind, row: Any, k: int) -> "Found":
        return self.warm.rank_vacancies(row, k) if kind == "candidate" else self.warm.rank_candidates(row, k)

    def _columns(self, kind: Kind, ids: Iterable[str]) -> tuple[Any, set[str]]:
        """The columns of those that are stored, and the ids of those that are not."""
        wanted, read = sorted(ids), people_columns if kind == "candidate" else work_columns
        found: Any = read(self.setting, wanted)
        return found, set(wanted).difference(found.ids)


def sides_of(setting: Setting, state: ListsState) -> Sides:
    """The sides of a store, caught up, with the lists as they rest on `state`."""
    sides = warm_sides(setting)
    if sides is None:
        _kept.clear()  # before as much again is read
        sides = Sides.read(setting)
        _kept.append(sides)
    sides.rest_on(state)
    return sides


def warm_sides(setting: Setting) -> Sides | None:
    """The sides of a store, caught up, where this process keeps them and little has changed; their lists may be old."""
    sides = next((one for one in _kept if one.is_for(setting)), None)
    return sides if sides is not None and sides.catch_up() else None


def changed_ids(changes: Sequence[RecordChange]) -> Changed | None:
    """Whom changes name, by kind; None where they name not all."""
    named = {kind: {one.record_id for one in changes if one.kind == kind} for kind in KINDS}
    return None if any(None in ids for ids in named.values()) else named  # type: ignore[return-value]


def other_than(kind: Kind) -> Kind:
    """The kind that the lists of a kind hold."""
    return "vacancy" if kind == "candidate" else "candidate"


def measured_journeys(setting: Setting) -> TravelTimes | None:
    """Those the engine was given, else those stored at this moment."""
    given = setting.engine.travel_times
    return setting.store.travel_times(at_once=True) if given is None else given


def _out(store: Store) -> dict[Kind, set[str]]:
    return {"candidate": store.cases.hidden_ids(), "vacancy": store.standings.held_ids()}
