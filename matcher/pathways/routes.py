"""The orders of posts that lead to a goal, and the problem along each of them."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from math import inf

from matcher.pathways.problem import Option, Problem, Way
from matcher.pathways.reduction import reduced

__all__ = ["Route", "along", "routes"]

Route = tuple[Way, ...]


def routes(problem: Problem, most_more: float = inf) -> list[Route]:
    """Every route from the start to a goal that comes to no post twice, in the order of its posts.

    Of those, only the ones with at most `most_more` moves more than the shortest. A start that is a goal is one
    route without a move.
    """
    leaving: dict[str, list[Way]] = defaultdict(list)
    for way in problem.ways:
        leaving[way.from_post].append(way)
    left = _moves_left(problem)
    most = left.get(problem.start, inf) + most_more

    def onward(route: Route, post: str, been: frozenset[str]) -> Iterator[Route]:
        if post in problem.goals:
            yield route
            return
        for way in leaving[post]:
            if way.to_post not in been and len(route) + 1 + left.get(way.to_post, inf) <= most:
                yield from onward((*route, way), way.to_post, been | {way.to_post})

    found = onward((), problem.start, frozenset({problem.start})) if problem.start in left else iter(())
    return sorted(found, key=lambda route: [way.to_post for way in route])


def along(problem: Problem, route: Route) -> Problem:
    """The problem with the posts and ways of one route, and without options that it has no use for."""
    on_it = {problem.start, *(way.to_post for way in route)}
    end = route[-1].to_post if route else problem.start
    options = (_at(option, on_it) for option in problem.options)
    return reduced(
        replace(
            problem,
            goals=frozenset({end}),
            posts={name: post for name, post in problem.posts.items() if name in on_it},
            ways=route,
            options=tuple(option for option in options if option.at is None or option.at),
        )
    )


def _at(option: Option, posts: set[str]) -> Option:
    return option if option.at is None else replace(option, at=option.at & posts)


def _moves_left(problem: Problem) -> dict[str, int]:
    """The fewest moves from every post to a goal; posts that none leads on from are left out."""
    left = dict.fromkeys(problem.goals, 0)
    reached = set(left)
    while reached:
        behind = {way.from_post: left[way.to_post] + 1 for way in problem.ways if way.to_post in reached}
        reached = behind.keys() - left.keys()
        left |= {post: behind[post] for post in reached}
    return left
