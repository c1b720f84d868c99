"""Delimited text cut into blocks of rows: a block at once where nothing is wrong with it, else row by row.

Both ways are Python's own reader of CSV. A block that it refuses, or that might break a limit of ours, is read again
with care, so that one stray quotation mark costs one row and a file without line ends does not fill the memory.
"""

import csv
import io
import re
import zlib
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TextIO

__all__ = ["Block", "Lines", "read_blocks"]

# Judgement: some three thousand rows of a caseload, so that what is done once a block is soon nothing, and memory too.
_BLOCK_CHARACTERS = 1 << 20
_MOST_ROWS = 5_000
_PIECE_CHARACTERS = 8_192  # what a file that breaks off costs of the rows before
# Judgement: no honest row is longer (10,000 columns of 200 characters fit twice over), and a file without line ends
# must not fill the memory.
_MAX_ROW_CHARACTERS = 4_000_000
# Judgement: no honest cell runs over more lines; a quotation mark that opens more was typed by mistake.
_MAX_ROW_LINES = 500
_MOST_SHOWN = 500
_LINE_END = re.compile(r"\r\n|\r|\n")
_UNREADABLE = (
    "This row cannot be read: its quotation marks do not pair up, or one cell holds over "
    "131,000 characters. Mend it in your spreadsheet and save it as CSV again."
)


@dataclass(frozen=True, slots=True)
class Block:
    """Rows that follow one another.

    Attributes
    ----------
    first : int
        The number of the first, as a spreadsheet counts: the first row of the file is 1, blank ones count.
    rows : sequence of list of str
        The cells of each row, as they stand in the file.
    faults : dict of int to str
        What is wrong with the rows that cannot be read, by their place in `rows`.
    """

    first: int
    rows: Sequence[list[str]]
    faults: dict[int, str] = field(default_factory=dict)

    def part(self, start: int, stop: int | None = None) -> "Block":
        """The rows from one place to before another."""
        rows = self.rows[start:stop]
        faults = {place - start: fault for place, fault in self.faults.items() if 0 <= place - start < len(rows)}
        return Block(self.first + start, rows, faults)


def read_blocks(text: TextIO, delimiter: str) -> Iterator[Block]:
    """The rows of a text opened with ``newline=""``, at most `_MOST_ROWS` in a block."""
    ahead = _Ahead(text)
    first = 1
    while ahead.fill(_BLOCK_CHARACTERS):
        whole = ahead.whole_lines()
        rows = _at_once(whole, delimiter)
        if rows is None:
            block = _with_care(ahead, len(whole), first, delimiter)
        else:
            ahead.skip(len(whole))
            block = Block(first, rows)
        for start in range(0, len(block.rows), _MOST_ROWS):
            yield block.part(start, start + _MOST_ROWS)
        first += len(block.rows)


def _at_once(whole: str, delimiter: str) -> list[list[str]] | None:
    """The rows of some lines; None where there is no whole line, or they have to be read with care."""
    if "\0" in whole:
        return None
    reader = csv.reader(io.StringIO(whole, newline=""), delimiter=delimiter, strict=True)
    try:
        rows = list(reader)
    except csv.Error:
        return None
    if reader.line_num - len(rows) >= _MAX_ROW_LINES and max(map(_n_lines, rows)) > _MAX_ROW_LINES:
        return None
    return rows or None


def _n_lines(cells: Sequence[str]) -> int:
    return 1 + sum(cell.count("\n") + cell.count("\r") for cell in cells)


def _with_care(ahead: "_Ahead", n_characters: int, first: int, delimiter: str) -> Block:
    """The rows of at least so many characters, one by one; after a fault it goes on with the line after its first."""
    rows: list[list[str]] = []
    faults: dict[int, str] = {}
    lines, until = Lines(ahead), ahead.n_read + n_characters
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while ahead.n_read < until or lines.is_ahead or not rows:
        lines.begin_row()
        try:
            rows.append(next(reader))
        except StopIteration:
            break
        except csv.Error:
            faults[len(rows)] = _UNREADABLE
            rows.append([cell.strip().strip('"') for cell in lines.give_up_row().split(delimiter)])
            reader = csv.reader(lines, delimiter=delimiter, strict=True)
    return Block(first, rows, faults)


class _Ahead:
    """Text that is looked at in blocks, and read on by blocks or by lines."""

    def __init__(self, text: TextIO) -> None:
        self._text = text
        self._held, self._at = "", 0
        self._is_all = False
        self._fault: Exception | None = None
        self.n_read = 0

    def fill(self, n_characters: int) -> bool:
        """Hold at least so many characters, if there are; whether any is left.

        Where the text cannot be read further, that is raised once the whole lines before are used up.
        """
        if self._fault is None and not self._is_all and len(self._held) - self._at < n_characters:
            self._held, self._at = "".join((self._held[self._at :], *self._pieces(n_characters))), 0
        if self._fault is not None and "\n" not in self._held[self._at :]:
            raise self._fault
        return self._at < len(self._held)

    def _pieces(self, n_characters: int) -> Iterator[str]:
        """At least so many characters more, as far as they can be read."""
        n_more = 0
        while n_more < n_characters and not self._is_all:
            try:
                piece = self._text.read(_PIECE_CHARACTERS)
            except (UnicodeError, EOFError, OSError, zlib.error) as fault:
                self._fault = fault
                return
            self._is_all = len(piece) < _PIECE_CHARACTERS
            n_more += len(piece)
            yield piece

    def whole_lines(self) -> str:
        """What is held, as far as its last line is whole."""
        return self._held[self._at : len(self._held) if self._is_all else self._held.rfind("\n") + 1]

    def skip(self, n_characters: int) -> None:
        """Read on past so many characters."""
        self._at += n_characters
        self.n_read += n_characters

    def readline(self, limit: int) -> str:
        """The next line with its end, cut at so many characters; empty at the end of the text."""
        while (end := self._line_end(limit)) is None:
            self.fill(len(self._held) - self._at + _BLOCK_CHARACTERS)
        line = self._held[self._at : end]
        self.skip(len(line))
        return line

    def _line_end(self, limit: int) -> int | None:
        """Where the next line ends; None where more has to be held to tell."""
        most = self._at + limit
        found = _LINE_END.search(self._held, self._at, most)
        if found and (found[0] != "\r" or found.end() < len(self._held) or self._is_all):
            return found.end()
        return most if self._is_all or len(self._held) >= most else None


class Lines:
    """Lines of a text, none longer than a row may be; those of the current row can be read again."""

    def __init__(self, text: "TextIO | _Ahead") -> None:
        self._text = text
        self._ahead: deque[str] = deque()
        self._row: list[str] = []

    def __iter__(self) -> "Lines":
        return self

    def __next__(self) -> str:
        line = self._ahead.popleft() if self._ahead else self._read()
        self._row.append(line)
        if len(self._row) > _MAX_ROW_LINES or sum(map(len, self._row[-2:])) > _MAX_ROW_CHARACTERS:
            raise csv.Error("a quotation mark that is never closed")
        return line

    @property
    def is_ahead(self) -> bool:
        """Whether lines wait to be read again."""
        return bool(self._ahead)

    def begin_row(self) -> None:
        """Forget the lines of the row before."""
        self._row = []

    def give_up_row(self) -> str:
        """The first line of a row that cannot be read; the others will be read again as rows of their own."""
        self._ahead.extendleft(reversed(self._row[1:]))
        return self._row[0][:_MOST_SHOWN] if self._row else ""

    def _read(self) -> str:
        line = self._text.readline(_MAX_ROW_CHARACTERS)
        if not line:
            raise StopIteration
        if len(line) == _MAX_ROW_CHARACTERS and not line.endswith(("\n", "\r")):
            self._row.append(line[:_MOST_SHOWN])
            while line and not line.endswith(("\n", "\r")):
                line = self._text.readline(_MAX_ROW_CHARACTERS)
            raise csv.Error("longer than a row may be")
        return line.replace("\0", "")
