"""Slips of spelling put right, where only a word of the taxonomy can be meant."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from rapidfuzz import process
from rapidfuzz.distance import OSA

from matcher.likeness import fold_plurals
from matcher.text.words.phrases import Word

__all__ = ["corrected_words"]

# Judgement: a short word has too many neighbours to be guessed at; a long one may carry two slips. The first letter is
# seldom wrong, and trusting it keeps "carving" from "caring"'s cousins.
_SHORTEST = 5
_TWO_SLIPS_FROM = 8
_LIST_OF_WORDS = "frequency_dictionary_en_82_765.txt"


def corrected_words(words: Sequence[Word], known: frozenset[str]) -> tuple[list[Word], frozenset[int]]:
    """The words with slips put right, and where each of those words starts in the text.

    A word is put right where it is neither a word of the taxonomy (`known`) nor of ordinary English, is written in
    small letters at its start of no name, and one word of the taxonomy alone is nearest to it.
    """
    corrected = [_corrected(word, known) for word in words]
    starts = (old.start for old, new in zip(words, corrected, strict=True) if old is not new)
    return corrected, frozenset(starts)


def _corrected(word: Word, known: frozenset[str]) -> Word:
    written = word.written
    if len(written) < _SHORTEST or written in known or word.folded in known or not written.isalpha():
        return word
    meant = _nearest(written, known)
    return Word(fold_plurals(meant), word.start, word.end, meant) if meant else word


@lru_cache(maxsize=50_000)
def _nearest(written: str, known: frozenset[str]) -> str:
    """The one word of the taxonomy that a word is a slip of, or an empty text."""
    if not written.isascii() or _is_english(written):
        return ""
    slips = 2 if len(written) >= _TWO_SLIPS_FROM else 1
    options = [
        option for length in _lengths(written, slips) for option in _shelves(known).get((written[0], length), ())
    ]
    found = process.extract(written, options, scorer=OSA.distance, score_cutoff=slips, limit=2)
    if not found or (
        len(found) == 2 and found[0][1] == found[1][1] and fold_plurals(found[0][0]) != fold_plurals(found[1][0])
    ):
        return ""
    return str(found[0][0])


def _lengths(written: str, slips: int) -> Iterator[int]:
    return iter(range(max(_SHORTEST, len(written) - slips), len(written) + slips + 1))


@lru_cache(maxsize=4)
def _shelves(known: frozenset[str]) -> dict[tuple[str, int], tuple[str, ...]]:
    """Words that can be meant, by first letter and length, in a fixed order."""
    shelves: dict[tuple[str, int], list[str]] = {}
    for word in sorted(known):
        if len(word) >= _SHORTEST and word.isascii() and word.isalpha():
            shelves.setdefault((word[0], len(word)), []).append(word)
    return {shelf: tuple(words) for shelf, words in shelves.items()}


def _is_english(written: str) -> bool:
    ordinary = _ordinary_words()
    return not ordinary or not ordinary.isdisjoint({written, fold_plurals(written)})


@cache
def _ordinary_words() -> frozenset[str]:
    """The 82,765 words of English that the package symspellpy carries; empty without it, and nothing is put right."""
    try:
        text = (files("symspellpy") / _LIST_OF_WORDS).read_text(encoding="utf-8-sig")
    except ModuleNotFoundError:
        return frozenset()
    return frozenset(line.split(" ", 1)[0] for line in text.splitlines() if line)
