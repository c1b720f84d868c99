"""What comes out: the best vacancies of every candidate, and the best candidates of every vacancy."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["NOBODY", "AllMatches", "Lists", "ScoredLists", "ScoredMatches", "no_lists", "rank_ids", "widened"]

NOBODY = -1
"""Stands where a list has fewer than k entries."""

Ints = NDArray[np.int32]
Lists = tuple[Ints, NDArray[np.float32]]
ScoredLists = tuple[Ints, NDArray[np.float64]]


@dataclass(frozen=True, slots=True, eq=False)
class AllMatches:
    """Both directions of a matching of everybody with everything.

    Attributes
    ----------
    vacancies_for_candidates, candidates_for_vacancies : tuple of (n, k) int32 and (n, k) float32
        The row of each match in the other side's columns, best first, and its score in [0, 100]; `NOBODY` and 0 beyond
        the last. The order is that of the float64 scores with ties by id, as in every ranking; pairs that a gate
        blocks are in neither list.
    """

    vacancies_for_candidates: Lists
    candidates_for_vacancies: Lists


@dataclass(frozen=True, slots=True, eq=False)
class ScoredMatches:
    """The same lists with what they are ordered by, so that the lists of parts can be merged.

    Attributes
    ----------
    vacancies_for_candidates, candidates_for_vacancies : tuple of (n, k) int32 and (n, k) float64
        As in `AllMatches`, the scores to the last bit; `NOBODY` and -inf beyond the last. The first k by
        ``(-score, id)`` of the entries of several parts are those of the whole, if every pair is in one of them.
    """

    vacancies_for_candidates: ScoredLists
    candidates_for_vacancies: ScoredLists

    def narrowed(self) -> AllMatches:
        """The lists as they are handed out."""
        return AllMatches(_narrowed(self.vacancies_for_candidates), _narrowed(self.candidates_for_vacancies))


def _narrowed(lists: ScoredLists) -> Lists:
    rows, scores = lists[0], lists[1].astype(np.float32)
    scores[rows == NOBODY] = 0.0
    return rows, scores


def no_lists(n_rows: int, k: int) -> ScoredLists:
    """Lists with nobody in them."""
    return np.full((n_rows, k), NOBODY, dtype=np.int32), np.full((n_rows, k), -np.inf)


def widened(lists: ScoredLists, k: int) -> ScoredLists:
    """Lists as wide as was asked for, however few there are to fill them."""
    rows, scores = lists
    if rows.shape[1] == k:
        return lists
    wide_rows, wide_scores = no_lists(len(rows), k)
    wide_rows[:, : rows.shape[1]], wide_scores[:, : rows.shape[1]] = rows, scores
    return wide_rows, wide_scores


def rank_ids(ids: NDArray[np.object_]) -> Ints:
    """The place of every id when ids of any type are sorted as they are written, (n,) int32; of equal ones by row."""
    names = [str(name) for name in ids]
    ranks = np.empty(len(names), dtype=np.int32)
    ranks[sorted(range(len(names)), key=names.__getitem__)] = np.arange(len(names), dtype=np.int32)
    return ranks
