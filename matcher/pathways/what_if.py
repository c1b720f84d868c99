"""What if: per course, alone and in the best pair, the matches it would open, found by ranking again.

A match is open that no gate blocks, the place gate among them, and that scores `LOW_SCORE` points or more. A missing
check blocks nothing and weighs nothing, so a check opens nothing of itself; what it changes is counted as *ready*:
open, and no check, licence or registration is still to be waited for.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from matcher.domain import Candidate, Course, CourseEffect, Opens, Vacancy
from matcher.explanation.blocks import Basis, Block, score_block
from matcher.pathways.effects import say_effect, say_title
from matcher.pathways.planning import ground_of
from matcher.pathways.trying import Effect, Trial, price_of, try_courses
from matcher.scoring.gates import MET

__all__ = ["what_if"]


def what_if(
    candidate: Candidate, vacancies: Sequence[Vacancy], courses: Mapping[str, Course], basis: Basis
) -> list[CourseEffect]:
    """What each course that a settled candidate could begin now would open of some settled vacancies.

    1. Courses and checks that could begin now (see `beginnings`); those that would bring nothing new are left out.
    2. Each is tried alone: the person is ranked again with what it brings. One that opens nothing is listed too,
       because that is worth knowing beforehand.
    3. Every two are tried together. The best pair is listed where it opens more than any course alone, or as many with
       more of them ready.

    Returns
    -------
    list of CourseEffect
        What opens most first; then by how many are ready, cost, weeks, ids.
    """
    ground = ground_of(candidate, courses, basis.taxonomy, basis.as_of)
    block = score_block([candidate], vacancies, basis)
    trial = try_courses(ground, block, basis)
    effects = [*trial.alone, *([trial.pair] if trial.pair else [])]
    return [_told(effect, trial, candidate, block) for effect in sorted(effects, key=lambda effect: effect.order)]


def _told(effect: Effect, trial: Trial, candidate: Candidate, block: Block) -> CourseEffect:
    courses = [one.course for one in effect.chosen]
    cost, weeks, ids = price_of(effect.chosen)
    counted = np.concatenate([trial.open_now, effect.opened])
    opens = Opens(len(trial.open_now), len(counted))
    within = candidate.max_travel_minutes if (block.outcomes["place"][0, counted] == MET).all() else None
    ready = Opens(trial.n_ready, effect.n_ready)
    return CourseEffect(
        courses=ids,
        title=say_title(courses),
        weeks=weeks,
        cost_gbp=cost,
        opens=opens,
        opened=tuple(str(block.vacancies[place].id) for place in effect.opened),
        sentence=say_effect(courses, opens, ready, within),
        ready=ready,
    )
