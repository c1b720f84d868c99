"""Whom changes touch, ranked again one by one.

A changed record has its own list ranked. Of the other kind it touches whoever's list holds it, and whoever's list it
now comes into: who scores at least as much with it as with the last of a full list. Any other list stays true, whatever
the record was before, because nobody in it changed and nobody came before them.
"""

from matcher.jobs.lists.sides import KINDS, Changed, Sides, other_than
from matcher.jobs.task import Task
from matcher.store.record_changes import Kind

__all__ = ["list_touched"]

_SOONER_TOGETHER, _FEW = 0.1, 200
"""Judgement: everything ranked together costs a tenth a list; a few hundred are done in a second either way."""

_AT_ONCE = 500
"""Judgement: how many are ranked between two writes, so that a page shows them within seconds."""


def list_touched(task: Task, sides: Sides, changed: Changed) -> tuple[int, int] | None:
    """Rank and write the lists that changes touch; how many, and how many came out otherwise.

    None, and nothing written, where they are so many that everything is sooner ranked together.
    """
    touched = _touched(sides, changed)
    n_lists = sum(len(ids) for ids in touched.values())
    if n_lists > max(_FEW, _SOONER_TOGETHER * (sides.warm.n_candidates + sides.warm.n_vacancies)):
        return None
    task.expect(n_lists)
    return n_lists, sum(_rank_again(task, sides, kind, touched[kind]) for kind in KINDS)


def _touched(sides: Sides, changed: Changed) -> dict[Kind, set[str]]:
    """Whose lists changes touch, by kind: their own among them."""
    touched: dict[Kind, set[str]] = {kind: set(changed[kind]) for kind in KINDS}
    for kind in KINDS:
        others = touched[other_than(kind)]
        others.update(*(sides.holding(kind, record_id) for record_id in changed[kind]))
        others.update(*(sides.entered(kind, row) for _, row in sides.each(kind, changed[kind] - sides.out[kind])))
    return touched


def _rank_again(task: Task, sides: Sides, kind: Kind, ids: set[str]) -> int:
    """Rank and write some lists; how many came out otherwise. Whoever is not there any more has none."""
    setting, wanted, n_changed = task.setting, sorted(ids), 0
    for start in range(0, len(wanted), _AT_ONCE):
        part = wanted[start : start + _AT_ONCE]
        lists = {record_id: sides.best(kind, row) for record_id, row in sides.each(kind, part)}
        n_changed += setting.store.lists.write(kind, setting.today, setting.engine.model.name, lists)
        for record_id, entries in lists.items():
            sides.standing[kind].put(record_id, entries)
        task.advance(len(part))
    return n_changed
