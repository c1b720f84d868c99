"""From scored pairs to matches with their reasons, and to those that are out for now."""

import math

from matcher.domain import GateOutcome, Match, NotNow, TravelMode
from matcher.explanation.context import Pair, spoken_day
from matcher.explanation.gates import describe_gates
from matcher.explanation.reasons import contributions
from matcher.explanation.skills import split_needs
from matcher.scoring import Model

__all__ = ["explain_match", "explain_not_now"]


def explain_match(pair: Pair, rank: int, model: Model) -> Match:
    """One ranked match, every number read off the scored block."""
    at = pair.row, pair.column
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
        contributions=contributions(pair, model),
        gates=describe_gates(pair),
        skills=split_needs(pair),
        notes=_notes(pair),
    )


def explain_not_now(pair: Pair) -> NotNow:
    """One match that is out for now, and the gates that say why."""
    gates = tuple(gate for gate in describe_gates(pair) if gate.outcome == GateOutcome.BLOCKED)
    title = pair.vacancy.title or pair.occupation_label.capitalize()
    because = " ".join(gate.reason for gate in gates)
    return NotNow(pair.vacancy.id, pair.candidate.id, title, pair.vacancy.provider or "", because, gates)


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
