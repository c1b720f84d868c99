"""Contact details and numbers that identify somebody; of an address only the postcode is left."""

import re
from collections.abc import Iterator

from matcher.text.cvs.protected_labels import Stretch
from matcher.text.cvs.sections import heading_of

__all__ = ["POSTCODE", "find_addresses", "find_contact_details"]

POSTCODE = re.compile(r"\b(?:[A-Z]{1,2}\d[A-Z\d]?\s{0,2}\d[ABD-HJLNP-UW-Z]{2})\b", re.IGNORECASE)
_STREET = (
    r"(?:road|rd|street|st|avenue|ave|lane|ln|close|drive|court|way|crescent|cres|terrace|place"
    r"|grove|gardens|walk|square|"
    r"hill|mews|view|row|green|parade|rise|mount|gate|fold|croft|bank|house|flats?|villas|cottages?|estate|park)"
)
# A year before a name ("2018 Park View") is no house number.
_NUMBERED_STREET = re.compile(
    r"(?:\b(?:[Ff]lat|[Aa]partment|[Aa]pt|[Rr]oom)\s\w{1,4},?\s{1,2})?(?<![\d/.–-])(?<![-–]\s)\b(?"
    r"!(?:19|20)\d\d)\d{1,4}[A-Za-z]?,?\s{1,2}"
    rf"(?:[A-Z][\w'’-]{{0,20}}\s{{1,2}}){{1,3}}(?i:{_STREET})\b\.?"
)
_ADDRESS_LABEL = re.compile(
    r"(?:^|(?<=[|\t•;])|(?<=[ ]{2}))[ \t]{0,8}(?:(?:home|postal|current|permanent|my)\s)?address(?:\(es\))?[ \t]{0,8}"
    r"(?:[:\t|-]|(?=\n)|[ ]{2})",
    re.IGNORECASE | re.MULTILINE,
)
_PATTERNS = (
    ("contact", re.compile(r"[\w.+'-]{1,64}\s?@\s?[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}")),
    ("contact", re.compile(r"\b(?:https?://|www\.)[^\s|]{1,300}", re.IGNORECASE)),
    ("contact", re.compile(r"\b(?:[\w-]{1,64}\.){1,3}(?:com|co\.uk|org|net|me|io)/[^\s|]{1,200}", re.IGNORECASE)),
    ("contact", re.compile(r"(?<![\w@])@[A-Za-z_]\w{2,30}")),
    ("contact", re.compile(r"(?<![\w/.-])(?:\+|00)\d{1,3}[\d ()-]{7,16}\d(?!\w)")),
    ("contact", re.compile(r"(?<![\w/.-])\(?0[1-9]\d{1,4}\)?(?:[ -]?\d){6,8}(?![\w/])")),
    ("identity number", re.compile(r"\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?:\s?\d{2}){3}\s?[A-D]\b", re.IGNORECASE)),
    (
        "identity number",
        re.compile(r"\b[A-Z9]{5}\d{6}[A-Z9]{2}\d[A-Z]{2}\b"),
    ),  # a driving licence: holds the birth date
    ("identity number", re.compile(r"\b\d{2}[A-Z]\d{4}[A-Z]\b")),  # a PIN of the nurses' register
    ("identity number", re.compile(r"\b\d{3}[ -]\d{3}[ -]\d{4}\b|\b00\d{10}\b")),  # an NHS or DBS number
)
_MOST_ADDRESS_LINES = 5


def find_contact_details(text: str) -> Iterator[Stretch]:
    """E-mail and web addresses, telephone numbers, and numbers of passes and registers."""
    for kind, pattern in _PATTERNS:
        for found in pattern.finditer(text):
            yield kind, found.start(), found.end()


def find_addresses(text: str, end_of_top: int) -> Iterator[Stretch]:
    """Addresses but for their postcodes: labelled ones, streets with a number, and lines at the top with a postcode."""
    for label in _ADDRESS_LABEL.finditer(text):
        yield from _but_postcode(text, label.start(), _end_of_address(text, label.end()))
    for found in _NUMBERED_STREET.finditer(text):
        end = found.end() if found.start() > end_of_top else _line_end(text, found.end())
        yield from _but_postcode(text, found.start(), end)
    at = 0
    for found in POSTCODE.finditer(text, 0, end_of_top):
        start = text.rfind("\n", at, found.start()) + 1 or at
        yield "address", max(start, _cell_start(text, start, found.start())), found.start()
        at = found.end()


def _cell_start(text: str, start: int, end: int) -> int:
    return max(text.rfind(mark, start, end) for mark in "|\t•") + 1


def _end_of_address(text: str, at: int) -> int:
    """The postcode, where one follows within a few lines; else the end of the line that has the address."""
    first_end = _line_end(text, at)
    if not text[at:first_end].strip():
        first_end = _line_end(text, first_end + 1)
    end = first_end
    for _ in range(_MOST_ADDRESS_LINES):
        found = POSTCODE.search(text, at, end)
        if found:
            return found.end()
        start, end = end + 1, _line_end(text, end + 1)
        following = text[start:end].strip()
        if not following or ":" in following or heading_of(following):
            break
    return min(first_end, len(text))


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _but_postcode(text: str, start: int, end: int) -> Iterator[Stretch]:
    for found in POSTCODE.finditer(text, start, end):
        if start < found.start():
            yield "address", start, found.start()
        start = found.end()
    if start < end:
        yield "address", start, end
