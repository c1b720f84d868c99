"""The same problem with nothing in it that no best plan could use.

1. Ways that cannot be reached from the start, or that lead to no goal, are left out.
2. Tokens that no need on the way asks for are forgotten.
3. Options that give nothing needed are left out, and so is one beside which another gives as much, needs and takes no
   more, and can be done wherever and whenever it can (of two alike the first by id stays).
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from matcher.pathways.problem import Needs, Option, Problem, Token, Way

__all__ = ["reduced", "spread"]


def reduced(problem: Problem) -> Problem:
    """A problem with the same best values and fewer things to try."""
    ways = _on_the_way(problem)
    needed = _needed(ways, problem.options)
    posts = {name: replace(post, gives=post.gives & needed) for name, post in problem.posts.items()}
    giving = [replace(option, gives=option.gives & needed) for option in problem.options if option.gives & needed]
    return replace(
        problem,
        held=problem.held & needed,
        posts=posts,
        ways=tuple(ways),
        options=tuple(_undominated(sorted(giving, key=lambda option: option.id))),
    )


def _on_the_way(problem: Problem) -> list[Way]:
    ahead = spread({problem.start}, [(way.from_post, way.to_post) for way in problem.ways])
    behind = spread(set(problem.goals), [(way.to_post, way.from_post) for way in problem.ways])
    return [
        way
        for way in problem.ways
        if way.from_post in ahead and way.to_post in behind and way.from_post not in problem.goals
    ]


def spread(reached: set[str], arcs: Sequence[tuple[str, str]]) -> set[str]:
    """Everything that arcs lead to from what is reached already."""
    while more := {to for here, to in arcs if here in reached} - reached:
        reached |= more
    return reached


def _needed(ways: Iterable[Way], options: Iterable[Option]) -> frozenset[Token]:
    """Tokens that the ways ask for, and that options giving those ask for in turn."""
    needed: set[Token] = set()
    waiting = [way.needs for way in ways]
    left = list(options)
    while waiting:
        needed |= _tokens(waiting.pop())
        if not waiting:
            waiting = [option.needs for option in left if option.gives & needed]
            left = [option for option in left if not option.gives & needed]
    return frozenset(needed)


def _tokens(needs: Needs) -> set[Token]:
    return {need.token for group in needs for need in group}


def _undominated(options: Sequence[Option]) -> list[Option]:
    return [
        option
        for place, option in enumerate(options)
        if not any(
            _does_all_of(other, option) and (at < place or not _does_all_of(option, other))
            for at, other in enumerate(options)
            if at != place
        )
    ]


def _does_all_of(a: Option, b: Option) -> bool:
    """Whether `a` can stand in for `b` in any plan without making it worse."""
    return (
        a.gives >= b.gives
        and set(a.needs) <= set(b.needs)
        and (a.weeks, a.cost, a.lost) == tuple(map(min, (a.weeks, a.cost, a.lost), (b.weeks, b.cost, b.lost)))
        and (a.at is None or (b.at is not None and a.at >= b.at))
        and (b.commits or not a.commits)
        and (a.starts is None or a.starts == b.starts)
    )
