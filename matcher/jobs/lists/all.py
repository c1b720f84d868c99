"""Everything ranked together, and every list that came out otherwise written."""

import os
from collections.abc import Iterator
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from matcher.geography import TravelTimes
from matcher.jobs.lists.columns import people_columns, work_columns
from matcher.jobs.lists.depth import DEPTH
from matcher.jobs.task import Task
from matcher.ranking.everything import Matching, match_everything_scored
from matcher.ranking.everything.lists import NOBODY
from matcher.scoring import CandidateArrays, VacancyArrays
from matcher.scoring.taking import take
from matcher.store.kept_lists import Entries
from matcher.store.record_changes import Kind

__all__ = ["list_all"]

_AT_ONCE = 10_000
"""Judgement: how many lists are turned into ids at once; a person who watches is told every second or so."""

Arrays = TypeVar("Arrays", CandidateArrays, VacancyArrays)


class _Lists(NamedTuple):
    """Lists of one kind: whose they are (n,), who may be in them (m,), rows of those (n, k) and scores (n, k)."""

    kind: Kind
    owners: NDArray[np.object_]
    others: NDArray[np.object_]
    rows: NDArray[np.int32]
    scores: NDArray[np.float64]


def list_all(task: Task, travel_times: TravelTimes | None) -> tuple[int, int]:
    """Rank everybody with everything as on the task's day; how many lists there are, how many came out otherwise.

    Whoever is hidden has a list and is in nobody's, and so with a vacancy that waits for approval.
    """
    setting = task.setting
    people, work = people_columns(setting), work_columns(setting)
    task.expect(len(people) + len(work))
    hidden, shown = _parted(people, setting.store.cases.hidden_ids())
    held, open_ = _parted(work, setting.store.standings.held_ids())
    n_changed = 0
    for lists in _rank(task, (hidden, shown), (held, open_), travel_times):
        n_changed += _write(task, lists)
    return len(people) + len(work), n_changed


def _parted(arrays: Arrays, kept_out: set[str]) -> tuple[Arrays, Arrays]:
    """Those who are in nobody's list, and the others."""
    is_out = np.array([one in kept_out for one in arrays.ids], dtype=bool)
    if not is_out.any():  # the usual case, in which nothing is copied
        return take(arrays, np.flatnonzero(is_out)), arrays
    return take(arrays, np.flatnonzero(is_out)), take(arrays, np.flatnonzero(~is_out))


def _rank(
    task: Task,
    people: tuple[CandidateArrays, CandidateArrays],
    work: tuple[VacancyArrays, VacancyArrays],
    travel_times: TravelTimes | None,
) -> Iterator[_Lists]:
    (hidden, shown), (held, open_) = people, work

    def match(some: CandidateArrays, with_: VacancyArrays) -> tuple[_Lists, _Lists]:
        matching = Matching(some, with_, task.setting.engine.model, task.setting.today, DEPTH, travel_times)
        found = match_everything_scored(matching, n_threads=_n_threads(), on_block=lambda *_: task.advance(0))
        theirs = _Lists("candidate", some.ids, with_.ids, *found.vacancies_for_candidates)
        return theirs, _Lists("vacancy", with_.ids, some.ids, *found.candidates_for_vacancies)

    yield from match(shown, open_)
    yield match(hidden, open_)[0]
    yield match(shown, held)[1]


def _n_threads() -> int:
    """All cores but one, which pages are served from meanwhile."""
    return max(1, (os.cpu_count() or 1) - 1)


def _write(task: Task, lists: _Lists) -> int:
    """Write lists by the ids of those in them; how many came out otherwise."""
    setting, n_changed = task.setting, 0
    for start in range(0, len(lists.owners), _AT_ONCE):
        part = slice(start, start + _AT_ONCE)
        written = dict(zip(lists.owners[part], _entries(lists, part), strict=True))
        n_changed += setting.store.lists.write(lists.kind, setting.today, setting.engine.model.name, written)
        task.advance(len(written))
    return n_changed


def _entries(lists: _Lists, part: slice) -> Iterator[Entries]:
    for rows, scores in zip(lists.rows[part], lists.scores[part].tolist(), strict=True):
        n = int(np.count_nonzero(rows != NOBODY))
        yield tuple(zip(lists.others[rows[:n]], scores[:n], strict=True))
