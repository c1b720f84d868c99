"""The layouts postcode directories come in, told apart by their header, and read in chunks of columns.

The Office for National Statistics renames columns as the years pass (``pcd`` became ``pcd7``, ``lsoa21`` became
``lsoa21cd``), so a column is known by any of its names.
"""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import csv as arrow_csv

from matcher.errors import FileError
from matcher.importers.readable import check_readable, open_text

__all__ = ["FORMATS", "Chunk", "Layout", "read_chunks", "recognise"]

FORMATS = ("onspd", "nspl", "plain")
_NAMES = {
    "postcode": re.compile("pcds|postcode"),
    "lat": re.compile("lat(itude)?"),
    "long": re.compile("long?(gitude)?"),
    "lsoa11": re.compile("lsoa11(cd)?"),
    "lsoa21": re.compile("lsoa21(cd)?"),
    "country": re.compile(r"ctry(\d\dcd)?"),
    "terminated": re.compile("doterm"),
}
_NEEDED = ("postcode", "lat", "long")
# Only the full directory carries the areas of 2001 and the counties of the Ordnance Survey.
_ONLY_ONSPD = re.compile(r"oscty|oslaua|osward|streg|casward|(oa|lsoa|msoa)01(cd)?")
_BLOCK_BYTES = 4 << 20


@dataclass(frozen=True, slots=True)
class Layout:
    """How one file is laid out: its format, and which of its columns holds what (ours to theirs)."""

    format: str
    encoding: str
    delimiter: str
    columns: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Chunk:
    """Rows of a file: the numbers they have in it (the header is row 1), and their columns by our names, as text."""

    numbers: Sequence[int]
    cells: Mapping[str, "pa.StringArray"]
    unreadable: tuple[tuple[int, str], ...]
    layout: Layout

    def as_sent(self, row: Mapping[str, str] | str) -> dict[str, str]:
        """A row under the file's own column names; of one that could not be read, the whole text in the first."""
        columns = self.layout.columns
        if isinstance(row, str):
            row = {next(iter(columns)): row}
        return {theirs: row.get(ours, "") for ours, theirs in columns.items()}


def recognise(path: Path, wanted: str, mapping: Mapping[str, str]) -> Layout:
    """Tell the layout of a postcode directory by its header.

    Parameters
    ----------
    wanted : str
        One of `FORMATS`, or ``auto``.
    mapping : mapping of str to str
        Our column to the file's own, where somebody has said so.

    Raises
    ------
    FileError
        The file cannot be read, is none of the layouts, or is not the one wanted.
    """
    if wanted not in {*FORMATS, "auto"}:
        raise FileError(
            f"'{wanted}' is no format of a postcode directory: choose one of {', '.join(FORMATS)}, or auto."
        )
    encoding = check_readable(path)
    with open_text(path, encoding) as text:
        line = text.readline(1_000_000)
    delimiter = max(",;\t", key=line.count)
    header = next(csv.reader([line], delimiter=delimiter))
    columns = _columns(header, mapping)
    missing = [name for name in _NEEDED if name not in columns]
    if missing:
        raise FileError(
            f"{path} has no column for {' and '.join(missing)}; a postcode directory has pcds, lat and long. It has: "
            f"{', '.join(name.strip()[:40] for name in header[:12])}{' …' if header[12:] else ''}."
        )
    found = _format(header)
    if wanted not in {"auto", found}:
        raise FileError(f"{path} is laid out as '{found}', not as '{wanted}': leave --format out, or check the file.")
    return Layout(found, encoding, delimiter, columns)


def _columns(header: list[str], mapping: Mapping[str, str]) -> dict[str, str]:
    columns: dict[str, str] = {}
    for ours, names in _NAMES.items():
        for theirs in header:
            name = theirs.strip()
            if (ours in mapping and name == mapping[ours].strip()) or (
                ours not in mapping and names.fullmatch(name.lower())
            ):
                columns.setdefault(ours, theirs)
    return columns


def _format(header: list[str]) -> str:
    names = {name.strip().lower() for name in header}
    if "doterm" not in names:
        return "plain"
    return "onspd" if any(_ONLY_ONSPD.fullmatch(name) for name in names) else "nspl"


def read_chunks(path: Path, layout: Layout) -> Iterator[Chunk]:
    """Read a directory in chunks of some megabytes.

    Raises
    ------
    FileError
        The file breaks off, or its text is damaged.
    """
    skipped: dict[int, str] = {}

    def skip(row: Any) -> str:
        skipped[row.number] = row.text
        return "skip"

    try:
        with pa.input_stream(str(path), compression=_compression(path)) as stream:
            yield from _numbered(arrow_csv.open_csv(stream, **_options(layout, skip)), layout, skipped)
    except (pa.ArrowInvalid, pa.ArrowKeyError, OSError, UnicodeDecodeError) as error:
        reason = str(error).splitlines()[0]
        raise FileError(f"{path} cannot be read to its end ({reason}): copy or download it again.") from error


def _numbered(batches: Any, layout: Layout, skipped: Mapping[int, str]) -> Iterator[Chunk]:
    following, told = 2, 0
    for batch in batches:
        numbers, following = _row_numbers(following, batch.num_rows, skipped)
        cells = {ours: batch.column(theirs) for ours, theirs in layout.columns.items()}
        yield Chunk(numbers, cells, _unreadable(skipped, told), layout)
        told = len(skipped)
    if told < len(skipped):
        yield Chunk([], {}, _unreadable(skipped, told), layout)


def _row_numbers(first: int, n_rows: int, skipped: Mapping[int, str]) -> tuple[Sequence[int], int]:
    """The numbers of the next rows that could be read, and the number that follows them."""
    if not skipped or max(skipped) < first:
        return range(first, first + n_rows), first + n_rows
    numbers = list(islice((number for number in count(first) if number not in skipped), n_rows))
    return numbers, numbers[-1] + 1 if numbers else first


def _unreadable(skipped: Mapping[int, str], told: int) -> tuple[tuple[int, str], ...]:
    """Rows that could not be read and have not been told of yet; blank lines are nobody's loss."""
    return tuple((number, text[:200]) for number, text in list(skipped.items())[told:] if text.strip(" \t\r\n,;"))


def _options(layout: Layout, skip: Any) -> dict[str, Any]:
    theirs = list(layout.columns.values())
    return {
        # One thread, because only then does a row that cannot be read know its number.
        "read_options": arrow_csv.ReadOptions(
            block_size=_BLOCK_BYTES, encoding=layout.encoding.removesuffix("-sig"), use_threads=False
        ),
        "parse_options": arrow_csv.ParseOptions(
            delimiter=layout.delimiter, invalid_row_handler=skip, ignore_empty_lines=False
        ),
        "convert_options": arrow_csv.ConvertOptions(
            include_columns=theirs, column_types=dict.fromkeys(theirs, pa.string()), strings_can_be_null=False
        ),
    }


def _compression(path: Path) -> str | None:
    with path.open("rb") as file:
        return "gzip" if file.read(2) == b"\x1f\x8b" else None
