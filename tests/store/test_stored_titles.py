from dataclasses import replace

from matcher.store import Counts, Store
from matcher.taxonomy.titles import TitledOccupation, TitleTables

CARER = TitledOccupation("31-1120.00", "Home Aides", "Help people at home.", ("Carer", "Home Helper"), ("Cook meals.",))
NURSE = TitledOccupation("29-1141.00", "Nurses")


def test_no_titles_is_none(store: Store) -> None:
    assert store.titles() is None


def test_titles_come_back_as_they_were_stored_and_by_code(store: Store) -> None:
    assert store.upsert_titles(TitleTables((CARER, NURSE))) == Counts(added=2)
    assert store.titles() == TitleTables((NURSE, CARER))


def test_the_same_titles_again_change_nothing(store: Store) -> None:
    store.upsert_titles(TitleTables((CARER, NURSE)))
    assert store.upsert_titles(TitleTables((CARER, NURSE))) == Counts(unchanged=2)


def test_a_newer_list_of_titles_replaces_the_older(store: Store) -> None:
    store.upsert_titles(TitleTables((CARER,)))
    newer = replace(CARER, alternate_titles=("Home Helper", "Support Aide"))
    assert store.upsert_titles(TitleTables((newer,))) == Counts(updated=1)
    assert store.titles() == TitleTables((newer,))


def test_an_occupation_that_comes_without_tasks_keeps_those_stored(store: Store) -> None:
    store.upsert_titles(TitleTables((CARER,)))
    assert store.upsert_titles(TitleTables((replace(CARER, tasks=()),))) == Counts(unchanged=1)
    assert store.titles() == TitleTables((CARER,))
