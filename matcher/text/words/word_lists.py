"""The words of a text as the reader counts them: stems, with or without those of grammar."""

from functools import cache

from matcher.likeness import normalise
from matcher.text.words.stems import stem_words

__all__ = ["all_words", "content_words"]


def all_words(text: str) -> list[str]:
    """The stems of every word."""
    return list(stem_words(normalise(text)))


def content_words(text: str) -> list[str]:
    """The stems of the words that say what a text is about."""
    return [word for word in all_words(text) if word not in _grammar()]


@cache
def _grammar() -> frozenset[str]:
    from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

    return frozenset(word for stop in ENGLISH_STOP_WORDS for word in (stop, *stem_words(stop)))
