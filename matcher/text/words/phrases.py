"""Names found as whole words in running text: longest first, never overlapping."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from matcher.likeness import fold_plurals, words_with_places

__all__ = [
    "BREAK",
    "Phrase",
    "PhraseIndex",
    "Word",
    "build_phrases",
    "find_all",
    "find_phrases",
    "index_phrases",
    "read_words",
]

# A name does not run on over these: the end of a sentence, a comma, a bracket, a bullet, a colon, an empty line.
_BREAK = re.compile(r"[,;:!?()\[\]•·|]|\.(?=\s|$)|\n\s*\n|\s[-–—*]\s")
BREAK = "|"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text without its plural, where it stands, and its plural; `BREAK` where a name may not run on."""

    folded: str
    start: int
    end: int
    written: str = BREAK


@dataclass(frozen=True, slots=True)
class Phrase:
    """A name found in a text: what it leads to, and its stretch of words and of characters."""

    leads_to: str
    first_word: int
    n_words: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PhraseIndex:
    """Names by their words, and for each first word how many words the longest of its names has."""

    ids: dict[tuple[str, ...], str]
    longest: dict[str, int]


def read_words(text: str) -> list[Word]:
    """The words of a text, with a `BREAK` wherever a name may not run on."""
    words: list[Word] = []
    at = 0
    for word, start, end in words_with_places(text):
        if start > at and _BREAK.search(text, at, start) and words:
            words.append(Word(BREAK, at, start, text[at:start].strip() or BREAK))
        words.append(Word(fold_plurals(word), start, end, word))
        at = end
    return words


def build_phrases(names: Mapping[str, str]) -> PhraseIndex:
    """Index names as written, each with what it leads to."""
    return index_phrases((tuple(word.folded for word in read_words(name)), term) for name, term in names.items())


def index_phrases(pairs: Iterable[tuple[tuple[str, ...], str]]) -> PhraseIndex:
    """Index names given as words; words that could mean two records are left out."""
    owners: dict[tuple[str, ...], str | None] = {}
    for key, leads_to in pairs:
        owners[key] = leads_to if owners.get(key, leads_to) == leads_to else None
    ids = {key: leads_to for key, leads_to in owners.items() if key and leads_to is not None}
    longest: dict[str, int] = {}
    for key in ids:
        longest[key[0]] = max(longest.get(key[0], 0), len(key))
    return PhraseIndex(ids, longest)


def find_phrases(words: list[Word], index: PhraseIndex) -> list[Phrase]:
    """Names in a text, in its order: longer names take their words first, and of equally long ones the earlier."""
    taken: set[int] = set()
    found = []
    for phrase in sorted(_all_phrases(words, index), key=lambda phrase: (-phrase.n_words, phrase.first_word)):
        stretch = range(phrase.first_word, phrase.first_word + phrase.n_words)
        if taken.isdisjoint(stretch):
            taken.update(stretch)
            found.append(phrase)
    return sorted(found, key=lambda phrase: phrase.first_word)


def find_all(keys: list[str], index: PhraseIndex) -> Iterator[tuple[str, int, int]]:
    """Every name in a row of words, overlaps and all: what it leads to, its first word, how many words."""
    for first, word in enumerate(keys):
        for n_words in range(min(index.longest.get(word, 0), len(keys) - first), 0, -1):
            leads_to = index.ids.get(tuple(keys[first : first + n_words]))
            if leads_to is not None:
                yield leads_to, first, n_words


def _all_phrases(words: list[Word], index: PhraseIndex) -> Iterator[Phrase]:
    for leads_to, first, n_words in find_all([word.folded for word in words], index):
        yield Phrase(leads_to, first, n_words, words[first].start, words[first + n_words - 1].end)
