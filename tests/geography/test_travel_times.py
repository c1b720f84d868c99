from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.domain import Place, PlacePrecision, TravelMode
from matcher.errors import DataError
from matcher.geography import TravelTimes, place_sector

sectors = st.sampled_from(["LS9 7", "LS10 1", "LS1 4", "DH1 3"])
modes = st.sampled_from(list(TravelMode))
rows = st.lists(st.tuples(sectors, sectors, modes, st.floats(0, 200)), max_size=12)
names = st.lists(st.sampled_from(["LS9 7", "LS10 1", "LS1 4", "DH1 3", "", "ZZ9 9"]), min_size=1, max_size=6)

PLACE = Place("LS9 7TF", 53.8, -1.5, 430000.0, 433000.0, PlacePrecision.POSTCODE)


@given(rows, names, names, modes)
def test_a_block_holds_what_each_pair_of_sectors_has(
    table: list[tuple[str, str, str, float]], origins: list[str], destinations: list[str], mode: TravelMode
) -> None:
    measured = {row[:3]: row[3] for row in table}
    expected = [[measured.get((origin, goal, mode), np.nan) for goal in destinations] for origin in origins]
    found = TravelTimes.from_rows(table).between(
        mode, np.array(origins, dtype=object), np.array(destinations, dtype=object)
    )
    np.testing.assert_array_equal(found, expected)


def test_of_two_measurements_of_one_journey_the_last_counts() -> None:
    table = TravelTimes.from_rows([("LS9 7", "LS1 4", "bus", 30.0), ("LS9 7", "LS1 4", "bus", 20.0)])
    assert (len(table), table.minutes.tolist()) == (1, [20.0])


def test_the_way_back_is_not_measured_by_the_way_there() -> None:
    table = TravelTimes.from_rows([("LS9 7", "LS1 4", "bus", 30.0)])
    there, back = np.array(["LS9 7"], dtype=object), np.array(["LS1 4"], dtype=object)
    assert table.between(TravelMode.BUS, there, back)[0, 0] == 30.0
    assert np.isnan(table.between(TravelMode.BUS, back, there)[0, 0])


@pytest.mark.parametrize(("mode", "minutes", "words"), [("horse", 5.0, "'horse'"), ("bus", -1.0, "0 or more")])
def test_a_row_that_cannot_be_is_refused(mode: str, minutes: float, words: str) -> None:
    with pytest.raises(DataError, match=words):
        TravelTimes.from_rows([("LS9 7", "LS1 4", mode, minutes)])


@pytest.mark.parametrize(
    ("label", "sector"),
    [
        ("LS9 7TF", "LS9 7"),
        ("LS9 7", "LS9 7"),
        ("LS9", ""),
        ("LS", ""),
        ("LS9; LS10", ""),
        ("53.79540, -1.51720", ""),
        ("Leeds", ""),
    ],
)
def test_the_sector_of_a_place_is_read_off_its_label(label: str, sector: str) -> None:
    assert place_sector(replace(PLACE, label=label), "DH1 3AA") == sector


def test_a_point_takes_the_sector_of_its_postcode() -> None:
    point = replace(PLACE, label="53.79540, -1.51720", precision=PlacePrecision.POINT)
    assert place_sector(point, "DH1 3AA") == "DH1 3"
    assert place_sector(point) == place_sector(None, "DH1 3AA") == ""
