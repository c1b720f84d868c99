"""Every vacancy that somebody can be considered for, without ranking them all anew."""

from matcher.jobs.lists.depth import DEPTH
from matcher.jobs.lists.made_with import made_with
from matcher.jobs.lists.sides import warm_sides
from matcher.jobs.task import Setting

__all__ = ["open_to"]


def open_to(setting: Setting, candidate_id: str) -> set[str] | None:
    """The ids of the vacancies that no gate closes to somebody today and that wait for nobody's approval.

    Read off their stored list where the lists are true and that one is not cut off; else ranked, where the columns are
    warm in this process; else None: nobody knows without reading everything.
    """
    if not setting.store.lists.are_true(setting.today, made_with(setting.engine)):
        return None
    kept = setting.store.lists.of_candidate(candidate_id)
    if kept is not None and len(kept.entries) < DEPTH:
        return {vacancy_id for vacancy_id, _ in kept.entries}
    sides = warm_sides(setting)
    if sides is None:
        return None
    n_all = sides.warm.n_vacancies
    ranked = [sides.best("candidate", row, n_all) for _, row in sides.each("candidate", [candidate_id])]
    return {vacancy_id for entries in ranked for vacancy_id, _ in entries}
