"""The plain text of an advert cut into sentences, each with its place and whether it is an item of a list."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["LONGEST_SENTENCE", "Sentence", "split_sentences"]

LONGEST_SENTENCE = 1_000
"""Letters; a sentence without an end is cut here, so that no reading of it takes long."""

_BULLET = re.compile(r"\s{0,20}(?:[-–—•·*●▪◦○✓✔►➢]|o(?= [A-Z]))+\s{0,5}")
# A full stop ends a sentence before a capital, a figure or a bracket; also where the space was forgotten ("done.You").
_END = re.compile(r"[.!?]{1,3}[\"'”’)*]{0,2}(?:\s+(?=[A-Z0-9£(\"'“‘*-])|(?=[A-Z][a-z])|(?=\s*$))|\s*[•●▪]\s*")
_SHORT_FORMS = re.compile(
    r"(?:\b(?:e\.?g|i\.?e|etc|approx|inc|incl|no|nos|st|dr|mr|mrs|ms|min|max|hrs?|vs|ref|tel|ext|dept|p\.a"
    r"|p\.h|p|[A-Z]))$",
    re.IGNORECASE,
)
# Items of a list that was written on one line: "people who: - Are kind - Have time".
_INLINE_ITEMS = re.compile(r"(?<=[:;.,\w)])\s+[-–*]\s+(?=[A-Z][a-z]|[a-z]{3})")
_FEWEST_INLINE_ITEMS = 3


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, ``plain[start:end]``, of line `line`; `in_list` where its line is an item of a list."""

    text: str
    start: int
    end: int
    line: int
    in_list: bool = False


def split_sentences(plain: str) -> list[Sentence]:
    """The sentences of a plain text, in its order; no sentence crosses the end of a line."""
    sentences: list[Sentence] = []
    at = 0
    for number, line in enumerate(plain.split("\n")):
        bullet = _BULLET.match(line)
        begins = bullet.end() if bullet else 0
        inline = _inline_items(line, begins)
        for start, end in _stretches(line, begins, inline):
            is_item = bullet is not None or (bool(inline) and start >= inline[0])
            sentences.append(Sentence(line[start:end], at + start, at + end, number, is_item))
        at += len(line) + 1
    return sentences


def _stretches(line: str, begins: int, inline: list[int]) -> Iterator[tuple[int, int]]:
    """Where sentences begin and end, without the spaces around them."""
    start = begins
    for end in [*_ends(line, begins, inline), len(line)]:
        yield from _trimmed(line, start, end)
        start = end


def _ends(line: str, begins: int, inline: list[int]) -> list[int]:
    found = [match.end() for match in _END.finditer(line, begins) if not _is_short_form(line, match)]
    return sorted({*found, *inline})


def _inline_items(line: str, begins: int) -> list[int]:
    items = [match.end() for match in _INLINE_ITEMS.finditer(line, begins)]
    return items if len(items) >= _FEWEST_INLINE_ITEMS else []


def _is_short_form(line: str, found: re.Match[str]) -> bool:
    return found[0].startswith(".") and bool(_SHORT_FORMS.search(line, max(0, found.start() - 8), found.start()))


def _trimmed(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end:
        stop = end if end - start <= LONGEST_SENTENCE else _cut(line, start)
        piece = line[start:stop]
        left, right = len(piece) - len(piece.lstrip(" -–*•\t\xa0")), len(piece.rstrip(" -–*•\t\xa0"))
        if right > left:
            yield start + left, start + right
        start = stop


def _cut(line: str, start: int) -> int:
    space = line.rfind(" ", start + 1, start + LONGEST_SENTENCE)
    return start + LONGEST_SENTENCE if space < 0 else space
