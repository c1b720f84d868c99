from pathlib import Path
from typing import Any

import numpy as np
import pytest
from importing import context_in, reasons, write

from matcher.domain import Candidate, TravelMode, Vacancy
from matcher.engine import Engine
from matcher.errors import FileError
from matcher.importers import run_import
from matcher.importers.column_names import SYNONYMS
from matcher.importers.summary import ImportSummary
from matcher.importers.travel_times import TRAVEL_TIME_COLUMNS
from matcher.likeness.normalise import normalise
from matcher.store import Store

HEADER = "origin sector,destination sector,mode,minutes\n"


def imported(store: Store, folder: Path, text: str, **given: Any) -> ImportSummary:
    summary = run_import("travel-times", write(folder, text), context_in(folder, store=store, **given))
    assert (summary.kind, summary.format) == ("travel-times", "csv")
    assert summary.read == summary.added + summary.updated + summary.unchanged + summary.rejected
    return summary


def minutes(store: Store, origin: str, destination: str, mode: TravelMode = TravelMode.BUS) -> float:
    table = store.travel_times()
    assert table is not None
    return float(table.between(mode, *(np.array([n], dtype=object) for n in (origin, destination)))[0, 0])


def test_measured_minutes_are_stored_by_sector_and_way_of_travel(store: Store, tmp_path: Path) -> None:
    summary = imported(store, tmp_path, HEADER + "LS9 7,LS10 1,bus,21.5\nLS9 7,LS10 1,car,11\n")
    assert (summary.added, summary.rejected) == (2, 0)
    assert minutes(store, "LS9 7", "LS10 1") == 21.5
    assert minutes(store, "LS9 7", "LS10 1", TravelMode.CAR) == 11.0


def test_importing_again_changes_nothing_and_newer_minutes_count(store: Store, tmp_path: Path) -> None:
    imported(store, tmp_path, HEADER + "LS9 7,LS10 1,bus,21.5\n")
    assert imported(store, tmp_path, HEADER + "LS9 7,LS10 1,bus,21.5\n").unchanged == 1
    assert imported(store, tmp_path, HEADER + "LS9 7,LS10 1,bus,30\n").updated == 1
    assert minutes(store, "LS9 7", "LS10 1") == 30.0


@pytest.mark.parametrize("written", ["ls97", "LS9 7TF", "ls9-7tf", " LS9  7 ", "LS97TF"])
def test_postcodes_are_read_as_their_sectors(store: Store, tmp_path: Path, written: str) -> None:
    imported(store, tmp_path, f"{HEADER}{written},LS10 1AB,walk,50 mins\n")
    assert minutes(store, "LS9 7", "LS10 1", TravelMode.WALK) == 50.0


@pytest.mark.parametrize(
    "header", ["From,To,Travel mode,Travel time", "home_sector,work_sector,transport,mins", "to,from,mode,minutes"]
)
def test_the_usual_names_of_the_columns_are_understood_and_said(store: Store, tmp_path: Path, header: str) -> None:
    first, second = ("LS10 1", "LS9 7") if header.startswith("to") else ("LS9 7", "LS10 1")
    summary = imported(store, tmp_path, f"{header}\n{first},{second},public transport,20\n")
    assert minutes(store, "LS9 7", "LS10 1") == 20.0
    assert any("was read as origin_sector" in note for note in summary.notes)


def test_columns_of_any_name_can_be_mapped(store: Store, tmp_path: Path) -> None:
    columns = {"origin_sector": "A", "destination_sector": "B", "minutes": "Door to door"}
    imported(store, tmp_path, "A,B,mode,Door to door,median\nLS9 7,LS10 1,bus,20,18\n", columns=columns)
    assert minutes(store, "LS9 7", "LS10 1") == 20.0


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("LS9,LS10 1,bus,20", "origin_sector 'LS9': this is not a postcode sector"),
        ("LS9 7,LS,bus,20", "destination_sector 'LS': this is not a postcode sector"),
        ("ZZ9 9,LS10 1,bus,20", "no UK postcode begins with 'ZZ9'"),
        ("Leeds,LS10 1,bus,20", "'Leeds' is not a UK postcode"),
        ("LS9 7,LS10 1,horse,20", "mode 'horse': write one of walk, cycle, bus, car"),
        ("LS9 7,LS10 1,bus,-5", "minutes '-5': write minutes from door to door"),
        ("LS9 7,LS10 1,bus,0:20", "minutes '0:20': write minutes from door to door"),
        ("LS9 7,LS10 1,bus,1500", "more than a day"),
        ("LS9 7,LS10 1,bus,", "minutes is blank"),
        (",LS10 1,bus,20", "origin_sector is blank"),
    ],
)
def test_a_row_that_cannot_be_used_comes_back_with_the_reason(
    store: Store, tmp_path: Path, row: str, said: str
) -> None:
    summary = imported(store, tmp_path, f"{HEADER}{row}\nLS9 7,LS10 1,car,11\n")
    assert (summary.added, summary.rejected) == (1, 1)
    assert said in reasons(tmp_path)[2]


def test_of_two_rows_about_one_journey_the_first_is_kept(store: Store, tmp_path: Path) -> None:
    summary = imported(store, tmp_path, HEADER + "LS9 7,LS10 1,bus,20\nLS9 7TF,LS10 1AB,bus,30\n")
    assert (summary.added, summary.rejected) == (1, 1)
    assert minutes(store, "LS9 7", "LS10 1") == 20.0
    assert "further up" in reasons(tmp_path)[3]


def test_a_file_longer_than_a_chunk_lands_whole(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("matcher.importers.travel_times._CHUNK_ROWS", 2)
    rows = "".join(f"LS9 7,LS10 1,{mode},2{n}\n" for n, mode in enumerate(("walk", "cycle", "bus", "car")))
    assert imported(store, tmp_path, HEADER + rows + "LS10 1,LS9 7,bus,25\n").added == 5
    assert minutes(store, "LS10 1", "LS9 7") == 25.0


def test_a_file_without_a_column_of_ours_says_which(store: Store, tmp_path: Path) -> None:
    with pytest.raises(FileError, match="no column 'minutes'"):
        imported(store, tmp_path, "from,to,mode,apples\nLS9 7,LS10 1,bus,20\n")


def test_another_format_is_refused(store: Store, tmp_path: Path) -> None:
    with pytest.raises(FileError, match="'xlsx' is no format of travel times"):
        imported(store, tmp_path, HEADER, format="xlsx")


def test_an_engine_with_a_database_goes_by_its_measured_journeys(store: Store, tmp_path: Path) -> None:
    imported(store, tmp_path, HEADER + "LS9 7,LS10 1,bus,21\n")
    with_table, without = Engine.load(database=store.url), Engine.load()
    person = Candidate(id="C", postcode="LS9 7TF", travel_mode="bus")
    work = Vacancy(id="V", postcode="LS10 1JE", shifts_any_of="mon-fri day")
    assert with_table.match_candidate(person, [work]).matches[0].travel_minutes == 21.0
    assert without.match_candidate(person, [work]).matches[0].travel_minutes != 21.0


def test_the_usual_names_are_normalised_and_each_is_that_of_one_column() -> None:
    names = [name for usual in SYNONYMS["travel-times"].values() for name in usual]
    assert set(SYNONYMS["travel-times"]) == set(TRAVEL_TIME_COLUMNS)
    assert names == [normalise(name) for name in names]
    assert len(names) == len(set(names))
