"""One spelling for every way of writing a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.likeness import fold_plurals, normalise, words_with_places


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("Moving & Handling (L2)", "moving and handling l2"),
        ("person-centred   care", "person centred care"),
        ("children's play", "childrens play"),
        ("children’s play", "childrens play"),
        ("C++ and C#", "c++ and c#"),
        ("CAFÉ", "café"),
        ("cafe\u0301", "café"),
        ("ﬁre safety", "fire safety"),
        ("snake_case", "snake case"),
        ("…", ""),
    ],
)
def test_ways_of_writing_come_to_one_spelling(text: str, normal: str) -> None:
    assert normalise(text) == normal


@given(st.text())
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(st.text(alphabet=st.characters(codec="latin-1")))
def test_the_words_with_places_are_the_words_of_the_normalised_text(text: str) -> None:
    assert " ".join(word for word, _, _ in words_with_places(text)) == normalise(text)


@given(st.text())
def test_every_word_stands_where_it_says(text: str) -> None:
    for word, start, end in words_with_places(text):
        assert word in normalise(text[start:end]).split()


@pytest.mark.parametrize(
    ("name", "singular"),
    [
        ("care plans", "care plan"),
        ("activities", "activity"),
        ("illnesses", "illness"),
        ("process", "process"),
        ("diagnosis", "diagnosis"),
        ("gps", "gps"),
    ],
)
def test_a_plural_is_taken_off_where_it_is_one(name: str, singular: str) -> None:
    assert fold_plurals(name) == singular
