"""What both baselines read: the matching's columns, what is worked out once, and people in chunks of neighbours."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from matcher.ranking.everything import Matching
from matcher.ranking.everything.columns import number_anew
from matcher.ranking.everything.lists import NOBODY, ScoredLists, rank_ids
from matcher.ranking.everything.partition import is_placed, limit_minutes, reach_km
from matcher.ranking.everything.tables import Tables, is_open_to_some, make_tables
from matcher.scoring import FEATURES
from matcher.scoring.ways import Ways, groups_by_way

__all__ = ["Ground", "Sparse", "in_lists"]

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Ints = NDArray[np.int32]
Rows = NDArray[np.int64]

_SQUARE_M = 20_000.0
"""Judgement: people of a square of 20 km have most of the vacancies they reach in common."""

_SLACK, _SLACK_M = 1.0 + 1e-9, 1e-3
"""So that no rounding leaves out what the gate of place, which decides, would let in."""


class Sparse(NamedTuple):
    """One kind of sparse column of both sides, of its columns only those that can make a difference.

    `total` (m,) is the sum of each vacancy's whole row.
    """

    people: csr_matrix
    work: csr_matrix
    total: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """A matching made ready.

    Attributes
    ----------
    tables : what is looked up by kinds of rows
    essential, optional, texts : skills brought and needed, and words of both
    n_words : (n,) float64, how many words each person has written
    is_open : (m,) bool, vacancies that somebody may be let through to
    reach_m : (n,) float64, the straight line within which a vacancy may be in reach
    limit_minutes : (n,) float64, the longest journey
    people_rank, work_rank : the order of ids, by which ties are broken
    weights : in the order of `FEATURES`
    """

    matching: Matching
    tables: Tables
    essential: Sparse
    optional: Sparse
    texts: Sparse
    n_words: Floats
    is_open: Flags
    reach_m: Floats
    limit_minutes: Floats
    people_rank: Ints
    work_rank: Ints
    weights: Mapping[str, float]

    @classmethod
    def of(cls, matching: Matching) -> Self:
        """Make a matching ready."""
        people, work = matching.people, matching.work
        tables, numbering = make_tables(people, work, matching.model, matching.as_of), number_anew(people, work)
        brought, written = (
            csr_matrix(side) for side in (people.credits[:, numbering.skills], people.texts[:, numbering.words])
        )
        return cls(
            matching,
            tables,
            _sparse(brought, work.essential, numbering.skills),
            _sparse(brought, work.optional, numbering.skills),
            _sparse(written, work.texts, numbering.words),
            _sums(people.texts),
            is_open_to_some(tables),
            np.maximum(reach_km(people), 0.0) * 1000.0 * _SLACK + _SLACK_M,
            limit_minutes(people),
            rank_ids(people.ids),
            rank_ids(work.ids),
            {name: matching.model.weights[name] for name in FEATURES},
        )

    def placed(self) -> Iterator[tuple[Ways, Rows]]:
        """People whose place is known, by how they travel; neighbours one after the other."""
        people = self.matching.people
        for ways, rows in groups_by_way(people):
            near = rows[is_placed(people)[rows]]
            order = np.lexsort((people.northing_m[near] // _SQUARE_M, people.easting_m[near] // _SQUARE_M))
            yield ways, near[order]

    def unplaced(self) -> Iterator[tuple[Ways, Rows]]:
        """People whose place nobody knows, by how they travel."""
        for ways, rows in groups_by_way(self.matching.people):
            yield ways, rows[~is_placed(self.matching.people)[rows]]


def in_lists(n_rows: int, k: int, rows: Rows, others: NDArray[np.integer], scores: Floats) -> ScoredLists:
    """Lists (n_rows, k) of pairs that come row by row, the best first, and no more than k of each."""
    found = np.full((n_rows, k), NOBODY, dtype=np.int32), np.full((n_rows, k), -np.inf)
    place = np.arange(len(rows)) - np.searchsorted(rows, rows)
    found[0][rows, place], found[1][rows, place] = others, scores
    return found


def _sparse(people: csr_matrix, work: csr_matrix, columns: Rows) -> Sparse:
    return Sparse(people, csr_matrix(work[:, columns]), _sums(work))


def _sums(matrix: csr_matrix) -> Floats:
    return np.asarray(matrix.sum(axis=1), dtype=np.float64).ravel()
