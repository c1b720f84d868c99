"""What a ranking is made of."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from matcher.domain.changes import Change, ChangeEffect, MustHave
from matcher.domain.vocabularies import GateOutcome

__all__ = ["AskNext", "Contribution", "Gate", "Match", "NearSkill", "NotNow", "Ranking", "SkillSplit"]


@dataclass(frozen=True, slots=True)
class Gate:
    """One hard condition judged, with a sentence that promises nothing.

    `days`, `cost_gbp` and `paid_by` say what a fixable gate usually takes and who usually pays.
    """

    gate: str
    outcome: GateOutcome
    reason: str
    days: int | None = None
    cost_gbp: float | None = None
    paid_by: str | None = None


@dataclass(frozen=True, slots=True)
class Contribution:
    """Points that one feature gives: ``contribution = weight * value``.

    `low` and `high` bound `value` while the feature is unknown (equal to it when known).
    """

    feature: str
    value: float
    weight: float
    contribution: float
    known: bool
    reason: str
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class NearSkill:
    """A need met in part: what is needed, what the person has, how close (0 to 1)."""

    needs: str
    has: str
    closeness: float


@dataclass(frozen=True, slots=True)
class SkillSplit:
    """A vacancy's needs, essential and optional, split by how the person meets them (names said aloud)."""

    held: tuple[str, ...] = ()
    near: tuple[NearSkill, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """One candidate and one vacancy, scored and explained.

    ``score`` is the exact sum of the contributions, 0 to 100; `score_low` and `score_high` are the worst and best that
    the unknowns allow. `notes` is information only, never scored. `change` is the smallest change that lifts a low
    score, if one is found, and `to_lift` says it.
    """

    rank: int
    vacancy: str
    candidate: str
    title: str
    provider: str
    score: float
    score_low: float
    score_high: float
    distance_km: float | None
    travel_minutes: float | None
    contributions: tuple[Contribution, ...]
    gates: tuple[Gate, ...]
    skills: SkillSplit
    notes: tuple[str, ...] = ()
    change: Change | None = None
    to_lift: str = ""


@dataclass(frozen=True, slots=True)
class NotNow:
    """A match that a gate takes out, and why.

    `change` is the smallest change of the person's that would open it, if one is found; `to_open` says it, or why there
    is none.
    """

    vacancy: str
    candidate: str
    title: str
    provider: str
    because: str
    gates: tuple[Gate, ...]
    change: Change | None = None
    to_open: str = ""


@dataclass(frozen=True, slots=True)
class AskNext:
    """The question whose answer would move the ranking most; `moves` counts the places that could change."""

    question: str
    field: str
    moves: int


@dataclass(frozen=True, slots=True)
class Ranking:
    """Matches best first, ties by id; what is out for now; the next best questions; what would change it.

    `kind` is ``candidate`` or ``vacancy`` and `id` its id: whom the ranking is for. A candidate's has `changes`, a
    vacancy's `must_haves`, each with most opened first. `ask_then` are the questions after `ask_next`, in their order.
    `matches` and `not_now` read like tuples; those of an engine put each entry into words when it is looked at.
    """

    kind: str
    id: str
    as_of: date
    engine_version: str
    model: str
    n_considered: int
    matches: Sequence[Match]
    not_now: Sequence[NotNow]
    ask_next: AskNext | None
    changes: tuple[ChangeEffect, ...] = ()
    must_haves: tuple[MustHave, ...] = ()
    ask_then: tuple[AskNext, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """The ranking as the JSON document of the command line (numbers unrounded)."""
        return {
            "for": {"kind": self.kind, "id": self.id},
            "as_of": self.as_of.isoformat(),
            "engine": {"version": self.engine_version, "model": self.model},
            "n_considered": self.n_considered,
            "matches": [asdict(match) for match in self.matches],
            "not_now": [asdict(entry) for entry in self.not_now],
            "ask_next": asdict(self.ask_next) if self.ask_next else None,
            "changes": [asdict(effect) for effect in self.changes],
            "must_haves": [asdict(must_have) for must_have in self.must_haves],
        }
