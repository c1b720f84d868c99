"""What the tests of importers share: a store that only remembers, and files written in one line."""

import csv
import io
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from matcher.geography import SectorGazetteer
from matcher.importers.summary import ImportContext
from matcher.store import Counts
from matcher.taxonomy import Taxonomy, load_taxonomy


class RememberingStore:
    """Takes records as the real store does: by id, equal ones unchanged."""

    def __init__(self) -> None:
        self.records: dict[str, Any] = {}
        self.chunks: list[int] = []

    def upsert_candidates(self, pairs: Sequence[Any]) -> Counts:
        return self._upsert([(candidate.id, (candidate, person)) for candidate, person in pairs])

    def upsert_vacancies(self, vacancies: Sequence[Any]) -> Counts:
        return self._upsert([(vacancy.id, vacancy) for vacancy in vacancies])

    def _upsert(self, entries: list[tuple[str, Any]]) -> Counts:
        self.chunks.append(len(entries))
        added = updated = unchanged = 0
        for key, record in entries:
            added += key not in self.records
            unchanged += self.records.get(key) == record
            updated += key in self.records and self.records[key] != record
            self.records[key] = record
        return Counts(added, updated, unchanged)

    def candidate(self, key: str) -> Any:
        return self.records[key][0]

    def person(self, key: str) -> Any:
        return self.records[key][1]


@cache
def shipped_taxonomy() -> Taxonomy:
    return load_taxonomy()


def context_in(folder: Path, **given: Any) -> Any:
    """A context whose store remembers; rejects go to ``rejects.csv`` in the folder."""
    return ImportContext(
        **{
            "store": RememberingStore(),
            "taxonomy": shipped_taxonomy(),
            "gazetteer": SectorGazetteer.load(),
            "rejects": folder / "rejects.csv",
            **given,
        }
    )


def write(folder: Path, text: str, name: str = "sent.csv", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def sheet(*rows: dict[str, str]) -> str:
    """Rows as CSV, with every column that one of them has."""
    text = io.StringIO()
    names = list(dict.fromkeys(name for row in rows for name in row))
    writer = csv.DictWriter(text, names, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def reasons(folder: Path) -> dict[int, str]:
    """Why rows were rejected, by their number."""
    with (folder / "rejects.csv").open(encoding="utf-8", newline="") as file:
        return {int(row["row_number"]): row["reason"] for row in csv.DictReader(file)}
