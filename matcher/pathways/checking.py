"""Whether a plan keeps the rules of its problem, told by walking through it: written apart from the search."""

from dataclasses import dataclass, field

from matcher.pathways.problem import Action, Need, Needs, Plan, Problem

__all__ = ["faults_of"]

_TOLERANCE = 1e-9


@dataclass(slots=True)
class _Walk:
    """Somebody on their way, with what was found wrong so far."""

    problem: Problem
    here: str
    held: set[str]
    weeks_in: dict[str, float]
    clock: float = 0.0
    cost: float = 0.0
    lost: float = 0.0
    committed: bool = False
    faults: list[str] = field(default_factory=list)

    def until(self, week: float) -> None:
        """Stay where they are until a week."""
        self.weeks_in[self.here] += week - self.clock
        self.clock = week

    def expect(self, holds: bool, sentence: str) -> None:
        """Note a sentence where something does not hold."""
        if not holds:
            self.faults.append(sentence)

    def expect_needs(self, needs: Needs, name: str) -> None:
        """Note every group of which no alternative is there."""
        for group in needs:
            self.expect(any(map(self._has, group)), f"{name} needs one of {[need.token for need in group]}.")

    def _has(self, need: Need) -> bool:
        worked = self.weeks_in.get(need.token)
        return need.token in self.held or (worked is not None and worked >= need.weeks - _TOLERANCE)

    def do(self, action: Action) -> None:
        """Do one option."""
        option = next(option for option in self.problem.options if option.id == action.id)
        self.expect_needs(option.needs, action.id)
        self.expect(option.at is None or self.here in option.at, f"{action.id} cannot be done at {self.here}.")
        self.expect(option.commits or not self.committed, f"{action.id} comes between an offer and its post.")
        self.expect(option.starts is None or action.start in option.starts, f"{action.id} does not start then.")
        self.expect(abs(action.end - action.start - option.weeks) <= _TOLERANCE, f"{action.id} has another length.")
        self.until(action.end)
        self.held |= option.gives
        self.cost, self.lost = self.cost + option.cost, self.lost + option.lost
        self.committed = option.commits and not self.problem.posts[self.here].is_work

    def move(self, post: str) -> None:
        """Move to a post."""
        way = next((way for way in self.problem.ways if (way.from_post, way.to_post) == (self.here, post)), None)
        if way is None:
            self.faults.append(f"No way leads from {self.here} to {post}.")
            return
        self.expect_needs(way.needs, post)
        stayed, left = self.weeks_in[self.here], self.problem.posts[self.here]
        self.expect(stayed >= way.weeks - _TOLERANCE, f"{post} asks for {way.weeks:g} weeks at {self.here}.")
        self.held |= left.gives if stayed >= left.gives_after else set()
        self.here, self.committed = post, False
        self.weeks_in.setdefault(post, 0.0)


def faults_of(plan: Plan, problem: Problem) -> list[str]:
    """What is wrong with a plan, a sentence each; nothing for a valid one."""
    walk = _Walk(problem, problem.start, set(problem.held), {problem.start: problem.weeks_there})
    for action in plan.actions:
        walk.expect(action.start >= walk.clock - _TOLERANCE, f"{action.id} begins before what comes before it ends.")
        walk.until(action.start)
        if action.kind == "option":
            walk.do(action)
        else:
            walk.move(action.id)
    walk.expect(walk.here in problem.goals, f"It ends at {walk.here}, which is no goal.")
    stated, walked = plan.values, (walk.clock, walk.cost, walk.lost)
    same = all(abs(a - b) <= _TOLERANCE for a, b in zip(stated, walked, strict=True))
    walk.expect(same, f"It says {stated} and comes to {walked}.")
    return walk.faults
