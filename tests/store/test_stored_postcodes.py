from typing import Any

import pandas as pd
import pytest
import sqlalchemy as sa

from matcher.domain import Candidate, Place, PlacePrecision, Vacancy
from matcher.errors import PostcodeUnknownError, PostcodeUnplacedError
from matcher.geography import Gazetteer, SectorGazetteer
from matcher.store import Counts, Person, Store

LS9 = {
    "postcode": "LS9 7TF",
    "lat": 53.80688,
    "long": -1.52036,
    "easting_m": 431684.0,
    "northing_m": 434616.0,
    "lsoa11": "E01000001",
    "lsoa21": "E01033001",
    "country": "England",
    "terminated": 0,
}


def rows(*values: dict[str, Any]) -> pd.DataFrame:
    return pd.DataFrame([LS9 | row for row in values])


def sector() -> pd.DataFrame:
    """Most of a sector's postcodes, so that the directory counts as covering it."""
    return rows(*({"postcode": f"LS1 5{a}{b}"} for a in "ABDEFGHJ" for b in "PQRSTUWXYZABDEFGHJLN"))


def index(vintage: int, lsoa: str, decile: int) -> pd.DataFrame:
    return pd.DataFrame({"lsoa": [lsoa], "vintage": [vintage], "rank": [decile * 3_000], "decile": [decile]})


class Everywhere:
    """A gazetteer that answers one approximate place and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def locate(self, text: str) -> Place:
        self.asked.append(text)
        return Place(text, 53.8, -1.5, 432000.0, 434000.0, PlacePrecision.SECTOR, 1.0, "England")


def test_postcodes_are_added_once_and_unchanged_after(store: Store) -> None:
    frame = rows({}, {"postcode": "LS9 7TG", "lsoa11": None, "terminated": None})
    assert store.upsert_postcodes(frame) == Counts(added=2)
    assert store.upsert_postcodes(frame) == Counts(unchanged=2)
    assert store.n_postcodes() == 2


def test_a_chunk_without_a_good_row_changes_nothing(store: Store) -> None:
    assert store.upsert_postcodes(rows({}).head(0)) == Counts()


def test_a_directory_without_a_column_blanks_nothing(store: Store) -> None:
    store.upsert_postcodes(rows({"terminated": 199912}))
    sparse = rows({}).drop(columns=["lsoa11", "terminated"]).assign(country=None)
    assert store.upsert_postcodes(sparse) == Counts(unchanged=1)
    assert store.lsoa_vintages() == {"lsoa11": 1, "lsoa21": 1}


def test_a_second_directory_fills_in_the_other_areas(store: Store) -> None:
    store.upsert_postcodes(rows({"lsoa11": None}))
    assert store.upsert_postcodes(rows({"lsoa21": None})) == Counts(updated=1)
    assert store.lsoa_vintages() == {"lsoa11": 1, "lsoa21": 1}


def test_a_chunk_of_new_changed_and_equal_rows_is_counted_apart(store: Store) -> None:
    store.upsert_postcodes(rows({}, {"postcode": "LS9 7TG"}))
    mixed = rows({}, {"postcode": "LS9 7TG", "lat": 53.9}, {"postcode": "LS9 7TH"})
    assert store.upsert_postcodes(mixed) == Counts(added=1, updated=1, unchanged=1)


def test_only_english_areas_count_towards_a_vintage(store: Store) -> None:
    store.upsert_postcodes(rows({"lsoa11": "W01000001", "lsoa21": "W01000001"}))
    assert store.lsoa_vintages() == {"lsoa11": 0, "lsoa21": 0}


@pytest.mark.parametrize("written", ["LS9 7TF", "ls97tf", " LS9  7TF ", "LS9-7TF"])
def test_a_stored_postcode_is_found_exactly_however_it_is_written(
    store: Store, sectors: Gazetteer, written: str
) -> None:
    store.upsert_postcodes(rows({}))
    place = store.gazetteer(sectors).locate(written)
    assert place == Place("LS9 7TF", 53.80688, -1.52036, 431684.0, 434616.0, PlacePrecision.POSTCODE, 0.0, "England")


def test_the_newest_index_that_joins_gives_the_decile(store: Store, sectors: Gazetteer) -> None:
    store.upsert_postcodes(rows({}))
    store.upsert_deprivation(index(2019, "E01000001", 4))
    assert store.gazetteer(sectors).locate("LS9 7TF").deprivation_decile == 4
    store.upsert_deprivation(index(2025, "E01033001", 2))
    assert store.gazetteer(sectors).locate("LS9 7TF").deprivation_decile == 2


def test_an_index_never_joins_by_the_areas_of_the_other_census(store: Store, sectors: Gazetteer) -> None:
    store.upsert_postcodes(rows({"lsoa11": None, "lsoa21": "E01000001"}))
    store.upsert_deprivation(index(2019, "E01000001", 4))
    assert store.gazetteer(sectors).locate("LS9 7TF").deprivation_decile is None
    assert store.deprivation_rank("LS9 7TF", 2019) is None


def test_a_terminated_postcode_still_resolves_and_says_so(store: Store, sectors: Gazetteer) -> None:
    store.upsert_postcodes(rows({"terminated": 199912}))
    assert "withdrew this postcode in December 1999" in store.gazetteer(sectors).locate("LS9 7TF").note


def test_a_historic_code_still_resolves_and_says_so(store: Store, sectors: Gazetteer) -> None:
    store.upsert_postcodes(rows({"postcode": "NPT 0AD"}))
    place = store.gazetteer(sectors).locate("npt0ad")
    assert place.label == "NPT 0AD"
    assert "historic" in place.note


def test_a_postcode_that_does_not_exist_suggests_stored_ones(store: Store, sectors: Gazetteer) -> None:
    store.upsert_postcodes(sector())
    with pytest.raises(PostcodeUnknownError, match="not in the imported postcode directory") as caught:
        store.gazetteer(sectors).locate("LS1 5LL")
    assert caught.value.suggestions
    assert all(name.startswith("LS1 5") for name in caught.value.suggestions)
    assert caught.value.suggestions[0] in str(caught.value)


def test_a_few_stored_postcodes_do_not_make_their_neighbours_unknown(store: Store, sectors: Gazetteer) -> None:
    store.upsert_postcodes(rows({}))
    assert store.gazetteer(sectors).locate("LS9 7TT").precision is PlacePrecision.SECTOR


def test_two_swapped_letters_are_suggested_first(store: Store, sectors: Gazetteer) -> None:
    store.upsert_postcodes(sector())
    with pytest.raises(PostcodeUnknownError) as caught:
        store.gazetteer(sectors).locate("LS1 5PA")
    assert caught.value.suggestions[0] == "LS1 5AP"


def test_the_isle_of_man_is_named_even_where_a_directory_is_stored(store: Store, sectors: Gazetteer) -> None:
    store.upsert_postcodes(rows({}))
    with pytest.raises(PostcodeUnplacedError, match="Isle of Man"):
        store.gazetteer(sectors).locate("IM1 1AA")


@pytest.mark.parametrize("asked", ["LS9", "LS9 7", "DH1 3LE", "53.8, -1.5"])
def test_what_is_not_stored_is_asked_of_the_fallback(store: Store, asked: str) -> None:
    store.upsert_postcodes(rows({}))
    fallback = Everywhere()
    store.gazetteer(fallback).locate(asked)
    assert fallback.asked == [asked]


def test_a_gazetteer_sees_postcodes_imported_after_it_was_asked(store: Store) -> None:
    gazetteer = store.gazetteer(Everywhere())
    assert gazetteer.locate("LS9 7TF").is_approximate
    store.upsert_postcodes(rows({}))
    assert not gazetteer.locate("LS9 7TF").is_approximate


def test_a_gazetteer_sees_deprivation_imported_after_it_was_asked(store: Store, sectors: Gazetteer) -> None:
    store.upsert_postcodes(rows({}))
    gazetteer = store.gazetteer(sectors)
    assert gazetteer.locate("LS9 7TF").deprivation_decile is None
    store.upsert_deprivation(index(2025, "E01033001", 2))
    assert gazetteer.locate("LS9 7TF").deprivation_decile == 2


def ask(gazetteer: Gazetteer) -> None:
    """Ask for a postcode that is stored, one that does not exist and one of a sector that was not imported."""
    gazetteer.locate("LS1 5AP")
    gazetteer.locate("DH1 3LE")
    with pytest.raises(PostcodeUnknownError):
        gazetteer.locate("LS1 5LL")


def test_a_postcode_asked_for_again_is_not_looked_up_again(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("matcher.store.gazetteer.monotonic", lambda: 0.0)
    store.upsert_postcodes(sector())
    gazetteer = store.gazetteer(Everywhere())
    ask(gazetteer)
    statements: list[str] = []
    sa.event.listen(store._engine, "before_cursor_execute", lambda *call: statements.append(call[2]))
    ask(gazetteer)
    assert statements == []


def test_what_another_process_imported_is_seen_within_a_minute(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    gazetteer = store.gazetteer(Everywhere())
    monkeypatch.setattr("matcher.store.gazetteer.monotonic", lambda: 0.0)
    assert gazetteer.locate("LS9 7TF").is_approximate
    other = Store(store.url)
    other.upsert_postcodes(rows({}))
    other.close()
    monkeypatch.setattr("matcher.store.gazetteer.monotonic", lambda: 60.0)
    assert not gazetteer.locate("LS9 7TF").is_approximate


def test_places_are_looked_up_again_once_postcodes_are_imported(store: Store) -> None:
    fallback = Everywhere()
    store.upsert_candidates([(Candidate(id="C1", postcode="LS9 7TF", place=fallback.locate("LS9 7TF")), Person())])
    store.upsert_vacancies([Vacancy(id="V1", postcode="LS9 7TF"), Vacancy(id="V2", area="LS9")])
    store.upsert_postcodes(rows({}))
    assert store.refresh_places(store.gazetteer(fallback)) == 2
    assert store.refresh_places(store.gazetteer(fallback)) == 0
    assert store.candidate("C1").place == store.vacancy("V1").place
    assert store.vacancy("V2").place is None


def test_a_place_that_cannot_be_found_again_stays(store: Store, sectors: SectorGazetteer) -> None:
    place = Everywhere().locate("IM1 1AA")
    store.upsert_candidates([(Candidate(id="C1", postcode="IM1 1AA", place=place), Person())])
    assert store.refresh_places(store.gazetteer(sectors)) == 0
    assert store.candidate("C1").place == place


def test_how_postcodes_join_an_index_is_told_by_country(store: Store) -> None:
    welsh = {"postcode": "CF10 1AA", "lsoa21": "W01000001", "country": "Wales"}
    store.upsert_postcodes(rows({}, {"postcode": "LS9 7TG", "lsoa21": None}, welsh))
    store.upsert_deprivation(index(2025, "E01033001", 2))
    joins = store.deprivation_joins(2025)
    england = joins["England"]
    assert (england.n_joined, england.n_with_area, england.n_postcodes) == (1, 1, 2)
    assert (joins["Wales"].n_joined, joins["Wales"].n_with_area) == (0, 1)
    assert store.deprivation_vintages() == {2025: 1}


def test_the_share_an_index_would_lose_is_measured(store: Store) -> None:
    store.upsert_postcodes(rows({}, {"postcode": "LS9 7TG", "lsoa21": "E01000009"}))
    assert store.share_unmatched(["E01033001"], "lsoa21") == 0.5
    assert store.share_unmatched([], "lsoa11") == 1.0


def test_postcodes_that_were_foreseen_are_found_as_one_by_one(store: Store, sectors: Gazetteer) -> None:
    store.upsert_postcodes(sector())
    store.upsert_deprivation(index(2019, "E01000001", 3))
    texts = ["LS1 5AP", "ls15ar", "LS9 7TF", "LS9", "LS1 5ZZ", "nonsense"]
    ahead, one_by_one = store.gazetteer(sectors), store.gazetteer(sectors)
    ahead.foresee(texts)  # type: ignore[attr-defined]
    assert [found(ahead, text) for text in texts] == [found(one_by_one, text) for text in texts]
    assert found(ahead, "LS1 5AP").deprivation_decile == 3  # type: ignore[union-attr]


def found(gazetteer: Gazetteer, text: str) -> Place | str:
    try:
        return gazetteer.locate(text)
    except PostcodeUnknownError as error:
        return str(error)


def test_a_sector_stands_in_only_while_no_directory_is_imported(store: Store, sectors: Gazetteer) -> None:
    gazetteer: Any = store.gazetteer(sectors)
    assert gazetteer.stand_in("LS9 7TF") == "LS9 7"
    store.upsert_postcodes(sector())
    assert gazetteer.stand_in("LS9 7TF") is None
