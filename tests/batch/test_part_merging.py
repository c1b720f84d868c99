"""Lists of parts merged: the lists of all at once, to the bit, in whatever order parts come."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.random import Generator

from batch.small_world import some_people, some_work
from matcher.batch.assembling import numbered
from matcher.batch.mark import Mark
from matcher.batch.merging import Entries, best_of, hopeful, joined, ranks_of, within
from matcher.batch.part import Basis, PartMatches, halo_of, match_part
from matcher.batch.plan import Plan
from matcher.domain import Candidate, Vacancy
from matcher.engine import Engine
from matcher.ranking.everything.lists import NOBODY, ScoredLists
from matcher.scoring import CandidateArrays, VacancyArrays
from matcher.scoring.taking import take
from strategies import AS_OF, candidates, shipped_taxonomy, vacancies

Drawn = list[tuple[int, int, float]]

entries = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 9), st.sampled_from([0.0, 50.0, 50.000000000000007])),
    max_size=30,
    unique_by=lambda entry: entry[:2],
)


def written(rows: Drawn) -> Entries:
    whose, other, score = ([row[place] for row in rows] for place in range(3))
    return Entries(np.array(whose, dtype=np.int32), np.array(other, dtype=np.int32), np.array(score, dtype=np.float64))


def read(found: Entries) -> Drawn:
    return list(zip(found.whose.tolist(), found.other.tolist(), found.score.tolist(), strict=True))


@given(entries, st.integers(1, 4), st.randoms())
def test_the_best_are_the_same_however_the_entries_come_and_are_grouped(drawn: Drawn, k: int, random: object) -> None:
    expected = [
        entry
        for whose in range(4)
        for entry in sorted((one for one in drawn if one[0] == whose), key=lambda one: (-one[2], one[1]))[:k]
    ]
    random.shuffle(drawn)  # type: ignore[attr-defined]
    cut = len(drawn) // 3
    first, second = written(drawn[:cut]), written(drawn[cut:])
    assert read(best_of(joined([first, second]), k)) == expected
    assert read(best_of(joined([best_of(second, k), best_of(first, k)]), k)) == expected
    in_order = [best_of(first, len(drawn)), best_of(second, len(drawn))]
    assert read(best_of(joined(hopeful(in_order, k)), k)) == expected


def test_what_cannot_be_among_the_first_is_not_merged_at_all() -> None:
    first, second = (
        written([(0, 1, 90.0), (0, 2, 80.0), (0, 3, 70.0), (1, 1, 5.0)]),
        written([(0, 4, 80.0), (0, 5, 79)]),
    )
    assert [len(one.whose) for one in hopeful([first, second], 2)] == [3, 1]


def test_entries_are_ranked_from_1_within_their_list() -> None:
    assert ranks_of(np.array([0, 0, 3, 3, 3, 7], dtype=np.int32)).tolist() == [1, 2, 1, 2, 3, 1]


def test_a_range_of_lists_has_their_entries_and_no_others() -> None:
    several = written([(0, 1, 9.0), (2, 1, 8.0), (2, 0, 7.0), (5, 1, 6.0)])
    assert read(within(several, 1, 5)) == [(2, 1, 8.0), (2, 0, 7.0)]


def plan_of(people: CandidateArrays, work: VacancyArrays, basis: Basis) -> Plan:
    return Plan(people.ids, work, (), basis, Mark("", "", "", basis.k, 1, "", ""), 0)


def in_parts(plan: Plan, people: CandidateArrays, sizes: list[int], rng: Generator) -> tuple[Drawn, Drawn]:
    """Both directions, by way of parts of any people at all, done in any order."""
    shuffled, bounds = rng.permutation(len(people)), np.cumsum([0, *sizes])
    found = [
        numbered(_matched(take(people, np.sort(shuffled[start:end])), plan), plan) for start, end in pairwise(bounds)
    ]
    rng.shuffle(found)
    theirs, its = (best_of(joined(one[place] for one in found), plan.basis.k) for place in range(2))
    return read(theirs), read(its)


def _matched(people: CandidateArrays, plan: Plan) -> PartMatches:
    return match_part(people, halo_of(people, plan.work), plan.basis)


def at_once(plan: Plan, people: CandidateArrays) -> tuple[Drawn, Drawn]:
    from matcher.ranking.everything import Matching, match_everything_scored

    matching = Matching(people, plan.work, plan.basis.model, plan.basis.as_of, plan.basis.k)
    found = match_everything_scored(matching)
    return _told(found.vacancies_for_candidates), _told(found.candidates_for_vacancies)


def _told(lists: ScoredLists) -> Drawn:
    return [
        (whose, int(other), float(score))
        for whose, (rows, scores) in enumerate(zip(*lists, strict=True))
        for other, score in zip(rows, scores, strict=True)
        if other != NOBODY
    ]


def in_order(records: list[Candidate] | list[Vacancy]) -> list[object]:
    return sorted({one.id: one for one in records}.values(), key=lambda one: one.id)


@pytest.mark.promise
@settings(max_examples=20)
@given(
    st.lists(candidates(), min_size=1, max_size=6),
    st.lists(vacancies(), min_size=1, max_size=6),
    st.integers(1, 4),
    st.integers(0, 2**32 - 1),
)
def test_parts_merge_into_the_lists_of_all_at_once(
    engine: Engine, people: list[Candidate], work: list[Vacancy], k: int, seed: int
) -> None:
    rng = np.random.default_rng(seed)
    rows = CandidateArrays.from_records(in_order(people), shipped_taxonomy(), AS_OF)  # type: ignore[arg-type]
    columns = VacancyArrays.from_records(in_order(work), shipped_taxonomy())  # type: ignore[arg-type]
    plan = plan_of(rows, columns, Basis(engine.model, AS_OF, k))
    cut = int(rng.integers(len(rows) + 1))
    assert in_parts(plan, rows, [cut, len(rows) - cut], rng) == at_once(plan, rows)


def test_a_hundred_people_in_seven_parts_have_the_lists_of_all_at_once(engine: Engine) -> None:
    people = CandidateArrays.from_records(some_people(100), shipped_taxonomy(), AS_OF)
    work = VacancyArrays.from_records(some_work(80), shipped_taxonomy())
    plan = plan_of(people, work, Basis(engine.model, AS_OF, 6))
    sizes = [30, 1, 0, 9, 20, 25, 15]
    found = in_parts(plan, people, sizes, np.random.default_rng(4))
    assert found == at_once(plan, people)
    assert len(found[0]) > 300


def test_a_part_reads_no_vacancy_that_nobody_of_it_can_reach() -> None:
    people = CandidateArrays.from_records(some_people(1, 5), shipped_taxonomy(), AS_OF)
    work = VacancyArrays.from_records(some_work(80), shipped_taxonomy())
    halo = halo_of(people, work)
    assert 0 < len(halo) < 80
    assert set(work.ids[work.live_in]) <= set(halo.ids)
