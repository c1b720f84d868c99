"""The way of a pathway along the ladder, and what else is near it."""

from dataclasses import dataclass

from matcher.domain import Pathway, Role, StepKind
from matcher.pathways.ladder import Ladder
from matcher.pathways.standing import Standing

__all__ = ["MOST_ONWARD", "Station", "stations_of"]

MOST_ONWARD = 4
"""Judgement: more side ways than these at one role and nobody finds the way taken."""


@dataclass(frozen=True, slots=True)
class Station:
    """A role on the way.

    Attributes
    ----------
    role : Role
    week : float
        Weeks after the pathway begins, on arrival.
    onward : tuple of Role
        Roles that usually follow it and are not on the way; each is shown at the first station that leads to it.
    n_more : int
        How many such roles there are beyond those.
    is_here, is_target : bool
        Where the person stands, and where the pathway ends.
    """

    role: Role
    week: float
    onward: tuple[Role, ...] = ()
    n_more: int = 0
    is_here: bool = False
    is_target: bool = False


def stations_of(standing: Standing, pathway: Pathway | None, ladder: Ladder) -> tuple[Station, ...]:
    """The stations from where somebody stands to the target, in order; only the first where there is no pathway.

    Side ways that meet the way again further on come first, then those in the order of the ladder.
    """
    way = _way(standing, pathway)
    shown = {role for role, _ in way}
    stations = []
    for place, (role, week) in enumerate(way):
        onward = _onward(role, {name for name, _ in way[place + 1 :]}, shown, ladder)
        shown |= {each.id for each in onward[:MOST_ONWARD]}
        stations.append(
            Station(
                ladder.roles[role],
                week,
                tuple(onward[:MOST_ONWARD]),
                max(0, len(onward) - MOST_ONWARD),
                is_here=place == 0,
                is_target=pathway is not None and place == len(way) - 1 and bool(place),
            )
        )
    return tuple(stations)


def _way(standing: Standing, pathway: Pathway | None) -> list[tuple[str, float]]:
    steps = pathway.steps if pathway else ()
    worked = sorted((step.start_week, step.role) for step in steps if step.kind is StepKind.WORK and step.role)
    way = {standing.role.id: 0.0}
    for week, role in worked:
        way.setdefault(role, week)
    return list(way.items())


def _onward(role: str, ahead: set[str], shown: set[str], ladder: Ladder) -> list[Role]:
    following = [move.to_role for move in ladder.moves_from(role) if move.to_role not in shown]
    following.sort(key=lambda name: not any(move.to_role in ahead for move in ladder.moves_from(name)))
    return [ladder.roles[name] for name in following]
