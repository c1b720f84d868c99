"""Which language an advert is written in, by its commonest little words."""

import re
from dataclasses import dataclass

__all__ = ["Language", "read_language"]

# Judgement: little words that are frequent in one of these languages and in no other of them. Welsh and English are
# both at home here; the others are those in which adverts for care work in the United Kingdom also appear.
_WORDS = {
    "en": "the and of to with you will for our your is are this have be we",
    "cy": "yn yr ac i'r o'r ar gyda chi ein byddwch mae gofal gan neu sydd eich bydd fel wedi",
    "pl": "w na z się jest oraz dla przez nie praca opieki będzie jako nad lub są które",
    "ro": "și în la cu pentru este sau vei din sunt lucru îngrijire nu",
    "es": "el los las con por para una es del y usted trabajo que cuidado",
    "fr": "le les des et une pour avec est vous nous dans du sur soins",
    "pt": "os da em uma para com não você é dos trabalho são cuidados ao",
    "de": "der das und mit für ist sie wir ein eine nicht pflege auf",
}
# Letters that one of these languages has and no other of them: a word with one is as good as a little word.
_LETTERS = {"cy": "ŵŷ", "pl": "ąćęłńśźż", "ro": "ăîșț", "es": "ñ", "fr": "çèœ", "pt": "ãõ", "de": "ßäöü"}
_NAMES = {
    "en": "English",
    "cy": "Welsh",
    "pl": "Polish",
    "ro": "Romanian",
    "es": "Spanish",
    "fr": "French",
    "pt": "Portuguese",
    "de": "German",
}
_SETS = {code: frozenset(words.split()) for code, words in _WORDS.items()}
_WORD = re.compile(r"[^\W\d_]{1,30}(?:['’][^\W\d_]{1,5})?")
# Judgement: fewer hits than this tell nothing; a second language counts from a quarter of the first one's hits, which
# a borrowed name or a greeting does not reach.
_FEWEST_HITS = 3
_SHARE_OF_SECOND = 0.25
_MOST_WORDS_READ = 5_000


@dataclass(frozen=True, slots=True)
class Language:
    """ISO 639-1 code of the language, empty where it cannot be told; `also` names a second one mixed in."""

    code: str
    also: str = ""

    @property
    def is_english(self) -> bool:
        """Whether it is English alone, or cannot be told."""
        return self.code in {"", "en"} and not self.also

    def __str__(self) -> str:
        return " and ".join(_NAMES[code] for code in (self.code, self.also) if code)


def read_language(plain: str) -> Language:
    """The language of a text, and a second one where the text mixes two (Welsh and English, most often)."""
    words = [
        found[0].casefold().replace("’", "'")
        for found, _ in zip(_WORD.finditer(plain), range(_MOST_WORDS_READ), strict=False)
    ]
    hits = {code: sum(_speaks(word, code) for word in words) for code in _SETS}
    first, second = sorted(hits, key=lambda code: -hits[code])[:2]
    if hits[first] < _FEWEST_HITS:
        return Language("")
    is_mixed = hits[second] >= max(_FEWEST_HITS, _SHARE_OF_SECOND * hits[first])
    return Language(first, second if is_mixed else "")


def _speaks(word: str, code: str) -> bool:
    return word in _SETS[code] or not set(_LETTERS.get(code, "")).isdisjoint(word)
