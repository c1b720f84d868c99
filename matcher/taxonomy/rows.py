"""Rows of the taxonomy's tables, read once; a fault names table, row, field and value."""

import csv
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from matcher.errors import DataError

__all__ = ["Row", "read_rows"]

_YES_NO = {"yes": True, "no": False, "": None}


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table; `number` is its place in the table as a spreadsheet counts (the header is row 1)."""

    table: str
    number: int
    cells: dict[str, str]

    def fault(self, field: str, why: str) -> DataError:
        """The error for one field: where it stands, what it says, and why that cannot be."""
        return DataError(f"{self.table}, row {self.number}, {field} '{self.cells[field]}': {why}")

    def text(self, field: str) -> str:
        """The cell; may be empty."""
        return self.cells[field]

    def filled(self, field: str) -> str:
        """The cell, refused when empty."""
        if not self.cells[field]:
            raise self.fault(field, "is blank; fill it in.")
        return self.cells[field]

    def listed(self, field: str) -> tuple[str, ...]:
        """The items between semicolons, without repeats."""
        items = (item.strip() for item in self.cells[field].split(";"))
        return tuple(dict.fromkeys(item for item in items if item))

    def chosen(self, field: str, choices: Collection[str]) -> str:
        """The cell, refused unless it is one of `choices`."""
        if self.cells[field] not in choices:
            raise self.fault(field, f"is not one of {', '.join(choices)}.")
        return self.cells[field]

    def whole(self, field: str, low: int, high: int) -> int:
        """The cell as a whole number from `low` to `high`."""
        value = self.cells[field]
        if not value.isascii() or not value.isdigit() or not low <= int(value) <= high:
            raise self.fault(field, f"is not a whole number from {low} to {high}.")
        return int(value)

    def share(self, field: str) -> float:
        """The cell as a number from 0 to 1."""
        try:
            value = float(self.cells[field])
        except ValueError:
            value = -1.0
        if not 0.0 <= value <= 1.0:
            raise self.fault(field, "is not a number from 0 to 1.")
        return value

    def yes_no(self, field: str) -> bool | None:
        """``yes`` or ``no``; None when empty."""
        value = self.cells[field]
        if value not in _YES_NO:
            raise self.fault(field, "is not one of yes, no or blank.")
        return _YES_NO[value]


def read_rows(folder: Path, table: str, columns: Collection[str]) -> Iterator[Row]:
    """The rows of one table, every cell stripped.

    Raises
    ------
    DataError
        The table is missing, lacks one of `columns`, or holds a row of another width.
    """
    path = folder / table
    if not path.is_file():
        raise DataError(f"The taxonomy table {table} is missing from {folder}: put it back or reinstall carematch.")
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file)
        header = [name.strip() for name in next(reader, [])]
        _check_header(table, header, columns)
        for number, cells in enumerate(reader, start=2):
            if not cells:
                continue
            if len(cells) != len(header):
                raise DataError(
                    f"{table}, row {number} has {len(cells)} cells and the header {len(header)}: quote commas."
                )
            yield Row(table, number, {name: cell.strip() for name, cell in zip(header, cells, strict=True)})


def _check_header(table: str, header: list[str], columns: Collection[str]) -> None:
    lacking = [name for name in columns if name not in header]
    if lacking:
        raise DataError(f"{table} has no column {', '.join(lacking)}; it has {', '.join(header) or 'nothing'}.")
