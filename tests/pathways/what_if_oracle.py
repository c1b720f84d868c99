"""What courses would open, found the slow and obvious way: rank again after each, and after every two."""

from collections.abc import Mapping, Sequence
from itertools import combinations

from matcher import Candidate, Engine, Vacancy
from matcher.domain import Course, GateOutcome, Opens
from matcher.explanation.changes import LOW_SCORE
from matcher.pathways.after_courses import after_courses
from matcher.pathways.beginning import Beginning, beginnings, weeks_together
from matcher.pathways.planning import ground_of
from strategies import AS_OF

__all__ = ["Found", "slow_what_if"]

Found = tuple[tuple[str, ...], Opens, tuple[str, ...], Opens, float, float]
"""Ids of courses, open now and after, ids opened, ready now and after, weeks, cost."""

Standing = dict[str, tuple[float, bool]]
"""Per vacancy that nothing blocks its score and whether it is ready."""


def slow_what_if(
    engine: Engine, person: Candidate, work: Sequence[Vacancy], courses: Mapping[str, Course]
) -> list[Found]:
    found = beginnings(ground_of(person, courses, engine.taxonomy, AS_OF))
    now = standing(engine, person, work)
    alone = [effect(engine, person, work, now, (one,)) for one in found]
    two = [effect(engine, person, work, now, pair) for pair in combinations(found, 2)]
    best = min((one for one in two if one[4] < float("inf")), key=order, default=None)
    if best is not None and order(best)[:2] < min(map(order, alone))[:2]:
        alone.append(best)
    return sorted(alone, key=order)


def standing(engine: Engine, person: Candidate, work: Sequence[Vacancy]) -> Standing:
    ranking = engine.match_candidate(person, work, k=1000, as_of=AS_OF, changes=False)
    return {
        match.vacancy: (
            match.score,
            all(
                g.outcome == GateOutcome.MET
                for g in match.gates
                if g.gate in {"dbs", "driving_licence", "registration"}
            ),
        )
        for match in ranking.matches
    }


def effect(
    engine: Engine, person: Candidate, work: Sequence[Vacancy], now: Standing, chosen: tuple[Beginning, ...]
) -> Found:
    then = standing(engine, after_courses(person, [one.course for one in chosen], AS_OF), work)
    is_open, opens_then = is_open_in(now), is_open_in(then)
    opened = tuple(sorted(opens_then - is_open, key=lambda name: (-then[name][0], name)))
    n_ready = sum(then[name][1] for name in {*is_open, *opened} if name in then)
    ids = tuple(one.course.id for one in chosen)
    cost = sum(one.course.cost_to_learner_gbp or 0.0 for one in chosen)
    opens = Opens(len(is_open), len(is_open) + len(opened))
    ready = Opens(sum(now[name][1] for name in is_open), n_ready)
    return ids, opens, opened, ready, weeks_together(chosen), cost


def is_open_in(then: Standing) -> set[str]:
    return {name for name, (score, _) in then.items() if score >= LOW_SCORE}


def order(found: Found) -> tuple[object, ...]:
    return -len(found[2]), -found[3].after, found[5], found[4], found[0]
