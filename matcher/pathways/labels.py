"""Labels of the search: somebody on their way along one route, and what they can do next."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from matcher.pathways.bounds import Bounds, Values
from matcher.pathways.outlook import Outlook
from matcher.pathways.problem import Action, Need, Needs, Option, Problem, Way

__all__ = ["Along", "Label", "Order"]

_HASTE = 1.5
"""How much more a week still to come counts than one behind, in the order labels are taken up."""

_MOVED = 30.0
"""Weeks that a move made counts for in that order: of plans equally good, the one that moves on early is found."""

Order = tuple[float, float, float, int, tuple[tuple[str, str, float], ...]]


@dataclass(frozen=True, slots=True)
class Label:
    """Somebody on their way: post, weeks in it, whether an offer is waiting, needs met, values and actions so far."""

    post: str
    here: float
    committed: bool
    met: int
    weeks: float
    cost: float
    lost: float
    actions: tuple[Action, ...] = ()

    def beats(self, other: "Label", ahead: int) -> bool:
        """Whether whatever can follow the other can follow this one of the same post, at no worse values."""
        return (
            self.weeks <= other.weeks
            and self.cost <= other.cost
            and self.lost <= other.lost
            and not other.met & ~self.met & ahead
            and self.here >= other.here
        )


@dataclass(frozen=True, slots=True)
class Along:
    """The problem along one route, with what was reckoned for it."""

    problem: Problem
    bounds: Bounds

    @classmethod
    def of(cls, problem: Problem) -> "Along":
        """A problem made ready."""
        return cls(problem, Bounds(problem, Outlook.of(problem)))

    def start(self) -> Label:
        """The label that everything begins with."""
        problem = self.problem
        return Label(problem.start, problem.weeks_there, False, self.bounds.outlook.met_by(problem.held), 0.0, 0.0, 0.0)

    def at_best(self, label: Label) -> Values:
        """The values that a plan through a label has at least."""
        weeks, cost, lost = self.bounds.least(label.post, label.here, label.met)
        return label.weeks + weeks, label.cost + cost, label.lost + lost

    def order(self, label: Label) -> Order:
        """What labels are taken up by, the least first; no two are the same."""
        weeks, cost, lost = self.at_best(label)
        names = tuple((action.kind, action.id, action.start) for action in label.actions)
        n_moves = sum(action.kind == "move" for action in label.actions)
        soon = label.weeks + _HASTE * (weeks - label.weeks) - _MOVED * n_moves
        return soon, cost, lost, len(names), names

    def following(self, label: Label) -> list[Label]:
        """Every label that one more action leads to."""
        found = list(self.ways_on(label))
        self.bounds.prepare([(label.post, label.here, label.met) for label in found])
        return found

    def ways_on(self, label: Label) -> Iterator[Label]:
        """The same, without reckoning what each has at best."""
        outlook = self.bounds.outlook
        for option in outlook.useful(label.post, label.met):
            done = _after_option(label, option, self.problem, outlook)
            if done is not None:
                yield done
        for way in outlook.ways_from.get(label.post, ()):
            yield from _after_way(label, way, self.problem, outlook)


def _after_option(label: Label, option: Option, problem: Problem, outlook: Outlook) -> Label | None:
    """The label after an option, begun as soon as what it needs is there; None where that is never so."""
    if option.at is not None and label.post not in option.at:
        return None
    if label.committed and not option.commits:
        return None
    ready = _ready(label, option.needs, outlook)
    begins = None if ready is None else option.begins(ready)
    if begins is None:
        return None
    ends = begins + option.weeks
    return replace(
        label,
        here=label.here + ends - label.weeks,
        committed=option.commits and not problem.posts[label.post].is_work,
        met=label.met | outlook.met_by(option.gives),
        weeks=ends,
        cost=label.cost + option.cost,
        lost=label.lost + option.lost,
        actions=(*label.actions, Action("option", option.id, begins, ends)),
    )


def _after_way(label: Label, way: Way, problem: Problem, outlook: Outlook) -> Iterator[Label]:
    """Labels after a move: as soon as the weeks usual before it are over, and after staying on for what that brings."""
    ready = _ready(label, way.needs, outlook)
    if ready is None:
        return
    ready = max(ready, label.weeks + way.weeks - label.here)
    yield _moved(label, way, ready, problem, outlook)
    wanted = outlook.asked_ahead[way.to_post] & ~label.met
    until = {label.weeks + stay - label.here for stay, brought in outlook.learnt_in[label.post] if brought & wanted}
    for later in sorted(week for week in until if week > ready):
        yield _moved(label, way, later, problem, outlook)


def _moved(label: Label, way: Way, ready: float, problem: Problem, outlook: Outlook) -> Label:
    here, post = label.here + ready - label.weeks, problem.posts[label.post]
    learnt = outlook.met_by(post.gives) if here >= post.gives_after else 0
    return replace(
        label,
        post=way.to_post,
        here=0.0,
        committed=False,
        met=label.met | learnt | outlook.met_by_stay(label.post, here),
        weeks=ready,
        actions=(*label.actions, Action("move", way.to_post, ready, ready)),
    )


def _ready(label: Label, needs: Needs, outlook: Outlook) -> float | None:
    """The first week on which needs are met by staying in the post; None where staying never meets them."""
    ready = label.weeks
    for group in needs:
        if label.met & outlook.bit[group]:
            continue
        waits = [wait for need in group if (wait := _wait(label, need)) is not None]
        if not waits:
            return None
        ready = max(ready, label.weeks + min(waits))
    return ready


def _wait(label: Label, need: Need) -> float | None:
    """Weeks until a need for time in this post is met; None for any other need."""
    return max(0.0, need.weeks - label.here) if need.token == label.post else None
