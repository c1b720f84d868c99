import csv
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Transformer

from matcher.geography import distance_km, from_british_grid, to_british_grid

metres = st.integers(0, 1_300_000).map(float)


def test_whole_arrays_are_projected_to_whole_metres() -> None:
    easting, northing = to_british_grid([53.8, 57.1], [-1.55, -2.1])
    assert easting.shape == northing.shape == (2,)
    assert np.array_equal(easting, np.rint(easting))


def test_the_written_out_transformation_is_the_published_one() -> None:
    lat, long = np.meshgrid(np.linspace(50, 60, 11), np.linspace(-7, 1.5, 11))
    published = Transformer.from_pipeline("urn:ogc:def:coordinateOperation:EPSG::1314")
    projection = Transformer.from_crs("EPSG:4277", "EPSG:27700", always_xy=True)
    shifted_lat, shifted_long = published.transform(lat.ravel(), long.ravel(), direction="INVERSE")
    easting, northing = projection.transform(shifted_long, shifted_lat)
    ours = to_british_grid(lat.ravel(), long.ravel())
    assert np.abs(ours[0] - easting).max() <= 0.51
    assert np.abs(ours[1] - northing).max() <= 0.51


@given(st.floats(49.5, 61), st.floats(-8.5, 2))
def test_there_and_back_lands_within_two_metres(lat: float, long: float) -> None:
    back_lat, back_long = from_british_grid(*to_british_grid([lat], [long]))
    assert back_lat[0] == pytest.approx(lat, abs=2e-5)
    assert back_long[0] == pytest.approx(long, abs=4e-5)


def test_an_unknown_point_stays_unknown() -> None:
    easting, northing = to_british_grid([np.nan, 53.8], [-1.5, np.nan])
    assert np.isnan(easting).all()
    assert np.isnan(northing).all()


@given(metres, metres, metres, metres, st.floats(0, 500))
def test_a_distance_is_never_negative_and_the_same_both_ways(
    e1: float, n1: float, e2: float, n2: float, radius_km: float
) -> None:
    there = distance_km(e1, n1, e2, n2, radius_km)
    assert there >= 0
    assert there == distance_km(e2, n2, e1, n1, radius_km)


@given(metres, metres, metres, metres, st.floats(0, 500))
def test_a_wider_area_is_nearer_by_its_radius_and_no_more(
    e1: float, n1: float, e2: float, n2: float, radius_km: float
) -> None:
    centre, edge = distance_km(e1, n1, e2, n2), distance_km(e1, n1, e2, n2, radius_km)
    assert edge == pytest.approx(max(0.0, float(centre) - radius_km))


def test_three_and_four_kilometres_make_five() -> None:
    assert distance_km(430_000, 430_000, 433_000, 434_000) == 5.0


def test_one_place_against_many_gives_one_distance_each() -> None:
    found = distance_km(0, 0, np.array([0.0, 3000.0]), np.array([1000.0, 4000.0]), np.array([0.0, 4.5]))
    assert found.tolist() == [1.0, 0.5]


@pytest.mark.real_data
def test_grid_references_of_the_statistics_office_agree_within_two_metres(real_data: Path) -> None:
    path = real_data / "nspl_sample" / "NSPL_NOV_2021_UK_SR.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if float(row["lat"]) < 90]
    easting, northing = to_british_grid([float(r["lat"]) for r in rows], [float(r["long"]) for r in rows])
    official = np.array([[float(r["oseast1m"]), float(r["osnrth1m"])] for r in rows])
    gap_m = 1000 * distance_km(easting, northing, official[:, 0], official[:, 1])
    assert len(rows) == 8688
    assert gap_m.max() < 2
