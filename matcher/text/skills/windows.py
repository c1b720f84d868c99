"""The clauses of a sentence and its short runs of words: stretches that may name a skill by themselves."""

import re

__all__ = ["read_windows"]

_CLAUSE = re.compile(r"[,;:()•*|/]|\.\s|\s[-–]\s|\s(?=(?:and|or)\s)")
_PART = re.compile(r"[;:()•*|]|\.\s")
# Judgement: names of skills have up to six words, and none begins or ends with these.
_LONGEST = 6
_EDGES = frozenset(
    "a an the of and or to in for with on at by as is are be will you we our your".split()  # noqa: SIM905 - reads better
)


def read_windows(sentence: str) -> list[str]:
    """The clauses of a sentence and every run of one to six words that begins and ends with a word of content.

    Each once, in the order met; about forty for a sentence of fifteen words.
    """
    found = dict.fromkeys(" ".join(clause.split()) for clause in _CLAUSE.split(sentence))
    for part in _PART.split(sentence):
        words = part.split()
        ends = [word.lower() in _EDGES for word in words]
        for first in range(len(words)):
            for last in range(first, min(first + _LONGEST, len(words))):
                if not ends[first] and not ends[last]:
                    found[" ".join(words[first : last + 1]).strip(" .,")] = None
    return [window for window in found if len(window) > 1]
