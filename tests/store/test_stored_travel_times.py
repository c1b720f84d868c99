from collections.abc import Sequence

import numpy as np
import pandas as pd
import pytest

from matcher.domain import TravelMode
from matcher.store import Counts, Store

Row = tuple[str, str, str, float]

THERE: Row = ("LS9 7", "LS10 1", "bus", 21.5)
BACK: Row = ("LS10 1", "LS9 7", "bus", 25.0)
DRIVEN: Row = ("LS9 7", "LS10 1", "car", 11.0)


def upsert(store: Store, *rows: Row) -> Counts:
    return store.upsert_travel_times(pd.DataFrame(rows, columns=["origin", "destination", "mode", "minutes"]))


def minutes(store: Store, origin: str, destination: str, mode: str) -> float | None:
    table = store.travel_times()
    assert table is not None
    found = table.between(TravelMode(mode), *(np.array([name], dtype=object) for name in (origin, destination)))
    return None if np.isnan(found[0, 0]) else float(found[0, 0])


def test_no_travel_times_is_none(store: Store) -> None:
    assert store.travel_times() is None


@pytest.mark.parametrize("rows", [[THERE, BACK, DRIVEN], [DRIVEN, THERE, BACK]])
def test_travel_times_come_back_by_sectors_and_way_of_travel(store: Store, rows: Sequence[Row]) -> None:
    assert upsert(store, *rows) == Counts(added=3)
    assert [minutes(store, *row[:3]) for row in rows] == [row[3] for row in rows]
    assert minutes(store, "LS10 1", "LS9 7", "car") is None


def test_the_same_travel_times_again_change_nothing(store: Store) -> None:
    upsert(store, THERE, BACK)
    assert upsert(store, BACK, THERE) == Counts(unchanged=2)


def test_newer_minutes_replace_the_older_and_new_journeys_are_added(store: Store) -> None:
    upsert(store, THERE, BACK)
    assert minutes(store, *THERE[:3]) == 21.5
    assert upsert(store, (*THERE[:3], 30.0), BACK, DRIVEN) == Counts(added=1, updated=1, unchanged=1)
    assert minutes(store, *THERE[:3]) == 30.0
    assert minutes(store, *DRIVEN[:3]) == 11.0


def test_an_empty_chunk_is_nothing(store: Store) -> None:
    assert upsert(store) == Counts()


def test_the_table_is_read_once_while_nothing_changes(store: Store) -> None:
    upsert(store, THERE)
    first = store.travel_times()
    upsert(store, THERE)
    assert store.travel_times() is first


def test_what_another_program_imported_is_seen_within_a_minute(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    other, now = Store(store.url), [1000.0]
    monkeypatch.setattr("matcher.store.travel_times.monotonic", lambda: now[0])
    assert store.travel_times() is None
    upsert(other, THERE)
    other.close()
    assert store.travel_times() is None
    now[0] += 61
    assert minutes(store, *THERE[:3]) == 21.5
