"""A planning problem in its barest form: places to stand, moves between them, things to do on the way.

Everything somebody can hold is a token (``qualification:diploma-care-3``, ``skill:first-aid``, ``dbs:enhanced``). The
search and the checker know nothing else of care work, so that both can be read, and held against brute force.
"""

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["Action", "Need", "Option", "Plan", "Post", "Problem", "Way"]

Token = str


@dataclass(frozen=True, slots=True)
class Need:
    """One alternative of a need: a token held, or weeks spent in a post (a token of its own where `weeks` is 0)."""

    token: Token
    weeks: float = 0.0


Needs = tuple[tuple[Need, ...], ...]
"""Groups of which every one is needed, each met by any one of its alternatives."""


@dataclass(frozen=True, slots=True)
class Option:
    """Something to do beside or before work: a course, a check, a registration.

    Attributes
    ----------
    gives : frozenset of str
        Tokens held at its end.
    needs : tuple of tuple of Need
    weeks, cost, lost : float
        How long it takes, what the person pays, and the pay it costs them in pounds.
    at : frozenset of str or None
        Ids of the posts where it can be done; None is anywhere.
    commits : bool
        Whether it begins with an offer of a post: before any work, only more of that kind and the move may follow.
    starts : tuple of float or None
        Weeks from the beginning on which it can start, ascending; None is any.
    """

    id: str
    gives: frozenset[Token]
    needs: Needs = ()
    weeks: float = 0.0
    cost: float = 0.0
    lost: float = 0.0
    at: frozenset[str] | None = None
    commits: bool = False
    starts: tuple[float, ...] | None = None

    def begins(self, week: float) -> float | None:
        """The first week it can begin from `week` on; None where there is none left."""
        if self.starts is None:
            return week
        return min((start for start in self.starts if start >= week), default=None)


@dataclass(frozen=True, slots=True)
class Post:
    """Somewhere to stand; work there brings `gives` after `gives_after` weeks."""

    id: str
    is_work: bool = True
    gives: frozenset[Token] = frozenset()
    gives_after: float = 0.0


@dataclass(frozen=True, slots=True)
class Way:
    """A move between two posts: weeks usual in the first before it, and what must be held."""

    from_post: str
    to_post: str
    weeks: float = 0.0
    needs: Needs = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """From a post to any of some goals.

    Attributes
    ----------
    start : str
        Id of the post stood in, `weeks_there` weeks already.
    goals : frozenset of str
    held : frozenset of str
        Tokens held at the beginning.
    posts : mapping of str to Post
    ways : tuple of Way
    options : tuple of Option
    """

    start: str
    goals: frozenset[str]
    held: frozenset[Token]
    posts: Mapping[str, Post]
    ways: tuple[Way, ...]
    options: tuple[Option, ...]
    weeks_there: float = 0.0


@dataclass(frozen=True, slots=True)
class Action:
    """An option done or a post moved to, from its start week to its end week (both the same for a move)."""

    kind: str
    id: str
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Plan:
    """Actions in order, with the three things that plans are compared by."""

    weeks: float
    cost: float
    lost: float
    actions: tuple[Action, ...]

    @property
    def values(self) -> tuple[float, float, float]:
        """Weeks, cost to the person, pay lost."""
        return self.weeks, self.cost, self.lost
