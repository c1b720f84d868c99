"""Every plan that no other beats: label-setting over posts and needs met, route by route.

1. A route is an order of posts that comes to none twice. Each is searched alone, those that may end soonest
   first, with the options that it has a use for; one whose least values a finished plan beats is left out.
2. What is held, and how long was spent in posts left behind, matters only through the needs it meets. So a label is
   a post, the weeks in it and the needs met (a bit each), with the weeks, cost and pay lost.
3. Labels that may end soonest are taken up first, and more so those near the end: good plans are found early, and
   whatever they beat need not be looked at.
4. A label that another of the same post beats is dropped: one that meets all of its needs still ahead, has been in
   the post as long, and is no worse in all three values. So is one whose least values a finished plan beats already.
5. Taking one up tries every option that meets a need still ahead, or one of such an option, and the way out of the
   post, taken as soon as may be or after staying for what work there brings. Leaving an option out that nothing ahead
   asks for never makes a plan worse, so nothing is lost by it.
6. A label at a goal is a plan; those that a later plan beats are taken out at the end. What nothing needs and what
   can wait until after a move is then put right (`early`).

Without limits that is every best value. `Limits` trade that for an answer while somebody waits, and say what is lost.

References
----------
Mandow and Pérez de la Cruz (2010), "Multiobjective A* search with consistent heuristics", Journal of the ACM 57(5).
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush
from math import inf

from matcher.pathways.bounds import Values
from matcher.pathways.early import moved_early
from matcher.pathways.labels import Along, Label, Order
from matcher.pathways.problem import Plan, Problem
from matcher.pathways.reduction import reduced
from matcher.pathways.routes import along, routes

__all__ = ["NO_LIMITS", "Limits", "Search", "best_plans"]

_TOLERANCE = 1e-6
"""Weeks and pounds below this are rounding: bounds are sums of fractions."""

_PATIENCE = 10
"""How many times the labels are taken up while no plan at all is found."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a search may leave out.

    Attributes
    ----------
    alike : float
        A plan is left out where another costs and loses no more and takes at most this share longer.
    more_moves : float
        Routes with more moves than this beyond the shortest are left out.
    labels_a_route, labels : float
        Labels taken up along one route, and in all; beyond them the plans found so far stand.
    """

    alike: float = 0.0
    more_moves: float = inf
    labels_a_route: float = inf
    labels: float = inf


NO_LIMITS = Limits()


def best_plans(problem: Problem) -> list[Plan]:
    """Plans of which none is beaten in weeks, cost and pay lost together, in that order; empty where none exists."""
    return Search(problem).plans()


@dataclass(slots=True)
class Search:
    """One search, with the plans it has found.

    Attributes
    ----------
    is_complete : bool
        False once labels were left that might have led to a better plan.
    """

    problem: Problem
    limits: Limits = NO_LIMITS
    is_complete: bool = True
    _found: list[Plan] = field(default_factory=list)
    _n_labels: int = 0

    def plans(self) -> list[Plan]:
        """Plans of which none beats another, by weeks, cost and pay lost."""
        problem = reduced(self.problem)
        ready = [Along.of(along(problem, route)) for route in routes(problem, self.limits.more_moves)]
        for route in sorted(ready, key=lambda route: route.order(route.start())):
            self._search(route)
        whole = Along.of(problem)
        return [moved_early(plan, whole) for plan in _unbeaten(self._found)]

    def _search(self, route: Along) -> None:
        waiting: list[tuple[Order, Label]] = []
        settled: dict[tuple[str, bool], list[Label]] = defaultdict(list)
        self._put(route.start(), waiting, settled, route)
        n_labels = 0
        while waiting:
            label = heappop(waiting)[1]
            if self._is_useless(label, settled, route):
                continue
            if self._is_over(n_labels):
                self.is_complete = False
                return
            n_labels, self._n_labels = n_labels + 1, self._n_labels + 1
            settled[label.post, label.committed].append(label)
            if label.post in route.problem.goals:
                self._found.append(Plan(label.weeks, label.cost, label.lost, label.actions))
                continue
            for following in route.following(label):
                self._put(following, waiting, settled, route)

    def _is_over(self, n_labels: int) -> bool:
        """Whether a limit is reached: of a route once there is a plan, of the whole search ten times over before."""
        limits = self.limits
        if not self._found:
            return self._n_labels >= _PATIENCE * limits.labels
        return n_labels >= limits.labels_a_route or self._n_labels >= limits.labels

    def _put(
        self,
        label: Label,
        waiting: list[tuple[Order, Label]],
        settled: dict[tuple[str, bool], list[Label]],
        route: Along,
    ) -> None:
        if not self._is_useless(label, settled, route):
            heappush(waiting, (route.order(label), label))

    def _is_useless(self, label: Label, settled: dict[tuple[str, bool], list[Label]], route: Along) -> bool:
        ahead = route.bounds.outlook.asked_ahead[label.post]
        if any(other.beats(label, ahead) for other in settled[label.post, label.committed]):
            return True
        best = route.at_best(label)
        return inf in best or self._is_beaten(best)

    def _is_beaten(self, best: Values) -> bool:
        """Whether a plan found is as good as whatever has at least these values."""
        weeks, cost, lost = (value + _TOLERANCE for value in best)
        longest = weeks * (1 + self.limits.alike)
        return any(plan.weeks <= longest and plan.cost <= cost and plan.lost <= lost for plan in self._found)


def _unbeaten(plans: Sequence[Plan]) -> list[Plan]:
    kept: list[Plan] = []
    for plan in sorted(plans, key=lambda plan: (plan.values, len(plan.actions))):
        if not any(all(a <= b for a, b in zip(other.values, plan.values, strict=True)) for other in kept):
            kept.append(plan)
    return kept
