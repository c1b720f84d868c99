"""What this process keeps of the stored people and vacancies, and catches up with before every answer.

Whoever asks gets what was committed before they asked, by this process or another: the log of changes is read first,
and what it names is read again. Many threads may ask; one at a time catches up, and what somebody has been given never
changes under them.
"""

from collections.abc import Callable, Collection, Hashable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from threading import Lock, Thread
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from flask import Flask, current_app

from matcher.domain import Candidate, Vacancy
from matcher.errors import CarematchError
from matcher.ranking import Kept
from matcher.scoring import CandidateArrays, VacancyArrays
from webapp.coarse_places import without_exact_place
from webapp.context import as_of

if TYPE_CHECKING:
    from matcher.engine import Engine
    from matcher.store import Store
    from matcher.store.record_changes import RecordChange, RecordChanges

__all__ = ["AsOfNow", "KeptRecords", "keep_records", "kept_records", "read_ahead"]

_EXTENSION = "carematch kept records"

_MOST_NARROWED = 4
"""Names carry the day, and where nothing changes for weeks the days gone by are not to fill the memory: there are two
names, kept for today and for the day before."""

Record = TypeVar("Record", Candidate, Vacancy)
Arrays = TypeVar("Arrays", CandidateArrays, VacancyArrays)


@dataclass(frozen=True, slots=True)
class _Reading(Generic[Record, Arrays]):
    """How one kind of record is read: all of them, some by id, and the ids of those that are kept back."""

    kind: str
    every: Callable[[], Sequence[Record]]
    some: Callable[[Sequence[str]], Sequence[Record]]
    kept_back: Callable[[], Collection[str]]
    keep: Callable[[Sequence[Record]], Kept[Record, Arrays]]


class AsOfNow(Generic[Record, Arrays]):
    """All records of a kind as they were committed at one moment.

    Attributes
    ----------
    seq : int
        The number of the last change that is in them.
    records : Kept
        All of them.
    kept_back : frozenset of str
        Ids of those that only some may see: people who hide, vacancies that a person has to look at first.
    """

    def __init__(self, seq: int, records: Kept[Record, Arrays], kept_back: frozenset[str]) -> None:
        self.seq = seq
        self.records: Kept[Record, Arrays] = records
        self.kept_back = kept_back
        self._narrowed: dict[Hashable, Kept[Record, Arrays]] = {}

    @cached_property
    def visible(self) -> Kept[Record, Arrays]:
        """Those that are not kept back."""
        return self.records.without(self.kept_back)

    def narrowed(self, name: Hashable, is_wanted: Callable[[Record], bool]) -> Kept[Record, Arrays]:
        """Those of the visible of which something is so; what goes by one of the last few names is looked for once."""
        found = self._narrowed.get(name)
        if found is None:
            found = self.visible.only(is_wanted)
            kept, recent = self._narrowed, [*self._narrowed][1 - _MOST_NARROWED :]
            self._narrowed = {**{one: kept[one] for one in recent}, name: found}  # others may be reading the one before
        return found


class _CaughtUp(Generic[Record, Arrays]):
    """The records of one kind, caught up whenever they are asked for."""

    def __init__(self, changes: "RecordChanges", reading: _Reading[Record, Arrays]) -> None:
        self._changes = changes
        self._reading: _Reading[Record, Arrays] = reading
        self._state: AsOfNow[Record, Arrays] | None = None
        self._lock = Lock()

    def now(self) -> AsOfNow[Record, Arrays]:
        """The records as they are committed now."""
        state = self._state
        if state is None or self._changes.since(state.seq):
            with self._lock:
                state = self._state = self._first() if self._state is None else self._next(self._state)
        return state

    def _first(self) -> AsOfNow[Record, Arrays]:
        reading = self._reading
        seq, before = self._changes.last(), reading.kept_back()
        records = reading.keep(reading.every())
        return AsOfNow(seq, records, frozenset(before).union(reading.kept_back()))

    def _next(self, state: AsOfNow[Record, Arrays]) -> AsOfNow[Record, Arrays]:
        """What is kept back is read before the records and after them: nobody is shown for a moment who may not be."""
        reading = self._reading
        changes: list[RecordChange] = self._changes.since(state.seq)
        ids = _changed(changes, reading.kind)
        if ids == set():  # of the other kind, or caught up by another thread: what was narrowed stays as it is
            state.seq = max([state.seq, *(change.seq for change in changes)])
            return state
        if ids is None:
            return self._first()
        before = reading.kept_back()
        found: dict[str, Record | None] = dict.fromkeys(ids)
        found.update({record.id: record for record in reading.some(sorted(ids))})
        return AsOfNow(changes[-1].seq, state.records.caught_up(found), frozenset(before).union(reading.kept_back()))


class KeptRecords:
    """People, people with a coarse place for providers, and vacancies of a store; each read when first asked for."""

    def __init__(self, engine: "Engine") -> None:
        self._engine = engine
        self._store = cast("Store", engine.store)

    @cached_property
    def people(self) -> "_CaughtUp[Candidate, CandidateArrays]":
        """Everybody; kept back are those who hide."""
        store, keep = self._store, self._engine.keep_candidates
        reading = _Reading("candidate", store.candidates, store.candidates_of, store.cases.hidden_ids, keep)
        return _CaughtUp(store.changes, reading)

    @cached_property
    def unnamed(self) -> "_CaughtUp[Candidate, CandidateArrays]":
        """The same with the postcode district for a place."""
        store, keep = self._store, self._engine.keep_candidates
        reading = _Reading("candidate", self._coarse, self._some_coarse, store.cases.hidden_ids, keep)
        return _CaughtUp(store.changes, reading)

    @cached_property
    def vacancies(self) -> "_CaughtUp[Vacancy, VacancyArrays]":
        """Every vacancy; kept back are those that a person has to look at first."""
        store, keep = self._store, self._engine.keep_vacancies
        reading = _Reading("vacancy", store.vacancies, store.vacancies_of, store.standings.held_ids, keep)
        return _CaughtUp(store.changes, reading)

    def _coarse(self) -> list[Candidate]:
        return [without_exact_place(one) for one in self.people.now().records]

    def _some_coarse(self, ids: Sequence[str]) -> list[Candidate]:
        by_id = self.people.now().records.by_id
        return [without_exact_place(by_id[one]) for one in ids if one in by_id]


def keep_records(app: Flask, engine: "Engine") -> None:
    """Let the pages of an app answer from what its process keeps."""
    app.extensions[_EXTENSION] = KeptRecords(engine)


def read_ahead(app: Flask) -> Thread:
    """Read everything beside the pages, so that whoever comes first after a start need not wait for all of it."""
    thread = Thread(target=_read_everything, args=(app,), daemon=True, name="carematch reading")
    thread.start()
    return thread


def _read_everything(app: Flask) -> None:
    with app.app_context(), suppress(CarematchError):  # what is wrong is said by the page that asks
        kept, today = kept_records(), as_of()
        for records in (kept.vacancies, kept.people, kept.unnamed):
            records.now().records.in_columns(today)


def kept_records() -> KeptRecords:
    """What the process of the app keeps."""
    return cast("KeptRecords", current_app.extensions[_EXTENSION])


def _changed(changes: Sequence["RecordChange"], kind: str) -> set[str] | None:
    """The ids of a kind that changed; None where all have to be looked at."""
    ids = {change.record_id for change in changes if change.kind == kind}
    return None if None in ids else {one for one in ids if one is not None}
