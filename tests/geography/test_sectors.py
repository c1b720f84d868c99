from collections.abc import Iterator

import pytest

from matcher.errors import DataError
from matcher.geography import sectors
from matcher.geography.sectors import load_sectors

ROW = {
    "sector": "XA1 1",
    "lat": "53.8",
    "long": "-1.5",
    "easting_m": "433000",
    "northing_m": "433000",
    "n_postcodes": "3",
    "radius_km": "0.5",
    "country": "England",
    "deprivation_decile": "",
}


@pytest.fixture
def rows(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[dict[str, str]]]:
    table: list[dict[str, str]] = [ROW]
    monkeypatch.setattr(sectors, "read_table", lambda *_: iter(table))
    load_sectors.cache_clear()
    yield table
    load_sectors.cache_clear()


def test_a_blank_decile_is_unknown(rows: list[dict[str, str]]) -> None:
    assert len(rows) == 1
    assert load_sectors().sectors["XA1 1"].deprivation_decile is None


def test_a_sector_listed_twice_is_named(rows: list[dict[str, str]]) -> None:
    rows.append(ROW)
    with pytest.raises(DataError, match=r"sectors\.csv, row 3: sector XA1 1 is there twice"):
        load_sectors()


@pytest.mark.parametrize("change", [{"lat": "north"}, {"n_postcodes": ""}, {"deprivation_decile": "low"}])
def test_a_row_that_cannot_be_read_names_its_row_and_the_remedy(
    rows: list[dict[str, str]], change: dict[str, str]
) -> None:
    rows.append(ROW | {"sector": "XA1 2"} | change)
    with pytest.raises(DataError, match=r"row 3: .*make the table again with carematch build-places"):
        load_sectors()


def test_a_table_without_a_column_is_refused(rows: list[dict[str, str]]) -> None:
    rows[0] = {name: value for name, value in ROW.items() if name != "lat"}
    with pytest.raises(DataError, match="row 2: 'lat'"):
        load_sectors()
