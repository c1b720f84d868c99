"""Lines of a picture."""

from hypothesis import given
from hypothesis import strategies as st

from matcher.pathways.pictures.lettering import clean, text_width, wrap

ROOM = 120.0


@given(st.text(max_size=300), st.sampled_from([12.5, 14.0, 16.0]))
def test_no_line_is_wider_than_its_room_and_there_are_never_more_than_allowed(text: str, size: float) -> None:
    lines = wrap(text, ROOM, size, most_lines=4)
    assert 1 <= len(lines) <= 4
    assert all(text_width(line, size) <= ROOM for line in lines)


@given(st.text(max_size=300))
def test_every_letter_is_kept_where_there_are_lines_enough(text: str) -> None:
    letters = "".join(clean(text).split())
    assert "".join("".join(wrap(text, ROOM, 14.0, most_lines=1000)).split()) == letters


def test_what_is_left_out_ends_in_an_ellipsis() -> None:
    assert wrap("one two three", 40.0, 14.0, most_lines=2)[-1].endswith("…")
    assert wrap("one two", 200.0, 14.0) == ["one two"]


@given(st.text())
def test_cleaned_text_is_one_line_that_xml_can_hold(text: str) -> None:
    cleaned = clean(text)
    assert cleaned == " ".join(cleaned.split())
    assert all(letter >= " " for letter in cleaned)
