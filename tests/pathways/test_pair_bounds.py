"""What two courses can do together at most: never less than they do."""

import numpy as np
import pytest
from hypothesis import given

from matcher import Candidate, Engine, Vacancy
from matcher.domain import Course
from matcher.explanation.blocks import score_block
from matcher.explanation.changes import LOW_SCORE
from matcher.pathways.after_courses import after_courses
from matcher.pathways.beginning import beginnings
from matcher.pathways.pair_bounds import each_alone
from matcher.pathways.planning import ground_of
from matcher.pathways.rescoring import ground_block, rescore
from matcher.pathways.variants import both, every_two
from matcher.scoring import CandidateArrays
from pathways.test_what_if import PEOPLE, WORK, courses, lists_of
from strategies import AS_OF, candidates, vacancies


@pytest.mark.promise
@given(candidates(**PEOPLE), lists_of(vacancies(**WORK)), courses())
def test_no_pair_opens_more_or_leaves_more_ready_than_its_bound(
    engine: Engine, person: Candidate, work: list[Vacancy], offered: dict[str, Course]
) -> None:
    basis = engine._basis(AS_OF, 0, changes=False)
    found = beginnings(ground_of(person, offered, engine.taxonomy, AS_OF))
    everything = after_courses(person, [one.course for one in found], AS_OF)
    records = [person, *(one.after for one in found)]
    people = CandidateArrays.from_records(records, engine.taxonomy, AS_OF)
    block = score_block([person], [engine.settle_vacancy(vacancy) for vacancy in work], basis)
    ground, columns = ground_block(person, everything, block, basis), np.arange(len(work))
    is_open = ~ground.blocked[0] & (ground.scored.score[0] >= LOW_SCORE)
    pairs = every_two(range(1, len(records)))

    most = each_alone(people, ground, columns, basis).most(0, pairs, is_open)

    then = rescore(both(people, pairs), ground, columns, basis)
    opened = then.is_open & ~is_open
    assert (opened.sum(axis=1) <= most[:, 0]).all()
    assert (((opened | is_open) & then.ready).sum(axis=1) <= most[:, 1]).all()
