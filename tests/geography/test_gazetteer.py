import csv
import gzip
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from matcher.domain import PlacePrecision
from matcher.errors import PlaceError, PostcodeUnknownError, PostcodeUnplacedError
from matcher.geography import SectorGazetteer, distance_km, parse_postcode
from matcher.geography.sectors import Sector, SectorTable, load_sectors


@pytest.fixture(scope="module")
def shipped() -> SectorGazetteer:
    return SectorGazetteer.load()


@pytest.fixture
def small() -> SectorGazetteer:
    rows = [
        Sector("XA1 1", 53.8, -1.5, 433_000, 433_000, 300, 0.5, "England", 3),
        Sector("XA1 2", 53.8, -1.5, 437_000, 433_000, 100, 0.4, "England", 9),
        Sector("XA2 1", 55.6, -2.2, 387_000, 640_000, 100, 6.0, "Scotland", None),
    ]
    return SectorGazetteer(SectorTable({row.name: row for row in rows}))


def test_a_full_postcode_is_placed_at_the_centre_of_its_sector(small: SectorGazetteer) -> None:
    place = small.locate("xa11ab")
    assert (place.label, place.precision) == ("XA1 1AB", PlacePrecision.SECTOR)
    assert (place.easting_m, place.northing_m, place.radius_km) == (433_000, 433_000, 0.5)
    assert (place.country, place.deprivation_decile) == ("England", 3)


def test_a_sector_says_that_it_is_approximate(small: SectorGazetteer) -> None:
    place = small.locate("XA1 1AB")
    assert place.is_approximate
    assert place.note == "Approximate: the postcode is placed at the centre of XA1 1, usually within 0.5 km."


def test_a_district_lies_where_most_of_its_postcodes_do(small: SectorGazetteer) -> None:
    place = small.locate("XA1")
    assert (place.precision, place.easting_m, place.northing_m) == (PlacePrecision.DISTRICT, 434_000, 433_000)


def test_a_district_reaches_as_far_as_four_postcodes_in_five(small: SectorGazetteer) -> None:
    assert small.locate("XA1").radius_km == pytest.approx(3.4)


def test_a_district_has_no_deprivation_decile_of_its_own(small: SectorGazetteer) -> None:
    assert small.locate("XA1").deprivation_decile is None


def test_an_area_is_in_the_country_of_most_of_its_postcodes(small: SectorGazetteer) -> None:
    place = small.locate("XA")
    assert (place.precision, place.country) == (PlacePrecision.AREA, "England")


def test_four_characters_that_are_no_district_are_read_as_a_sector(small: SectorGazetteer) -> None:
    assert small.locate("XA12").label == "XA1 2"


def test_coordinates_are_a_point_in_the_country_around_them(small: SectorGazetteer) -> None:
    place = small.locate("55.6, -2.2")
    assert (place.precision, place.country, place.radius_km) == (PlacePrecision.POINT, "Scotland", 0.0)


@pytest.mark.parametrize(
    ("lat", "long", "words"),
    [
        (0.0, None, "Latitude 0, longitude blank: a point needs both"),
        (None, None, "Latitude blank, longitude blank"),
        (0.0, 0.0, "not in the British Isles: correct them"),
        (-1.5, 53.8, "swap the two"),
        (99.999999, 0.0, "not in the British Isles"),
        (float("nan"), -1.5, "not in the British Isles"),
    ],
)
def test_a_point_that_cannot_be_is_refused(
    small: SectorGazetteer, lat: float | None, long: float | None, words: str
) -> None:
    with pytest.raises(PlaceError, match=words):
        small.locate_point(lat, long)


@pytest.mark.parametrize(
    ("text", "island"), [("JE2 3AB", "Jersey"), ("gy1", "Guernsey"), ("IM1 1AA", "the Isle of Man")]
)
def test_an_island_without_open_places_is_named(shipped: SectorGazetteer, text: str, island: str) -> None:
    with pytest.raises(PostcodeUnplacedError) as caught:
        shipped.locate(text)
    assert str(caught.value).startswith(f"'{text.upper()}' is in {island}; the open directory gives no place")
    assert str(caught.value).endswith("give a nearby UK postcode or coordinates.")


@pytest.mark.parametrize("text", ["BF1 3AA", "BX1 1LT"])
def test_a_postcode_that_is_nowhere_on_the_map_says_so(shipped: SectorGazetteer, text: str) -> None:
    with pytest.raises(PostcodeUnplacedError, match="has no place on the map"):
        shipped.locate(text)


@pytest.mark.parametrize(("text", "words"), [("NPT 0AD", "old Newport code"), ("GIR 0AA", "Girobank")])
def test_a_historic_code_says_what_it_was(shipped: SectorGazetteer, text: str, words: str) -> None:
    with pytest.raises(PostcodeUnknownError, match=words):
        shipped.locate(text)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("L59 7TF", "LS9 7TF"),  # 5 for S
        ("LI1 1AA", "L11 1AA"),  # I for 1
        ("SR1 O1A", "SR1 1LA"),  # O for a digit, 1 for a letter
        ("L9S 7TF", "LS9 7TF"),  # two swapped
        ("LS 7TF", "LS9 7TF"),  # a digit missing
        ("LS9 7TFF", "LS9 7TF"),  # a letter too many
        ("LS9 7T5", "LS9 7TS"),  # a digit in the letters
        ("LS39 7TF", "LS29 7TF"),  # a digit wrong
    ],
)
def test_a_slip_is_met_with_what_was_meant(shipped: SectorGazetteer, typed: str, meant: str) -> None:
    with pytest.raises(PostcodeUnknownError) as caught:
        shipped.locate(typed)
    assert meant in caught.value.suggestions
    assert "Did you mean" in str(caught.value)


def test_what_merely_looks_alike_is_suggested_first(shipped: SectorGazetteer) -> None:
    with pytest.raises(PostcodeUnknownError) as caught:
        shipped.locate("L59 7TF")
    assert caught.value.suggestions[0] == "LS9 7TF"


@pytest.mark.parametrize("typed", ["L59 7TF", "LS 7TF", "BX", "Q1", "A1", "ZZ9 9ZZ", "AB11 3AA", "LS9 7TFF"])
def test_suggestions_are_few_and_can_themselves_be_found(shipped: SectorGazetteer, typed: str) -> None:
    with pytest.raises(PlaceError) as caught:
        shipped.locate(typed)
    suggestions = getattr(caught.value, "suggestions", ())
    assert len(suggestions) <= 5
    for suggestion in suggestions:
        assert shipped.locate(suggestion).label == suggestion


def test_a_new_sector_of_a_known_district_is_told_to_fall_back_on_it(shipped: SectorGazetteer) -> None:
    with pytest.raises(PostcodeUnknownError, match=r"though AB11 exists; .* give only AB11"):
        shipped.locate("AB11 3AA")


@pytest.mark.parametrize("text", ["hello", "", "12345", "👋", "x" * 3000, "'; drop table postcodes; --"])
def test_nonsense_gets_a_remedy_and_no_suggestion(shipped: SectorGazetteer, text: str) -> None:
    with pytest.raises(PostcodeUnknownError, match="write it like LS9 7TF") as caught:
        shipped.locate(text)
    assert caught.value.suggestions == ()


def test_leeds_general_infirmary_is_found_within_a_kilometre(shipped: SectorGazetteer) -> None:
    place = shipped.locate("LS1 3EX")
    assert distance_km(place.easting_m, place.northing_m, 429_600, 433_900) < 1


def test_every_shipped_sector_is_a_real_place() -> None:
    for sector in load_sectors().sectors.values():
        assert parse_postcode(sector.name).sector == sector.name
        assert 49.8 < sector.lat < 60.9
        assert -8.2 < sector.long < 1.8
        assert sector.n_postcodes > 0
        assert sector.radius_km >= 0
        assert (sector.deprivation_decile or 1) in range(1, 11)


def test_deprivation_is_given_for_england_alone() -> None:
    countries = Counter(s.country for s in load_sectors().sectors.values() if s.deprivation_decile is not None)
    assert set(countries) == {"England"}
    assert {s.country for s in load_sectors().sectors.values()} == {
        "England",
        "Wales",
        "Scotland",
        "Northern Ireland",
    }


@pytest.mark.real_data
def test_every_placed_postcode_resolves_by_its_sector(real_data: Path) -> None:
    sectors = load_sectors().sectors
    with gzip.open(real_data / "postcodes_uk_2025-05.csv.gz", "rt", encoding="utf-8") as file:
        placed = {row["pcds"].replace(" ", "")[:-2] for row in csv.DictReader(file) if row["lat"]}
    lost = {f"{head[:-1]} {head[-1]}" for head in placed if not head.startswith("NPT")} - set(sectors)
    assert not lost


def test_a_sector_stands_in_for_its_whole_postcodes() -> None:
    gazetteer = SectorGazetteer.load()
    for first, other in (("LS9 7TF", "LS9 7AB"), ("SW1A 1AA", "SW1A 1ZZ"), ("DH1 1AA", "DH1 1QQ")):
        assert gazetteer.stand_in(first) == gazetteer.stand_in(other) == first[:-2]
        assert gazetteer.locate(other) == replace(gazetteer.locate(first), label=other)


@pytest.mark.parametrize("text", ["ls9 7tf", "LS97TF", "LS9 7", "LS9", "LS9 7CC", "ZZ9 9ZZ", "GIR 0AA", "53.8, -1.5"])
def test_nothing_stands_in_for_what_is_no_whole_postcode_as_it_is_written(text: str) -> None:
    assert SectorGazetteer.load().stand_in(text) is None
