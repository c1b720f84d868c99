"""The heading above a line: *Desirable*, and five bullets under it."""

import re
from bisect import bisect_right
from dataclasses import dataclass

__all__ = ["Headings", "heading_standings"]

_MOST_WORDS = 10
_BULLET = re.compile(r"\s*(?:[-–—*•·▪]|\d+[.)])\s")
# Judgement: what headings over wishes and over training say.
_DESIRABLE = re.compile(
    r"\b(?:desirables?|desired|nice to have|good to have|advantageous|an advantage|bonus|preferred|preferable|ideally|"
    r"not essential|beneficial|optional|would be (?:great|good|nice|useful|helpful)|helpful if)\b"
)
_TAUGHT = re.compile(
    r"\b(?:training (?:provided|given|offered|included|includes|will|you will)|"
    r"you(?:'ll| will) (?:learn|be trained|"
    r"be taught|receive (?:\w+ )?training)|we(?:'ll| will)? (?:teach|train)|(?:full|free|mandatory|induction) training|"
    r"training in|our training|training (?:and|&) development)\b"
)
# Judgement: words that open another part of an advert, colon or not.
_OTHER = re.compile(
    r"\b(?:essentials?|required|requirements?|responsibilities|duties|benefits|offer|about|role|hours|pay|salary|"
    r"shifts?|apply|why|must have|you will|what you|the job|rewards|location|interview|closing|contact)\b"
)


@dataclass(frozen=True, slots=True)
class Headings:
    """Where each line starts and what the heading above it says of its skills."""

    starts: list[int]
    standings: list[str]

    def at(self, place: int) -> str:
        """The standing that the heading above a place in the text gives."""
        return self.standings[bisect_right(self.starts, place) - 1]


def heading_standings(text: str) -> Headings:
    """Read the headings of a text, line by line.

    A heading is a short line with a colon at its end, or one of the usual words in it and no full stop. It holds until
    the next one, or until running text follows a blank line.
    """
    starts, standings = [0], ["stated"]
    at, current, after_blank = 0, "stated", False
    for line in text.split("\n"):
        said = _heading(line)
        if said:
            current = said
        elif after_blank and _is_prose(line):
            current = "stated"
        starts.append(at)
        standings.append("stated" if said else current)
        after_blank = not line.strip()
        at += len(line) + 1
    return Headings(starts, standings)


def _heading(line: str) -> str:
    """The standing that a heading gives, or an empty text where the line is none."""
    words = line.strip().lower().replace("’", "'").strip("#*_ ")
    if not words or len(words.split()) > _MOST_WORDS or words.endswith("."):
        return ""
    is_named = words.endswith((":", "-", "–", "...", "…")) or not _BULLET.match(line)
    if not is_named or (not words.endswith(":") and ":" in words):
        return ""
    if re.search(r"\bessential\b(?! for)", words) and "not essential" not in words:
        return "stated"
    if _DESIRABLE.search(words) and "looking for" not in words and _is_heading_of_wishes(words):
        return "desirable"
    if _TAUGHT.search(words):
        return "taught" if words.endswith(":") else ""
    return "stated" if words.endswith(":") or _OTHER.search(words) else ""


def _is_heading_of_wishes(words: str) -> bool:
    """*Desirable criteria* is a heading; *driving licence desirable* is a wish of its own."""
    if words.endswith((":", "-", "–", "...", "…")):
        return True
    rest = re.sub(
        r"\b(?:desirables?|desired|nice to haves?|good to haves?|criteria|skills?|experience|qualifications?|"
        r"requirements?|attributes?|but|not|essential|the|and|additional|preferred|optional|it|would|be|great|if|you|"
        r"also|have|had|an|advantage|bonus|advantageous|beneficial|good|nice|ideally|preferable|helpful|useful|your|"
        r"knowledge|abilities|things|is|are|a|these|we|like|person|specification|for|this|role|post)\b",
        "",
        words,
    )
    return not re.search(r"[a-z0-9]{2}", rest)


def _is_prose(line: str) -> bool:
    return not _BULLET.match(line) and len(line.split()) > _MOST_WORDS
