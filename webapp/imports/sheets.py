"""An uploaded spreadsheet before it is imported: its header, its first rows, and what would become of them."""

import csv
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from matcher.errors import FileError
from matcher.importers import ImportContext, run_import
from matcher.importers.cqc_directory import looks_like_directory
from matcher.importers.json_stream import begins_as_json
from matcher.importers.mapping import columns_of
from matcher.importers.tables import open_table
from matcher.importers.travel_times import TRAVEL_TIME_COLUMNS
from matcher.likeness.normalise import normalise
from matcher.store import Counts

if TYPE_CHECKING:
    import pandas as pd

    from matcher.engine import Engine
    from matcher.store import Store

__all__ = ["REQUIRED", "Rehearsal", "Sheet", "fit_mapping", "needs_mapping", "open_sheet"]

REQUIRED: Mapping[str, tuple[str, ...]] = {
    "candidates": ("id",),
    "courses": ("id", "label"),
    "outcomes": ("candidate", "vacancy", "stage"),
    "providers": ("id", "name"),
    "travel-times": TRAVEL_TIME_COLUMNS,
    "vacancies": ("id",),
}
"""Our columns that a file of a kind must have."""

_ALSO_JSON = frozenset({"courses", "providers", "vacancies"})
# Judgement: five rows show whether columns are matched rightly; more would push the button to import off the page.
_N_ROWS = 5
# Judgement: an advisor's sheet has under a hundred columns; with more, the lists to choose from no longer help.
_MOST_COLUMNS = 300


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """The first rows as an import would read them, by their numbers in the file; `faults` are those it would reject."""

    records: dict[int, Any]
    faults: dict[int, str]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The top of an uploaded spreadsheet.

    Attributes
    ----------
    path : Path
        The file; what is tried is written beside it and deleted at once.
    header : tuple of str
        The file's own columns.
    same_names : dict of str to str
        Our column to the file's of the same name: those are read whatever is chosen.
    rows : tuple
        Number and cells of the first rows that hold anything.
    faults : dict of int to str
        Rows near the top that cannot be read at all, with the reason.
    """

    path: Path
    kind: str
    header: tuple[str, ...]
    delimiter: str
    same_names: dict[str, str]
    rows: tuple[tuple[int, dict[str, str]], ...]
    faults: dict[int, str]

    def rehearse(self, columns: Mapping[str, str], engine: "Engine", closed: frozenset[str]) -> Rehearsal:
        """Import the first rows under a mapping into a store that keeps nothing.

        Parameters
        ----------
        closed : frozenset of str
            Ids of candidates that whoever imports may not see.

        Raises
        ------
        FileError
            The mapping lacks a needed column, or reads two of ours from one.
        """
        kept = _NoStore(cast("Store", engine.store))
        with tempfile.TemporaryDirectory(dir=self.path.parent) as name:
            top, rejects = Path(name) / "top.csv", Path(name) / "rejected.csv"
            self._write_top(top)
            into = cast("Store", kept)
            context = ImportContext(
                into, engine.taxonomy, engine.gazetteer, rejects, columns, format="csv", closed=closed
            )
            notes = run_import(self.kind, top, context).notes
            faults = {self.rows[number - 2][0]: reason for number, reason in _reasons(rejects)}
        good = (number for number, _ in self.rows if number not in faults)
        return Rehearsal(dict(zip(good, kept.records, strict=True)), faults | self.faults, notes)

    def _write_top(self, path: Path) -> None:
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, delimiter=self.delimiter)
            writer.writerow(self.header)
            writer.writerows([cells.values() for _, cells in self.rows])


class _NoStore:
    """Takes what an importer lands, for looking at; what an importer asks is answered by the real store."""

    def __init__(self, store: "Store") -> None:
        self._store = store
        self.records: list[Any] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def upsert_travel_times(self, frame: "pd.DataFrame") -> Counts:
        """Take journeys as what a row of theirs says."""
        named = frame.set_axis(list(TRAVEL_TIME_COLUMNS), axis="columns")
        return self._take(named.to_dict("records"))

    def _take(self, records: Sequence[Any]) -> Counts:
        self.records.extend(records)
        return Counts(added=len(records))

    upsert_candidates = upsert_courses = upsert_outcomes = upsert_providers = upsert_vacancies = _take


def needs_mapping(kind: str, path: Path) -> bool:
    """Whether a file is a spreadsheet of somebody's own; adverts in JSON and the regulator's files have one layout.

    Raises
    ------
    FileError
        The file cannot be read, or is JSON where there is none of that kind.
    """
    if begins_as_json(path):
        if kind not in _ALSO_JSON:
            raise FileError(f"{path} is JSON, and this comes as a spreadsheet: save it as CSV.")
        return False
    return not (kind == "providers" and looks_like_directory(path))


def open_sheet(path: Path, kind: str) -> Sheet:
    """Read the top of a spreadsheet.

    Raises
    ------
    FileError
        The file cannot be read, has no rows, or more columns than anybody can match on a page.
    """
    faults: dict[int, str] = {}

    def note_fault(number: int, reason: str, _row: Mapping[str, object]) -> None:
        if len(faults) < _N_ROWS:
            faults[number] = reason

    table = open_table(path, required=set(), known=columns_of(kind), reject=note_fault)
    if len(table.header) > _MOST_COLUMNS:
        raise FileError(
            f"{path} has {len(table.header):,} columns, and up to {_MOST_COLUMNS} can be matched here: delete those "
            "that are not needed in your spreadsheet and save it again."
        )
    rows = tuple((number, table.as_sent(row)) for number, row in islice(table, _N_ROWS))
    if not rows and not faults:
        raise FileError(f"{path} names its columns and has no rows under them: check that it was saved whole.")
    known = set(columns_of(kind))
    same = {ours: theirs for theirs, ours in zip(table.header, table.keys, strict=True) if ours in known}
    return Sheet(path, kind, table.header, table.delimiter, same, rows, faults)


def fit_mapping(saved: Mapping[str, str], sheet: Sheet) -> tuple[dict[str, str], tuple[str, ...]]:
    """What of a saved mapping fits a file, completed by the columns of the same name, and what the file lacks."""
    fitting: dict[str, str] = {}
    for ours, theirs in saved.items():
        found = next((name for name in sheet.header if _plain(name) == _plain(theirs)), None)
        if found is not None and found not in fitting.values():
            fitting[ours] = found
    lacking = tuple(theirs for ours, theirs in saved.items() if ours not in fitting)
    also = {ours: theirs for ours, theirs in sheet.same_names.items() if theirs not in fitting.values()}
    return also | fitting, lacking


def _plain(name: str) -> str:
    return normalise(name.replace("_", " "))


def _reasons(rejects: Path) -> list[tuple[int, str]]:
    if not rejects.exists():
        return []
    with rejects.open(encoding="utf-8", newline="") as file:
        return [(int(row[0]), row[1]) for row in islice(csv.reader(file), 1, None)]
