"""From scored pairs to matches with their reasons, and to those that are out for now."""

import math
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from matcher.domain import Change, Gate, GateOutcome, Match, NotNow, TravelMode
from matcher.explanation.changes import Lift, WouldChange
from matcher.explanation.context import Pair, spoken_day
from matcher.explanation.gates import describe_gates
from matcher.explanation.reasons import contributions
from matcher.explanation.skills import SkillsMet
from matcher.scoring import Model

__all__ = ["explain_match", "explain_not_now"]

_LIES_ELSEWHERE: Mapping[str, str] = MappingProxyType(
    {
        "vacancy_open": "This lies with the vacancy; there is nothing for the person to change.",
        "pay_floor": "This lies with the vacancy; there is nothing for the person to change.",
        "right_to_work": "This is set by law; there is nothing to change here for now.",
        "min_age": "This is set by law; it comes with time.",
        "registration": "Registration takes a longer way, and no single step opens this.",
    }
)
"""Said, first found first, where a gate blocks that no change of the person's opens."""

_TOO_FAR = "It is too far away for any change that we would suggest."
_NOTHING_ENOUGH = "No change that we would suggest is enough to open this."


def explain_match(pair: Pair, rank: int, model: Model, would: WouldChange | None = None) -> Match:
    """One ranked match, every number read off the scored block, with what would lift it where that was looked for."""
    at, met = (pair.row, pair.column), SkillsMet(pair)
    lift = would.lifting.get(pair.column) if would else None
    return Match(
        rank=rank,
        vacancy=pair.vacancy.id,
        candidate=pair.candidate.id,
        title=pair.vacancy.title or pair.occupation_label.capitalize(),
        provider=pair.vacancy.provider or "",
        score=float(pair.scored.score[at]),
        score_low=float(pair.scored.low[at]),
        score_high=float(pair.scored.high[at]),
        distance_km=_or_none(pair.distance_km),
        travel_minutes=_or_none(pair.minutes),
        contributions=contributions(met, model),
        gates=describe_gates(pair),
        skills=met.split(),
        notes=_notes(pair),
        change=lift.change if lift else None,
        to_lift=_to_lift(lift) if lift else "",
    )


def explain_not_now(pair: Pair, would: WouldChange | None = None) -> NotNow:
    """One match that is out for now, the gates that say why, and what would open it where that was looked for."""
    gates = tuple(gate for gate in describe_gates(pair) if gate.outcome == GateOutcome.BLOCKED)
    change = would.opening.get(pair.column) if would else None
    return NotNow(
        vacancy=pair.vacancy.id,
        candidate=pair.candidate.id,
        title=pair.vacancy.title or pair.occupation_label.capitalize(),
        provider=pair.vacancy.provider or "",
        because=" ".join(gate.reason for gate in gates),
        gates=gates,
        change=change,
        to_open=_to_open(change, gates, pair) if would else "",
    )


def _to_lift(lift: Lift) -> str:
    return f"With {lift.change.what}: about {lift.points:.0f} points more."


def _to_open(change: Change | None, gates: Sequence[Gate], pair: Pair) -> str:
    """What would open a match, or kindly why nothing is suggested."""
    if change:
        return f"With {change.what} this would be open."
    names, opens = {gate.gate for gate in gates}, pair.vacancy.opens
    if names == {"vacancy_open"} and opens and opens > pair.as_of:
        return f"Look again on {spoken_day(opens)}."
    otherwise = _TOO_FAR if names == {"place"} else _NOTHING_ENOUGH
    return next((said for gate, said in _LIES_ELSEWHERE.items() if gate in names), otherwise)


def _or_none(number: float) -> float | None:
    return None if math.isnan(number) else number


def _notes(pair: Pair) -> tuple[str, ...]:
    """Information only, never scored."""
    notes = []
    start, closes = pair.candidate.available_from, pair.vacancy.closes
    if start and closes and start > closes:
        notes.append(f"Available from {spoken_day(start)}, after the vacancy closes.")
    by_car = pair.candidate.travel_mode == TravelMode.CAR
    if by_car and (pair.candidate.vehicle is False or pair.candidate.driving_licence is False):
        notes.append("Travels by car without a licence or a vehicle of their own: ask who drives.")
    return tuple(notes)
