"""The least that a plan can still take, from any label of the search, in each of the three values.

It is the larger of two bounds that are never more than the truth, so that no best plan is lost by it. One lets every
need be met by whatever meets it soonest (or most cheaply) and takes the largest of what is needed together, as if
nothing stood in the way of anything else; it is reckoned for many labels at once, until nothing falls any more. The
other adds up what has to be done in any case (`landmarks`).

References
----------
Bonet and Geffner (2001), "Planning as heuristic search", Artificial Intelligence 129(1-2): the maximum heuristic.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf

import numpy as np
from numpy.typing import NDArray

from matcher.pathways.landmarks import Landmarks
from matcher.pathways.outlook import Outlook
from matcher.pathways.problem import Needs, Problem

__all__ = ["Bounds", "Values"]

Values = tuple[float, float, float]
Key = tuple[str, float, int]
"""A post, the weeks in it so far, and the needs met that still matter there."""


@dataclass(frozen=True, slots=True)
class _Achiever:
    """Something that reaches places, once the least of other places and a wait at each is over."""

    reached: Sequence[int]
    needed: Sequence[tuple[int, float]]
    prices: Values = (0.0, 0.0, 0.0)


class Bounds:
    """Bounds of one problem; what was reckoned once for a post and the needs met is kept.

    Groups of needs and then posts have places in one list of the least at which each can be had; a last place holds 0.
    """

    def __init__(self, problem: Problem, outlook: Outlook) -> None:
        self.outlook, self._landmarks = outlook, Landmarks(problem, outlook)
        self._post = {post: len(outlook.bit) + place for place, post in enumerate(problem.posts)}
        self._goals = [self._post[goal] for goal in sorted(problem.goals)]
        self._nothing = len(outlook.bit) + len(problem.posts)
        self._kept: dict[Key, Values] = {}
        self._arrange([each for each in self._achievers(problem) if each.reached])

    def least(self, post: str, here: float, met: int) -> Values:
        """Weeks, cost and pay lost that are still to come at least; infinite where no goal can be reached."""
        self.prepare([(post, here, met)])
        return self._kept[post, here, met & self.outlook.asked_ahead[post]]

    def prepare(self, asked: Sequence[Key]) -> None:
        """Reckon the bounds of several posts, weeks in them and needs met at once."""
        keys = {(post, here, met & self.outlook.asked_ahead[post]) for post, here, met in asked}
        new = sorted(keys - self._kept.keys())
        if new:
            added = np.array([self._landmarks.least(post, met) for post, _, met in new])
            found = np.maximum(self._reckon(new), added)
            self._kept.update({key: (row[0], row[1], row[2]) for key, row in zip(new, found.tolist(), strict=True)})

    def _reckon(self, keys: Sequence[Key]) -> NDArray[np.float64]:
        """Shape (n_keys, 3)."""
        least = np.full((len(keys), 3, self._nothing + 1), inf)
        stood = np.array([self._post[post] for post, _, _ in keys])
        for row, (_, _, met) in enumerate(keys):
            least[row, :, [stood[row], self._nothing, *_places(met)]] = 0.0
        been = np.where(self._needed == stood[:, None], np.array([[here] for _, here, _ in keys]), 0.0)
        waits = np.maximum(0.0, self._wait - been)
        while True:
            needed = least[:, :, self._needed]
            needed[:, 0] += waits
            ready = np.maximum.reduceat(needed, self._needed_from, axis=2) + self._prices
            soonest = np.minimum.reduceat(ready[:, :, self._by], self._by_from, axis=2)
            if (soonest >= least[:, :, self._reached]).all():
                return np.asarray(least[:, :, self._goals].min(axis=2))
            least[:, :, self._reached] = np.minimum(soonest, least[:, :, self._reached])

    def _arrange(self, achievers: Sequence[_Achiever]) -> None:
        """Achievers as columns: the places each needs, one after another, and the achievers of each place."""
        needed = [each.needed or [(self._nothing, 0.0)] for each in achievers]
        self._needed = np.array([place for pairs in needed for place, _ in pairs], dtype=np.intp)
        self._wait = np.array([wait for pairs in needed for _, wait in pairs])
        self._needed_from = np.cumsum([0, *map(len, needed)])[:-1].astype(np.intp)
        self._prices = np.array([each.prices for each in achievers]).T
        by = sorted((place, number) for number, each in enumerate(achievers) for place in each.reached)
        places = np.array([place for place, _ in by], dtype=np.intp)
        self._by = np.array([number for _, number in by], dtype=np.intp)
        self._reached, self._by_from = np.unique(places, return_index=True)

    def _achievers(self, problem: Problem) -> Iterator[_Achiever]:
        outlook = self.outlook
        yield _Achiever([self._nothing], [])
        for option in problem.options:
            prices = option.weeks, option.cost, option.lost
            yield _Achiever(_places(outlook.met_by(option.gives)), self._places_of(option.needs), prices)
        for way in problem.ways:
            stay = self._post[way.from_post], way.weeks
            yield _Achiever([self._post[way.to_post]], [stay, *self._places_of(way.needs)])
        for name, post in problem.posts.items():
            yield _Achiever(_places(outlook.met_by(post.gives)), [(self._post[name], post.gives_after)])
            for weeks, its_bit in outlook.stays.get(name, ()):
                yield _Achiever(_places(its_bit), [(self._post[name], weeks)])

    def _places_of(self, needs: Needs) -> list[tuple[int, float]]:
        return [(self.outlook.bit[group].bit_length() - 1, 0.0) for group in needs]


def _places(bits: int) -> list[int]:
    """The places of the bits that are set."""
    return [place for place in range(bits.bit_length()) if bits >> place & 1]
