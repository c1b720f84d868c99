"""What every importer is given and what it answers."""

import csv
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TextIO

if TYPE_CHECKING:
    from matcher.geography import Gazetteer
    from matcher.store import Counts, Store
    from matcher.taxonomy import Taxonomy

__all__ = ["ImportContext", "ImportSummary", "Tally"]


@dataclass(frozen=True, slots=True)
class ImportContext:
    """Where an import lands and how it is watched.

    Attributes
    ----------
    store, taxonomy, gazetteer
        Where rows land, and what their names and postcodes are read against.
    columns : mapping of str to str
        Our column name to the file's own; empty when the file uses ours.
    rejects : Path
        Where the bad rows go; written only when there are any.
    format : str
        The file's format, or ``auto``.
    progress : callable
        Called with the number of rows read since the last call.
    closed : frozenset of str
        Ids of stored candidates or vacancies which whoever imports may not change: rows about them are given back.
    providers : tuple of str
        Whose vacancies alone may come in, where it is a provider who imports; a row that names none is the first's.
    """

    store: "Store"
    taxonomy: "Taxonomy"
    gazetteer: "Gazetteer"
    rejects: Path
    columns: Mapping[str, str] = field(default_factory=dict)
    format: str = "auto"
    progress: Callable[[int], None] = lambda _rows: None
    closed: frozenset[str] = frozenset()
    providers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """What an import did; ``read = added + updated + unchanged + rejected``.

    `rejects` is the path of the file of bad rows, or None when there are none; `notes` are sentences worth reading.
    """

    kind: str
    format: str
    read: int
    added: int
    updated: int
    unchanged: int
    rejected: int
    seconds: float
    rejects: str | None
    notes: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """The summary as the JSON document of the command line."""
        return asdict(self)


class Tally:
    """Counts an import as it runs and writes the bad rows to a file of their own.

    A bad row comes back as it was, behind its number and the reason, so that it can be mended and sent again. Cells
    that a spreadsheet would run as a formula are written as text.
    """

    def __init__(self, kind: str, context: ImportContext) -> None:
        self.kind = kind
        self.format = context.format
        self.added = self.updated = self.unchanged = self.rejected = 0
        self._context = context
        self._file: TextIO | None = None
        self._started = time.perf_counter()
        self._notes: dict[str, None] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file is not None:
            self._file.close()

    @property
    def read(self) -> int:
        """Rows read so far."""
        return self.added + self.updated + self.unchanged + self.rejected

    def land(self, counts: "Counts") -> None:
        """Count rows that the store took."""
        self.added += counts.added
        self.updated += counts.updated
        self.unchanged += counts.unchanged
        self._context.progress(counts.added + counts.updated + counts.unchanged)

    def reject(self, row_number: int, reason: str, row: Mapping[str, object]) -> None:
        """Give one row back with its number in the file (the header is row 1) and the reason."""
        if self._file is None:
            self._context.rejects.parent.mkdir(parents=True, exist_ok=True)
            self._file = self._context.rejects.open("w", encoding="utf-8", newline="")
            csv.writer(self._file).writerow(["row_number", "reason", *as_cells(row)])
        csv.writer(self._file).writerow([row_number, reason, *as_cells(row.values())])
        self.rejected += 1
        self._context.progress(1)

    def note(self, sentence: str) -> None:
        """Add a sentence to the summary, once."""
        self._notes[sentence] = None

    def summary(self) -> ImportSummary:
        """What the import did."""
        return ImportSummary(
            self.kind,
            self.format,
            self.read,
            self.added,
            self.updated,
            self.unchanged,
            self.rejected,
            round(time.perf_counter() - self._started, 3),
            str(self._context.rejects) if self.rejected else None,
            tuple(self._notes),
        )


def as_cells(values: Iterable[object]) -> list[str]:
    """Values as CSV cells that no spreadsheet runs: a leading ``=``, ``+``, ``-`` or ``@`` is quoted.

    Plain numbers keep their sign.
    """
    return [_as_cell("" if value is None else str(value)) for value in values]


def _as_cell(text: str) -> str:
    if text[:1] in {"=", "+", "-", "@", "\t", "\r"} and not _is_number(text):
        return f"'{text}"
    return text


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
