"""Why nothing leads to a target, and what comes closest."""

from collections.abc import Mapping

from matcher.pathways.ground import Ground, Target
from matcher.pathways.problem import Problem

__all__ = ["why_not"]


def why_not(problem: Problem, ground: Ground, target: Target) -> str:
    """A sentence or two on a problem that has no plan."""
    reachable = ground.ladder.reachable(ground.standing.role.id)
    label = ground.standing.role.label
    if not set(target.roles) & set(reachable):
        return f"Nothing usual leads from '{label}' to '{target.label}'. {_nearest(ground, reachable)}"
    given = {token for option in problem.options for token in option.gives} | problem.held
    lacking = sorted(
        {
            need.token
            for way in problem.ways
            if way.to_post in problem.goals
            for group in way.needs
            if not any(each.token in given for each in group)
            for need in group
        }
    )
    why = f"nothing open to this person gives {' or '.join(lacking)}" if lacking else "no order of steps fits"
    return f"No pathway leads to '{target.label}': {why}. {_nearest(ground, reachable)}"


def _nearest(ground: Ground, reachable: Mapping[str, int]) -> str:
    roles = [ground.ladder.roles[name].label for name, n_moves in reachable.items() if n_moves == 1]
    return f"What usually comes next instead: {', '.join(roles[:5])}." if roles else "It is the top of this ladder."
