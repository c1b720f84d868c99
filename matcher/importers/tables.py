"""The shared reader of delimited text: any spreadsheet saved as CSV, row by row, never held whole.

Rows are counted as a spreadsheet counts them: the header is row 1, blank rows count and are skipped. A row that cannot
be read (more cells than the header names, a quotation mark never closed) is handed to `reject` and the rest is read on.
"""

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from matcher.errors import FileError
from matcher.importers.readable import check_readable, find_encoding, open_text
from matcher.importers.row_blocks import Block, Lines, read_blocks
from matcher.likeness.normalise import normalise

__all__ = ["Reject", "Table", "check_readable", "find_encoding", "open_table", "open_text", "tidied"]

Reject = Callable[[int, str, Mapping[str, object]], None]

_DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab"}
_OWN_COLUMNS = frozenset({"row_number", "reason"})  # of our own file of rejects, mended and sent again
_FORMULA_STARTS = ("'=", "'+", "'-", "'@", "'\t", "'\r")
_MANY = 12


@dataclass(frozen=True, slots=True)
class Table:
    """Delimited text, opened: iterate for ``(row_number, {column: cell})``, as often as wanted.

    Attributes
    ----------
    header : tuple of str
        The file's own column names, in order, made unique.
    keys : tuple of str
        What the cells are called in the rows: our name where one is mapped or matches, else the file's own.
    unknown_columns : tuple of str
        The file's columns that nothing of ours is read from.
    """

    path: Path
    format: str
    encoding: str
    delimiter: str
    header: tuple[str, ...]
    keys: tuple[str, ...]
    unknown_columns: tuple[str, ...]
    has_header: bool = True
    reject: Reject | None = None

    def __iter__(self) -> Iterator[tuple[int, dict[str, str]]]:
        for block in self.blocks():
            for place in range(len(block.rows)):
                row = self.row_of(block, place)
                if row is not None:
                    yield block.first + place, row

    def blocks(self) -> Iterator[Block]:
        """The rows below the header as they stand, in blocks; `row_of` reads one."""
        with open_text(self.path, self.encoding) as text:
            for block in read_blocks(text, self.delimiter):
                yield block.part(1) if block.first == 1 and self.has_header else block

    def row_of(self, block: Block, place: int) -> dict[str, str] | None:
        """One row, its cells tidied; None where it is blank, or cannot be read and has been handed to `reject`."""
        fault, cells = block.faults.get(place, ""), block.rows[place]
        if not fault:
            cells = [tidied(cell) for cell in cells]
            fault = self._misfit(cells)
        if fault:
            self._refuse(block.first + place, fault, cells)
        return None if fault or not any(cells) else self._row(cells)

    def as_sent(self, row: Mapping[str, str]) -> dict[str, str]:
        """A row under the file's own column names, to give back for mending."""
        return {theirs: row.get(ours, "") for theirs, ours in zip(self.header, self.keys, strict=True)}

    def _row(self, cells: Sequence[str]) -> dict[str, str]:
        padded = [*cells, *[""] * (len(self.keys) - len(cells))]
        return dict(zip(self.keys, padded, strict=False))

    def _misfit(self, cells: Sequence[str]) -> str:
        if any(cells[len(self.keys) :]):
            return (
                f"This row has {len(cells):,} cells and the header names {len(self.keys):,} columns: look for a stray "
                f"{_DELIMITERS[self.delimiter]} or a missing quotation mark."
            )
        return ""

    def _refuse(self, number: int, fault: str, cells: Sequence[str]) -> None:
        if self.reject is None:
            raise FileError(f"{self.path}, row {number}: {fault}")
        self.reject(number, fault, self.as_sent(self._row(cells)))


def open_table(
    path: Path,
    *,
    required: set[str],
    known: Sequence[str],
    columns: Mapping[str, str] | None = None,
    has_header: bool = True,
    reject: Reject | None = None,
) -> Table:
    """Open delimited text and settle its encoding, delimiter and columns.

    Parameters
    ----------
    path : Path
        A file of comma, semicolon or tab separated text; gzip is seen through.
    required : set of str
        Our columns that must be there.
    known : sequence of str
        All of our columns; without a header, the order they come in.
    columns : mapping of str to str
        Our column to the file's own. Others match by name, whatever their case, spaces or hyphens.
    has_header : bool
        Whether the first row names the columns.
    reject : callable
        Called with row number, reason and row for a row that cannot be read; without it such a row is a `FileError`.

    Raises
    ------
    FileError
        The file cannot be read, or lacks a needed or mapped column.
    """
    encoding = find_encoding(path)
    wanted = {_plain(name) for name in (*known, *(columns or {}).values())}
    delimiter, first = _first_row(path, encoding, wanted)
    header = _unique([name.strip() or f"column {n}" for n, name in enumerate(first, start=1)])
    if not has_header:
        header = tuple(known[: len(first)]) + tuple(f"column {n}" for n in range(len(known) + 1, len(first) + 1))
    keys = _keys(path, header, known, columns or {})
    missing = sorted(required - set(keys))
    if missing:
        raise FileError(_lacks(path, missing, header))
    unknown = tuple(
        theirs
        for theirs, ours in zip(header, keys, strict=True)
        if ours not in known and _plain(theirs) not in {_plain(name) for name in _OWN_COLUMNS}
    )
    return Table(path, "csv", encoding, delimiter, header, keys, unknown, has_header, reject)


def _keys(path: Path, header: Sequence[str], known: Sequence[str], columns: Mapping[str, str]) -> tuple[str, ...]:
    """What each of the file's columns is called in our rows."""
    ours_of: dict[str, str] = {}
    for ours, theirs in columns.items():
        found = _find_column(path, header, ours, theirs)
        if found in ours_of:
            raise FileError(f"The mapping reads both {ours_of[found]} and {ours} from '{found}': choose one of them.")
        ours_of[found] = ours
    free = {_plain(name): name for name in known if name not in ours_of.values()}
    for theirs in header:
        ours_by_name = free.get(_plain(theirs))
        if theirs in ours_of or ours_by_name is None:
            continue
        if ours_by_name in ours_of.values():
            raise FileError(f"{path} has the column '{ours_by_name}' twice: rename or delete one of them.")
        ours_of[theirs] = ours_by_name
    taken = set(ours_of.values())
    return tuple(ours_of.get(theirs, f"{theirs} (unused)" if theirs in taken else theirs) for theirs in header)


def _find_column(path: Path, header: Sequence[str], ours: str, theirs: str) -> str:
    for name in header:
        if name == theirs.strip() or _plain(name) == _plain(theirs):
            return name
    raise FileError(
        f"The mapping reads {ours} from a column '{theirs}', which {path} does not have. It has: {_listed(header)}."
    )


def _lacks(path: Path, missing: Sequence[str], header: Sequence[str]) -> str:
    names = " and ".join(f"'{name}'" for name in missing)
    return (
        f"{path} has no column {names}. It has: {_listed(header)}. Rename the column that holds it, or say which one "
        f'it is with --columns MAP.json, such as {{"{missing[0]}": "{header[0]}"}}.'
    )


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - _MANY:,} more" if len(names) > _MANY else ""
    return ", ".join(name[:60] for name in names[:_MANY]) + more


def _plain(name: str) -> str:
    return normalise(name.replace("_", " "))


def _unique(names: Sequence[str]) -> tuple[str, ...]:
    """Names made different where a header repeats one (``notes``, ``notes`` -> ``notes``, ``notes (2)``)."""
    counts: dict[str, int] = {}
    unique = []
    for name in names:
        counts[name] = counts.get(name, 0) + 1
        unique.append(name if counts[name] == 1 else f"{name} ({counts[name]})")
    return tuple(unique)


def _first_row(path: Path, encoding: str, wanted: set[str]) -> tuple[str, list[str]]:
    """The delimiter and the first row: the one that yields most of the wanted names, then most cells."""
    rows = {}
    for delimiter in _DELIMITERS:
        with open_text(path, encoding) as text:
            try:
                rows[delimiter] = next(csv.reader(Lines(text), delimiter=delimiter), [])
            except csv.Error as error:
                raise FileError(f"{path}: the first row cannot be read ({error}); is it a table?") from error
    best = max(rows, key=lambda mark: (sum(_plain(cell) in wanted for cell in rows[mark]), len(rows[mark])))
    if not any(cell.strip() for cell in rows[best]):
        raise FileError(f"{path}: the first row is blank; it has to name the columns.")
    return best, rows[best]


def tidied(cell: str) -> str:
    """A cell without the spaces around it, and as it was before it was made safe for spreadsheets."""
    cell = cell.strip()
    return cell[1:] if cell[:1] == "'" and cell.startswith(_FORMULA_STARTS) else cell
