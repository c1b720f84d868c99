"""Codes of industries, SIC 2007, however they are written.

Source: Office for National Statistics, UK Standard Industrial Classification of Economic Activities 2007, structure.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from matcher.errors import NotFoundError

__all__ = ["SECTIONS", "read_sic", "section_of"]

SECTIONS: Mapping[str, range] = MappingProxyType(
    {
        "A": range(1, 4),
        "B": range(5, 10),
        "C": range(10, 34),
        "D": range(35, 36),
        "E": range(36, 40),
        "F": range(41, 44),
        "G": range(45, 48),
        "H": range(49, 54),
        "I": range(55, 57),
        "J": range(58, 64),
        "K": range(64, 67),
        "L": range(68, 69),
        "M": range(69, 76),
        "N": range(77, 83),
        "O": range(84, 85),
        "P": range(85, 86),
        "Q": range(86, 89),
        "R": range(90, 94),
        "S": range(94, 97),
        "T": range(97, 99),
        "U": range(99, 100),
    }
)
"""The divisions of each section."""

_GROUPS: Mapping[str, str] = MappingProxyType(
    {"11": "0", "12": "0", "13": "1239", "14": "123", "15": "12", "16": "12", "17": "12", "21": "12", "22": "12"}
    | {"23": "12345679", "24": "12345", "31": "0", "32": "123459", "51": "12", "52": "12", "61": "1239", "62": "0"}
    | {"71": "12", "72": "12", "81": "123", "89": "", "91": "0", "99": "0"}
)
"""Groups of the divisions for which a class that lost its zero could be mistaken: ``111`` is 01.11, ``811`` is 81.1."""

_WRITTEN = re.compile(
    r"(?:SIC\s*(?:\(?(?:20)?07\)?(?![\d.]))?\s*(?:CODE)?\s*:?\s*)?"
    r"(?:(?:SECTION\s+)?(?P<section>[A-U])"
    r"|(?P<letter>[A-U])?\s*(?P<number>\d[\d.]*)(?:/\d)?(?:[\s:,–-]+[A-Z(].*)?)",
    re.ASCII,
)


def read_sic(code: str | int) -> str:
    """The section's letter, or the two to five digits, of an industry.

    Read are ``8520``, ``85.20``, ``85200``, ``85.20/1``, ``85``, ``Q``, ``Section Q``, ``P85``, ``SIC 2007: 85.20``, a
    number out of a spreadsheet (8520, 8520.0), and a code with its title behind it. Zeros that a spreadsheet took away
    come back where that is sure: before a single digit, in ``1.11``, and before three digits that are no group (``111``
    is 01.11, ``811`` is 81.1). Four digits are always a class: a subclass needs all five.

    Raises
    ------
    NotFoundError
        It is none, or of a division that SIC 2007 does not have.
    """
    found = _WRITTEN.fullmatch(str(code).strip().upper())
    if found and found["section"]:
        return found["section"]
    digits = _digits(found["number"]) if found else ""
    section = section_of(digits) if 2 <= len(digits) <= 5 else None
    if found is None or section is None or found["letter"] not in {None, section}:
        raise NotFoundError(
            f"'{code}' is no industry of SIC 2007: give a code of two to five digits, as 85.20, or the letter of a "
            "section, A to U."
        )
    return digits


def section_of(digits: str) -> str | None:
    """The letter of the section that a code belongs to; None where SIC 2007 has no such division."""
    return next((letter for letter, divisions in SECTIONS.items() if int(digits[:2]) in divisions), None)


def _digits(number: str) -> str:
    head, _, tail = number.partition(".")
    tail = tail.replace(".", "")
    if len(head) > 2:
        return _zero_restored(head) if not tail.strip("0") else ""
    return head.zfill(2) + tail if tail else _zero_restored(head)


def _zero_restored(digits: str) -> str:
    is_class = len(digits) == 3 and digits[2] not in _GROUPS.get(digits[:2], digits[2])
    return "0" + digits if len(digits) == 1 or is_class else digits
