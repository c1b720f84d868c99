"""Words that are misspelt or cut short, read as the nearest word that is known."""

from dataclasses import dataclass, field

from rapidfuzz import process
from rapidfuzz.distance import Indel

from matcher.text.words.word_lists import all_words

__all__ = ["KnownWords"]

# Judgement: "wrkr" for "worker" and "assisstant" for "assistant" are 0.8 alike or more; below, words are others.
_LEAST_LIKENESS = 0.79
_SHORTEST = 4


@dataclass(frozen=True, eq=False)
class KnownWords:
    """A vocabulary of stems. A word in it is never changed, and neither are short ones and those with digits."""

    words: frozenset[str]
    _by_first: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for word in sorted(self.words):
            if word.isalpha():
                self._by_first.setdefault(word[0], []).append(word)

    def mend(self, text: str) -> str:
        """The text's stems, each unknown one replaced by the nearest known that begins with the same letter."""
        return " ".join(word if word in self.words else self._nearest(word) for word in all_words(text))

    def _nearest(self, word: str) -> str:
        if len(word) < _SHORTEST or not word.isalpha():
            return word
        near = process.extractOne(
            word,
            self._by_first.get(word[0], []),
            scorer=Indel.normalized_similarity,
            score_cutoff=_LEAST_LIKENESS,
        )
        return near[0] if near else word
