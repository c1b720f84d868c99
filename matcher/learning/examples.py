"""Referred pairs in columns: the features they were scored with, and whether they started."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, islice
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from matcher.domain import Candidate, Vacancy
from matcher.learning.likelihood import Flags, Floats
from matcher.learning.referred import ReferredPair
from matcher.scoring import Model, Scored
from matcher.scoring.model import FEATURES
from matcher.scoring.score import weighted_sum

__all__ = ["Examples", "Scorer", "read_examples", "scores_of"]

# Judgement: a block of so many people with all the vacancies they were referred to stays within tens of megabytes.
_PEOPLE_AT_ONCE = 100


class Scorer(Protocol):
    """Scores every pair of some records as on a day; the engine does."""

    def __call__(self, candidates: Sequence[Candidate], vacancies: Sequence[Vacancy], as_of: date) -> Scored:
        """Features of every pair, (n_candidates, n_vacancies)."""


@dataclass(frozen=True, eq=False)
class Examples:
    """Referred pairs in columns.

    Attributes
    ----------
    features : (n, 10) float64 in [0, 1], columns in the order of `FEATURES`, each with the value that was scored
    known : (n, 10) bool, whether a feature was known; where not, the value is the model's prior within its bounds
    started : (n,) bool
    groups : (n,) int64, the candidate's number
    """

    features: Floats
    known: Flags
    started: Flags
    groups: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.started)

    @property
    def n_candidates(self) -> int:
        """How many people they are."""
        return len(np.unique(self.groups))

    def part(self, rows: Flags) -> "Examples":
        """The examples of some rows."""
        return Examples(self.features[rows], self.known[rows], self.started[rows], self.groups[rows])


def scores_of(features: Floats, model: Model) -> Floats:
    """Scores (n,) of rows of features, by the sum that every score is made with."""
    return weighted_sum(dict(zip(FEATURES, features.T, strict=True)), model)


def read_examples(
    pairs: Sequence[ReferredPair],
    candidates: Mapping[str, Candidate],
    vacancies: Mapping[str, Vacancy],
    score: Scorer,
) -> Examples:
    """The features of pairs, each as on the day it is judged on.

    Parameters
    ----------
    pairs : sequence of ReferredPair, shape (n,)
    candidates, vacancies : mapping of id to record
        Hold every record that a pair names.
    score : callable
        Scores a block of records; a block holds people who were referred on one day, and all of their vacancies.
    """
    features, known = np.empty((len(pairs), len(FEATURES))), np.empty((len(pairs), len(FEATURES)), dtype=bool)
    number = {name: place for place, name in enumerate(sorted({pair.candidate for pair in pairs}))}
    for rows in _blocks(pairs):
        people, work = (sorted({getattr(pairs[row], kind) for row in rows}) for kind in ("candidate", "vacancy"))
        day = pairs[rows[0]].judged_on
        scored = score([candidates[name] for name in people], [vacancies[name] for name in work], day)
        cells = [people.index(pairs[row].candidate) for row in rows], [work.index(pairs[row].vacancy) for row in rows]
        for column, name in enumerate(FEATURES):
            features[rows, column] = scored.features[name].value[cells]
            known[rows, column] = scored.features[name].known[cells]
    groups = np.array([number[pair.candidate] for pair in pairs], dtype=np.int64)
    return Examples(features, known, np.array([pair.started for pair in pairs], dtype=bool), groups)


def _blocks(pairs: Sequence[ReferredPair]) -> Iterator[list[int]]:
    """Rows of pairs that are scored together: of one day, and of so many people at most."""
    by_day = sorted(range(len(pairs)), key=lambda row: (pairs[row].judged_on, pairs[row].candidate, row))
    for _, of_day in groupby(by_day, key=lambda row: pairs[row].judged_on):
        people = (list(rows) for _, rows in groupby(of_day, key=lambda row: pairs[row].candidate))
        while block := list(islice(people, _PEOPLE_AT_ONCE)):
            yield [row for rows in block for row in rows]
