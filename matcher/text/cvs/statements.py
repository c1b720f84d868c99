"""What a text says, one statement at a time: sentences, and parts of sentences that say "I" anew."""

import re
from collections.abc import Iterator

__all__ = ["read_statements"]

# A line runs on into the next where the next begins small, or this one ends on a word that wants another.
_WANTS_ANOTHER = re.compile(
    r"(?:,|\b(?:a|an|the|of|with|and|or|in|to|for|my|at|by|from|on|as|due|was|am|have|had|been|because|i))\s*$",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.!?:;]\s*$")
# Runs are bounded or entered only at their beginning, so that no text takes more than time in proportion to it.
_BREAK = re.compile(
    r"""(?<![.!?])[.!?]++(?=\s{1,4}[A-Z0-9"'(•\u2588-]|\s{0,4}$)
    |(?<=[a-z]{3})[.!?]+(?=\s{1,4}[a-z])
    |[;•|\t▪●◦]
    |,?\s{1,3}(?:and|but|so|then|although|however|before\ that|after\ that|since\ then),?\s{1,3}
        (?=(?:then\s|now\s|also\s)?I\b)
    |,?\s{1,3}then\s{1,3}(?=(?:worked|started|got|became|went|joined|trained)\b)
    |,\s{1,3}(?=I\s(?:worked|work|was|did|am|have|then|also|now)\b)
    |\s{1,3}(?=I\s(?:then\s)?(?:worked|started|became|joined|trained|volunteered|looked|cared|supported|ran|managed|returned)\b)
    """,
    re.VERBOSE,
)
# A line that begins with a date begins an entry of its own.
_DATED = re.compile(r"(?:19|20)\d\d\b|\d{1,2}[/.]\d")
_SHORTEST_WRAPPED = 30
# Judgement: a line this long that ends on no mark was broken by a margin.
_LONG_LINE = 85
_LONGEST = 1_000


def read_statements(text: str) -> Iterator[tuple[int, int]]:
    """Where each statement of a text starts and ends, in order; a wrapped line is read on.

    None is longer than 1,000 characters, so that what reads them takes time in proportion to the text.
    """
    for start, end in _joined_lines(text):
        at = start
        for found in _BREAK.finditer(text, start, end):
            yield from _pieces(at, found.start())
            at = found.end()
        yield from _pieces(at, end)


def _pieces(start: int, end: int) -> Iterator[tuple[int, int]]:
    for at in range(start, end, _LONGEST):
        yield at, min(end, at + _LONGEST)


def _joined_lines(text: str) -> Iterator[tuple[int, int]]:
    start = at = 0
    for line in text.split("\n"):
        end = at + len(line)
        following = text[end + 1 : end + 12].lstrip(" ")
        if not _runs_on(line, following):
            yield start, end
            start = end + 1
        at = end + 1
    if start < len(text):
        yield start, len(text)


def _runs_on(line: str, following: str) -> bool:
    if not line.strip() or not following[:1].isalnum() or _ENDS.search(line[-5:]) or _DATED.match(following):
        return False
    if len(line) >= _LONG_LINE and line[-1].isalnum():
        return True
    return (following[0].islower() and len(line) >= _SHORTEST_WRAPPED) or _WANTS_ANOTHER.search(line[-12:]) is not None
