"""What nobody should read is taken out of a CV before anything else looks at it.

Name, birth date, age, sex, family, nationality, belief, ethnicity, health, pregnancy, benefits, convictions,
immigration, contact details and numbers of passes are overwritten where they stand; only how often each kind was met is
kept, never what it said. Referees, equality monitoring and declarations go as whole sections.

Experience with other people's lives stays: "supported people with mental health needs", "maternity ward healthcare
assistant", "worked in a prison kitchen". Of a relative somebody cared for, the caring stays and the illness is not
shown.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from matcher.text.cvs.contact_details import find_addresses, find_contact_details
from matcher.text.cvs.names import find_names
from matcher.text.cvs.people import PARTNER_OR_CHILD, cares_for_relative, speaks_of_relative
from matcher.text.cvs.protected_labels import Stretch, find_labelled
from matcher.text.cvs.protected_statements import own_matter, relatives_details
from matcher.text.cvs.protected_words import find_bare_words, find_protected_words
from matcher.text.cvs.sections import Section, read_lines
from matcher.text.cvs.statements import read_statements

__all__ = ["COVER", "Redaction", "redact"]

COVER = "\u2588"
"""What stands for each character that was taken out; ends of lines are left."""

# Judgement: lists of referees and declarations are short; a heading missed below them must not cost the rest of a CV.
_MOST_SECTION_LINES = 25
_TOP_LINES = 14
_PARTNER_OR_CHILD = re.compile(PARTNER_OR_CHILD, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Redaction:
    """A CV without what nobody should read.

    Attributes
    ----------
    text : str
        As long as the CV, so that places in it stay; for finding jobs and skills.
    shown : str
        The same without the illnesses of relatives and who they are; only stretches of this are ever shown.
    dropped : tuple of (str, int)
        Kinds that were taken out and how often, by name.
    """

    text: str
    shown: str
    dropped: tuple[tuple[str, int], ...]


def redact(text: str) -> Redaction:
    """Take out what nobody should read; takes time in proportion to the length of the text."""
    counts: Counter[str] = Counter()
    top = _end_of_top(text)
    finders: tuple[Callable[[str], Iterator[Stretch]], ...] = (
        _protected_sections,
        find_labelled,
        partial(find_addresses, end_of_top=top),
        find_contact_details,
        _own_matters,
        _words,
        _bare_words,
        partial(find_names, end_of_top=top),
    )
    for find in finders:
        text = _cover(text, find(text), counts)
    shown = _cover(text, _hidden(text), Counter())
    return Redaction(text, shown, tuple(sorted(counts.items())))


def _cover(text: str, stretches: Iterable[Stretch], counts: Counter[str]) -> str:
    """The text with stretches covered; one that holds nothing but covers is not counted again."""
    characters = list(text)
    for kind, start, end in stretches:
        written = characters[start:end]
        if any(character.isalnum() for character in written):
            counts[kind] += 1
            characters[start:end] = [mark if mark == "\n" else COVER for mark in written]
    return "".join(characters)


def _end_of_top(text: str) -> int:
    """Where the part above the first heading ends: name, address, how to reach somebody."""
    end = 0
    for n_lines, line in enumerate(read_lines(text)):
        if n_lines >= _TOP_LINES or (line.section not in {Section.TOP, Section.PERSONAL} and n_lines):
            break
        end = line.end
    return end


def _protected_sections(text: str) -> Iterator[Stretch]:
    heading, n_lines = "", 0
    for line in read_lines(text):
        if line.is_heading:
            heading, n_lines = line.text, 0
        elif line.section is Section.PROTECTED and n_lines < _MOST_SECTION_LINES:
            n_lines += 1
            yield _section_kind(f"{line.text.partition(':')[0]} {heading}"), line.start, line.end


def _section_kind(heading: str) -> str:
    words = heading.lower()
    kinds = (
        ("refer", "referees"),
        ("convict", "convictions"),
        ("criminal", "convictions"),
        ("offend", "convictions"),
        ("health", "health"),
        ("medical", "health"),
        ("disab", "health"),
        ("adjust", "health"),
        ("right", "immigration"),
        ("immigr", "immigration"),
        ("benefit", "benefits"),
        ("gap", "career break"),
        ("break", "career break"),
        ("relig", "religion"),
        ("photo", "photograph"),
    )
    return next((kind for part, kind in kinds if part in words), "family")


def _own_matters(text: str) -> Iterator[Stretch]:
    for start, end in read_statements(text):
        found = own_matter(text[start:end])
        if found is not None:
            kind, first, last = found
            yield kind, start + first, start + last


def _words(text: str) -> Iterator[Stretch]:
    for start, end in read_statements(text):
        statement = text[start:end]
        kept = _carer_words(statement) if cares_for_relative(statement) else []
        for kind, first, last in find_protected_words(statement, start):
            if not any(first < start + after and start + before < last for before, after in kept):
                yield kind, first, last


def _bare_words(text: str) -> Iterator[Stretch]:
    for line in read_lines(text):
        if line.section in {Section.TOP, Section.PERSONAL, Section.PROFILE} and not line.is_heading:
            yield from find_bare_words(line.text, line.start)


def _carer_words(statement: str) -> list[tuple[int, int]]:
    """Where a statement of caring names the relative: read as caring, but not shown."""
    return [found.span() for found in _PARTNER_OR_CHILD.finditer(statement)]


def _hidden(text: str) -> Iterator[Stretch]:
    spans = list(read_statements(text))
    if not any(cares_for_relative(text[start:end]) for start, end in spans):
        return
    for start, end in spans:
        statement = text[start:end]
        if cares_for_relative(statement) or speaks_of_relative(statement):
            for first, last in (*relatives_details(statement), *_carer_words(statement)):
                yield "hidden", start + first, start + last
