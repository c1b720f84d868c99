"""Postcodes as people write them, parsed once; small properties out."""

import re
import unicodedata
from dataclasses import dataclass

from matcher.errors import PostcodeUnknownError

__all__ = ["Postcode", "compact_text", "parse_postcode", "shown_text"]

# The six patterns of today's first halves (M1, M60, CR2, DN55, W1A, EC1A), and the two codes older than they are.
_OUTWARD = "[A-Z]{1,2}[0-9][0-9A-Z]?"
_HISTORIC = "NPT|GIR"
_INWARD = "[0-9][A-Z]{0,2}"
_PARTS = re.compile(f"({_OUTWARD}|{_HISTORIC})({_INWARD})?")
_FULL = re.compile(f"({_OUTWARD}|{_HISTORIC})([0-9][A-Z]{{2}})")
_AREA = re.compile("[A-Z]{1,2}")
# Royal Mail keeps these out of second halves because they are misread.
_NEVER_LAST = frozenset("CIKMOV")
_LONGEST_SHOWN = 40
_REMEDY = "write it like LS9 7TF, or give only its first half (LS9)"


@dataclass(frozen=True, slots=True, order=True)
class Postcode:
    """A postcode or the beginning of one.

    Attributes
    ----------
    outward : str
        The first half (``LS9``), or only the letters of an area (``LS``).
    inward : str or None
        The second half (``7TF``), its beginning (``7``), or None where it was not given.
    """

    outward: str
    inward: str | None = None

    def __str__(self) -> str:
        return self.full

    @property
    def full(self) -> str:
        """The tidy text, as far as it was given: ``LS9 7TF``, ``LS9 7``, ``LS9``, ``LS``."""
        return f"{self.outward} {self.inward}" if self.inward else self.outward

    @property
    def is_full(self) -> bool:
        """Whether both halves are whole."""
        return self.inward is not None and len(self.inward) == 3

    @property
    def sector(self) -> str | None:
        """The sector (``LS9 7``), or None where only a district or area was given."""
        return f"{self.outward} {self.inward[0]}" if self.inward else None

    @property
    def district(self) -> str | None:
        """The district (``LS9``), or None where only an area was given."""
        return None if self.outward == self.area and not self.is_historic else self.outward

    @property
    def area(self) -> str:
        """The letters a postcode begins with (``LS``)."""
        return self.outward if self.is_historic else self.outward.rstrip("0123456789")[:2].rstrip("0123456789")

    @property
    def is_historic(self) -> bool:
        """Whether it is one of the codes older than today's patterns (``NPT 0AD``, ``GIR 0AA``)."""
        return self.outward in {"NPT", "GIR"}


def parse_postcode(text: str) -> Postcode:
    """Read a postcode, or the beginning of one, however it is spaced and cased.

    Only the form is judged: whether the postcode exists is for a `Gazetteer` to say. A slip such as the letter O for a
    nought is never mended here, because the mended postcode may be another real one; a gazetteer suggests it.

    Parameters
    ----------
    text : str
        ``LS9 7TF``, ``ls97tf``, ``LS9 7``, ``LS9`` or ``LS``. Four characters without a space are read as a district
        where they can be (``LS11`` is not ``LS1 1``).

    Raises
    ------
    PostcodeUnknownError
        The text is blank or has not the form of a postcode.
    """
    tidy = unicodedata.normalize("NFKC", text).upper()
    found = _match(tidy)
    if found is None:
        raise PostcodeUnknownError(_complaint(tidy, text))
    if found.inward and not _NEVER_LAST.isdisjoint(found.inward):
        raise PostcodeUnknownError(
            f"'{shown_text(text)}' is not a UK postcode: the last two letters are never C, I, K, M, O or V; check "
            f"them, or give only '{found.sector}'."
        )
    return found


def compact_text(text: str) -> str:
    """Letters and digits alone, in capitals: ``ls9-7tf`` becomes ``LS97TF``."""
    return re.sub("[^A-Z0-9]", "", unicodedata.normalize("NFKC", text).upper())


def shown_text(text: str) -> str:
    """What was typed, on one line and cut short, as a message may repeat it."""
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= _LONGEST_SHOWN else f"{one_line[:_LONGEST_SHOWN]}…"


def _match(tidy: str) -> Postcode | None:
    words = re.split(r"[\s.\-]+", tidy.strip(" \t\r\n.,;-"))
    whole = "".join(words)
    if found := _FULL.fullmatch(whole):
        return Postcode(found[1], found[2])
    if len(words) == 2:  # a space that was typed settles "LS1 1" against "LS11"
        found = _PARTS.fullmatch(words[0])
        if found and not found[2] and re.fullmatch(_INWARD, words[1]):
            return Postcode(words[0], words[1])
    if found := _PARTS.fullmatch(whole):
        return Postcode(found[1], found[2])
    return Postcode(whole) if _AREA.fullmatch(whole) else None


def _complaint(tidy: str, text: str) -> str:
    compact = compact_text(tidy)
    if not compact:
        return f"No postcode was given: {_REMEDY}."
    if compact.isdigit():
        return f"'{shown_text(text)}' is not a UK postcode, which begins with one or two letters: {_REMEDY}."
    return f"'{shown_text(text)}' is not a UK postcode: {_REMEDY}."
