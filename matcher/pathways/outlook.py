"""What lies between each post and a goal: reckoned once for a problem, read at every label of the search."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_

from matcher.pathways.problem import Need, Option, Post, Problem, Token, Way
from matcher.pathways.reduction import spread

__all__ = ["Outlook", "single_bits"]

Group = tuple[Need, ...]


@dataclass(frozen=True, eq=False)
class Outlook:
    """Needs as bits, and what a post still has ahead of it.

    Attributes
    ----------
    goals : frozenset of str
    bit : mapping of group of needs to int
        One bit a group.
    meets : mapping of token to int
        The groups that holding it meets.
    ways_from : mapping of str to tuple of Way
    groups_ahead : mapping of str to int
        Groups that some way still ahead of a post asks for.
    asked_ahead : mapping of str to int
        Those, and those of any option.
    posts_ahead : mapping of str to frozenset of str
        Posts that some plan comes to after standing at a post.
    stays : mapping of str to tuple of (weeks, bit)
        The groups that so many weeks in a post meet.
    learnt_in : mapping of str to tuple of (weeks, bits)
        The groups that staying so long in a post meets once it is left, those that its work brings among them.
    options_for : mapping of int to tuple of Option
        Options by the single bit of a group that they meet.
    """

    goals: frozenset[str]
    bit: Mapping[Group, int]
    meets: Mapping[Token, int]
    ways_from: Mapping[str, tuple[Way, ...]]
    groups_ahead: Mapping[str, int]
    asked_ahead: Mapping[str, int]
    posts_ahead: Mapping[str, frozenset[str]]
    stays: Mapping[str, tuple[tuple[float, int], ...]]
    learnt_in: Mapping[str, tuple[tuple[float, int], ...]]
    options_for: Mapping[int, tuple[Option, ...]]

    @classmethod
    def of(cls, problem: Problem) -> "Outlook":
        """The outlook of a problem."""
        needs = [way.needs for way in problem.ways] + [option.needs for option in problem.options]
        groups = list(dict.fromkeys(group for groups in needs for group in groups))
        bit = {group: 1 << place for place, group in enumerate(groups)}
        meets: dict[Token, int] = defaultdict(int)
        for group, its_bit in bit.items():
            for need in group:
                if need.token not in problem.posts:
                    meets[need.token] |= its_bit
        ahead = {post: _ways_ahead(post, problem.ways, problem.goals) for post in problem.posts}
        asked = {post: _bits(bit, (group for way in ways for group in way.needs)) for post, ways in ahead.items()}
        stays = _stays(bit, problem)
        of_options = _bits(bit, (group for option in problem.options for group in option.needs))
        return cls(
            problem.goals,
            bit,
            meets,
            {post: tuple(way for way in ways if way.from_post == post) for post, ways in ahead.items()},
            asked,
            {post: groups | of_options for post, groups in asked.items()},
            {post: frozenset(way.to_post for way in ways) for post, ways in ahead.items()},
            stays,
            {post.id: (*stays.get(post.id, ()), _brought(post, meets)) for post in problem.posts.values()},
            _options_for(problem.options, meets),
        )

    def met_by(self, tokens: Iterable[Token]) -> int:
        """The groups that holding some tokens meets."""
        return reduce(or_, (self.meets.get(token, 0) for token in tokens), 0)

    def met_by_stay(self, post: str, weeks: float) -> int:
        """The groups that some weeks in a post meet."""
        return reduce(or_, (its_bit for asked, its_bit in self.stays.get(post, ()) if weeks >= asked), 0)

    def useful(self, post: str, met: int) -> list[Option]:
        """Options that meet a need ahead which is not met yet, or a need of such an option, by id."""
        wanted: dict[str, Option] = {}
        waiting = [self.groups_ahead[post] & ~met]
        seen = met
        while waiting:
            for its_bit in single_bits(waiting.pop() & ~seen):
                seen |= its_bit
                for option in self.options_for.get(its_bit, ()):
                    if option.id not in wanted:
                        wanted[option.id] = option
                        waiting.append(_bits(self.bit, option.needs))
        return [wanted[name] for name in sorted(wanted)]


def _stays(bit: Mapping[Group, int], problem: Problem) -> dict[str, tuple[tuple[float, int], ...]]:
    found: dict[str, list[tuple[float, int]]] = defaultdict(list)
    for group, its_bit in bit.items():
        for need in group:
            if need.token in problem.posts:
                found[need.token].append((need.weeks, its_bit))
    return {post: tuple(stays) for post, stays in found.items()}


def _brought(post: Post, meets: Mapping[Token, int]) -> tuple[float, int]:
    return post.gives_after, reduce(or_, (meets.get(token, 0) for token in post.gives), 0)


def _bits(bit: Mapping[Group, int], groups: Iterable[Group]) -> int:
    return reduce(or_, (bit[group] for group in groups), 0)


def single_bits(bits: int) -> Iterable[int]:
    """The bits that are set, each alone, lowest first."""
    while bits:
        yield bits & -bits
        bits &= bits - 1


def _options_for(options: Iterable[Option], meets: Mapping[Token, int]) -> dict[int, tuple[Option, ...]]:
    found: dict[int, list[Option]] = defaultdict(list)
    for option in options:
        for its_bit in single_bits(reduce(or_, (meets.get(token, 0) for token in option.gives), 0)):
            found[its_bit].append(option)
    return {its_bit: tuple(giving) for its_bit, giving in found.items()}


def _ways_ahead(post: str, ways: Iterable[Way], goals: frozenset[str]) -> list[Way]:
    """Ways that some plan takes after standing at a post: nobody comes back to it."""
    ways = [way for way in ways if way.to_post != post and way.from_post not in goals]
    behind = spread(set(goals), [(way.to_post, way.from_post) for way in ways if way.from_post != post])
    leading = [way for way in ways if way.to_post in behind]
    ahead = spread({post}, [(way.from_post, way.to_post) for way in leading])
    return [way for way in leading if way.from_post in ahead]
