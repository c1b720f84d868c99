"""Everybody against everything, either way: the lists are those of scoring all pairs and sorting them."""

import random
from dataclasses import fields, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.domain import Candidate, PayNote, RightToWork, Vacancy
from matcher.engine import Engine
from matcher.ranking.everything import AllMatches, Matching, match_everything_scored
from matcher.scoring import FEATURES, CandidateArrays, Model, Pairs, VacancyArrays, score_pairs
from matcher.scoring.taking import take
from ranking.conftest import MakeNation
from ranking.everything_oracle import Columns, Way, assert_same, columns_of, slowly, told
from strategies import AS_OF, candidates, vacancies

people_s = st.lists(candidates(), min_size=1, max_size=6, unique_by=lambda c: c.id)
work_s = st.lists(vacancies(), min_size=1, max_size=6, unique_by=lambda v: v.id)
few = settings(max_examples=25)
PLACE = ("easting_m", "northing_m")

ODD = [float("nan"), float("inf"), -float("inf"), -3.0, 0.0, 1e-9, 150.0, 1e6, 1e300]
"""What another program may have put where a number should be."""


def shuffled(columns: Columns, rng: np.random.Generator) -> Columns:
    """One town in which every answer goes with every other: what a table of kinds overlooks, shows."""
    people, work = columns
    n, m, today = len(people), len(work), AS_OF.toordinal()
    people = replace(
        people,
        **{name: rng.integers(430_000, 440_000, n).astype(np.float64) for name in PLACE},
        youngest=rng.choice(np.array([0, 16, 18, 21], dtype=np.int16), n),
        oldest=rng.choice(np.array([17, 20, 200], dtype=np.int16), n),
        right_to_work=rng.integers(-1, len(RightToWork), n).astype(np.int8),
        registrations=rng.integers(0, 4, n),
        registrations_known=rng.random(n) < 0.5,
    )
    work = replace(
        work,
        **{name: rng.integers(430_000, 440_000, m).astype(np.float64) for name in PLACE},
        registration=rng.choice([0, 0, 0, 1, 2, -1], m),
        min_age=rng.choice(np.array([0, 0, 18], dtype=np.int16), m),
        pay_low=rng.choice([9.0, 11.0, 13.0], m, p=[0.1, 0.2, 0.7]),
        guaranteed=np.where(rng.random(m) < 0.5, np.nan, work.guaranteed),
        pay_note=rng.integers(-1, len(PayNote), m).astype(np.int8),
        opens=today + rng.integers(-40, 5, m),
        closes=today + rng.integers(-5, 40, m),
    )
    return CandidateArrays(**_each_shuffled(people, rng)), VacancyArrays(**_each_shuffled(work, rng))


def _each_shuffled(side: CandidateArrays | VacancyArrays, rng: np.random.Generator) -> dict[str, object]:
    return {field.name: getattr(take(side, rng.permutation(len(side))), field.name) for field in fields(side)}


def both(found: AllMatches) -> tuple[object, object]:
    return told(found.vacancies_for_candidates), told(found.candidates_for_vacancies)


@given(people_s, work_s, st.integers(1, 8))
def test_the_lists_are_those_of_scoring_all_pairs_and_sorting_them(
    way: Way, engine: Engine, people: list[Candidate], work: list[Vacancy], k: int
) -> None:
    columns = columns_of(people, work)
    assert_same(way(engine, columns, k), slowly(columns, engine.model, k))


@few
@given(people_s, work_s, st.integers(1, 8))
def test_the_lists_are_those_of_ranking_one_at_a_time(
    way: Way, engine: Engine, people: list[Candidate], work: list[Vacancy], k: int
) -> None:
    people, work = [engine.settle_candidate(one) for one in people], [engine.settle_vacancy(one) for one in work]
    found = way(engine, columns_of(people, work), k)
    for person, mine in zip(people, told(found.vacancies_for_candidates), strict=True):
        matches = engine.match_candidate(person, work, k, AS_OF, changes=False).matches
        assert [work[row].id for row, _ in mine] == [match.vacancy for match in matches]
        assert [score for _, score in mine] == pytest.approx([match.score for match in matches], abs=1e-4)
    for vacancy, its in zip(work, told(found.candidates_for_vacancies), strict=True):
        matches = engine.match_vacancy(vacancy, people, k, AS_OF, changes=False).matches
        assert [people[row].id for row, _ in its] == [match.candidate for match in matches]


@few
@given(people_s, work_s, st.integers(1, 8))
def test_scored_lists_hold_the_scores_of_single_pairs_to_the_last_bit(
    way: Way, engine: Engine, people: list[Candidate], work: list[Vacancy], k: int
) -> None:
    columns = columns_of(people, work)
    found = match_everything_scored(Matching(*columns, engine.model, AS_OF, k), fast=way.fast)
    scores = score_pairs(Pairs(*columns), engine.model).score
    for lists, by_row in (
        (found.vacancies_for_candidates, scores),
        (found.candidates_for_vacancies, scores.T),
    ):
        kept = np.take_along_axis(by_row, np.maximum(lists[0], 0), axis=1)
        assert lists[1].tobytes() == np.where(lists[0] >= 0, kept, -np.inf).tobytes()
    assert both(found.narrowed()) == both(way(engine, columns, k))


def test_the_lists_of_two_halves_merged_by_score_and_id_are_those_of_the_whole(
    way: Way, engine: Engine, nation: MakeNation
) -> None:
    people, work = nation(300, 40)
    merged: list[set[tuple[float, str]]] = [set() for _ in range(40)]
    for half in np.array_split(np.arange(300), 2):
        part = take(people, half)
        rows, scores = match_everything_scored(
            Matching(part, work, engine.model, AS_OF, 6), fast=way.fast
        ).candidates_for_vacancies
        for its, row, score in zip(merged, rows, scores, strict=True):
            its.update((-s, part.ids[r]) for r, s in zip(row, score, strict=True) if r >= 0)
    whole = told(way(engine, (people, work), 6).candidates_for_vacancies)
    assert [[people.ids[row] for row, _ in its] for its in whole] == [
        [name for _, name in sorted(its)[:6]] for its in merged
    ]


@few
@given(people_s, work_s, st.randoms())
def test_permuting_both_sides_permutes_nothing_in_the_lists(
    way: Way, engine: Engine, people: list[Candidate], work: list[Vacancy], rng: random.Random
) -> None:
    other_people, other_work = rng.sample(people, len(people)), rng.sample(work, len(work))
    found, other = (way(engine, columns_of(*sides), 3) for sides in ((people, work), (other_people, other_work)))
    theirs = dict(zip([person.id for person in other_people], told(other.vacancies_for_candidates), strict=True))
    for person, mine in zip(people, told(found.vacancies_for_candidates), strict=True):
        assert [(work[row].id, score) for row, score in mine] == [
            (other_work[row].id, score) for row, score in theirs[person.id]
        ]


@few
@given(people_s, work_s, st.integers(1, 5))
def test_a_shorter_list_is_a_prefix_of_a_longer_one(
    way: Way, engine: Engine, people: list[Candidate], work: list[Vacancy], k: int
) -> None:
    short, whole = (both(way(engine, columns_of(people, work), depth)) for depth in (k, 9))
    for some, all_ in zip(short, whole, strict=True):
        assert some == [one[:k] for one in all_]


@pytest.mark.parametrize("seed", range(3))
def test_many_blocks_find_what_one_does(way: Way, engine: Engine, nation: MakeNation, seed: int) -> None:
    columns = nation(700, 150, seed)
    assert_same(way(engine, columns, 10), slowly(columns, engine.model, 10))


def test_columns_that_come_together_in_any_way_find_the_same(way: Way, engine: Engine, nation: MakeNation) -> None:
    columns = shuffled(nation(600, 150), np.random.default_rng(5))
    assert_same(way(engine, columns, 10), slowly(columns, engine.model, 10))


@pytest.mark.parametrize("n_threads", [2, 5])
def test_any_number_of_threads_finds_the_same(way: Way, engine: Engine, nation: MakeNation, n_threads: int) -> None:
    columns = nation(400, 60)
    assert both(way(engine, columns, 7, n_threads=n_threads)) == both(way(engine, columns, 7, n_threads=1))


@pytest.mark.parametrize("only", FEATURES)
def test_one_feature_may_weigh_all_and_the_others_nothing(
    way: Way, engine: Engine, nation: MakeNation, only: str
) -> None:
    model = Model("one", {name: 100.0 * (name == only) for name in FEATURES}, engine.model.priors)
    columns = nation(200, 60)
    assert_same(way(engine, columns, 5, model=model), slowly(columns, model, 5))


def test_everybody_at_one_point_finds_the_same(way: Way, engine: Engine, nation: MakeNation) -> None:
    people, work = nation(300, 30)
    here = {"easting_m": 430_000.0, "northing_m": 433_000.0}
    columns = (
        replace(people, **{name: np.full(300, metres) for name, metres in here.items()}),
        replace(work, **{name: np.full(30, metres) for name, metres in here.items()}),
    )
    assert_same(way(engine, columns, 5), slowly(columns, engine.model, 5))


def test_people_who_are_all_alike_come_in_the_order_of_their_ids(way: Way, engine: Engine, nation: MakeNation) -> None:
    people, work = nation(1, 30)
    alike = take(people, np.zeros(90, dtype=np.int64))
    ids = np.array([f"C{(7 * row) % 90:02d}" for row in range(90)], dtype=object)
    columns = replace(alike, ids=ids, easting_m=np.full(90, np.nan)), work
    assert_same(way(engine, columns, 5), slowly(columns, engine.model, 5))
    assert any(told(way(engine, columns, 5).candidates_for_vacancies))


def test_nobody_in_reach_has_empty_lists(way: Way, engine: Engine) -> None:
    far = engine.locate("TR1 1AA"), engine.locate("AB10 1AA")
    columns = columns_of([Candidate(id="C", place=far[0])], [Vacancy(id="V", place=far[1], place_kind="site")])
    found = way(engine, columns, 3)
    assert both(found) == ([[]], [[]])
    assert (found.vacancies_for_candidates[0] == -1).all()
    assert (found.vacancies_for_candidates[1] == 0).all()


def test_one_live_in_vacancy_is_for_everybody_wherever_they_live(way: Way, engine: Engine, nation: MakeNation) -> None:
    people, _ = nation(200, 1)
    columns = people, columns_of([], [Vacancy(id="V", place_kind="live_in", place=engine.locate("AB10 1AA"))])[1]
    found = way(engine, columns, 200)
    assert len(told(found.candidates_for_vacancies)[0]) > 150
    assert_same(found, slowly(columns, engine.model, 200))


@pytest.mark.parametrize("k", [-1, 0])
def test_lists_of_nothing_have_no_columns(way: Way, engine: Engine, nation: MakeNation, k: int) -> None:
    found = way(engine, nation(4, 3), k)
    assert found.vacancies_for_candidates[0].shape == (4, 0)
    assert found.candidates_for_vacancies[1].shape == (3, 0)


def test_lists_are_as_wide_as_asked_for_however_few_there_are(way: Way, engine: Engine, nation: MakeNation) -> None:
    found = way(engine, nation(4, 3), 50)
    for (rows, scores), n in ((found.vacancies_for_candidates, 4), (found.candidates_for_vacancies, 3)):
        assert rows.shape == scores.shape == (n, 50)
        assert (rows.dtype, scores.dtype) == (np.int32, np.float32)
    assert (found.vacancies_for_candidates[0][:, 3:] == -1).all()


@pytest.mark.parametrize("size", [(0, 3), (4, 0), (0, 0)])
def test_an_empty_side_gives_the_other_empty_lists(
    way: Way, engine: Engine, nation: MakeNation, size: tuple[int, int]
) -> None:
    people, work = nation(4, 3)
    columns = (
        take(people, np.arange(size[0], dtype=np.int64)),
        take(work, np.arange(size[1], dtype=np.int64)),
    )
    found = way(engine, columns, 2)
    assert found.vacancies_for_candidates[0].shape == (size[0], 2)
    assert both(found) == ([[]] * size[0], [[]] * size[1])


def test_ids_of_any_type_break_ties_by_how_they_are_written(way: Way, engine: Engine, nation: MakeNation) -> None:
    people, work = nation(40, 6)
    ids = np.array([10, "9", None, "None", 3.5, "10"], dtype=object)
    alike = replace(take(work, np.zeros(6, dtype=np.int64)), ids=ids)
    columns = replace(people, easting_m=np.full(40, np.nan)), replace(alike, live_in=np.ones(6, dtype=bool))
    found = way(engine, columns, 6)
    assert_same(found, slowly(columns, engine.model, 6))
    full = [mine for mine in told(found.vacancies_for_candidates) if len(mine) == 6]
    assert full
    assert all([row for row, _ in mine] == [0, 5, 4, 1, 2, 3] for mine in full)


@settings(max_examples=12)
@given(st.data())
def test_numbers_out_of_the_ordinary_are_scored_as_the_definitions_have_it(
    compiled_way: Way, engine: Engine, nation: MakeNation, data: st.DataObject
) -> None:
    assert compiled_way.fast
    columns = _with_odd_numbers(nation(30, 12), data)
    with np.errstate(all="ignore"):
        wanted = slowly(columns, engine.model, 4)
        assert_same(Way(fast=None)(engine, columns, 4), wanted)
        assert_same(Way(fast=False)(engine, columns, 4), wanted)


def _with_odd_numbers(columns: Columns, data: st.DataObject) -> Columns:
    names = (
        ("easting_m", "northing_m", "blur_km", "max_travel_minutes", "pay_min", "experience_months"),
        ("easting_m", "northing_m", "blur_km", "radius_km", "pay", "hours_max"),
    )
    return tuple(
        replace(side, **{name: _odd(getattr(side, name), data) for name in data.draw(st.sets(st.sampled_from(some)))})
        for side, some in zip(columns, names, strict=True)
    )


def _odd(column: np.ndarray, data: st.DataObject) -> np.ndarray:
    odd = column.copy()
    for row in data.draw(st.sets(st.integers(0, len(column) - 1), max_size=6)):
        odd[row] = data.draw(st.sampled_from(ODD))
    return odd
