import pytest

from matcher.domain import AgeBand, Contract, DbsLevel, DbsStatus, PlaceKind, RightToWork, TravelMode
from matcher.errors import RowError
from matcher.importers import words

READERS = {
    DbsStatus: words.read_dbs_status,
    DbsLevel: words.read_dbs_level,
    RightToWork: words.read_right_to_work,
    Contract: words.read_contract,
    TravelMode: words.read_travel_mode,
    PlaceKind: words.read_place_kind,
    AgeBand: words.read_age_band,
}


@pytest.mark.parametrize("vocabulary", READERS)
def test_every_word_of_a_vocabulary_is_read_in_any_case_and_spacing(vocabulary: type) -> None:
    for word in vocabulary:
        for text in (word.value, word.value.upper(), word.value.replace("_", " "), f" {word.value.replace('_', '-')} "):
            assert READERS[vocabulary](text) is word


@pytest.mark.parametrize("vocabulary", READERS)
def test_a_word_outside_a_vocabulary_names_those_inside(vocabulary: type) -> None:
    with pytest.raises(RowError) as caught:
        READERS[vocabulary]("purple")
    assert all(word.value in str(caught.value) for word in vocabulary)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("enhanced with barred list", DbsStatus.HELD_ENHANCED_BARRED),
        ("Enhanced (with adults' barred list)", DbsStatus.HELD_ENHANCED_BARRED),
        ("Enhanced DBS", DbsStatus.HELD_ENHANCED),
        ("On the update service", DbsStatus.UPDATE_SERVICE),
        ("applied for", DbsStatus.IN_PROGRESS),
        ("No", DbsStatus.NONE),
    ],
)
def test_checks_are_read_as_people_say_them(text: str, expected: DbsStatus) -> None:
    assert words.read_dbs_status(text) is expected


@pytest.mark.parametrize("text", ["yes", "Y", "TRUE", "1", "Full UK licence", "own car", "required"])
def test_yes_in_its_spellings(text: str) -> None:
    assert words.read_yes_no(text) is True


@pytest.mark.parametrize("text", ["no", "N", "false", "0", "provisional", "not required", "desirable"])
def test_no_in_its_spellings(text: str) -> None:
    assert words.read_yes_no(text) is False


def test_neither_yes_nor_no_is_refused() -> None:
    with pytest.raises(RowError, match="write yes or no"):
        words.read_yes_no("sometimes")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("16–17", "16-17"),
        ("17", "16-17"),
        ("18 to 20", "18-20"),
        ("21+", "21-plus"),
        ("34", "21-plus"),
        ("25+", "21-plus"),
    ],
)
def test_ages_become_bands(text: str, expected: str) -> None:
    assert words.read_age_band(text) == expected


@pytest.mark.parametrize("text", ["16-24", "18+", "young"])
def test_an_age_that_spans_bands_is_refused(text: str) -> None:
    with pytest.raises(RowError, match="16-17, 18-20, 21-plus"):
        words.read_age_band(text)


@pytest.mark.parametrize("text", ["1990-05-01", "01/05/1990"])
def test_a_date_of_birth_is_refused_and_not_kept(text: str) -> None:
    with pytest.raises(RowError, match="date of birth, which is not kept"):
        words.read_age_band(text)


def test_a_child_cannot_be_a_candidate() -> None:
    with pytest.raises(RowError, match="starts at 16"):
        words.read_age_band("14")
