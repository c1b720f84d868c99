import pytest

from matcher.errors import PostcodeUnknownError
from matcher.geography import SectorGazetteer, area_place, distance_km


@pytest.fixture(scope="module")
def shipped() -> SectorGazetteer:
    return SectorGazetteer.load()


def test_a_round_in_one_district_is_that_district(shipped: SectorGazetteer) -> None:
    assert area_place(["LS9"], shipped) == shipped.locate("LS9")


def test_a_round_reaches_all_of_each_of_its_districts(shipped: SectorGazetteer) -> None:
    whole = area_place(["LS9", "LS15", "LS26"], shipped)
    for name in ("LS9", "LS15", "LS26"):
        part = shipped.locate(name)
        away = distance_km(whole.easting_m, whole.northing_m, part.easting_m, part.northing_m)
        assert float(away) + part.radius_km <= whole.radius_km + 1e-9


def test_a_round_with_a_district_that_does_not_exist_is_refused(shipped: SectorGazetteer) -> None:
    with pytest.raises(PostcodeUnknownError, match="ZZ9"):
        area_place(["LS9", "ZZ9"], shipped)
