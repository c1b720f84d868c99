"""One person as they would be after each of many courses, and after two of them, in columns.

A pair's columns are made of those of its two courses: the larger of each, because nothing that a course brings takes
away what another has brought. Only what courses change is combined; all else is the person's.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from matcher.scoring import CandidateArrays
from matcher.scoring.taking import take

__all__ = ["Counts", "Rows", "both", "count_in_batches", "every_two"]

Rows = NDArray[np.intp]
Counts = NDArray[np.int64]

_PAIRS_AT_ONCE = 512
"""Pairs are counted in batches, so that memory does not grow with their number."""


def every_two(rows: Iterable[int]) -> Rows:
    """Every two of some rows, (n_pairs, 2), in their order."""
    return np.array(list(combinations(rows, 2)), dtype=np.intp).reshape(-1, 2)


def count_in_batches(pairs: Rows, count: Callable[[Rows], Counts]) -> Counts:
    """Two counts of every pair, (n_pairs, 2)."""
    batches = (pairs[start : start + _PAIRS_AT_ONCE] for start in range(0, len(pairs), _PAIRS_AT_ONCE))
    return np.concatenate([np.empty((0, 2), dtype=np.int64), *map(count, batches)])


def both(people: CandidateArrays, pairs: Rows) -> CandidateArrays:
    """The person with what two of their variants bring, a row a pair.

    Parameters
    ----------
    people : variants of one person
    pairs : (n_pairs, 2), rows of `people`
    """
    one, other = take(people, pairs[:, 0]), take(people, pairs[:, 1])
    return replace(
        one,
        credits=csr_matrix(one.credits.maximum(other.credits)),
        skills_known=one.skills_known | other.skills_known,
        licence=np.maximum(one.licence, other.licence),
        dbs=np.maximum(one.dbs, other.dbs),
        qualification_levels=np.fmax(one.qualification_levels, other.qualification_levels),  # NaN is not known
        registrations=one.registrations | other.registrations,
        registrations_known=one.registrations_known | other.registrations_known,
    )
