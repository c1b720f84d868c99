"""Everyday phrases that show a skill without naming it: *gave him his tablets*, *turned her every two hours*.

The phrases stand in ``data/phrases/everyday.csv``, the classes of words they use in ``data/phrases/word_classes.csv``;
their README explains the signs.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from matcher.errors import DataError
from matcher.packaged import read_table
from matcher.text.skills.findings import Finding
from matcher.text.skills.shared_words import COMMA
from matcher.text.skills.skill_names import Tier
from matcher.text.words.phrases import BREAK, Word
from matcher.text.words.stems import stem

__all__ = ["EVERYDAY_CONFIDENCE", "everyday_skills", "find_everyday"]

# Judgement: a phrase of this table shows its skill more often than not; nobody called it by its name.
EVERYDAY_CONFIDENCE = 0.7
_WHOM = re.compile(r"@(\w+)")
_GAP, _WIDE_GAP = r"(?: [^ ,]+){0,3}?", r"(?: [^ ]+){0,7}?"


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A row's phrase: the skill it shows and its regular expression over stems joined by spaces."""

    skill: str
    expression: str


def find_everyday(words: Sequence[Word]) -> Iterator[Finding]:
    """Everyday phrases in a text, overlaps and all."""
    phrases = _phrases()
    for part in _sentences(words):
        keys = [COMMA if word.folded == BREAK else stem(word.written) for word in part]
        line = " ".join(keys)
        places = _places(keys)
        for place, first in places.items():
            for phrase in phrases.get(keys[first], ()):
                found = _compiled(phrase.expression).match(line, place)
                if found:
                    start, end = found.span("shown" if "shown" in found.re.groupindex else 0)
                    last = first + line.count(" ", place, end)
                    yield _finding(phrase.skill, part, places[start], last)


def everyday_skills() -> frozenset[str]:
    """Ids of every skill that a phrase of the table shows."""
    return frozenset(phrase.skill for phrases in _phrases().values() for phrase in phrases)


def _finding(skill: str, words: Sequence[Word], first: int, last: int) -> Finding:
    n_words = sum(word.folded != BREAK for word in words[first : last + 1])
    return Finding(skill, words[first].start, words[last].end, n_words, Tier.EVERYDAY, EVERYDAY_CONFIDENCE)


def _sentences(words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """Stretches of words without a break other than a comma."""
    first = 0
    for at, word in enumerate(words):
        if word.folded == BREAK and word.written != COMMA:
            if at > first:
                yield words[first:at]
            first = at + 1
    if first < len(words):
        yield words[first:]


def _places(keys: Sequence[str]) -> dict[int, int]:
    """Where each word starts in the words joined by spaces, to its number."""
    places, at = {}, 0
    for number, key in enumerate(keys):
        places[at] = number
        at += len(key) + 1
    return places


@cache
def _phrases() -> dict[str, tuple[_Phrase, ...]]:
    """Every phrase of the table under each word it may begin with."""
    by_first: dict[str, list[_Phrase]] = {}
    classes = _classes()
    for row in read_table("phrases", "everyday.csv"):
        for written in filter(None, map(str.strip, row["phrases"].split(";"))):
            phrase = _Phrase(row["skill"], _expression(written, classes))
            for first in _first_words(written, classes):
                by_first.setdefault(first, []).append(phrase)
    return {first: tuple(phrases) for first, phrases in by_first.items()}


@cache
def _classes() -> dict[str, tuple[str, ...]]:
    """Name of a class to its members as stems joined by spaces, longest first; classes may name earlier ones."""
    classes: dict[str, tuple[str, ...]] = {}
    for row in read_table("phrases", "word_classes.csv"):
        members: dict[str, None] = {}
        for member in filter(None, map(str.strip, row["words"].split(";"))):
            for option in classes[member[1:-1]] if member.startswith("<") else [_stems(member)]:
                members[option] = None
        classes[row["class"]] = tuple(sorted(members, key=lambda each: (-len(each), each)))
    return classes


def _stems(words: str) -> str:
    return " ".join(stem(word) for word in words.split())


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    """Compiled when first met: few of the phrases stand in any one text."""
    return re.compile(expression)


def _expression(written: str, classes: dict[str, tuple[str, ...]]) -> str:
    parts: list[str] = []
    for part in _WHOM.sub(r"<my>? <adj>? <adj>? <\1>", written).split():
        if part in {"~", "~~"}:
            parts.append(_GAP if part == "~" else _WIDE_GAP)
            continue
        core = part.strip("{}").removesuffix("?")
        options = "|".join(re.escape(option) for option in _options(core, classes, written))
        opening = "(?P<shown>" if part.startswith("{") else ""
        closing = ")" if part.endswith(("}", "}?")) else ""
        space = " " if parts else ""
        element = f"{space}{opening}(?:{options})(?![^ ])" if opening else f"(?:{space}(?:{options})(?![^ ]))"
        parts.append(element + ("?" if part.strip("{}").endswith("?") else "") + closing)
    return "".join(parts)


def _first_words(written: str, classes: dict[str, tuple[str, ...]]) -> set[str]:
    first = written.split(maxsplit=1)[0].strip("{}")
    if first.endswith("?") or first.startswith(("~", "@")):
        raise DataError(
            f"data/phrases/everyday.csv: '{written}' begins with a word that may be missing; turn it round."
        )
    return {option.split(maxsplit=1)[0] for option in _options(first, classes, written)}


def _options(core: str, classes: dict[str, tuple[str, ...]], written: str) -> list[str]:
    options: list[str] = []
    for option in core.split("|"):
        if not option.startswith("<"):
            options.append(_stems(option.replace("_", " ")))
        elif option[1:-1] in classes:
            options.extend(classes[option[1:-1]])
        else:
            raise DataError(f"data/phrases/everyday.csv: '{written}' names a class that is not in word_classes.csv.")
    return sorted(dict.fromkeys(options), key=lambda option: (-len(option), option))
