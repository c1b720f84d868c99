"""Words without their inflection."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.text.words.stems import british, stem


@pytest.mark.parametrize(
    "words",
    [
        "care cares cared caring",
        "administer administers administered administering",
        "plan plans planned planning",
        "feed feeds fed feeding",
        "organise organised organizing organizes",
        "travel travelled travelling traveling",
        "tidy tidies tidied tidying",
        "give gave given giving",
        "use used using",
        "child children",
        "licence license licensing",
        "behaviour behaviors",
        "dress dressed dressing dresses",
        "call called calling",
    ],
)
def test_forms_of_one_word_have_one_stem(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 1


@pytest.mark.parametrize(
    "words", ["care car carve carer", "medicine medical medication", "organise organ", "hoist host"]
)
def test_different_words_keep_different_stems(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == len(words.split())


@pytest.mark.parametrize(
    ("american", "ours"), [("pediatric", "paediatric"), ("centered", "centred"), ("color", "colour")]
)
def test_american_spelling_becomes_british(american: str, ours: str) -> None:
    assert british(american) == ours


@given(st.text(max_size=30))
def test_any_word_has_a_stem(word: str) -> None:
    assert bool(stem(word)) == bool(word)
