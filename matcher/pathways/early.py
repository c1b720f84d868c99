"""Of plans that are equally good, the one without steps to spare that moves on early."""

from collections.abc import Iterator, Sequence

from matcher.pathways.labels import Along
from matcher.pathways.problem import Plan

__all__ = ["moved_early"]

_Order = Sequence[tuple[str, str]]
_TOLERANCE = 1e-6
"""Weeks and pounds below this are rounding."""


def moved_early(plan: Plan, along: Along) -> Plan:
    """The plan without options that nothing needs, and with those put after a move that bring it forward at no loss.

    Whoever is in the higher post sooner is paid and shown there sooner; weeks, cost and pay lost stay as they were.
    """
    changed = True
    while changed:
        changed = False
        for order in (*_without(plan), *_later(plan)):
            other = _replayed(order, along)
            if other is not None and _is_no_worse(other, plan) and _is_tidier(other, plan):
                plan, changed = other, True
                break
    return plan


def _without(plan: Plan) -> Iterator[_Order]:
    """Orders from which one option is left out."""
    order = _order(plan)
    yield from ([*order[:at], *order[at + 1 :]] for at, (kind, _) in enumerate(order) if kind == "option")


def _later(plan: Plan) -> Iterator[_Order]:
    """Orders in which one option comes right after the move that follows it."""
    order = _order(plan)
    for at, (kind, _) in enumerate(order):
        move = next((place for place in range(at, len(order)) if order[place][0] == "move"), None)
        if kind == "option" and move is not None and move < len(order) - 1:
            yield [*order[:at], *order[at + 1 : move + 1], order[at], *order[move + 1 :]]


def _replayed(order: _Order, along: Along) -> Plan | None:
    """The plan that does things in an order, each as soon as it may be; None where something never may."""
    label = along.start()
    for kind, name in order:
        after = (following for following in along.ways_on(label) if following.actions[-1].id == name)
        found = next((following for following in after if following.actions[-1].kind == kind), None)
        if found is None:
            return None
        label = found
    return Plan(label.weeks, label.cost, label.lost, label.actions) if label.post in along.problem.goals else None


def _is_no_worse(a: Plan, b: Plan) -> bool:
    return all(x <= y + _TOLERANCE for x, y in zip(a.values, b.values, strict=True))


def _is_tidier(a: Plan, b: Plan) -> bool:
    return len(a.actions) < len(b.actions) or _moves_at(a) < _moves_at(b) - _TOLERANCE


def _order(plan: Plan) -> list[tuple[str, str]]:
    return [(action.kind, action.id) for action in plan.actions]


def _moves_at(plan: Plan) -> float:
    return sum(action.start for action in plan.actions if action.kind == "move")
