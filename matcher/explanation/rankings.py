"""Rankings of settled records: who is shown, who is out for now and why, what would change it, what to ask next."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from matcher.domain import AskNext, Candidate, Ranking, Vacancy
from matcher.explanation.answers import candidate_variants, vacancy_variants
from matcher.explanation.ask_next import Standing, moving_questions
from matcher.explanation.blocks import Basis, Block, score_block
from matcher.explanation.changes import WouldChange, what_would_change
from matcher.explanation.matches import explain_match, explain_not_now
from matcher.explanation.must_haves import must_haves
from matcher.explanation.questions import CANDIDATE_QUESTIONS, VACANCY_QUESTIONS
from matcher.ranking import ranked_order, top_k
from matcher.scoring.block import Flags, Floats

__all__ = ["rank_candidates", "rank_vacancies"]

Cells = list[tuple[int, int]]


def rank_vacancies(candidate: Candidate, vacancies: Sequence[Vacancy], basis: Basis) -> Ranking:
    """Rank settled vacancies for one settled candidate."""
    block = score_block([candidate], vacancies, basis)
    order, out = _order(block.scored.score[0], block.pairs.vacancies.ids, block.blocked[0])
    shown = top_k(order, basis.k)
    would = what_would_change(block, basis) if basis.changes else None
    cells = [(0, int(i)) for i in shown], [(0, int(i)) for i in out]
    questions = _ask_candidate(candidate, [vacancies[i] for i in shown[:2]], block, basis)
    return replace(
        _ranking("candidate", candidate.id, block, cells, basis, would),
        ask_next=next(iter(questions), None),
        ask_then=tuple(questions[1:]),
        changes=would.effects if would else (),
    )


def rank_candidates(vacancy: Vacancy, candidates: Sequence[Candidate], basis: Basis) -> Ranking:
    """Rank settled candidates for one settled vacancy."""
    block = score_block(candidates, [vacancy], basis)
    order, out = _order(block.scored.score[:, 0], block.pairs.candidates.ids, block.blocked[:, 0])
    cells = [(int(i), 0) for i in top_k(order, basis.k)], [(int(i), 0) for i in out]
    questions = _ask_vacancy(vacancy, block, basis)
    return replace(
        _ranking("vacancy", vacancy.id, block, cells, basis),
        ask_next=next(iter(questions), None),
        ask_then=tuple(questions[1:]),
        must_haves=must_haves(block, basis) if basis.changes else (),
    )


def _ranking(
    kind: str,
    name: str,
    block: Block,
    cells: tuple[Cells, Cells],
    basis: Basis,
    would: WouldChange | None = None,
) -> Ranking:
    shown, out = ([block.pair(row, column, basis) for row, column in chosen] for chosen in cells)
    return Ranking(
        kind=kind,
        id=name,
        as_of=basis.as_of,
        engine_version=basis.engine_version,
        model=basis.model.name,
        n_considered=block.scored.score.size,
        matches=tuple(explain_match(pair, rank, basis.model, would) for rank, pair in enumerate(shown, start=1)),
        not_now=tuple(explain_not_now(pair, would) for pair in out),
        ask_next=None,
    )


def _order(scores: Floats, ids: NDArray[np.object_], blocked: Flags) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Those that stay, best first; and those that are out, best first."""
    return ranked_order(scores, ids, ~blocked), ranked_order(scores, ids, blocked)


def _ask_candidate(person: Candidate, best: Sequence[Vacancy], block: Block, basis: Basis) -> list[AskNext]:
    variants = list(candidate_variants(person, best, block.vacancies, basis.taxonomy))
    if not variants:
        return []
    asked = block.with_candidates([variant.record for variant in variants], basis)
    ids = block.pairs.vacancies.ids
    now = Standing(block.scored.score[0], block.blocked[0], ids)
    then = Standing(asked.scored.score, asked.blocked, ids)
    return moving_questions(CANDIDATE_QUESTIONS, variants, now, then, basis.k)


def _ask_vacancy(work: Vacancy, block: Block, basis: Basis) -> list[AskNext]:
    variants = list(vacancy_variants(work, block.candidates, basis.taxonomy))
    if not variants:
        return []
    asked = block.with_vacancies([variant.record for variant in variants], basis)
    ids = block.pairs.candidates.ids
    now = Standing(block.scored.score[:, 0], block.blocked[:, 0], ids)
    then = Standing(asked.scored.score.T, asked.blocked.T, ids)
    return moving_questions(VACANCY_QUESTIONS, variants, now, then, basis.k)
