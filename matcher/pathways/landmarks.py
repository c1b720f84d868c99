"""What has to be done in any case adds up, because options are done one after another.

1. A need of every way ahead is a landmark; so is what all options that meet a landmark need in turn, for as long as
   nothing but options can meet it.
2. An option that meets several landmarks has its weeks, cost and pay lost shared out evenly among them.
3. Every landmark then takes its cheapest share at least, and the shares add up to no more than any plan takes.

References
----------
Karpas and Domshlak (2009), "Cost-optimal planning with landmarks", IJCAI: uniform cost partitioning.
"""

from functools import reduce
from operator import and_, or_

import numpy as np

from matcher.pathways.outlook import Outlook, single_bits
from matcher.pathways.problem import Problem

__all__ = ["Landmarks"]

_ALL = -1
"""All bits."""


class Landmarks:
    """Landmarks of the problem along one route."""

    def __init__(self, problem: Problem, outlook: Outlook) -> None:
        self._outlook = outlook
        self._meets = [outlook.met_by(option.gives) for option in problem.options]
        self._prices = np.array([(option.weeks, option.cost, option.lost) for option in problem.options]).reshape(-1, 3)
        needs = [reduce(or_, (outlook.bit[group] for group in option.needs), 0) for option in problem.options]
        self._by = {bit: [i for i, met in enumerate(self._meets) if met & bit] for bit in outlook.bit.values()}
        self._before = {bit: reduce(and_, (needs[i] for i in by), _ALL) for bit, by in self._by.items() if by}
        self._by_work = {post: self._met_by_work(problem, post) for post in problem.posts}

    def least(self, post: str, met: int) -> tuple[float, float, float]:
        """Weeks, cost and pay lost of what has still to be done in any case."""
        marks = [bit for bit in single_bits(self._ahead(post, met)) if self._by[bit]]
        together = reduce(or_, marks, 0)
        shares = np.zeros(3)
        for bit in marks:
            by = self._by[bit]
            n_marks = np.array([(self._meets[i] & together).bit_count() for i in by])
            shares += (self._prices[by] / n_marks[:, None]).min(axis=0)
        weeks, cost, lost = shares.tolist()
        return weeks, cost, lost

    def _ahead(self, post: str, met: int) -> int:
        otherwise = met | self._by_work[post]
        waiting, found = self._outlook.groups_ahead[post] & ~otherwise, 0
        while waiting:
            bit = waiting & -waiting
            found |= bit
            waiting = (waiting | self._before.get(bit, 0)) & ~otherwise & ~found
        return found

    def _met_by_work(self, problem: Problem, post: str) -> int:
        """What work in a post, or in any that follows it, can meet."""
        posts = {post} | self._outlook.posts_ahead[post]
        stays = (bit for name in posts for _, bit in self._outlook.stays.get(name, ()))
        return reduce(or_, stays, self._outlook.met_by(token for name in posts for token in problem.posts[name].gives))
