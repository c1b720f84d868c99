"""How wide letters are, and where a line breaks, without any font at hand."""

import re

__all__ = ["FONTS", "clean", "text_width", "wrap"]

FONTS = "Arial, Helvetica, 'Liberation Sans', sans-serif"

_NARROW = frozenset(" !'()*,-./:;I[]fijlrt|·")
_WIDE = frozenset("MWmw%@&—…")
_NARROW_EM, _USUAL_EM, _CAPITAL_EM, _WIDE_EM = 0.35, 0.57, 0.72, 0.96
"""Judgement: about what bold Arial takes and more than plain, so that a line fits in any font like it."""
_OTHER_EM = 1.1
"""Judgement: letters beyond Latin are taken as the widest that are usual, a full square and a little."""
_LAST_LATIN = 0x24F

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """Text on one line, and a mark in place of any character that XML cannot hold."""
    return " ".join(_NOT_XML.sub("\ufffd", text).split())


def text_width(text: str, size: float) -> float:
    """The most a line is wide, in the units of `size`."""
    return size * sum(map(_em, text))


def wrap(text: str, width: float, size: float, most_lines: int = 4) -> list[str]:
    """Lines no wider than `width`; a word that is wider is cut, and what the last line has no room for is left out."""
    lines: list[str] = []
    line = ""
    for word in _pieces(clean(text), width, size):
        longer = f"{line} {word}" if line else word
        if line and text_width(longer, size) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    lines.append(line)
    return (
        lines
        if len(lines) <= most_lines
        else [*lines[: most_lines - 1], _shortened(lines[most_lines - 1], width, size)]
    )


def _pieces(text: str, width: float, size: float) -> list[str]:
    """Words, and parts of those that are wider than a line."""
    pieces = []
    for word in text.split():
        rest = word
        while text_width(rest, size) > width:
            n = _n_fitting(rest, width, size)
            pieces.append(rest[:n])
            rest = rest[n:]
        if rest:
            pieces.append(rest)
    return pieces


def _shortened(line: str, width: float, size: float) -> str:
    kept = line[: _n_fitting(line, width - text_width("…", size), size)]
    return f"{kept.rstrip()}…"


def _n_fitting(text: str, width: float, size: float) -> int:
    """How many letters fit; one at least, so that cutting comes to an end."""
    n = next((n for n in range(1, len(text) + 1) if text_width(text[:n], size) > width), len(text) + 1)
    return max(1, n - 1)


def _em(letter: str) -> float:
    if letter in _NARROW:
        return _NARROW_EM
    if letter in _WIDE:
        return _WIDE_EM
    if ord(letter) > _LAST_LATIN:
        return _OTHER_EM
    return _CAPITAL_EM if letter.isupper() else _USUAL_EM
