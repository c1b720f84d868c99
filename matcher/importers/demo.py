"""The demo: fictional people and providers in Leeds and County Durham."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from matcher.geography import Gazetteer
from matcher.importers import ImportContext, ImportSummary, run_import
from matcher.packaged import data_path, read_table
from matcher.store import Store
from matcher.taxonomy import Taxonomy

__all__ = ["DEMO_CANDIDATE", "DEMO_DAY", "load_demo"]

DEMO_DAY = date(2026, 11, 22)
"""The day the demo is judged on, so that it does not rot."""

DEMO_CANDIDATE = "C003"
"""Whose answer the demo prints."""

_FILES = ("providers", "vacancies", "candidates")


def load_demo(
    store: Store, taxonomy: Taxonomy, gazetteer: Gazetteer, *, fresh: bool = False
) -> Iterator[ImportSummary]:
    """Import the demo's files, one summary each; `fresh` takes the demo's own records out first."""
    if fresh:
        store.remove(**{kind: [row["id"] for row in read_table("demo", f"{kind}.csv")] for kind in _FILES})
    for kind in _FILES:
        context = ImportContext(store, taxonomy, gazetteer, rejects=Path(f"demo-{kind}-rejected.csv"))
        yield run_import(kind, data_path("demo", f"{kind}.csv"), context)
