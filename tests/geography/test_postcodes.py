import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.errors import PostcodeUnknownError
from matcher.geography import Postcode, parse_postcode

LAST_LETTERS = "ABDEFGHJLNPQRSTUWXYZ"
areas = st.text(string.ascii_uppercase, min_size=1, max_size=2)
districts = st.one_of(
    st.from_regex("[0-9]", fullmatch=True),
    st.from_regex("[0-9][0-9]", fullmatch=True),
    st.from_regex("[0-9][A-Z]", fullmatch=True),
)
inwards = st.builds(
    lambda digit, letters: f"{digit}{letters}",
    st.integers(0, 9),
    st.text(LAST_LETTERS, min_size=2, max_size=2),
)
postcodes = st.builds(lambda area, district, inward: Postcode(area + district, inward), areas, districts, inwards)
spaces = st.text(" \t\u00a0", max_size=3)


@given(postcodes)
def test_a_postcode_reads_back_from_its_own_text(postcode: Postcode) -> None:
    assert parse_postcode(str(postcode)) == postcode


@given(postcodes, spaces, spaces, spaces, st.booleans())
def test_spaces_and_case_do_not_matter(postcode: Postcode, before: str, between: str, after: str, lower: bool) -> None:
    text = f"{before}{postcode.outward}{between}{postcode.inward}{after}"
    assert parse_postcode(text.lower() if lower else text) == postcode


@given(st.text(max_size=12))
def test_any_text_is_read_or_refused_with_a_remedy(text: str) -> None:
    try:
        postcode = parse_postcode(text)
    except PostcodeUnknownError as error:
        assert "give only" in str(error)  # noqa: PT017 - either outcome is right, each in its own way
    else:
        assert parse_postcode(postcode.full) == postcode


@given(postcodes)
def test_the_parts_are_beginnings_of_one_another(postcode: Postcode) -> None:
    assert postcode.full.startswith(postcode.sector or "no sector")
    assert (postcode.sector or "").startswith(postcode.district or "no district")
    assert (postcode.district or "").startswith(postcode.area)
    assert postcode.area.isalpha()


@pytest.mark.parametrize(
    ("text", "sector", "district", "area"),
    [
        ("LS9 7TF", "LS9 7", "LS9", "LS"),
        ("M1 1AE", "M1 1", "M1", "M"),
        ("DN55 1PT", "DN55 1", "DN55", "DN"),
        ("W1A 0AX", "W1A 0", "W1A", "W"),
        ("EC1A 1BB", "EC1A 1", "EC1A", "EC"),
        ("ls9 7", "LS9 7", "LS9", "LS"),
        ("LS1 1", "LS1 1", "LS1", "LS"),
        ("LS9 7T", "LS9 7", "LS9", "LS"),
        ("LS97T", "LS9 7", "LS9", "LS"),
        ("LS11", None, "LS11", "LS"),
        ("E1W", None, "E1W", "E"),
        ("LS", None, None, "LS"),
        ("L", None, None, "L"),
        ("LS97 TF", "LS9 7", "LS9", "LS"),
        ("LS9-7TF.", "LS9 7", "LS9", "LS"),
        ("ＬＳ９ ７ＴＦ", "LS9 7", "LS9", "LS"),
    ],
)
def test_every_form_gives_its_sector_district_and_area(
    text: str, sector: str | None, district: str | None, area: str
) -> None:
    postcode = parse_postcode(text)
    assert (postcode.sector, postcode.district, postcode.area) == (sector, district, area)


def test_only_both_halves_make_a_full_postcode() -> None:
    assert [parse_postcode(text).is_full for text in ("LS9 7TF", "LS9 7T", "LS9 7", "LS9")] == [
        True,
        False,
        False,
        False,
    ]


@pytest.mark.parametrize("text", ["NPT 0AD", "GIR 0AA"])
def test_a_code_older_than_todays_patterns_is_known_as_such(text: str) -> None:
    postcode = parse_postcode(text)
    assert postcode.is_historic
    assert postcode.area == postcode.outward == text[:3]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "No postcode was given"),
        (" ,. ", "No postcode was given"),
        ("hello", "'hello' is not a UK postcode"),
        ("12345", "'12345' is not a UK postcode, which begins with one or two letters"),
        ("LSO 7TF", "'LSO 7TF' is not a UK postcode"),
        ("LS9 7TO", "the last two letters are never"),
        ("LS9\n7TF\nand more", "'LS9 7TF and more' is not"),
    ],
)
def test_nonsense_is_named_on_one_line_with_the_remedy(text: str, words: str) -> None:
    with pytest.raises(PostcodeUnknownError) as caught:
        parse_postcode(text)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)
    assert "give only" in str(caught.value)


def test_a_very_long_text_is_cut_short_in_the_message() -> None:
    with pytest.raises(PostcodeUnknownError) as caught:
        parse_postcode("x" * 5000)
    assert len(str(caught.value)) < 200
