"""JSON objects of a file one by one: a single object, a list, or one object a line, never the whole file at once."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TextIO

from matcher.importers.readable import check_readable, find_encoding, open_text

__all__ = ["begins_as_json", "is_too_deep", "stream_objects"]

_BLOCK = 1 << 20
# Judgement: the longest honest advert is some 100 KB; one that grows past this has lost a bracket.
_MOST_CHARACTERS = 1 << 25
_SNIPPET = 300
_BETWEEN = " \t\r\n,\ufeff"
# How near the end of what was read an error may lie and still be an object cut in two by the reading.
_EDGE = 16
# Judgement: honest adverts and answers of the regulator go some ten levels deep.
_MOST_LEVELS = 50
_MOST_DIGITS = 4_000  # Python itself refuses to read whole numbers of more than 4,300.


def begins_as_json(path: Path) -> bool:
    """Whether the first character that is no space opens a JSON object or list.

    Raises
    ------
    FileError
        The file cannot be read.
    """
    with open_text(path, check_readable(path)) as text:
        return text.read(1 << 16).lstrip(_BETWEEN)[:1] in {"{", "["}


def stream_objects(path: Path) -> Iterator[tuple[int, Any, str]]:
    """Values of a file with their numbers from 1, each with its fault: empty, or why it could not be read.

    A value that is no JSON comes with the beginning of its text instead. After one in a file of one object a line the
    next line is read on; in a list nothing after it can be trusted, so the reading ends there.

    Raises
    ------
    FileError
        The file cannot be read.
    """
    with open_text(path, find_encoding(path)) as text:
        yield from _values(_Window(text))


def _values(window: "_Window") -> Iterator[tuple[int, Any, str]]:
    is_list = window.skip() == "["
    if is_list:
        window.position += 1
    number = 0
    while (first := window.skip()) and not (is_list and first == "]"):
        number += 1
        value, fault = window.take()
        yield number, value, f"{fault} {_unread_after(number)}" if fault and is_list else fault
        if fault and (is_list or not window.skip_line()):
            return
    if is_list and window.skip():
        yield from _behind(window, number + 1)


def _behind(window: "_Window", number: int) -> Iterator[tuple[int, Any, str]]:
    """What stands behind the end of a list, where nothing should."""
    window.position += 1
    if window.skip():
        yield number, window.snippet(), f"There is more text behind the end of the list: {_unread_after(number)}"


def _unread_after(number: int) -> str:
    read = f"nothing after advert {number - 1}" if number > 1 else "nothing of the list"
    return f"{read} was read; correct the file and import again."


def is_too_deep(value: Any) -> bool:
    """Whether a value is nested deeper than anything honest."""
    level = [value]
    for _ in range(_MOST_LEVELS):
        level = [inner for item in level for inner in _inside(item)]
        if not level:
            return False
    return True


def _inside(value: Any) -> list[Any]:
    if isinstance(value, Mapping):
        return list(value.values())
    return value if isinstance(value, list) else []


class _Window:
    """The part of a text that is in memory, and how far it has been read."""

    def __init__(self, text: TextIO) -> None:
        self._text = text
        self._buffer = ""
        self._decoder = json.JSONDecoder(parse_int=_whole)
        self._ended = False
        self.position = 0

    def skip(self) -> str:
        """Pass over space and commas; the character that follows, or empty at the end."""
        while True:
            while self.position < len(self._buffer) and self._buffer[self.position] in _BETWEEN:
                self.position += 1
            if self.position < len(self._buffer):
                return self._buffer[self.position]
            if not self._read_on():
                return ""

    def take(self) -> tuple[Any, str]:
        """The value that begins here and no fault, or the beginning of its text and the fault."""
        while True:
            try:
                value, end = self._decoder.raw_decode(self._buffer, self.position)
                value = self._without_halves(value, end)
            except (json.JSONDecodeError, RecursionError) as error:
                if not self._may_be_cut(error) or not self._read_on():
                    return self.snippet(), _fault(error)
            else:
                self.position = end
                return value, ""

    def snippet(self) -> str:
        """The beginning of what comes next."""
        return self._buffer[self.position : self.position + _SNIPPET]

    def _without_halves(self, value: Any, end: int) -> Any:
        r"""The value, half characters (a ``\ud83d`` without its other half) written as ``?``: no file can hold them."""
        if all(self._buffer.find(escape, self.position, end) < 0 for escape in ("\\ud", "\\uD")):
            return value
        text = json.dumps(value, ensure_ascii=False).encode("utf-8", "replace").decode()
        return self._decoder.decode(text)

    def skip_line(self) -> bool:
        """Go on to the next line that opens an object; whether there is one."""
        self.position += 1
        while True:
            found = self._buffer.find("\n{", self.position)
            if found >= 0:
                self.position = found + 1
                return True
            self.position = max(self.position, len(self._buffer) - 1)
            if not self._read_on():
                return False

    def _may_be_cut(self, error: json.JSONDecodeError | RecursionError) -> bool:
        if isinstance(error, RecursionError) or len(self._buffer) - self.position > _MOST_CHARACTERS:
            return False
        return error.pos >= len(self._buffer) - _EDGE or error.msg.startswith("Unterminated string")

    def _read_on(self) -> bool:
        """Read another block behind what is left, doubling while one value fills it all; False at the end."""
        self._buffer = self._buffer[self.position :]
        self.position = 0
        more = self._text.read(max(_BLOCK, len(self._buffer)))
        self._buffer += more
        return bool(more)


def _whole(digits: str) -> int | str:
    """A whole number; one longer than Python reads stays the text it is."""
    return int(digits) if len(digits) <= _MOST_DIGITS else digits


def _fault(error: json.JSONDecodeError | RecursionError) -> str:
    if isinstance(error, RecursionError):
        return "this is nested too deep to be an advert: export the file again."
    return f"this is not JSON ({error.msg.lower()}): export the file again, or mend or delete this advert."
