"""An advisor's view of matches: everything the engine says, in the order an advisor reads it."""

from collections.abc import Sequence
from dataclasses import dataclass

from matcher.domain import Gate, GateOutcome, Match, NotNow
from matcher.explanation.explained import glances, only
from matcher.explanation.gates import FOR_INFORMATION
from webapp import words

__all__ = ["Group", "gate_state", "gates_in_order", "grouped_by_reason", "to_arrange"]

_ORDER = (GateOutcome.BLOCKED, GateOutcome.FIXABLE, GateOutcome.UNKNOWN, GateOutcome.MET)


@dataclass(frozen=True, slots=True)
class Group:
    """Matches that the same condition takes out."""

    gate: str
    entries: Sequence[NotNow]


def gates_in_order(gates: Sequence[Gate]) -> list[Gate]:
    """Gates with what needs doing first and what is met last."""
    return sorted(gates, key=lambda gate: _ORDER.index(gate.outcome))


def gate_state(gate: Gate) -> str:
    """Where somebody stands with a gate, in words; one that is only told of is neither met nor missed."""
    return "For information" if FOR_INFORMATION in gate.reason else words.label(gate.outcome, "outcome")


def to_arrange(match: Match) -> list[Gate]:
    """The gates that somebody has to see to."""
    return [gate for gate in match.gates if gate.outcome is GateOutcome.FIXABLE]


def grouped_by_reason(entries: Sequence[NotNow]) -> list[Group]:
    """What is out for now by the first condition that blocks it, the most frequent first."""
    groups: dict[str, list[int]] = {}
    for glance in glances(entries):
        groups.setdefault(next(iter(glance.blocked), ""), []).append(glance.place)
    found = (Group(gate, only(entries, places)) for gate, places in groups.items())
    return sorted(found, key=lambda group: (-len(group.entries), group.gate))
