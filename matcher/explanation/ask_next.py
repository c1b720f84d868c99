"""The next best questions: the unknowns whose answers would move the ranking most, found by scoring the answers.

All variants of a record (`matcher.explanation.answers`) are scored in one block against the other side, and each is
compared with the ranking as it stands.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matcher.domain import AskNext
from matcher.explanation.answers import Variant
from matcher.ranking import first_ranked
from matcher.scoring.block import Flags, Floats

__all__ = ["LOOKED_AT", "Standing", "moving_questions"]

LOOKED_AT = 10
"""Judgement: people talk through the first ten; what moves below them is no reason to ask."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Scores and blocked flags against the other side, (n_others,) or (n_variants, n_others).

    `places` are those of the other side's ids in their order (`places_by_id`), by which ties go.
    """

    scores: Floats
    blocked: Flags
    places: NDArray[np.intp]

    def first(self, k: int) -> list[int]:
        """Positions of the first `k` of one ranking."""
        return [int(i) for i in first_ranked(self.scores, self.places, ~self.blocked, k)]

    def variants(self) -> Iterator["Standing"]:
        """One standing a variant."""
        for scores, blocked in zip(self.scores, self.blocked, strict=True):
            yield Standing(scores, blocked, self.places)


def moving_questions(
    questions: Mapping[str, str], variants: Sequence[Variant[Any]], now: Standing, asked: Standing, k: int
) -> list[AskNext]:
    """The questions whose answers change places of the first `k`, and of no more than `LOOKED_AT`, most changed first.

    The expected change is ``sum(likelihood * places changed)`` over its answers: a question whose usual answers move
    much comes before one that only a rare answer would turn upside down. Ties go to the answer that could move most,
    then to the order of `questions`. A question of which no answer would move anything is left out.

    Parameters
    ----------
    asked : Standing
        One row for each of `variants`.
    """
    most = min(k, LOOKED_AT)
    as_it_is = now.first(most)
    expected: dict[str, float] = {}
    largest: dict[str, int] = {}
    for variant, then in zip(variants, asked.variants(), strict=True):
        changed = _changed(as_it_is, then.first(most))
        expected[variant.field] = expected.get(variant.field, 0.0) + variant.likelihood * changed
        largest[variant.field] = max(largest.get(variant.field, 0), changed)
    order = list(questions)
    best_first = sorted(expected, key=lambda field: (-expected[field], -largest[field], order.index(field)))
    return [AskNext(questions[field], field, largest[field]) for field in best_first if largest[field]]


def _changed(now: Sequence[int], then: Sequence[int]) -> int:
    """Places of the first k that would hold somebody else."""
    same = sum(a == b for a, b in zip(now, then, strict=False))
    return max(len(now), len(then)) - same
