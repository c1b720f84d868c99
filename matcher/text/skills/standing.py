"""What a text says of a skill it names: that it is there, welcome, taught, or not there at all."""

import re
from collections.abc import Iterator
from enum import StrEnum
from itertools import pairwise

from matcher.text.skills.cues import CONTRAST, Cue, find_cues, resumes, starts_anew
from matcher.text.skills.headings import heading_standings

__all__ = ["Standing", "Standings"]

_ORDER = ("desirable", "taught", "stated")
_APOSTROPHES = str.maketrans("’ʼ‘`", "''''")
# The end of a clause: a sentence, a bullet, a new line that begins like one, a dash between spaces is none.
_ENDS = re.compile(r"[.!?](?=\s|$)|;|\n(?=\s*(?:[-–—*•·▪o]\s|\d+[.)]\s|[A-Z(]|\n|$))|[•·▪]|(?<=\w):(?=\s*\n)")
# A bracket that says how much something is wanted belongs to what it follows.
_NEAR = 4
_FARTHEST = 160
# Where nothing ends a clause for so long, it is cut, so that one endless line cannot hold the reader up.
_LONGEST = 1500


class Standing(StrEnum):
    """How a mention counts: stated (had, or asked for), desirable, or to be taught; a denied one is not returned."""

    STATED = "stated"
    DESIRABLE = "desirable"
    TAUGHT = "taught"

    @property
    def strength(self) -> int:
        """Which of two standings of one skill counts: stated above taught above desirable."""
        return _ORDER.index(self.value)


class Standings:
    """Reads one text once and then says how each stretch of it stands."""

    def __init__(self, text: str) -> None:
        folded = _lowered(text.translate(_APOSTROPHES))
        self._clauses = [(start, end, folded[start:end]) for start, end in _clauses(text, folded)]
        self._headings = heading_standings(text)
        self._cues: dict[int, list[Cue]] = {}
        self._at = 0

    def of(self, start: int, end: int) -> Standing | None:
        """The standing of ``text[start:end]``; None where it is denied. Stretches are asked for in order or not."""
        position = self._clause_at(start)
        clause_start, _, clause = self._clauses[position]
        if position not in self._cues:
            self._cues[position] = find_cues(clause)
        kind = _kind(clause, self._cues[position], start - clause_start, end - clause_start)
        if kind == "deny":
            return None
        return Standing(kind) if kind else Standing(self._headings.at(start))

    def _clause_at(self, start: int) -> int:
        if self._clauses[self._at][0] > start:
            self._at = 0
        while self._at + 1 < len(self._clauses) and self._clauses[self._at + 1][0] <= start:
            self._at += 1
        return self._at


def _lowered(text: str) -> str:
    """The text in lower case, every letter in its place: a few letters of the world have longer lower forms."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(low if len(low := c.lower()) == 1 else c for c in text)


def _clauses(text: str, folded: str) -> Iterator[tuple[int, int]]:
    ends = [found.end() for found in _ENDS.finditer(text)]
    turns = [found.start() for found in CONTRAST.finditer(folded)]
    for start, end in pairwise(sorted({0, *ends, *turns, max(len(text), 1)})):
        for cut in range(start, end, _LONGEST):
            yield cut, min(cut + _LONGEST, end)


def _kind(clause: str, cues: list[Cue], start: int, end: int) -> str:
    """The kind of the cue that reaches ``clause[start:end]``, or an empty text."""
    before = [cue for cue in cues if cue.ahead and cue.end <= start]
    if before and start - before[-1].end <= _FARTHEST and not resumes(clause[before[-1].end : start]):
        return before[-1].kind
    after = next((cue for cue in cues if not cue.ahead and start < cue.start and end < cue.end), None)
    if after is None:
        return ""
    between = clause[end : after.start]
    if after.beside and len(between.strip()) > 0:
        return ""
    return "" if len(between) > _FARTHEST or starts_anew(clause[:start], between) else after.kind
