"""Facts that adverts set out as a form or a table: a label, and what stands beside or under it."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from matcher.text.adverts.sections import Placed

__all__ = ["labelled"]

# Judgement: a label that stands alone on its line is one of these few and nothing else.
_ALONE = re.compile(
    r"(?:(?:contract(?:ed)?|working|weekly|job|salary|hourly|shift|pay|closing|rate of|number of|type of|employment"
    r"|position|work|advert|basic|normal|total)\s+){0,2}(?:hours?(?: of work| per week| p/?w| available)?|hrs|salary"
    r"|pay|rates?(?: of pay)?|wages?|remuneration|contract(?: type)?|type|basis|date|deadline|shifts?(?: patterns?)?"
    r"|patterns?|rota|schedule|posts|positions|vacancies)\s*[:\-–|]?",
    re.IGNORECASE,
)
_LEADING_MARKS = re.compile(r"^[^\w£(\"'“‘]+")
_CELL = re.compile(r"\s*(?:\||\t)\s*")
_MOST_WORDS_OF_LABEL = 4


def labelled(placed: Sequence[Placed]) -> Iterator[tuple[str, Placed]]:
    """Each sentence with the words to read it by: a label alone on the line above is put before it.

    ``Hours`` over ``37.5`` reads ``Hours: 37.5``, and so does the cell of a table, ``Hours | 37.5``. A label rules the
    line under it, or all items of the list under it.
    """
    label, rules_list = "", False
    for _, group in groupby(placed, key=lambda item: item.sentence.line):
        line = list(group)
        first = line[0].sentence
        own = _words(first.text)
        if _is_label(own) and len(line) == 1:
            label, rules_list = own.rstrip(" :-–|"), False
            continue
        if rules_list and not first.in_list:
            label = ""
        yield f"{label}: {own}" if label else own, line[0]
        yield from ((_words(item.sentence.text), item) for item in line[1:])
        rules_list = bool(label) and first.in_list
        label = label if rules_list else ""


def _is_label(words: str) -> bool:
    return len(words.split()) <= _MOST_WORDS_OF_LABEL and bool(_ALONE.fullmatch(words))


def _words(text: str) -> str:
    """Words of a line without the signs and emoji at its head; the first cell of a row is its label."""
    words = _LEADING_MARKS.sub("", text) or text
    return _CELL.sub(": ", words, count=1) if _CELL.search(words[:40]) else words
