"""How much two courses can do together at most, told from what each does alone: which pairs are worth scoring."""

from dataclasses import dataclass, replace

import numpy as np

from matcher.explanation.blocks import Basis, Block
from matcher.explanation.changes import LOW_SCORE
from matcher.pathways.rescoring import CHANGED, kept_out, rows_of
from matcher.pathways.variants import Rows
from matcher.scoring import CandidateArrays, Pairs
from matcher.scoring.block import Flags, Floats
from matcher.scoring.gates import BLOCKED, HELD_GATES, MET, judge_held_gates
from matcher.scoring.taking import take

__all__ = ["Alone", "each_alone"]

_SKILLS = ("essential_skills", "optional_skills")
_ROUNDING = 1e-6
"""Points by which a bound may lie under a score because its parts are added up in another order; far more than that."""


@dataclass(frozen=True, slots=True)
class Alone:
    """What each variant of one person has with some vacancies, (n_parts, n_variants, n_vacancies) each.

    Attributes
    ----------
    skills : points of the essential and of the optional skills, as if they had been asked about
    other : points of the qualification, and of all that no course changes
    least : (2,) points of either kind of skills for who has not been asked; 0 for who has
    out : whether each gate takes the pair out, those that no course clears together as the last
    met : whether each gate that a course may clear is met
    """

    skills: Floats
    other: Floats
    least: Floats
    out: Flags
    met: Flags

    def most(self, now: int, two: Rows, is_open: Flags) -> Rows:
        """What two variants together open at most, and how many are ready of all open then at most; (n_pairs, 2).

        Parameters
        ----------
        now : row of the person as they are
        two : (n_pairs, 2), rows of variants; some hundreds at once, because tables of all pairs are made
        is_open : (n_vacancies,), open now

        Notes
        -----
        Two together bring the larger credit of each skill. The larger and the smaller of two add up to both, and the
        smaller is no less than what the person has now: so the points of skills are at most one's and the other's less
        those of now, or the prior where nobody asked. Of all else they have what one of them has, so that the larger
        value bounds it; and a gate is closed to them where it is closed to both.
        """
        one, other = two[:, 0], two[:, 1]
        skills = self.skills[:, one] + self.skills[:, other] - self.skills[:, [now]]
        points = np.maximum(skills, self.least[:, None, None]).sum(axis=0)
        points += np.maximum(self.other[:, one], self.other[:, other]).sum(axis=0)
        out = (self.out[:, one] & self.out[:, other]).any(axis=0)
        opened = ~out & (points >= LOW_SCORE - _ROUNDING) & ~is_open
        ready = (self.met[:, one] | self.met[:, other]).all(axis=0) & (opened | is_open)
        return np.stack([opened.sum(axis=1), ready.sum(axis=1)], axis=1)


def each_alone(people: CandidateArrays, ground: Block, columns: Rows, basis: Basis) -> Alone:
    """What variants of one person, the first of them as they are, have with the vacancies at `columns`."""
    at, weights, priors = np.ix_(rows_of(people, ground), columns), basis.model.weights, basis.model.priors
    asked = replace(people, skills_known=np.ones(len(people), dtype=bool))
    pairs = Pairs(asked, take(ground.pairs.vacancies, columns))
    changed = {name: weights[name] * define(pairs, priors[name]).value for name, define in CHANGED.items()}
    kept = sum(
        (weights[name] * one.value for name, one in ground.scored.features.items() if name not in CHANGED),
        start=np.zeros(ground.scored.score.shape),
    )
    gates = judge_held_gates(pairs)
    return Alone(
        skills=np.stack([changed[name] for name in _SKILLS]),
        other=np.stack([changed["qualification"], kept[at]]),
        least=np.array([0.0 if people.skills_known[0] else weights[name] * priors[name] for name in _SKILLS]),
        out=np.stack([*(gates[gate] == BLOCKED for gate in HELD_GATES), kept_out(ground)[at]]),
        met=np.stack([gates[gate] == MET for gate in HELD_GATES]),
    )
