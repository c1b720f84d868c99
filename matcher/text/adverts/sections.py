"""The parts of an advert: who we are, what you do, what is asked, what would be welcome, what we give, how to apply."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from matcher.text.adverts.headings import Section, parts_named
from matcher.text.adverts.sentences import Sentence

__all__ = ["Placed", "Section", "place_sentences"]


@dataclass(frozen=True, slots=True)
class Placed:
    """A sentence and the part of the advert it stands in; `is_heading` where it names that part itself."""

    sentence: Sentence
    section: Section
    is_heading: bool = False


# Judgement: a heading has few letters and few words; a line that leads into a list may have more.
_LONGEST_HEADING, _MOST_WORDS = 70, 9
_LONGEST_LEAD = 260
_LABEL = re.compile(r"([A-Za-z][A-Za-z /&'’-]{2,40}?)\s?(?::|\s[-–]\s)\s*(?=\S)")
_LABEL_COLON = re.compile(r"[A-Za-z][A-Za-z /&'’-]{2,40}:\s*\S")
_LEADS_ON = re.compile(r"(?::\s?[-–—]?|…|\.{3})$")
# "Knowledge of infection control" under "You will need" is what is asked, not the name of a part.
_ASKS_ITSELF = re.compile(
    r"(?:\w+ ){0,2}(?:experience|knowledge|understanding|awareness|ability|skills?|qualifications?) "
    r"(?:of|in|with|to|working|using|as)\b",
    re.IGNORECASE,
)
_ASKING = re.compile(r"(?:are|do|can|could|have|would|will|did|is) ", re.IGNORECASE)
_MOST_WORDS_ASKING = 4
# Judgement: a short line over this many letters of prose is a heading, whatever it says; a list that runs into this
# much prose has ended.
_PROSE = 80
_LONG_PROSE = 140
# "Havens staff benefits", "Key role requirements": what kind of part it is stands last.
_ENDS_NAMED = re.compile(r"\b(?:benefits|requirements|duties|responsibilities)\W*$", re.IGNORECASE)
_NAMED_LAST = frozenset({Section.BENEFITS, Section.ESSENTIAL, Section.DUTIES})
# In a list of benefits without bullets these are benefits ("Weekly pay", "Free training"), not headings.
_WEAK_AMONG_BENEFITS = frozenset({Section.TERMS, Section.TRAINING, Section.BENEFITS})


def place_sentences(sentences: Sequence[Sentence], heads: frozenset[str] = frozenset()) -> list[Placed]:
    """Each sentence with its part of the advert.

    A heading or a line that leads into a list ("You will need:") rules what follows, up to the next one, or to the
    paragraph behind its list. "Desirable: a car" rules its own line alone. Lines in `heads` (the title, the salary)
    are never headings.
    """
    lines = [list(group) for _, group in groupby(sentences, key=lambda sentence: sentence.line)]
    return list(_placed(lines, heads))


def _placed(lines: list[list[Sentence]], heads: frozenset[str]) -> Iterator[Placed]:
    section, has_list = Section.OPEN, False
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else []
        if line[0].text in heads:
            yield from (Placed(sentence, Section.OPEN) for sentence in line)
            continue
        if (has_list or section is Section.TERMS) and _is_prose(line):
            section, has_list = Section.OPEN, False
        heading = _heading(line, following, section)
        if heading is Section.OPEN and has_list and not lines[number - 1][0].in_list:
            heading = None  # the last line of a list without bullets
        if heading is not None:
            yield from _lead(line, heading, is_named=not _says_more(line[-1].text, heading, section))
            section, has_list = heading, False
            continue
        has_list = has_list or _is_item(line)
        own = _label(line[0])
        for sentence in line:
            yield Placed(sentence, own or section)


def _is_item(line: list[Sentence]) -> bool:
    return line[0].in_list or (_letters(line) < _PROSE and not line[-1].text.endswith("."))


def _is_prose(line: list[Sentence]) -> bool:
    return not line[0].in_list and (_letters(line) >= _LONG_PROSE or len(line) > 1 or line[-1].text.endswith("."))


def _letters(line: list[Sentence]) -> int:
    return line[-1].end - line[0].start


def _says_more(text: str, heading: Section, section: Section) -> bool:
    """Whether a line that looks like a heading asks for something itself, or goes on with the part it stands in."""
    if _LEADS_ON.search(text):
        return False
    return bool(_ASKS_ITSELF.match(text)) or heading is section is Section.ESSENTIAL


def _lead(line: list[Sentence], section: Section, *, is_named: bool) -> Iterator[Placed]:
    """A heading line: what stands before its last sentence is no part of the heading."""
    for sentence in line[:-1]:
        yield Placed(sentence, Section.OPEN)
    is_long = len(line[-1].text) > _LONGEST_HEADING
    yield Placed(line[-1], Section.OPEN if is_long else section, is_heading=is_named and not is_long)


def _heading(line: list[Sentence], following: list[Sentence], section: Section) -> Section | None:
    """The part that a line opens, or None where it is no heading."""
    last = line[-1]
    text = last.text.strip(" *#_-–")
    if last.in_list or not following:
        return None
    leads = _LEADS_ON.search(text) or (text.endswith(";") and following[0].in_list)
    if leads and len(text) <= _LONGEST_LEAD:
        named = next((part for part, found in parts_named(text) if part is not Section.TERMS or found == 0), None)
        return named or (Section.OPEN if len(text) <= _LONGEST_HEADING else None)
    if (
        _LABEL_COLON.match(text)
        or len(line) > 1
        or text.endswith(".")
        or len(text) > _LONGEST_HEADING
        or len(text.split()) > _MOST_WORDS
    ):
        return None
    named = _short_heading(text, section)
    return named or (Section.OPEN if _opens_prose(text, following) else None)


def _short_heading(text: str, section: Section) -> Section | None:
    is_asking = text.endswith("?") and bool(_ASKING.match(text)) and len(text.split()) > _MOST_WORDS_ASKING
    for part, found in parts_named(text):
        if is_asking or (section is Section.BENEFITS and part in _WEAK_AMONG_BENEFITS):
            continue
        if (
            found == 0
            or (part in _NAMED_LAST and _ENDS_NAMED.search(text))
            or (found <= text.find(" ") + 1 and not text.endswith("?") and part is not Section.TERMS)
        ):
            return part
    return None


def _opens_prose(text: str, following: list[Sentence]) -> bool:
    """Whether a short line stands over prose, so that it must be a heading we do not know."""
    if following[0].in_list or text[-1:] in {",", ";", "?"}:
        return False
    return _letters(following) >= _PROSE


def _label(sentence: Sentence) -> Section | None:
    """The part named by a label at the head of the line itself: "Desirable: a car", "Hours: 30"."""
    found = _LABEL.match(sentence.text)
    if found is None:
        return None
    return next((part for part, start in parts_named(found[1]) if start == 0), None)
