"""Stored lists, on both databases."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pandas as pd
import pytest

from matcher.domain import Candidate, Vacancy
from matcher.store import Person, Store
from matcher.store.kept_lists import ListsState, StoredList

DAY, NEXT_DAY = date(2026, 11, 26), date(2026, 11, 27)
TWO = (("V2", 71.25), ("V1", 1 / 3))


@pytest.fixture
def store(store: Store) -> Store:
    store.upsert_candidates([(Candidate(id=name), Person()) for name in ("C1", "C2")])
    store.upsert_vacancies([Vacancy(id=name) for name in ("V1", "V2")])
    return store


def test_a_list_reads_back_to_the_last_bit(store: Store) -> None:
    assert store.lists.write("candidate", DAY, "baseline-1", {"C1": TWO, "C2": ()}) == 2
    assert store.lists.write("vacancy", DAY, "baseline-1", {"V1": (("C1", 1 / 3),)}) == 1
    assert store.lists.of_candidate("C1") == StoredList(1, DAY, "baseline-1", TWO)
    assert store.lists.of_vacancy("V1") == StoredList(1, DAY, "baseline-1", (("C1", 1 / 3),))
    assert dict(store.lists.all("candidate")) == {"C1": TWO, "C2": ()}


def test_who_was_not_ranked_has_no_list(store: Store) -> None:
    assert store.lists.of_candidate("C1") is None
    assert store.lists.of_vacancy("V1") is None


def test_a_list_that_comes_out_the_same_keeps_its_version_on_another_day(store: Store) -> None:
    store.lists.write("candidate", DAY, "baseline-1", {"C1": TWO})
    assert store.lists.write("candidate", NEXT_DAY, "baseline-2", {"C1": TWO}) == 0
    assert store.lists.of_candidate("C1") == StoredList(1, NEXT_DAY, "baseline-2", TWO)


@pytest.mark.parametrize(
    "entries", [(), TWO[:1], TWO[::-1], (("V2", 71.25), ("V1", 0.5)), (("V2", 71.25), ("V3", 1 / 3))]
)
def test_a_list_that_comes_out_otherwise_is_one_version_more(
    store: Store, entries: tuple[tuple[str, float], ...]
) -> None:
    store.lists.write("candidate", DAY, "baseline-1", {"C1": TWO, "C2": TWO})
    assert store.lists.write("candidate", DAY, "baseline-1", {"C1": entries, "C2": TWO}) == 1
    assert store.lists.of_candidate("C1") == StoredList(2, DAY, "baseline-1", entries)
    assert store.lists.of_candidate("C2") == StoredList(1, DAY, "baseline-1", TWO)


def test_a_list_goes_with_whom_it_is_of_and_is_not_written_for_the_gone(store: Store) -> None:
    store.lists.write("candidate", DAY, "baseline-1", {"C1": TWO})
    store.remove(candidates=["C1"])
    assert store.lists.of_candidate("C1") is None
    assert store.lists.write("candidate", DAY, "baseline-1", {"C1": TWO, "C2": TWO}) == 1
    assert dict(store.lists.all("candidate")) == {"C2": TWO}


def test_more_lists_than_one_transaction_takes_are_all_written(store: Store) -> None:
    people = [f"N{number:04}" for number in range(1_100)]
    store.upsert_candidates([(Candidate(id=name), Person()) for name in people])
    lists = {name: ((name, 1.0),) for name in people}
    assert store.lists.write("candidate", DAY, "baseline-1", lists) == 1_100
    assert dict(store.lists.all("candidate")) == lists


@pytest.mark.parametrize("name", ["C1", 'Zoë %_\\ "1"'])
def test_somebody_who_is_deleted_is_in_no_list_from_that_moment(store: Store, name: str) -> None:
    store.upsert_candidates([(Candidate(id=name), Person())])
    store.lists.write("vacancy", DAY, "baseline-1", {"V1": (("C2", 70.0), (name, 60.0)), "V2": (("C2", 50.0),)})
    store.about.forget(name, None)
    assert store.lists.of_vacancy("V1") == StoredList(2, DAY, "baseline-1", (("C2", 70.0),))
    assert store.lists.of_vacancy("V2") == StoredList(1, DAY, "baseline-1", (("C2", 50.0),))


STALE: dict[str, Callable[[Store], object]] = {
    "somebody new": lambda s: s.upsert_candidates([(Candidate(id="C3"), Person())]),
    "measured journeys": lambda s: s.upsert_travel_times(
        pd.DataFrame({"origin": ["LS9 7"], "destination": ["LS8 1"], "mode": ["bus"], "minutes": [20.0]})
    ),
}


def test_lists_are_true_on_their_day_for_their_model(store: Store) -> None:
    assert not store.lists.are_true(DAY, "baseline-1")
    now = datetime.now(UTC)
    state = ListsState(store.changes.last(), DAY, "baseline-1", now, 0.25)
    store.lists.mark(state)
    assert store.lists.state() == state
    assert store.lists.are_true(DAY, "baseline-1")
    assert not store.lists.are_true(NEXT_DAY, "baseline-1")
    assert not store.lists.are_true(DAY, "baseline-2")
    assert store.settings.all() == {}


@pytest.mark.parametrize("what", STALE)
def test_lists_are_not_true_any_more_once_something_has_changed(store: Store, what: str) -> None:
    store.lists.mark(ListsState(store.changes.last(), DAY, "baseline-1", datetime.now(UTC), 0.25))
    STALE[what](store)
    assert not store.lists.are_true(DAY, "baseline-1")
