"""How many vacancies are open to somebody: not out, and not low."""

from collections.abc import Sequence

from matcher.domain import Candidate, Vacancy
from matcher.explanation.blocks import Basis, score_block
from matcher.explanation.changes import LOW_SCORE

__all__ = ["count_open"]


def count_open(candidates: Sequence[Candidate], vacancies: Sequence[Vacancy], basis: Basis) -> list[int]:
    """Per settled candidate, the settled vacancies that no gate blocks and that score `LOW_SCORE` or more."""
    if not candidates or not vacancies:
        return [0] * len(candidates)
    block = score_block(candidates, vacancies, basis)
    is_open = ~block.blocked & (block.scored.score >= LOW_SCORE)
    return [int(n) for n in is_open.sum(axis=1)]
