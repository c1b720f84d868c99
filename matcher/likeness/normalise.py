"""One spelling for every way of writing a name.

Every lookup by name, in every room, goes through `normalise`: two texts that normalise alike are the same name.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

__all__ = ["fold_plurals", "normalise", "words_with_places"]

# A word is letters and digits with apostrophes inside; "+" and "#" stay behind a word (C++, C#). Marks that stand on
# the letter before them belong to the word. "&" is the word "and".
_WORD = re.compile(r"[^\W_ʼ](?:['’ʼ]?[^\W_ʼ\u0300-\u036f]|[\u0300-\u036f])*[+#]*|&")
_APOSTROPHES = str.maketrans("", "", "'’ʼ")

_SHORTEST_PLURAL = 4
_NOT_PLURAL = ("ss", "us", "is", "ics")
_PLURAL_ENDINGS = (("sses", "ss"), ("xes", "x"), ("ies", "y"), ("s", ""))


def normalise(text: str) -> str:
    """Lower-case words with single spaces between: ``"Moving & Handling (L2)"`` is ``"moving and handling l2"``.

    Case and Unicode variants are folded (NFKC), hyphens and other punctuation become spaces, apostrophes inside a
    word vanish (``children's`` is ``childrens``) and ``&`` is ``and``. Normalising twice changes nothing.
    """
    return " ".join(_words(text))


def words_with_places(text: str) -> Iterator[tuple[str, int, int]]:
    """The normalised words of a text, each with where it starts and ends in the text as it came."""
    for found in _WORD.finditer(text):
        for word in _words(found.group()):
            yield word, found.start(), found.end()


def fold_plurals(name: str) -> str:
    """A normalised name with the plural of each word taken off: ``care plans`` is ``care plan``.

    Short words and the endings ``ss``, ``us``, ``is`` and ``ics`` are left alone.
    """
    return " ".join(_singular(word) for word in name.split())


def _words(text: str) -> list[str]:
    if text.isascii():  # the usual case, and three times as fast
        folded = text.lower()
    else:
        folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return ["and" if word == "&" else word.translate(_APOSTROPHES) for word in _WORD.findall(folded)]


@lru_cache(maxsize=50_000)  # names and adverts use the same words over and over
def _singular(word: str) -> str:
    if len(word) < _SHORTEST_PLURAL or not word.endswith("s") or word.endswith(_NOT_PLURAL):
        return word
    ending, singular = next(pair for pair in _PLURAL_ENDINGS if word.endswith(pair[0]))
    return word.removesuffix(ending) + singular
