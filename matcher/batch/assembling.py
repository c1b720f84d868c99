"""What parts found, with everybody numbered by the plan; and chunks of the lists of the whole, in bounded memory."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matcher.batch.folder import RunFolder
from matcher.batch.merging import best_of, entries_of, hopeful, joined, within
from matcher.batch.part import PartMatches
from matcher.batch.part_files import PartEntries
from matcher.batch.plan import Plan, shown_vacancies
from matcher.batch.writing import CANDIDATE, VACANCY, Chunk
from matcher.store import Store

__all__ = ["Gone", "chunks_of", "nobody_gone", "numbered", "who_is_gone"]

_ENTRIES_AT_ONCE = 1_000_000
"""Judgement: what parts have of the lists of one chunk of the file: some 100 MB while they are put together."""


class Gone(NamedTuple):
    """Who may not be in any list after all: flags of candidates (n,) and of vacancies (m,)."""

    candidates: NDArray[np.bool_]
    vacancies: NDArray[np.bool_]


def numbered(found: PartMatches, plan: Plan) -> PartEntries:
    """The entries of a part, ids as their numbers in the plan, which ascend as ids do."""
    people = np.searchsorted(plan.candidates, found.candidates).astype(np.int32)
    work = np.searchsorted(plan.work.ids, found.vacancies).astype(np.int32)
    return entries_of(found.for_candidates, people, work), entries_of(found.for_vacancies, work, people)


def nobody_gone(plan: Plan) -> Gone:
    """All are still there."""
    return Gone(np.zeros(len(plan.candidates), dtype=bool), np.zeros(len(plan.work), dtype=bool))


def who_is_gone(plan: Plan, store: Store) -> Gone:
    """Who is no longer stored, or no longer shown."""
    people, work = store.candidate_ids() - store.cases.hidden_ids(), set(shown_vacancies(store))
    return Gone(_missing(plan.candidates, people), _missing(plan.work.ids, work))


def chunks_of(folder: RunFolder, plan: Plan, gone: Gone) -> Iterator[Chunk]:
    """All lists in the order of the plan, candidates' first, each merged from the parts that have some of it."""
    parts = [folder.read(number) for number in range(len(plan.parts))]
    k, sides = plan.basis.k, (gone.candidates, gone.vacancies)
    for place, direction in enumerate((CANDIDATE, VACANCY)):
        whose, other = sides[place], sides[1 - place]
        several = [one[place] for one in parts]
        step = _lists_at_once(len(whose), sum(len(one.whose) for one in several))
        for first in range(0, len(whose), step):
            near = [within(one, first, first + step) for one in several]
            shown = [one.at(~(whose[one.whose] | other[one.other])) for one in near]
            yield direction, best_of(joined(hopeful(shown, k)), k)


def _lists_at_once(n_lists: int, n_entries: int) -> int:
    return max(1, _ENTRIES_AT_ONCE * n_lists // max(1, n_entries))


def _missing(ids: NDArray[np.object_], present: Collection[str]) -> NDArray[np.bool_]:
    return np.array([name not in present for name in ids], dtype=bool)
