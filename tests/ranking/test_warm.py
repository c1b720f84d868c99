"""One person or one vacancy out of columns kept ready, held against the definitions and against everybody at once."""

from dataclasses import replace
from typing import TypeVar

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from matcher.domain import Candidate, Vacancy
from matcher.engine import Engine
from matcher.errors import InputError
from matcher.geography import TravelTimes
from matcher.ranking.everything import Matching, match_everything_scored
from matcher.ranking.everything.lists import NOBODY
from matcher.ranking.warm import Found, Warm
from matcher.scoring import FEATURES, CandidateArrays, Model, VacancyArrays
from matcher.scoring.taking import take
from ranking.conftest import MakeNation
from ranking.everything_oracle import Columns, Told, Way, columns_of, slowly
from strategies import AS_OF, candidates, vacancies

K = 5

Record = TypeVar("Record", Candidate, Vacancy)
Arrays = TypeVar("Arrays", CandidateArrays, VacancyArrays)


def row(columns: Arrays, at: int) -> Arrays:
    """One row."""
    return take(columns, np.array([at]))


def told(found: Found, ids: NDArray[np.object_]) -> list[tuple[int, float]]:
    """Rows and scores."""
    places = {name: place for place, name in enumerate(ids)}
    return [(places[name], float(score)) for name, score in zip(found.ids, found.scores, strict=True)]


def all_told(warm: Warm, columns: Columns, k: int) -> tuple[Told, Told]:
    """What each of some columns is told, as rows of those columns."""
    people, work = columns
    return (
        [told(warm.rank_vacancies(row(people, at), k), work.ids) for at in range(len(people))],
        [told(warm.rank_candidates(row(work, at), k), people.ids) for at in range(len(work))],
    )


@pytest.fixture(params=["plain", "compiled"], scope="session")
def fast(request: pytest.FixtureRequest) -> bool:
    """Whether the compiled way is taken."""
    return request.param == "compiled" and bool(request.getfixturevalue("compiled_way").fast)


def test_everybody_is_told_what_the_definitions_say(engine: Engine, nation: MakeNation, fast: bool) -> None:
    columns = nation(120, 30) if fast else nation(30, 12)
    warm = Warm.of(*columns, engine.model, AS_OF, fast=fast)
    assert all_told(warm, columns, K) == slowly(columns, engine.model, K)


def test_everybody_is_told_what_all_are_told_at_once(compiled_way: Way, engine: Engine, nation: MakeNation) -> None:
    people, work = nation(2_000, 400)
    warm = Warm.of(people, work, engine.model, AS_OF, fast=compiled_way.fast)
    at_once = match_everything_scored(Matching(people, work, engine.model, AS_OF, 20))
    for lists, rank, mine, others in (
        (at_once.vacancies_for_candidates, warm.rank_vacancies, people, work),
        (at_once.candidates_for_vacancies, warm.rank_candidates, work, people),
    ):
        for at in range(0, len(mine), 7):
            stays = lists[0][at] != NOBODY
            found = rank(row(mine, at), 20)
            assert found.ids.tolist() == others.ids[lists[0][at][stays]].tolist()
            assert found.scores.tolist() == lists[1][at][stays].tolist()


@settings(max_examples=25)
@given(st.lists(candidates(), min_size=1, max_size=6), st.lists(vacancies(), min_size=1, max_size=6), st.integers(1, 7))
def test_whoever_there_is_is_told_what_the_definitions_say(
    compiled_way: Way, engine: Engine, people: list[Candidate], work: list[Vacancy], k: int
) -> None:
    columns = columns_of(_renamed(people), _renamed(work))
    warm = Warm.of(*columns, engine.model, AS_OF, fast=compiled_way.fast)
    assert all_told(warm, columns, k) == slowly(columns, engine.model, k)


def _renamed(records: list[Record]) -> list[Record]:
    return [record.model_copy(update={"id": f"R{at}"}) for at, record in enumerate(records)]


@pytest.mark.parametrize("feature", FEATURES)
def test_each_feature_alone_may_weigh_all(compiled_way: Way, engine: Engine, nation: MakeNation, feature: str) -> None:
    columns = nation(40, 10, seed=FEATURES.index(feature))
    model = Model("one", {name: 100.0 * (name == feature) for name in FEATURES}, engine.model.priors)
    warm = Warm.of(*columns, model, AS_OF, fast=compiled_way.fast)
    assert all_told(warm, columns, K) == slowly(columns, model, K)


def test_somebody_who_is_not_among_them_is_told_the_same(engine: Engine, nation: MakeNation, fast: bool) -> None:
    people, work = nation(80, 30)
    strangers, other_work = nation(12, 12, seed=9)
    warm = Warm.of(people, work, engine.model, AS_OF, fast=fast)
    theirs, _ = slowly((strangers, work), engine.model, K)
    assert [told(warm.rank_vacancies(row(strangers, at), K), work.ids) for at in range(12)] == theirs
    _, its = slowly((people, other_work), engine.model, K)
    assert [told(warm.rank_candidates(row(other_work, at), K), people.ids) for at in range(12)] == its


def test_only_those_asked_for_are_found(engine: Engine, nation: MakeNation, fast: bool) -> None:
    people, work = nation(200, 150)
    warm = Warm.of(people, work, engine.model, AS_OF, fast=fast)
    for some in (work.ids[::2].tolist(), work.ids[[3]].tolist(), []):
        whole = warm.rank_vacancies(row(people, 0), 150)
        wanted = [(name, score) for name, score in zip(whole.ids, whole.scores, strict=True) if name in some][:K]
        found = warm.rank_vacancies(row(people, 0), K, only={*some, "nobody"})
        assert list(zip(found.ids, found.scores, strict=True)) == wanted


def test_more_than_there_are_and_none_at_all_may_be_asked_for(engine: Engine, nation: MakeNation, fast: bool) -> None:
    people, work = nation(30, 10)
    warm = Warm.of(people, work, engine.model, AS_OF, fast=fast)
    assert len(warm.rank_candidates(row(work, 0), 1_000)) <= 30
    assert len(warm.rank_candidates(row(work, 0), 0)) == len(warm.rank_vacancies(row(people, 0), -3)) == 0


def test_sides_without_rows_find_nobody(engine: Engine, nation: MakeNation, fast: bool) -> None:
    people, work = nation(5, 5)
    none = take(people, np.empty(0, dtype=np.int64)), take(work, np.empty(0, dtype=np.int64))
    warm = Warm.of(*none, engine.model, AS_OF, fast=fast)
    assert len(warm.rank_vacancies(row(people, 0), K)) == len(warm.rank_candidates(row(work, 0), K)) == 0
    warm.put_candidates(people)
    assert told(warm.rank_candidates(row(work, 0), K), people.ids) == slowly((people, work), engine.model, K)[1][0]


def test_places_that_are_odd_change_no_answer(compiled_way: Way, engine: Engine, nation: MakeNation) -> None:
    people, work = nation(40, 20)
    odd = np.array([np.nan, np.inf, -np.inf, 1e12, -5e5, 0.0])
    people = replace(people, easting_m=np.concatenate([odd, people.easting_m[6:]]))
    work = replace(work, northing_m=np.concatenate([odd, work.northing_m[6:]]), radius_km=np.full(20, 900.0))
    warm = Warm.of(people, work, engine.model, AS_OF, fast=compiled_way.fast)
    assert all_told(warm, (people, work), K) == slowly((people, work), engine.model, K)


def test_everybody_at_one_point_is_told_the_same(compiled_way: Way, engine: Engine, nation: MakeNation) -> None:
    people, work = nation(300, 8)
    people = replace(people, easting_m=np.full(300, 430_000.0), northing_m=np.full(300, 433_000.0))
    warm = Warm.of(people, work, engine.model, AS_OF, fast=compiled_way.fast)
    assert all_told(warm, (people, work), K) == slowly((people, work), engine.model, K)


def test_measured_journeys_are_read(engine: Engine, nation: MakeNation) -> None:
    people, work = nation(10, 8)
    times = TravelTimes.from_rows(
        [(home, there, mode, 7.0) for home in people.sector for there in work.sector for mode in ("bus", "car", "walk")]
    )
    warm = Warm.of(people, work, engine.model, AS_OF, times)
    without = Warm.of(people, work, engine.model, AS_OF)
    person = row(people, int(np.flatnonzero(people.sector != "")[0]))
    assert len(warm.rank_vacancies(person, 8)) > len(without.rank_vacancies(person, 8))


def test_an_id_that_comes_twice_is_said(engine: Engine, nation: MakeNation) -> None:
    people, work = nation(6, 3)
    people.ids[1] = people.ids[0]
    with pytest.raises(InputError, match="comes twice"):
        Warm.of(people, work, engine.model, AS_OF)
