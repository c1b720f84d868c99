"""The table of where care is given from: counted by sector, and nothing of whom."""

from pathlib import Path

import pytest

from matcher.benchmarks.care_locations import COLUMNS, count_locations, write_table
from matcher.domain import Provider
from matcher.errors import FileError
from matcher.packaged import data_path, read_table

SECTORS = ("LS9 7", "DH1 1", "YO1 1")


def place(postcode: str | None, *services: str) -> Provider:
    return Provider(id="1-1", name="Somewhere", postcode=postcode, services=services)


def test_homes_and_care_at_home_are_counted_apart_and_a_location_that_does_both_in_both() -> None:
    places = [
        place("LS9 7TF", "Nursing homes"),
        place("ls97tg", "Residential homes", "Homecare agencies"),
        place("DH1 1AA", "Shared lives"),
    ]
    assert [tuple(row.values()) for row in count_locations(places, SECTORS)] == [("DH1 1", 0, 1), ("LS9 7", 2, 1)]


def test_what_gives_no_social_care_or_has_no_known_place_is_counted_nowhere() -> None:
    places = [
        place("LS9 7TF", "Dentist"),
        place("ZZ99 9ZZ", "Nursing homes"),
        place("nowhere", "Nursing homes"),
        place(None, "Nursing homes"),
    ]
    assert not list(count_locations(places, SECTORS))


def test_the_shipped_table_has_counts_of_known_sectors_and_nothing_else() -> None:
    rows, sectors = (
        list(read_table("care_locations", "locations.csv")),
        {r["sector"] for r in read_table("places", "sectors.csv")},
    )
    assert set(rows[0]) == set(COLUMNS)
    assert {row["sector"] for row in rows} <= sectors
    assert all(int(row["n_care_homes"]) + int(row["n_home_care"]) > 0 for row in rows)


@pytest.mark.real_data
def test_the_command_makes_the_shipped_table(real_data: Path, tmp_path: Path) -> None:
    write_table(real_data, tmp_path)
    assert (tmp_path / "locations.csv").read_bytes() == data_path("care_locations", "locations.csv").read_bytes()


def test_a_missing_directory_is_said_with_its_path(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="cqc_directory"):
        write_table(tmp_path, tmp_path)
