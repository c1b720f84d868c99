"""Some people of a nation: the first of them, or all who live in some squares of the map."""

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from matcher.benchmarks.national import Nation
from matcher.ranking.everything.partition import is_placed
from matcher.scoring import CandidateArrays
from matcher.scoring.taking import take

__all__ = ["first_rows", "people_of_squares"]

_SQUARE_M = 5_000.0
"""Judgement: within 5 km neighbours reach much the same vacancies, and 30,000 people come of a hundred such squares."""

Rows = NDArray[np.int64]


def first_rows(nation: Nation, n: int, m: int) -> Nation:
    """The first rows of both sides, which are drawn like all others: a thinner nation."""
    return Nation(take(nation.people, np.arange(n)), take(nation.work, np.arange(m)))


def people_of_squares(people: CandidateArrays, n: int, rng: Generator) -> Rows:
    """Rows of about `n` people, square by square, so that they live as close together as all do.

    Every square is as likely as any other, and so is every person; of those whose place nobody knows there is the
    share that there is of all. A larger sample by an equal generator begins with the smaller.
    """
    placed = is_placed(people)
    near, nowhere = np.flatnonzero(placed), np.flatnonzero(~placed)
    squares = np.column_stack([people.easting_m[near], people.northing_m[near]]) // _SQUARE_M
    _, square = np.unique(squares, axis=0, return_inverse=True)
    turn = rng.permutation(square.max(initial=0) + 1)[square.ravel()]
    in_turn = near[np.argsort(turn, kind="stable")]
    n_near = round(n * len(near) / len(people))
    return np.concatenate([in_turn[:n_near], nowhere[: n - n_near]])
