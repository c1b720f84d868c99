"""Pathways from where somebody stands to where they want to be: several honest ones, each with a plain name."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from matcher.domain import Candidate, Course, Opens, Pathway, Vacancy
from matcher.errors import NotFoundError
from matcher.pathways.after import stand_after
from matcher.pathways.assumptions import assumptions
from matcher.pathways.catalogue import still_running
from matcher.pathways.ground import Ground, Target
from matcher.pathways.ladder import load_ladder
from matcher.pathways.money import means_of
from matcher.pathways.posing import Untaught, pose
from matcher.pathways.problem import Plan, Problem
from matcher.pathways.search import Limits, Search
from matcher.pathways.standing import find_standing
from matcher.pathways.targets import find_target, next_targets
from matcher.pathways.telling import tell
from matcher.pathways.unreachable import why_not
from matcher.taxonomy import Taxonomy

__all__ = ["LIMITS", "MOST_PATHWAYS", "ground_of", "plan_pathways"]

MOST_PATHWAYS = 5
"""Judgement: more alternatives than this nobody compares."""

LIMITS = Limits(alike=0.01, more_moves=1, labels_a_route=250, labels=400)
"""Judgement: durations are usual ones, so a hundredth longer is no other plan; nobody is sent on more than one detour;
and an answer should come while somebody waits, about half a second at most."""

CountOpen = Callable[[Sequence[Candidate]], Sequence[int]]
"""How many vacancies are open to each of some candidates."""


def ground_of(candidate: Candidate, courses: Mapping[str, Course], taxonomy: Taxonomy, as_of: date) -> Ground:
    """What plans of a settled candidate rest on; courses whose dates are all past are left out."""
    ladder = load_ladder(taxonomy)
    standing = find_standing(candidate, ladder, taxonomy)
    running = still_running(courses.values(), as_of)
    return Ground(candidate, standing, means_of(candidate, as_of), ladder, running, taxonomy, as_of)


def plan_pathways(
    ground: Ground, target: str | None, vacancies: Sequence[Vacancy], count_open: CountOpen
) -> list[Pathway]:
    """Pathways to a target, the soonest first; without one, the soonest to each role that usually comes next.

    Raises
    ------
    NotFoundError
        There is no such target, or nothing usual leads to it: why, and what comes closest.
    """
    if target is None:
        return _next_steps(ground, count_open)
    wanted = find_target(target, ground.ladder, ground.taxonomy, vacancies)
    answer = _search(ground, wanted)
    if not answer.plans:
        raise NotFoundError(why_not(answer.problem, ground, wanted))
    return _told(_named(answer.plans), ground, answer, count_open)


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a search found for a target."""

    target: Target
    problem: Problem
    plans: list[Plan]
    untaught: Untaught
    is_complete: bool

    def learnt_in_post(self, plan: Plan) -> tuple[str, ...]:
        """Ids of skills looked for on the way of a plan that nothing teaches."""
        posts = [self.problem.start, *(action.id for action in plan.actions if action.kind == "move")]
        return tuple(name for move in pairwise(posts) for name in self.untaught.get(move, ()))


def _search(ground: Ground, target: Target) -> _Answer:
    """Plans; where the skills looked for leave none, those that leave them to be learnt in post."""
    for asks_skills in (True, False):
        problem, untaught = pose(ground, target, asks_skills=asks_skills)
        search = Search(problem, LIMITS)
        answer = _Answer(target, problem, search.plans(), untaught, search.is_complete)
        if answer.plans:
            break
    return answer


def _named(plans: Sequence[Plan]) -> list[tuple[str, Plan]]:
    """Each plan with what it is best at; those best at nothing lie in between. Best at most first."""
    best = {
        "start soonest": min(plans, key=lambda plan: (plan.weeks, plan.cost, plan.lost)),
        "earn while you learn": min(plans, key=lambda plan: (plan.lost, plan.weeks, plan.cost)),
        "spend least": min(plans, key=lambda plan: (plan.cost, plan.weeks, plan.lost)),
    }
    named = []
    for plan in plans:
        names = [name for name, chosen in best.items() if chosen is plan]
        said = " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names) or "in between"
        named.append((said[0].upper() + said[1:], plan))
    named.sort(key=lambda pair: (pair[0] == "In between", pair[1].values))
    return sorted(named[:MOST_PATHWAYS], key=lambda pair: pair[1].values)


def _told(
    named: Sequence[tuple[str, Plan]],
    ground: Ground,
    answer: _Answer,
    count_open: CountOpen,
) -> list[Pathway]:
    now, *after = count_open([ground.candidate, *(stand_after(plan, ground) for _, plan in named)])
    return [
        tell(name, plan, ground, answer.target, Opens(now, then), _assumed(plan, ground, answer))
        for (name, plan), then in zip(named, after, strict=True)
    ]


def _next_steps(ground: Ground, count_open: CountOpen) -> list[Pathway]:
    """The soonest plan to every role that usually comes next, named by it; the soonest few."""
    found = []
    for target in next_targets(ground.standing.role.id, ground.ladder):
        answer = _search(ground, target)
        if answer.plans:
            found.append((answer.plans[0], answer))
    found.sort(key=lambda each: each[0].values)
    return [
        pathway
        for plan, answer in found[:MOST_PATHWAYS]
        for pathway in _told([(f"Towards {answer.target.label}", plan)], ground, answer, count_open)
    ]


def _assumed(plan: Plan, ground: Ground, answer: _Answer) -> tuple[str, ...]:
    return assumptions(ground, answer.learnt_in_post(plan), answer.is_complete)
