"""Words without their inflection: ``administers``, ``administered`` and ``administering`` are one stem.

Inflection only, on purpose: stemmers that also take off ``-ation`` or ``-ine`` make one word of *medicine*,
*medical* and *medication*, or of *organise* and *organ*, and every such pair would be a false alarm.
"""

import re
from functools import lru_cache

from matcher.text.words.irregular_words import AMERICAN, IRREGULAR

__all__ = ["british", "stem", "stem_words", "word_set"]

_VOWELS = "aeiouy"
_SHORTEST = 4
_HAS_VOWEL = re.compile(rf"[{_VOWELS}]")
# One short vowel and one consonant before the ending, as in car-ing and mak-ing: the word had a silent e.
_SILENT_E = re.compile(r"[^aeiouy]*[aeiouy][^aeiouywx]|[^aeiouy]*qu[aeiouy][^aeiouywx]")
_KEPT_DOUBLE = "lsz"  # call, pass, buzz
_ES_AFTER = ("sses", "shes", "ches", "xes", "zzes")
_NOT_PLURAL = ("ss", "us", "is", "ics")


def word_set(words: str) -> frozenset[str]:
    """A list of words, written with spaces between, as a set."""
    return frozenset(words.split())


def stem_words(name: str) -> tuple[str, ...]:
    """The stems of a normalised name's words."""
    return tuple(stem(word) for word in name.split())


@lru_cache(maxsize=100_000)  # names and adverts use the same words over and over
def stem(word: str) -> str:
    """A normalised word without plural, ``-ing`` or ``-ed``, in British spelling; stems need not be words."""
    word = british(word)
    if word in IRREGULAR:
        return IRREGULAR[word]
    if len(word) < _SHORTEST or not word.isascii():
        return word
    return _bare(_without_plural(word))


@lru_cache(maxsize=100_000)
def british(word: str) -> str:
    """The British spelling of a normalised word: ``organizing``, ``behaviors`` and ``pediatric`` are known."""
    if len(word) < _SHORTEST:
        return word
    for american, ours in AMERICAN:
        if american in word:
            return word.replace(american, ours, 1)
    return re.sub(r"(?<=[a-z]{3})iz(?=e$|es$|ed$|er$|ers$|ing$|ation$|ations$|ational$)", "is", word)


def _without_plural(word: str) -> str:
    if not word.endswith("s") or word.endswith(_NOT_PLURAL):
        return word
    if word.endswith("ies") and len(word) > _SHORTEST:
        return word[:-3] + "y"
    return word[:-2] if word.endswith(_ES_AFTER) else word[:-1]


def _bare(word: str) -> str:
    """The word without ``-ing``, ``-ed`` and a silent e, and without the letter doubled before them."""
    if word.endswith("ied") and len(word) > _SHORTEST:
        return word[:-3] + "y"
    for ending in ("ing", "ed"):
        base = word.removesuffix(ending)
        if base != word and len(base) >= 2 and _HAS_VOWEL.search(base) and not word.endswith("eed"):
            return _restored(base)
    base = word.removesuffix("e")
    return word if _SILENT_E.fullmatch(base) else _undoubled(base) if base != word else _undoubled(word)


def _restored(base: str) -> str:
    if _SILENT_E.fullmatch(base):
        return base + "e"
    return _undoubled(base.removesuffix("e"))


def _undoubled(base: str) -> str:
    if len(base) < _SHORTEST or base[-1] != base[-2] or base[-1] in "aeiou":
        return base
    one_syllable = len(re.findall(r"[aeiouy]+", base)) < 2
    return base if base[-1] in _KEPT_DOUBLE and (one_syllable or base[-1] != "l") else base[:-1]
