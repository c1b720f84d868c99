"""The job `lists` itself: everything, or whom the changes touch.

The result counts ``n_lists`` that were ranked and ``n_changed`` that came out otherwise than stored, and says whether
`everything` was ranked, up to which change (`seq`), and in how many `seconds`.
"""

import time
from dataclasses import replace
from datetime import UTC, datetime
from threading import Lock
from typing import Any

from matcher.jobs.lists.all import list_all
from matcher.jobs.lists.made_with import made_with
from matcher.jobs.lists.sides import changed_ids, measured_journeys, sides_of
from matcher.jobs.lists.touched import list_touched
from matcher.jobs.task import Task
from matcher.store.kept_lists import ListsState

__all__ = ["rank_lists"]

_one_at_a_time = Lock()


def rank_lists(task: Task) -> dict[str, Any]:
    """Make the stored lists true: as on the task's day, and of what was stored when the job began."""
    with _one_at_a_time:  # what is kept warm is one worker's at a time
        began = time.monotonic()
        done = _rank_touched(task) or _rank_all(task, began)
    return {**done, "seconds": time.monotonic() - began}


def _rank_touched(task: Task) -> dict[str, Any] | None:
    """Rank whom the changes touch; None where everything has to be ranked, or is sooner."""
    setting, lists = task.setting, task.setting.store.lists
    state = lists.state()
    if state is None or (state.as_of, state.made_with) != (setting.today, made_with(setting.engine)):
        return None
    changes = setting.store.changes.since(state.seq)
    changed = changed_ids(changes)
    if changed is None:
        return None
    if not changes:
        return _result((0, 0), state, everything=False)
    sides = sides_of(setting, state)
    counted = list_touched(task, sides, changed)
    if counted is None:
        return None
    sides.state = replace(state, seq=changes[-1].seq)
    lists.mark(sides.state)
    return _result(counted, sides.state, everything=False)


def _rank_all(task: Task, began: float) -> dict[str, Any]:
    setting = task.setting
    seq = setting.store.changes.last()
    counted = list_all(task, measured_journeys(setting))
    seconds = time.monotonic() - began
    state = ListsState(seq, setting.today, made_with(setting.engine), datetime.now(UTC), seconds)
    setting.store.lists.mark(state)
    return _result(counted, state, everything=True)


def _result(counted: tuple[int, int], state: ListsState, *, everything: bool) -> dict[str, Any]:
    n_lists, n_changed = counted
    return {"everything": everything, "n_lists": n_lists, "n_changed": n_changed, "seq": state.seq}
