"""What would open or lift: the smallest change for every match that is out or low, found by scoring the changes.

Every single change is one more row of the candidate's block, so that all are scored in one pass; then, for what no
single one opens, every pair. *Smallest* is a single before a pair, then the least effort, then the name.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from matcher.domain import LIFT_POINTS, Candidate, Change, ChangeEffect
from matcher.explanation.blocks import Basis, Block
from matcher.explanation.proposals import Proposal, paired, proposals
from matcher.scoring.block import Flags, Floats
from matcher.scoring.gates import BLOCKED

__all__ = ["LOW_SCORE", "UNCHANGEABLE", "Lift", "WouldChange", "what_would_change"]

LOW_SCORE = 50.0
"""Judgement: under half of all points a match is low, and worth saying what would lift it."""

UNCHANGEABLE = frozenset({"right_to_work", "dbs", "registration", "min_age", "vacancy_open", "pay_floor"})
"""Gates that lie with the law, the day or the provider: while one of them blocks, nothing is proposed."""


@dataclass(frozen=True, slots=True)
class Lift:
    """A change and the points that one match gains by it."""

    change: Change
    points: float


@dataclass(frozen=True, slots=True)
class WouldChange:
    """What would open or lift the vacancies of one candidate's block, by column.

    Attributes
    ----------
    opening : column to `Change`, for the blocked that a change opens
    lifting : column to `Lift`, for the low that a change lifts by `LIFT_POINTS` or more
    effects : what each single change opens and lifts in all, most opened first
    """

    opening: Mapping[int, Change] = field(default_factory=dict)
    lifting: Mapping[int, Lift] = field(default_factory=dict)
    effects: tuple[ChangeEffect, ...] = ()


@dataclass(frozen=True, slots=True)
class _Tried:
    """Single changes as rows and vacancies as columns: which are opened, and the points gained where none is out."""

    changes: Sequence[Change]
    opened: Flags
    gained: Floats


def what_would_change(block: Block, basis: Basis) -> WouldChange:
    """The smallest change for every blocked or low match of a block of one candidate, and what each change does."""
    singles = proposals(block.candidates[0], basis.taxonomy, basis.as_of)
    if not singles:
        return WouldChange()
    tried = _try_singles(singles, block, basis)
    left = block.blocked[0] & ~_kept_out(block) & ~tried.opened.any(axis=0)
    by_two = _opened_by_two(paired(singles), block, basis) if left.any() else {}
    by_one = {column: tried.changes[row] for column, row in _first(tried.opened)}
    low = ~block.blocked[0] & (block.scored.score[0] < LOW_SCORE)
    lifting = {
        column: Lift(tried.changes[row], float(tried.gained[row, column]))
        for column, row in _first((tried.gained >= LIFT_POINTS) & low & _may_lift(tried)[:, None])
    }
    return WouldChange(by_two | by_one, lifting, _effects(tried))


def _try_singles(singles: Sequence[Proposal], block: Block, basis: Basis) -> _Tried:
    """Score the person with each change made; only gains count, since nobody has to make the change."""
    then = block.with_candidates(_changed(block, singles), basis)
    stays = ~block.blocked & ~then.blocked
    gained = np.where(stays, then.scored.score - block.scored.score, 0.0)
    return _Tried([one.change for one in singles], block.blocked & ~then.blocked, gained)


def _opened_by_two(pairs: Sequence[Proposal], block: Block, basis: Basis) -> dict[int, Change]:
    """The smallest pair that opens each vacancy, by column; pairs only open, so gates alone are judged."""
    if not pairs:
        return {}
    opened = block.blocked & ~block.blocked_with_candidates(_changed(block, pairs), basis)
    return {column: pairs[row].change for column, row in _first(opened)}


def _changed(block: Block, tried: Sequence[Proposal]) -> list[Candidate]:
    return [block.candidates[0].model_copy(update=dict(one.update)) for one in tried]


def _kept_out(block: Block) -> Flags:
    """Vacancies that nothing the person does would open, (n_vacancies,)."""
    return np.asarray(np.any([block.outcomes[gate][0] == BLOCKED for gate in sorted(UNCHANGEABLE)], axis=0))


def _first(flags: Flags) -> list[tuple[int, int]]:
    """Column and first row that holds, for the columns of which any does; rows come with the smallest change first."""
    return [(int(column), int(flags[:, column].argmax())) for column in np.flatnonzero(flags.any(axis=0))]


def _may_lift(tried: _Tried) -> Flags:
    """Which changes are worth it for points alone: not a licence or a car, which only ever open, (n_changes,)."""
    return np.array([not {"driving_licence", "vehicle"} & set(change.fields) for change in tried.changes], dtype=bool)


def _effects(tried: _Tried) -> tuple[ChangeEffect, ...]:
    """Counts of every change that does something, most opened first, without steps larger than they need be."""
    lifted = (tried.gained >= LIFT_POINTS) & _may_lift(tried)[:, None]
    does = np.hstack([tried.opened, lifted])
    found = [
        ChangeEffect(change, int(tried.opened[row].sum()), int(lifted[row].sum()))
        for row, change in enumerate(tried.changes)
        if does[row].any() and not any(_is_enough(tried, does, less, row) for less in range(row))
    ]
    return tuple(sorted(found, key=lambda e: (-e.opens, -e.lifts, e.change.effort_weeks, e.change.what)))


def _is_enough(tried: _Tried, does: Flags, less: int, more: int) -> bool:
    """Whether a smaller step of the same answer does all that a larger one does."""
    a, b = tried.changes[less], tried.changes[more]
    same_answer = a.fields == b.fields and a.effort_weeks < b.effort_weeks
    return same_answer and bool((does[more] <= does[less]).all())
