"""One part matched: some people, and the vacancies that any of them may reach. The same here and on a cluster."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from matcher.geography import TravelTimes
from matcher.ranking.everything import Matching, match_everything_scored
from matcher.ranking.everything.lists import NOBODY, ScoredLists
from matcher.ranking.everything.partition import in_reach, partition
from matcher.scoring import CandidateArrays, Model, VacancyArrays
from matcher.scoring.taking import take

__all__ = ["Basis", "PartMatches", "halo_of", "match_part"]

_BLOCK = 1024
"""Judgement: people who are looked at together for what they may reach; fewer take longer and leave out little more."""


@dataclass(frozen=True, slots=True, eq=False)
class Basis:
    """By what every part is matched: as in `Matching`."""

    model: Model
    as_of: date
    k: int
    travel_times: TravelTimes | None = None


@dataclass(frozen=True, slots=True, eq=False)
class PartMatches:
    """What a part found: the whole lists of its people, and its people's share in the lists of vacancies.

    Attributes
    ----------
    candidates, vacancies : (n,) and (m,) object
        Ids; of the vacancies only those in somebody's list.
    for_candidates : (n, k) int32 rows of `vacancies` and (n, k) float64 scores, `NOBODY` and -inf beyond the last
    for_vacancies : (m, k) int32 rows of `candidates` and (m, k) float64 scores, the same
        The first k by ``(-score, id)`` of the entries of all parts are those of the whole.
    """

    candidates: NDArray[np.object_]
    vacancies: NDArray[np.object_]
    for_candidates: ScoredLists
    for_vacancies: ScoredLists


def halo_of(people: CandidateArrays, work: VacancyArrays) -> VacancyArrays:
    """Of some vacancies those that anybody of some people may reach, live-in and unplaced ones among them."""
    if not len(people) or not len(work):
        return take(work, np.zeros(0, dtype=np.int64))
    reached = np.zeros(len(work), dtype=bool)
    for block in partition(people, _BLOCK):
        reached[in_reach(block, work)] = True
    return take(work, np.flatnonzero(reached))


def match_part(
    people: CandidateArrays,
    halo: VacancyArrays,
    basis: Basis,
    *,
    n_threads: int | None = None,
    on_block: Callable[[int, int], None] | None = None,
) -> PartMatches:
    """The best k of a part's people and of its halo for each other; exact.

    Parameters
    ----------
    people, halo
        Columns of the people of the part, and of at least the vacancies that `halo_of` gives for them.
    n_threads, on_block
        As in `match_everything`.
    """
    # No wider than there are entries, however large a k was asked for.
    k = min(basis.k, max(len(people), len(halo)))
    matching = Matching(people, halo, basis.model, basis.as_of, k, basis.travel_times)
    found = match_everything_scored(matching, n_threads=n_threads, on_block=on_block)
    rows, scores = found.vacancies_for_candidates
    theirs, its_scores = found.candidates_for_vacancies
    touched = np.flatnonzero((theirs != NOBODY).any(axis=1))
    place = np.append(np.full(len(halo), NOBODY, dtype=np.int32), NOBODY)  # the last is where NOBODY points
    place[touched] = np.arange(len(touched), dtype=np.int32)
    return PartMatches(people.ids, halo.ids[touched], (place[rows], scores), (theirs[touched], its_scores[touched]))
