import csv
import gzip
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.errors import FileError
from matcher.importers.places import build_sector_table, geometric_medians

DEPRIVATION = "lsoa21_code,IMD_decile,IMD_rank\nE01000001,1.0,100.0\nE01000002,5.0,16000.0\nE01000003,9.0,30000.0\n"
HEADER = "pcds,lat,long,lsoa21\n"


def build(folder: Path, rows: str) -> dict[str, dict[str, str]]:
    postcodes, deprivation = folder / "postcodes.csv", folder / "imd.csv"
    postcodes.write_text(HEADER + rows, encoding="utf-8")
    deprivation.write_text(DEPRIVATION, encoding="utf-8")
    with build_sector_table(postcodes, deprivation, folder / "out").open(encoding="utf-8", newline="") as file:
        return {row["sector"]: row for row in csv.DictReader(file)}


def test_postcodes_of_one_sector_become_one_row(tmp_path: Path) -> None:
    table = build(
        tmp_path, "LS9 7TF,53.80,-1.52,E01000001\nLS9 7TA,53.80,-1.52,E01000001\nLS9 8AA,53.79,-1.51,E01000002\n"
    )
    assert {name: row["n_postcodes"] for name, row in table.items()} == {"LS9 7": "2", "LS9 8": "1"}


def test_seven_characters_without_a_space_are_read_as_the_rest(tmp_path: Path) -> None:
    assert list(build(tmp_path, "LS119AA,53.78,-1.55,E01000001\n")) == ["LS11 9"]


@pytest.mark.parametrize("place", [",0.00000", "0.00000,0.00000", "99.999999,0.000000", "53.8,"])
def test_a_postcode_without_a_place_does_not_move_its_sector(tmp_path: Path, place: str) -> None:
    table = build(tmp_path, f"LS9 7TF,53.80,-1.52,E01000001\nLS9 7TA,{place},\n")
    assert (table["LS9 7"]["n_postcodes"], table["LS9 7"]["lat"]) == ("1", "53.8")


def test_a_place_on_the_meridian_is_a_place(tmp_path: Path) -> None:
    assert build(tmp_path, "SE10 8XJ,51.48,0.00000,E01000001\n")["SE10 8"]["long"] in {"0.0", "-0.0", "1e-05", "-1e-05"}


@pytest.mark.parametrize("code", ["NPT 0AD", "GIR 0AA"])
def test_codes_older_than_todays_patterns_are_left_out(tmp_path: Path, code: str) -> None:
    assert list(build(tmp_path, f"{code},51.58,-2.99,\nLS9 7TF,53.80,-1.52,E01000001\n")) == ["LS9 7"]


def test_the_centre_stays_with_most_postcodes_when_one_lies_far_off(tmp_path: Path) -> None:
    near = "".join(f"LS9 7T{letter},53.80000,-1.52000,E01000001\n" for letter in "ABDEF")
    row = build(tmp_path, f"{near}LS9 7TG,54.50000,-1.52000,E01000001\n")["LS9 7"]
    assert float(row["lat"]) == pytest.approx(53.8, abs=1e-3)


def test_the_radius_holds_four_postcodes_in_five(tmp_path: Path) -> None:
    near = "".join(f"LS9 7T{letter},53.80000,-1.52000,E01000001\n" for letter in "ABDEFG")
    row = build(tmp_path, f"{near}LS9 7TH,54.50000,-1.52000,E01000001\n")["LS9 7"]
    assert float(row["radius_km"]) < 0.1


def test_the_decile_is_that_of_the_median_postcode(tmp_path: Path) -> None:
    rows = "LS9 7TA,53.8,-1.5,E01000003\nLS9 7TB,53.8,-1.5,E01000001\nLS9 7TD,53.8,-1.5,E01000002\n"
    assert build(tmp_path, rows)["LS9 7"]["deprivation_decile"] == "5"


def test_of_two_middle_postcodes_the_more_deprived_gives_the_decile(tmp_path: Path) -> None:
    rows = "LS9 7TA,53.8,-1.5,E01000003\nLS9 7TB,53.8,-1.5,E01000001\n"
    assert build(tmp_path, rows)["LS9 7"]["deprivation_decile"] == "1"


@pytest.mark.parametrize(
    ("rows", "country"),
    [
        ("LS9 7TA,53.8,-1.5,E01000001\n", "England"),
        ("CF10 1AA,51.48,-3.18,W01000001\n", "Wales"),
        ("BT1 1AA,54.6,-5.93,N21000001\n", "Northern Ireland"),
        ("BT1 1AA,54.6,-5.93,\n", "Northern Ireland"),
        ("EH1 1AA,55.95,-3.19,\n", "Scotland"),
        ("CH5 1AA,53.2,-3.0,E01000001\nCH5 1AB,53.2,-3.0,W01000001\nCH5 1AD,53.2,-3.0,W01000001\n", "Wales"),
    ],
)
def test_the_country_is_that_of_most_postcodes(tmp_path: Path, rows: str, country: str) -> None:
    assert {row["country"] for row in build(tmp_path, rows).values()} == {country}


def test_a_sector_that_says_nothing_takes_the_country_of_its_district(tmp_path: Path) -> None:
    rows = "CH5 1AA,53.2,-3.0,\nCH5 2AA,53.2,-3.0,W01000001\nCH1 1AA,53.2,-2.9,E01000001\nCH1 2AA,53.2,-2.9,E01000001\n"
    assert build(tmp_path, rows)["CH5 1"]["country"] == "Wales"


def test_a_district_that_says_nothing_takes_the_country_of_its_area(tmp_path: Path) -> None:
    assert build(tmp_path, "EC1A 1BB,51.52,-0.1,\nEC2A 1AA,51.52,-0.1,E01000001\n")["EC1A 1"]["country"] == "England"


def test_only_england_has_a_decile(tmp_path: Path) -> None:
    rows = "CH5 1AA,53.2,-3.0,E01000001\nCH5 1AB,53.2,-3.0,W01000001\nCH5 1AD,53.2,-3.0,W01000001\n"
    assert build(tmp_path, rows)["CH5 1"]["deprivation_decile"] == ""


def test_a_file_that_lacks_a_column_names_it(tmp_path: Path) -> None:
    bad, good = tmp_path / "bad.csv", tmp_path / "imd.csv"
    bad.write_text("postcode,lat,long\nLS9 7TF,53.8,-1.5\n", encoding="utf-8")
    good.write_text(DEPRIVATION, encoding="utf-8")
    with pytest.raises(FileError, match="lacks the column pcds, lsoa21"):
        build_sector_table(bad, good, tmp_path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"nowhere\.csv"):
        build_sector_table(tmp_path / "nowhere.csv", tmp_path / "nowhere.csv", tmp_path)


def test_a_directory_without_a_single_place_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="holds no postcode with a place"):
        build(tmp_path, "JE2 3AB,,0.00000,L99999999\n")


def test_a_compressed_directory_gives_the_same_table(tmp_path: Path) -> None:
    rows = "LS9 7TF,53.80,-1.52,E01000001\nLS9 7TA,53.81,-1.53,E01000002\n"
    plain = build(tmp_path, rows)
    packed = tmp_path / "postcodes.csv.gz"
    packed.write_bytes(gzip.compress((HEADER + rows).encode()))
    path = build_sector_table(packed, tmp_path / "imd.csv", tmp_path / "again")
    with path.open(encoding="utf-8", newline="") as file:
        assert list(csv.DictReader(file)) == list(plain.values())


points = st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 5000)), min_size=1, max_size=12)


@given(st.lists(points, min_size=1, max_size=4))
def test_no_point_of_a_group_is_nearer_to_the_rest_than_its_centre(groups: list[list[tuple[int, int]]]) -> None:
    codes = np.repeat(np.arange(len(groups)), [len(group) for group in groups])
    flat = np.array([point for group in groups for point in group], dtype=float)
    x, y = geometric_medians(codes, flat[:, 0], flat[:, 1])
    for group, centre in zip(groups, zip(x, y, strict=True), strict=True):
        members = np.array(group, dtype=float)
        total = np.hypot(*(members - np.array(centre)).T).sum()
        best = min(np.hypot(*(members - member).T).sum() for member in members)
        assert total <= best * 1.01 + 5 * len(group)


@pytest.mark.real_data
def test_the_shipped_table_is_what_the_command_makes(real_data: Path, tmp_path: Path) -> None:
    made = build_sector_table(
        real_data / "postcodes_uk_2025-05.csv.gz", real_data / "imd" / "imd2025_england_lsoa21.csv", tmp_path
    )
    shipped = Path(__file__).parents[2] / "data" / "places" / "sectors.csv"
    assert made.read_text(encoding="utf-8") == shipped.read_text(encoding="utf-8")
