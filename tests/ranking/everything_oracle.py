"""Lists of everybody with everything, got slowly: score all pairs, sort them in Python."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from matcher.domain import Candidate, Vacancy
from matcher.engine import Engine
from matcher.ranking.everything import AllMatches, Matching, match_everything
from matcher.ranking.everything.lists import NOBODY, Lists
from matcher.scoring import CandidateArrays, Model, Pairs, VacancyArrays, blocked_pairs, judge_gates, score_pairs
from strategies import AS_OF, shipped_taxonomy

Columns = tuple[CandidateArrays, VacancyArrays]
Told = list[list[tuple[int, float]]]


@dataclass(frozen=True)
class Way:
    """One way of matching everybody with everything."""

    fast: bool | None

    def __call__(
        self, engine: Engine, columns: Columns, k: int, *, model: Model | None = None, **how: Any
    ) -> AllMatches:
        return match_everything(Matching(*columns, model or engine.model, AS_OF, k), fast=self.fast, **how)


def columns_of(people: list[Candidate], work: list[Vacancy]) -> Columns:
    """Columns of settled records."""
    terms = shipped_taxonomy()
    return CandidateArrays.from_records(people, terms, AS_OF), VacancyArrays.from_records(work, terms)


def slowly(columns: Columns, model: Model, k: int) -> tuple[Told, Told]:
    """The best `k` of each for each: rows and scores of all pairs sorted by ``(-score, id)``."""
    people, work = columns
    scored = score_pairs(Pairs(people, work), model)
    out = blocked_pairs(judge_gates(Pairs(people, work), scored.journey, scored.rota, AS_OF))
    return (
        [_sorted(scored.score[row], out[row], work.ids, k) for row in range(len(people))],
        [_sorted(scored.score[:, column], out[:, column], people.ids, k) for column in range(len(work))],
    )


def _sorted(scores: Any, out: Any, ids: Any, k: int) -> list[tuple[int, float]]:
    found = [(int(row), float(score)) for row, score in enumerate(scores) if not out[row]]
    return sorted(found, key=lambda entry: (-entry[1], str(ids[entry[0]])))[:k]


def told(lists: Lists) -> Told:
    """Lists without what stands for nobody."""
    return [
        [(int(row), float(score)) for row, score in zip(rows, scores, strict=True) if row != NOBODY]
        for rows, scores in zip(*lists, strict=True)
    ]


def assert_same(found: AllMatches, wanted: tuple[Told, Told]) -> None:
    """The same rows in the same order, the scores as near as 32 bits have them."""
    for lists, expected in zip((found.vacancies_for_candidates, found.candidates_for_vacancies), wanted, strict=True):
        mine = told(lists)
        assert [[row for row, _ in one] for one in mine] == [[row for row, _ in one] for one in expected]
        for one, other in zip(mine, expected, strict=True):
            assert [score for _, score in one] == [float(np.float32(score)) for _, score in other]
