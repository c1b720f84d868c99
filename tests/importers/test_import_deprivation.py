import csv
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from importing import context_in, write

from matcher.domain import Candidate
from matcher.errors import FileError
from matcher.geography import SectorGazetteer
from matcher.importers.deprivation import import_deprivation
from matcher.importers.postcodes import import_postcodes
from matcher.importers.summary import ImportSummary
from matcher.store import Person, Store

OF_2019 = (
    "\ufeffLSOA code (2011),LSOA name (2011),Local Authority District code (2019),Local Authority District name (2019),"
    "Index of Multiple Deprivation (IMD) Rank,Index of Multiple Deprivation (IMD) Decile\n"
)
OF_2025 = "lsoa21_code,IMD_decile,Income_decile,IMD_rank,Income_rank\n"
ROW_2019 = 'E01011658,Leeds 001A,E08000035,Leeds,"29,199",9\n'
ROW_2025 = "E01033010,8.0,10.0,26525.0,33730.0\n"


def add_postcodes(store: Store, **columns: list[str | None]) -> None:
    n = len(next(iter(columns.values())))
    shared = {"lat": 53.80688, "long": -1.52036, "easting_m": 431684, "northing_m": 434616, "country": "England"}
    names = [f"LS9 7{letters}" for letters in ("TF", "TG", "TH", "TJ")[:n]]
    store.upsert_postcodes(pd.DataFrame({"postcode": names, **columns, **{key: [v] * n for key, v in shared.items()}}))


def imported(store: Store, path: Path, **given: Any) -> ImportSummary:
    summary = import_deprivation(path, context_in(path.parent, store=store, **given))
    assert summary.read == summary.added + summary.updated + summary.unchanged + summary.rejected
    return summary


def refusal(store: Store, path: Path, **given: Any) -> str:
    with pytest.raises(FileError) as caught:
        imported(store, path, **given)
    assert "\n" not in str(caught.value)
    assert store.deprivation_vintages() == {}
    return str(caught.value)


def test_the_index_of_2019_joins_by_the_areas_of_2011(store: Store, tmp_path: Path) -> None:
    add_postcodes(store, lsoa11=["E01011658"])
    summary = imported(store, write(tmp_path, OF_2019 + ROW_2019))
    assert (summary.format, summary.added, summary.rejected) == ("imd2019", 1, 0)
    assert store.deprivation_rank("LS9 7TF", 2019) == 29_199
    assert store.gazetteer(SectorGazetteer.load()).locate("LS9 7TF").deprivation_decile == 9


def test_the_index_of_2025_joins_by_the_areas_of_2021(store: Store, tmp_path: Path) -> None:
    add_postcodes(store, lsoa21=["E01033010"])
    summary = imported(store, write(tmp_path, OF_2025 + ROW_2025))
    assert (summary.format, summary.added) == ("imd2025", 1)
    assert store.deprivation_rank("LS9 7TF", 2025) == 26_525


def test_the_office_s_own_header_of_2025_is_known_too(store: Store, tmp_path: Path) -> None:
    header = (
        "LSOA code (2021),LSOA name (2021),Local Authority District code (2024),Local Authority District name (2024),"
        "Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived),"
        "Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs)\n"
    )
    assert imported(store, write(tmp_path, f"{header}E01033010,Leeds,E08000035,Leeds,5,1\n")).format == "imd2025"


def test_importing_again_changes_nothing(store: Store, tmp_path: Path) -> None:
    path = write(tmp_path, OF_2019 + ROW_2019)
    imported(store, path)
    again = imported(store, path)
    assert (again.added, again.updated, again.unchanged) == (0, 0, 1)


def test_the_index_of_2019_is_refused_on_postcodes_of_2021_with_what_would_be_lost(
    store: Store, tmp_path: Path
) -> None:
    add_postcodes(store, lsoa21=["E01011658", "E01033010", "E01011658", "E01011658"])
    message = refusal(store, write(tmp_path, OF_2019 + ROW_2019))
    assert "the 2019 index, on LSOAs of 2011" in message
    assert "the 4 stored English postcodes carry LSOAs of 2021" in message
    assert "silently lose 25.0% of them" in message
    assert "import an NSPL or ONSPD that has the column lsoa11 first, or use the 2025 index" in message


def test_the_index_of_2025_is_refused_on_postcodes_of_2011(store: Store, tmp_path: Path) -> None:
    add_postcodes(store, lsoa11=["E01011658"])
    message = refusal(store, write(tmp_path, OF_2025 + ROW_2025))
    assert "silently lose 100.0%" in message
    assert "or use the 2019 index" in message


def test_postcodes_that_carry_both_take_either_index(store: Store, tmp_path: Path) -> None:
    add_postcodes(store, lsoa11=["E01011658"], lsoa21=["E01033010"])
    imported(store, write(tmp_path, OF_2019 + ROW_2019))
    imported(store, write(tmp_path, OF_2025 + ROW_2025, "new.csv"))
    assert store.deprivation_vintages() == {2019: 1, 2025: 1}


def test_the_summary_says_how_many_postcodes_join(store: Store, tmp_path: Path) -> None:
    add_postcodes(store, lsoa21=["E01033010", None, "E01033011"])
    summary = imported(store, write(tmp_path, OF_2025 + ROW_2025))
    assert summary.notes == ("1 of 2 postcodes of England with an LSOA of 2021 join this index (3 stored in all).",)


def test_an_index_without_postcodes_lands_and_says_that_nothing_joins_yet(store: Store, tmp_path: Path) -> None:
    assert "nothing joins so far" in imported(store, write(tmp_path, OF_2025 + ROW_2025)).notes[0]


def test_people_already_stored_take_the_decile(store: Store, tmp_path: Path) -> None:
    add_postcodes(store, lsoa21=["E01033010"])
    place = store.gazetteer(SectorGazetteer.load()).locate("LS9 7TF")
    store.upsert_candidates([(Candidate(id="C1", postcode="LS9 7TF", place=place), Person())])
    imported(store, write(tmp_path, OF_2025 + ROW_2025))
    found = store.candidate("C1").place
    assert found is not None
    assert found.deprivation_decile == 8


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("W01000001,8.0,1,5,1", "W01000001 is not in England"),
        ("Leeds,8.0,1,5,1", "'Leeds' is not the code of an English LSOA"),
        ("E01033011,8.0,1,,1", "rank '' is not a whole number from 1 to 33,755"),
        ("E01033011,11,1,5,1", "decile '11' is not a whole number from 1 to 10"),
        ("E01033011,8,1,33756,1", "rank '33756' is not"),
        ("E01033011,8,1,5.5,1", "rank '5.5' is not"),
        ("E01033010,8,1,5,1", "E01033010 is in row 2 already"),
    ],
)
def test_a_row_that_cannot_be_used_is_given_back_with_the_reason(
    store: Store, tmp_path: Path, row: str, reason: str
) -> None:
    summary = imported(store, write(tmp_path, f"{OF_2025}{ROW_2025}{row}\n"))
    assert (summary.added, summary.rejected) == (1, 1)
    with (tmp_path / "rejects.csv").open(encoding="utf-8", newline="") as file:
        (rejected,) = csv.DictReader(file)
    assert rejected["row_number"] == "3"
    assert reason in rejected["reason"]
    assert rejected["lsoa21_code"] == row.partition(",")[0]


def test_a_column_that_does_not_say_its_census_needs_the_format(store: Store, tmp_path: Path) -> None:
    path = write(tmp_path, "Area,IMD rank,IMD decile\nE01033010,5,1\n")
    assert "no column for the lsoa" in refusal(store, path)
    mapping = {"lsoa": "Area"}
    assert "does not say of which census" in refusal(store, path, columns=mapping)
    assert imported(store, path, columns=mapping, format="imd2025").format == "imd2025"


def test_a_format_that_contradicts_the_file_is_refused(store: Store, tmp_path: Path) -> None:
    path = write(tmp_path, OF_2019 + ROW_2019)
    assert "which is 'imd2019' and not 'imd2025'" in refusal(store, path, format="imd2025")
    assert "no format of an index" in refusal(store, path, format="imd2015")


def test_the_index_of_2015_is_not_taken_for_that_of_2019(store: Store, tmp_path: Path) -> None:
    message = refusal(store, write(tmp_path, OF_2019.replace("(2019)", "(2013)") + ROW_2019))
    assert "the index of 2015" in message


def test_files_that_are_none_are_refused_in_one_line(store: Store, tmp_path: Path) -> None:
    assert "no file" in refusal(store, tmp_path / "missing.csv")
    assert "is a folder" in refusal(store, tmp_path)
    assert "empty" in refusal(store, write(tmp_path, ""))
    assert "no column for the rank or the decile" in refusal(store, write(tmp_path, "lsoa21_code\nE01033010\n"))


@pytest.mark.real_data
def test_the_ranks_of_2019_agree_with_the_lookup_s_own_on_every_row(
    store: Store, real_data: Path, tmp_path: Path
) -> None:
    lookup = next((real_data / "nspl_sample").glob("*.csv"))
    context = context_in(tmp_path, store=store)
    import_postcodes(lookup, context)
    summary = import_deprivation(next((real_data / "imd").glob("*IMD2019*.csv")), context)
    assert (summary.read, summary.added, summary.rejected) == (32_844, 32_844, 0)
    with lookup.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["lsoa11"]]
    assert len(rows) == 8_688
    assert all(store.deprivation_rank(row["pcds"], 2019) == int(row["imd"]) for row in rows)


@pytest.mark.real_data
def test_the_index_of_2025_does_not_fit_a_lookup_of_2011_areas(store: Store, real_data: Path, tmp_path: Path) -> None:
    context = context_in(tmp_path, store=store)
    import_postcodes(next((real_data / "nspl_sample").glob("*.csv")), context)
    with pytest.raises(FileError, match=r"silently lose 10\.4% of them"):
        import_deprivation(next((real_data / "imd").glob("imd2025*.csv")), context)


def test_a_rank_of_endless_digits_is_rejected(store: Store, tmp_path: Path) -> None:
    summary = imported(store, write(tmp_path, f"{OF_2025}E01033010,8.0,10.0,{'9' * 5_000},1\n{ROW_2025}"))
    assert summary.rejected >= 1
