"""Names of people: the writer's at the top, behind labels and in sentences, and others' behind "Mrs" or "my mum"."""

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from matcher.text.cvs.people import RELATIVE
from matcher.text.cvs.protected_labels import Stretch
from matcher.text.cvs.sections import heading_of, read_lines
from matcher.text.cvs.title_words import has_title_word

__all__ = ["find_names"]

_TITLE = r"(?:[Mm][Rr][Ss]?|[Mm]iss|Ms|MISS|Mx|Dr|DR|Prof(?:essor)?|Rev(?:erend)?)"
_NAME = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’-]{0,30}"
_TITLED = re.compile(
    rf"\b{_TITLE}\b\.?[ ]{{1,3}}(?:[A-Z]\.?[ ]{{1,2}}){{0,3}}{_NAME}(?:[ ]{{1,2}}(?:{_NAME}|[A-Z]\.?)){{0,2}}"
)
_CALLED = re.compile(
    r"(?i:\bmy\s(?:full\s)?name(?:\sis|['’]s)\s|\bI(?:\sa|['’])m\scalled\s|\bknown\sas\s"
    r"|\b(?:yours\s(?:sincerely|faithfully|truly)"
    rf"|(?:kind|best|warm)\sregards|regards|signed),?\s{{1,3}})(?P<name>{_NAME}(?:[ ]{_NAME}){{0,3}})"
)
_I_AM = re.compile(
    (
        r"(?:\b(?:Hi|Hello)[,!]?\s)?\b(?:I['’]m|I am"
        rf"|This is)\s(?P<name>{_NAME}(?:\s{_NAME})?)(?=\s?(?:[,.(]|and\b|from\b|$))"
    ),
    re.MULTILINE,
)
_OF_RELATIVE = re.compile(
    rf"\b(?i:my|our)\s(?:[\w-]{{1,20}}\s){{0,3}}?(?i:{RELATIVE})[,]?[ ](?:\(|called[ ]"
    r"|named[ ])?(?P<name>[A-Z][a-z]+(?:[ ][A-Z][a-z]+)?)\b"
)
_TOKEN = re.compile(rf"(?:{_NAME}|[A-Z]\.?|\(\w+\)|[a-z]{{2,3}})")
_NOT_NAMES = re.compile(
    r"\b(?:curriculum|vitae|cv|r[ée]sum[ée]|profile|address|care|road|street|page|confidential|application|ltd|limited|"
    r"the|and|for|with|of|at|in|to|my|work|job|hard|full|time|part|level|nvq|england|uk|dbs|crb"
    r"|enhanced|licen[cs]e|driving|own|car|clean|certificate|food|safety|skills?)\b",
    re.IGNORECASE,
)
_HEAD_WORDS = re.compile(
    (
        r"^(?:(?:curriculum\s+vitae|cv|r[ée]sum[ée]|name|personal\s+(?:details"
        rf"|information))\b(?:\s+(?:of|for))?\s*[:–—-]?\s*)?(?:{_TITLE}\.?\s+)?"
    ),
    re.IGNORECASE,
)
_TAIL = re.compile(
    (
        r"\s*(?:[,|–—\t(]|\s-|[ ]{3}|\u2588|\bCV\b|\b(?i:curriculum)|\b(?:BA|BSc|RGN|RN|MA|MSc|BEd|PhD"
        r"|MBA)\b).*$"
    ),
    re.DOTALL,
)
# A name typed in small letters counts only before a mark ("kev walsh - wants care work").
_SMALL = re.compile(r"\s{0,4}(?P<name>[a-z]{3,15} [a-z]{3,15})(?=\s{1,3}[-–|,]|\s{0,3}\u2588|\s{1,3}cv\b)")
_LETTERS_APART = re.compile(r"(?:[A-Z] {1,4}){4,}[A-Z]")
_NETWORK_LINES = 12
_TOP_LINES = 6
_MOST_TOKENS = 5
_LONGEST_ALONE = 20
_SHORTEST_PART = 3
_FEWEST_TOKENS = 2
_LONGEST_LINE = 80
# "I am Sarah and …" introduces somebody; further on, "I am Punctual and …" does not.
_BEGINNING = 400


def find_names(text: str, end_of_top: int) -> Iterator[Stretch]:
    """Names where they stand, and the writer's name wherever it stands again."""
    own: list[str] = []
    for start, end in _names_at_top(text, end_of_top):
        yield "name", start, end
        own.append(text[start:end])
    for found in _CALLED.finditer(text):
        if not has_title_word(found["name"]):
            yield "name", found.start("name"), found.end("name")
            own.append(found["name"])
    for found in _I_AM.finditer(text, 0, _BEGINNING):
        if not has_title_word(found["name"]):
            yield "name", found.start("name"), found.end("name")
    for found in _TITLED.finditer(text):
        yield "name", found.start(), found.end()
    for found in _OF_RELATIVE.finditer(text):
        yield "name", found.start("name"), found.end("name")
    yield from _again(text, own)


def _names_at_top(text: str, end_of_top: int) -> Iterator[tuple[int, int]]:
    """The first lines that are nothing but a name; one name may stand in two lines ("JANE", "DOE")."""
    at = n_lines = 0
    alone: list[tuple[int, int]] = []
    while at < min(end_of_top, len(text)) and n_lines < _TOP_LINES:
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        line = text[at:end]
        if line.strip():
            n_lines += 1
            found = _name_in(line)
            if found is not None and " " in line[slice(*found)].strip():
                yield at + found[0], at + found[1]
                return
            if found is not None:
                alone.append((at + found[0], at + found[1]))
        at = end + 1
    yield from alone[:2] or _under_skills(text)


def _under_skills(text: str) -> Iterator[tuple[int, int]]:
    """A name further down, as pages of networks are saved: the line above a headline ("Sous chef at The Ivy")."""
    lines = list(islice(read_lines(text), _NETWORK_LINES))
    for line, following in pairwise(lines):
        found = None if line.is_heading else _name_in(line.text)
        if found is not None and has_title_word(following.text) and " " in line.text:
            yield line.start + found[0], line.start + found[1]
            return


def _name_in(line: str) -> tuple[int, int] | None:
    """Where a line that is nothing but a name, or begins with one before a mark, has it."""
    stripped = line.strip()[:_LONGEST_LINE]
    if _LETTERS_APART.fullmatch(stripped):  # "J A N E  D O E"
        return (0, len(line)) if heading_of(stripped) is None else None
    small = _SMALL.match(line)
    if small:
        return small.span("name") if _may_be_name(small["name"]) else None
    head = _HEAD_WORDS.match(stripped)
    offset = line.index(stripped) + (head.end() if head else 0)
    words = _TAIL.sub("", line[offset : offset + _LONGEST_LINE]).strip(" .")
    if not _may_be_name(words) or not _has_form_of_name(words, is_alone=stripped == words):
        return None
    start = line.index(words, offset)
    return start, start + len(words)


def _may_be_name(words: str) -> bool:
    is_other = heading_of(words) is not None or has_title_word(words) or _NOT_NAMES.search(words) is not None
    return bool(words) and not is_other and not any(character.isdigit() for character in words)


def _has_form_of_name(words: str, *, is_alone: bool) -> bool:
    """Two to five words that begin with capitals, or one that has the line to itself."""
    tokens = words.split()
    if len(tokens) > _MOST_TOKENS or not tokens[0][0].isupper() or not all(map(_TOKEN.fullmatch, tokens)):
        return False
    return len(tokens) >= _FEWEST_TOKENS or (is_alone and len(words) <= _LONGEST_ALONE)


def _again(text: str, names: list[str]) -> Iterator[Stretch]:
    """The names again: whole in any case, and each part of them where it begins with a capital."""
    for name in dict.fromkeys(names):
        whole = r"\s+".join(re.escape(part) for part in name.split())
        for found in re.finditer(rf"\b{whole}\b", text, re.IGNORECASE):
            yield "name", found.start(), found.end()
        for part in name.split():
            if len(part.strip(".()")) >= _SHORTEST_PART and not has_title_word(part):
                word = re.escape(part.strip(".()"))
                for found in re.finditer(rf"(?<!\w)(?:{word}|{word.upper()}|{word.title()})(?!\w)", text):
                    yield "name", found.start(), found.end()
