"""The regulator's directory of care services (CSV): with its header, without one, or below lines about itself."""

import csv
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from pathlib import Path

from matcher.domain import Provider
from matcher.errors import FileError, InputError
from matcher.importers.fields import build, read_date, read_identifier
from matcher.importers.readable import check_readable, open_text
from matcher.importers.tables import Table, open_table
from matcher.likeness.normalise import normalise

__all__ = ["Directory", "looks_like_directory", "open_directory", "tidy_phone"]

# The order of the columns, the same since 2014, by our names; those of ours that are empty are not kept.
_ORDER = (
    "name",
    "also_known_as",
    "address",
    "postcode",
    "phone",
    "website",
    "services",
    "checked",
    "specialisms",
    "organisation",
    "local_authority",
    "region",
    "url",
    "id",
    "provider_id",
)
_HEADERS = {
    "name": ("name", "location name"),
    "also_known_as": ("also known as",),
    "address": ("address",),
    "postcode": ("postcode",),
    "phone": ("phone number",),
    "website": ("service s website if available", "services website if available", "website"),
    "services": ("service types",),
    "checked": ("date of latest check",),
    "specialisms": ("specialisms services", "specialisms"),
    "organisation": ("provider name",),
    "local_authority": ("local authority",),
    "region": ("region",),
    "url": ("location url",),
    "id": (
        "cqc location id for office use only",
        "cqc location for office use only",
        "cqc location id",
        "cqc location",
    ),
    "provider_id": ("cqc provider id for office use only", "cqc provider id"),
}
_LISTS = ("services", "specialisms")
_KEPT = ("id", "name", "organisation", "address", "postcode", "phone", "website", "local_authority", "region", *_LISTS)
_LOCATION_ID = re.compile(r"1-\d{6,}|[A-Z0-9]{3,6}")
_MOST_PREAMBLE = 20
_PRODUCED_ON = re.compile(r"produced on (\d{1,2} [A-Za-z]+ \d{4})")
_WRONG_SHAPE = (
    "is not the regulator's directory: it has neither the header 'Name, Also known as, Address …, CQC Location ID' nor "
    "its fifteen columns."
)


@dataclass(frozen=True, slots=True)
class Directory:
    """The directory, opened.

    Attributes
    ----------
    source_date : date or None
        When it was made, as it says itself; else the newest check it lists.
    """

    table: Table
    names: Sequence[str]
    titles: Sequence[str]
    first_row: int
    source_date: date | None

    def rows(self) -> Iterator[tuple[int, dict[str, str]]]:
        """Rows with their numbers, by our column names."""
        for number, row in self.table:
            if number >= self.first_row:
                yield number, dict(zip(self.names, row.values(), strict=False))

    def as_sent(self, row: Mapping[str, str]) -> dict[str, str]:
        """A row under the file's own column names."""
        return {title: row.get(name, "") for name, title in zip(self.names, self.titles, strict=True)}

    def read(self, row: Mapping[str, str]) -> tuple[str, Provider]:
        """One location.

        Raises
        ------
        RowError
            It has no id or no name.
        """
        identifier = read_identifier(row)
        values = {name: row.get(name, "").strip() or None for name in _KEPT}
        listed = {name: _split(row.get(name, "")) for name in _LISTS}
        year = f" {self.source_date.year}" if self.source_date else ""
        made = {"source": f"CQC directory{year}", "source_date": self.source_date and self.source_date.isoformat()}
        return identifier, build(Provider, values | listed | made | {"phone": tidy_phone(row.get("phone", ""))})


def looks_like_directory(path: Path) -> bool:
    """Whether the first rows are those of the directory.

    Raises
    ------
    FileError
        The file cannot be read.
    """
    top = _first_rows(path)
    return _header_place(top) is not None or _is_headerless(top)


def open_directory(path: Path, reject: Callable[..., None]) -> Directory:
    """Open the directory and find its columns and its date.

    Raises
    ------
    FileError
        The file cannot be read, or is not the directory.
    """
    top = _first_rows(path)
    header = _header_place(top)
    if header is None and not _is_headerless(top):
        raise FileError(f"{path} {_WRONG_SHAPE}")
    titles = _ORDER if header is None else tuple(top[header])
    table = open_table(path, required=set(), known=titles, has_header=False, reject=reject)
    names = _ORDER if header is None else _names(titles)
    opened = Directory(table, names, titles, 1 if header is None else header + 2, None)
    said = _PRODUCED_ON.search(" ".join(cell for cells in top[: header or 0] for cell in cells))
    return replace(opened, source_date=read_date(said[1]) if said else _newest_check(opened))


def _header_place(top: Sequence[Sequence[str]]) -> int | None:
    return next((place for place, cells in enumerate(top) if {"id", "name"} <= set(_names(cells))), None)


def _is_headerless(top: Sequence[Sequence[str]]) -> bool:
    first = top[0] if top else ()
    return len(first) == len(_ORDER) and bool(_LOCATION_ID.fullmatch(first[_ORDER.index("id")]))


def _first_rows(path: Path) -> list[list[str]]:
    with open_text(path, check_readable(path)) as text:
        try:
            return [[cell.strip() for cell in cells] for cells in islice(csv.reader(text), _MOST_PREAMBLE)]
        except csv.Error as error:
            raise FileError(f"{path} {_WRONG_SHAPE}") from error


def _names(titles: Sequence[str]) -> list[str]:
    """What we call each column that the regulator titles; the others in brackets."""
    known = {title: ours for ours, names in _HEADERS.items() for title in names}
    return [known.get(normalise(title), f"({title})") for title in titles]


def _newest_check(directory: Directory) -> date | None:
    quiet = replace(directory, table=replace(directory.table, reject=lambda *_: None))
    checks = (_check_date(row.get("checked", "")) for _, row in quiet.rows())
    return max((day for day in checks if day), default=None)


def _check_date(text: str) -> date | None:
    """``16/11/2015 - 00:00`` and ``09/Jan/2018 - 00:00``; None where there is none."""
    day = text.split(" ", maxsplit=1)[0]
    try:
        return read_date(day.replace("/", " ") if re.search("[A-Za-z]", day) else day)
    except InputError:
        return None


def _split(text: str) -> tuple[str, ...] | None:
    return tuple(name.strip() for name in text.split("|") if name.strip()) or None


def tidy_phone(text: str) -> str | None:
    """A telephone number with the leading 0 that spreadsheets take away; anything else stays as it was sent."""
    digits = re.sub(r"[\s()-]", "", text)
    if digits.isdigit() and len(digits) in {9, 10} and not digits.startswith("0"):
        return f"0{digits}"
    return text.strip() or None
