"""Scores of a person after courses: what a course changes is scored anew, by the same definitions; all else is kept.

No course changes travel, shifts, pay or the like, save that a driving licence may change the way somebody travels. So
a block of the person as they are, and one row more with a licence, has everything else.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from matcher.domain import Candidate
from matcher.explanation.blocks import Basis, Block
from matcher.explanation.changes import LOW_SCORE
from matcher.pathways.variants import Rows
from matcher.scoring import GATES, CandidateArrays, Feature, Pairs, background, skills
from matcher.scoring.block import Flags, Floats
from matcher.scoring.encode import YES
from matcher.scoring.gates import BLOCKED, HELD_GATES, MET, judge_held_gates
from matcher.scoring.score import weighted_sum
from matcher.scoring.taking import take

__all__ = ["CHANGED", "Standings", "ground_block", "kept_out", "perhaps_open", "rescore", "rows_of"]

CHANGED: Mapping[str, Callable[[Pairs, float], Feature]] = MappingProxyType(
    {
        "essential_skills": skills.essential_skills,
        "optional_skills": skills.optional_skills,
        "qualification": background.qualification,
    }
)
"""Features that courses change; every other is kept."""

_KEPT_GATES = tuple(gate for gate in GATES if gate not in HELD_GATES)


@dataclass(frozen=True, slots=True)
class Standings:
    """How variants of a person stand with some vacancies, arrays of (n_variants, n_vacancies).

    Attributes
    ----------
    score : float64 in [0, 100]
    blocked : whether a gate takes the pair out
    ready : whether check, licence and registration are all there, or not asked for
    """

    score: Floats
    blocked: Flags
    ready: Flags

    @property
    def is_open(self) -> Flags:
        """Pairs that no gate takes out and that are not low."""
        return ~self.blocked & (self.score >= LOW_SCORE)

    def of(self, row: int) -> "Standings":
        """One variant alone, as a row."""
        rows = slice(row, row + 1)
        return Standings(self.score[rows], self.blocked[rows], self.ready[rows])


def ground_block(candidate: Candidate, then: Candidate, block: Block, basis: Basis) -> Block:
    """The vacancies of a block with the candidate as they are; and with a licence, if `then` they might have one."""
    licensed = candidate.model_copy(update={"driving_licence": True})
    gained = then.driving_licence and not candidate.driving_licence
    return block.with_candidates([candidate, licensed] if gained else [candidate], basis)


def rescore(people: CandidateArrays, ground: Block, columns: Rows, basis: Basis) -> Standings:
    """Variants of a person with the vacancies at `columns` of a `ground_block`: to the last bit what scoring gives."""
    at = np.ix_(rows_of(people, ground), columns)
    pairs = Pairs(people, take(ground.pairs.vacancies, columns))
    values = {name: feature.value[at] for name, feature in ground.scored.features.items() if name not in CHANGED}
    values |= {name: define(pairs, basis.model.priors[name]).value for name, define in CHANGED.items()}
    held = judge_held_gates(pairs)
    out = np.any([held[gate] == BLOCKED for gate in HELD_GATES], axis=0) | kept_out(ground)[at]
    ready = np.all([held[gate] == MET for gate in HELD_GATES], axis=0)
    return Standings(weighted_sum(values, basis.model), np.asarray(out), np.asarray(ready))


def perhaps_open(ends: CandidateArrays, ground: Block, basis: Basis) -> NDArray[np.bool_]:
    """Vacancies that some of a person's courses might open, (n_vacancies,): never one too few.

    Parameters
    ----------
    ends : two rows, the person as they are and with everything that any course brings

    Notes
    -----
    Whatever is done of the courses, each feature lies no higher than in one of the two rows, and each gate is as open
    in one of them: a list that was unknown stays unknown, or is known and a part of the whole. So the score lies no
    higher than the sum of the higher values, in floating point too, because rounding keeps the order.
    """
    rows, pairs = rows_of(ends, ground), Pairs(ends, ground.pairs.vacancies)
    best = {name: feature.value[rows].max(axis=0) for name, feature in ground.scored.features.items()}
    for name, define in CHANGED.items():
        best[name] = define(pairs, basis.model.priors[name]).value.max(axis=0)
    out = kept_out(ground)[rows].all(axis=0)
    for codes in judge_held_gates(pairs).values():
        out = out | (codes == BLOCKED).all(axis=0)
    return np.asarray(~out & (weighted_sum(best, basis.model) >= LOW_SCORE))


def rows_of(people: CandidateArrays, ground: Block) -> Rows:
    """The row of the block that has what courses leave as it is: the last is with a licence."""
    return np.where(people.licence == YES, len(ground.candidates) - 1, 0)


def kept_out(ground: Block) -> Flags:
    """Pairs that a gate takes out which no course clears."""
    return np.asarray(np.any([ground.outcomes[gate] == BLOCKED for gate in _KEPT_GATES], axis=0))
