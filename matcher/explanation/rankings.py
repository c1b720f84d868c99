"""Rankings of settled records: who is shown, who is out for now and why, what would change it, what to ask next.

Everything is scored at once; a match, or what is out, is put into words when somebody looks at it (`Explained`).
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from matcher.domain import AskNext, Candidate, Match, NotNow, Ranking, Vacancy
from matcher.explanation.answers import candidate_variants, vacancy_variants
from matcher.explanation.ask_next import Standing, moving_questions
from matcher.explanation.blocks import Basis, Block, score_block
from matcher.explanation.changes import WouldChange, what_would_change
from matcher.explanation.context import Pair
from matcher.explanation.explained import Cells, Explained
from matcher.explanation.matches import explain_match, explain_not_now
from matcher.explanation.must_haves import must_haves
from matcher.explanation.questions import CANDIDATE_QUESTIONS, VACANCY_QUESTIONS
from matcher.ranking import places_by_id, ranked_order, top_k
from matcher.scoring.block import Flags, Floats

__all__ = ["rank_candidates", "rank_vacancies", "ranking_of"]


def rank_vacancies(candidate: Candidate, vacancies: Sequence[Vacancy], basis: Basis) -> Ranking:
    """Rank settled vacancies for one settled candidate."""
    block = score_block([candidate], vacancies, basis)
    order, out = _order(block.scored.score[0], block.pairs.vacancies.ids, block.blocked[0])
    shown = top_k(order, basis.k)
    would = what_would_change(block, basis) if basis.changes else None
    cells = Cells(block, np.zeros_like(shown), shown), Cells(block, np.zeros_like(out), out)
    best = [vacancies[int(place)] for place in shown[:2]]
    questions = _ask_candidate(candidate, best, block, basis) if basis.questions else []
    return replace(
        ranking_of("candidate", candidate.id, len(vacancies), cells, basis, would),
        ask_next=next(iter(questions), None),
        ask_then=tuple(questions[1:]),
        changes=would.effects if would else (),
    )


def rank_candidates(vacancy: Vacancy, candidates: Sequence[Candidate], basis: Basis) -> Ranking:
    """Rank settled candidates for one settled vacancy."""
    block = score_block(candidates, [vacancy], basis)
    order, out = _order(block.scored.score[:, 0], block.pairs.candidates.ids, block.blocked[:, 0])
    shown = top_k(order, basis.k)
    cells = Cells(block, shown, np.zeros_like(shown)), Cells(block, out, np.zeros_like(out))
    questions = _ask_vacancy(vacancy, block, basis) if basis.questions else []
    return replace(
        ranking_of("vacancy", vacancy.id, len(candidates), cells, basis),
        ask_next=next(iter(questions), None),
        ask_then=tuple(questions[1:]),
        must_haves=must_haves(block, basis) if basis.changes else (),
    )


def ranking_of(
    kind: str,
    name: str,
    n_considered: int,
    cells: tuple[Cells, Cells | None],
    basis: Basis,
    would: WouldChange | None = None,
) -> Ranking:
    """A ranking of the pairs that are shown and of those that are out, if they are known; none is explained yet."""
    shown, out = cells

    def match(pair: Pair, place: int) -> Match:
        return explain_match(pair, place + 1, basis.model, would)

    def not_now(pair: Pair, _place: int) -> NotNow:
        return explain_not_now(pair, would)

    return Ranking(
        kind=kind,
        id=name,
        as_of=basis.as_of,
        engine_version=basis.engine_version,
        model=basis.model.name,
        n_considered=n_considered,
        matches=Explained(shown, basis, match),
        not_now=() if out is None else Explained(out, basis, not_now),
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
    places = places_by_id(block.pairs.vacancies.ids)
    now = Standing(block.scored.score[0], block.blocked[0], places)
    then = Standing(asked.scored.score, asked.blocked, places)
    return moving_questions(CANDIDATE_QUESTIONS, variants, now, then, basis.k)


def _ask_vacancy(work: Vacancy, block: Block, basis: Basis) -> list[AskNext]:
    variants = list(vacancy_variants(work, block.candidates, basis.taxonomy))
    if not variants:
        return []
    asked = block.with_vacancies([variant.record for variant in variants], basis)
    places = places_by_id(block.pairs.candidates.ids)
    now = Standing(block.scored.score[:, 0], block.blocked[:, 0], places)
    then = Standing(asked.scored.score.T, asked.blocked.T, places)
    return moving_questions(VACANCY_QUESTIONS, variants, now, then, basis.k)
