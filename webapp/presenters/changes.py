"""What would change a ranking, as an advisor and as a provider may see it."""

from collections.abc import Iterable
from dataclasses import dataclass

from matcher.domain import LIFT_POINTS, ChangeEffect, MustHave, Ranking, short_list

__all__ = [
    "AnonymousMustHave",
    "AnonymousPool",
    "Opening",
    "PoolCount",
    "anonymous_pool",
    "narrowing",
    "pool_count",
    "what_would_open",
]

_MOST_SHOWN = 8

_STEP = 5
"""Judgement: fewer people than five could be told apart by what else is shown of them."""


@dataclass(frozen=True, slots=True)
class Opening:
    """The changes that do most for somebody, and the points from which one is said to lift a vacancy."""

    effects: tuple[ChangeEffect, ...]
    lift_points: float


@dataclass(frozen=True, slots=True)
class AnonymousMustHave:
    """A must-have, and how many more people there would be without it, down to the next step of five."""

    label: str
    at_least: int


@dataclass(frozen=True, slots=True)
class AnonymousPool:
    """Whom the must-haves leave, as a provider may see it.

    `few` are the must-haves that keep out fewer than `step`, or nobody: the two read the same.
    """

    more: tuple[AnonymousMustHave, ...]
    few: tuple[str, ...]
    step: int = _STEP


@dataclass(frozen=True, slots=True)
class PoolCount:
    """How many people can be considered as things are, down to the next step, and what each must-have does.

    The number is in steps too: somebody who posts the same vacancy with a must-have and without would otherwise learn
    of how many people exactly that they lack it.
    """

    at_least: int
    must_haves: AnonymousPool
    step: int = _STEP


def what_would_open(ranking: Ranking) -> Opening:
    """The changes that do most for somebody."""
    return Opening(tuple(short_list(ranking.changes, _MOST_SHOWN)), LIFT_POINTS)


def narrowing(must_haves: Iterable[MustHave]) -> list[MustHave]:
    """The must-haves that keep anybody out."""
    return [one for one in must_haves if one.n_more]


def anonymous_pool(must_haves: Iterable[MustHave]) -> AnonymousPool:
    """Must-haves without exact numbers.

    An exact number would tell who among the few that are out lacks a licence or a vehicle. How many have not been asked
    is for the advisor.
    """
    listed = list(must_haves)
    more = (one for one in listed if one.n_more >= _STEP)
    return AnonymousPool(
        more=tuple(AnonymousMustHave(one.label, one.n_more // _STEP * _STEP) for one in more),
        few=tuple(one.label for one in listed if one.n_more < _STEP),
    )


def pool_count(ranking: Ranking) -> PoolCount:
    """Whom a vacancy's must-haves leave, of all the people of a ranking."""
    n_people = ranking.n_considered - len(ranking.not_now)
    return PoolCount(n_people // _STEP * _STEP, anonymous_pool(ranking.must_haves))
