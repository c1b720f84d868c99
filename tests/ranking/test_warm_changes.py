"""Rows put and dropped one by one, lists that a change touches, and threads that ask meanwhile."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.engine import Engine
from matcher.ranking.everything import Matching, match_everything
from matcher.ranking.warm import Found, Standing, Warm, looks
from matcher.scoring.taking import take
from ranking.conftest import MakeNation
from ranking.everything_oracle import Columns, Way
from ranking.test_warm import all_told, row
from strategies import AS_OF

N, M, K = 40, 16, 4


@pytest.fixture(scope="module")
def old_and_new(nation: MakeNation) -> tuple[Columns, Columns]:
    """A nation, and rows of the same ids that are otherwise made anew."""
    return nation(N, M), nation(N, M, seed=5)


@settings(max_examples=10)
@given(
    st.lists(
        st.tuples(st.sampled_from(["put", "drop"]), st.booleans(), st.sets(st.integers(0, M - 1), max_size=5)),
        max_size=8,
    )
)
def test_any_changes_give_what_making_it_anew_gives(
    compiled_way: Way, engine: Engine, old_and_new: tuple[Columns, Columns], changes: list[tuple[str, bool, set[int]]]
) -> None:
    old, new = old_and_new
    warm = Warm.of(*old, engine.model, AS_OF, fast=compiled_way.fast)
    for what, is_people, rows in changes:
        side, at = new[0] if is_people else new[1], np.array(sorted(rows), dtype=np.int64)
        kind = "candidates" if is_people else "vacancies"
        getattr(warm, f"{what}_{kind}")(take(side, at) if what == "put" else side.ids[at].tolist())
    anew = warm.folded()
    assert (anew.n_candidates, anew.n_vacancies) == (warm.n_candidates, warm.n_vacancies)
    assert anew.n_changed == 0
    for at in range(0, N, 5):
        person = row(old[0], at)
        assert _entries(warm.rank_vacancies(person, K)) == _entries(anew.rank_vacancies(person, K))
    for at in range(0, M, 2):
        vacancy = row(old[1], at)
        assert _entries(warm.rank_candidates(vacancy, K)) == _entries(anew.rank_candidates(vacancy, K))


def test_what_is_put_is_found_and_what_is_dropped_is_not(engine: Engine, old_and_new: tuple[Columns, Columns]) -> None:
    (people, work), _ = old_and_new
    warm = Warm.of(people, work, engine.model, AS_OF)
    found = [warm.rank_vacancies(row(people, at), M).ids for at in range(N)]
    person, name = next((row(people, at), ids[0]) for at, ids in enumerate(found) if len(ids))
    warm.drop_vacancies([name, "never there"])
    assert name not in warm.rank_vacancies(person, M).ids
    assert warm.n_vacancies == M - 1
    warm.put_vacancies(take(work, np.flatnonzero(work.ids == name)))
    assert name in warm.rank_vacancies(person, M).ids
    assert warm.n_vacancies == M


def test_columns_of_ids_come_in_their_order(engine: Engine, old_and_new: tuple[Columns, Columns]) -> None:
    (people, work), (_, new) = old_and_new
    warm = Warm.of(people, work, engine.model, AS_OF)
    warm.put_vacancies(take(new, np.array([2, 7])))
    ids = [work.ids[at] for at in (7, 0, 2, 5)]
    found = warm.vacancies([ids[0], "nobody", *ids[1:]])
    assert found.ids.tolist() == ids
    assert found.easting_m.tolist() == [new.easting_m[7], work.easting_m[0], new.easting_m[2], work.easting_m[5]]
    assert warm.candidates([]).ids.tolist() == []


def test_kinds_that_were_forgotten_are_worked_out_again(
    compiled_way: Way, engine: Engine, nation: MakeNation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looks, "_MOST_REMEMBERED", 50)
    monkeypatch.setattr(looks, "_MOST_AHEAD", 200)
    columns = nation(N, M)
    lazy = Warm.of(*columns, engine.model, AS_OF, fast=compiled_way.fast)
    assert all_told(lazy, columns, K) == all_told(Warm.of(*columns, engine.model, AS_OF, fast=False), columns, K)


def test_threads_that_ask_while_one_changes_are_each_told_of_one_moment(
    compiled_way: Way, engine: Engine, old_and_new: tuple[Columns, Columns]
) -> None:
    (people, work), (_, new) = old_and_new
    warm = Warm.of(people, work, engine.model, AS_OF, fast=compiled_way.fast)
    person = row(people, 0)
    before = warm.rank_vacancies(person, M).scores.tolist()
    warm.put_vacancies(new)
    after = warm.rank_vacancies(person, M).scores.tolist()
    with ThreadPoolExecutor(3) as pool:
        asked = [pool.submit(warm.rank_vacancies, person, M) for _ in range(40)]
        for _ in range(5):
            warm.put_vacancies(work)
            warm.put_vacancies(new)
        assert {tuple(one.result().scores) for one in asked} <= {tuple(before), tuple(after)}


def test_a_changed_vacancy_touches_the_lists_that_come_out_otherwise(
    compiled_way: Way, engine: Engine, old_and_new: tuple[Columns, Columns]
) -> None:
    (people, work), (_, new) = old_and_new
    warm = Warm.of(people, work, engine.model, AS_OF, fast=compiled_way.fast)
    before = {name: warm.rank_vacancies(row(people, at), K) for at, name in enumerate(people.ids)}
    lists = Standing.of_lists({name: _entries(found) for name, found in before.items()}, K)
    for at in range(0, M, 3):
        warm.put_vacancies(row(new, at))
        after = {name: warm.rank_vacancies(row(people, place), K) for place, name in enumerate(people.ids)}
        touched = warm.touched_by_vacancy(row(new, at), lists)
        held = {name for name, found in before.items() if work.ids[at] in found.ids}
        assert touched.holds == held
        assert touched.enters == {name for name, found in after.items() if work.ids[at] in found.ids} - held
        assert {name for name in before if _entries(before[name]) != _entries(after[name])} <= touched.ids
        warm.put_vacancies(row(work, at))


def test_a_new_candidate_touches_the_lists_they_enter(engine: Engine, old_and_new: tuple[Columns, Columns]) -> None:
    (people, work), _ = old_and_new
    warm = Warm.of(take(people, np.arange(1, N)), work, engine.model, AS_OF)
    found = [warm.rank_candidates(row(work, at), K) for at in range(M)]
    lists = Standing.of_lists({name: _entries(one) for name, one in zip(work.ids, found, strict=True)}, K)
    warm.put_candidates(row(people, 0))
    after = [warm.rank_candidates(row(work, at), K) for at in range(M)]
    touched = warm.touched_by_candidate(row(people, 0), lists)
    assert touched.holds == frozenset()
    assert touched.enters == {name for name, one in zip(work.ids, after, strict=True) if people.ids[0] in one.ids}
    for name in touched.enters:
        lists.put(name, _entries(after[work.ids.tolist().index(name)]))
    assert warm.touched_by_candidate(row(people, 0), lists).holds == touched.enters


def test_lists_of_everybody_at_once_may_stand(engine: Engine, old_and_new: tuple[Columns, Columns]) -> None:
    (people, work), (_, new) = old_and_new
    warm = Warm.of(people, work, engine.model, AS_OF)
    lists = match_everything(Matching(people, work, engine.model, AS_OF, K)).vacancies_for_candidates
    at_once = Standing(people.ids, work.ids, *lists)
    found = {name: warm.rank_vacancies(row(people, at), K) for at, name in enumerate(people.ids)}
    one_by_one = Standing.of_lists({name: _entries(one) for name, one in found.items()}, K)
    for at in range(M):
        posted = replace(row(new, at), ids=np.array(["A new one"], dtype=object))
        assert warm.touched_by_vacancy(posted, at_once) == warm.touched_by_vacancy(posted, one_by_one)
        assert at_once.holding(work.ids[at]) == one_by_one.holding(work.ids[at])


def test_of_equal_scores_the_first_id_enters(engine: Engine, old_and_new: tuple[Columns, Columns]) -> None:
    (people, work), _ = old_and_new
    twice = replace(row(work, 0), ids=np.array(["V"], dtype=object)), row(work, 0)
    warm = Warm.of(people, twice[1], engine.model, AS_OF)
    found = {name: warm.rank_vacancies(row(people, at), 1) for at, name in enumerate(people.ids)}
    lists = Standing.of_lists({name: _entries(one) for name, one in found.items() if len(one)}, 1)
    open_to = {name for name, one in found.items() if len(one)}
    assert open_to <= warm.touched_by_vacancy(twice[0], lists).enters  # "V" comes before "V0000000"
    later = replace(twice[0], ids=np.array(["W"], dtype=object))
    assert not open_to & warm.touched_by_vacancy(later, lists).enters


def _entries(found: Found) -> list[tuple[object, float]]:
    return list(zip(found.ids.tolist(), found.scores.tolist(), strict=True))
