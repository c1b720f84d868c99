"""One file a real format, each ending in the store."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from matcher.errors import FileError
from matcher.importers.summary import ImportContext, ImportSummary, Tally

__all__ = ["KINDS", "ImportContext", "ImportSummary", "Tally", "run_import"]

_IMPORTERS = {
    "candidates": ("matcher.importers.candidates", "import_candidates"),
    "courses": ("matcher.importers.courses", "import_courses"),
    "deprivation": ("matcher.importers.deprivation", "import_deprivation"),
    "esco": ("matcher.importers.esco", "import_esco"),
    "onet": ("matcher.importers.onet", "import_onet"),
    "outcomes": ("matcher.importers.outcomes", "import_outcomes"),
    "postcodes": ("matcher.importers.postcodes", "import_postcodes"),
    "providers": ("matcher.importers.providers", "import_providers"),
    "travel-times": ("matcher.importers.travel_times", "import_travel_times"),
    "vacancies": ("matcher.importers.vacancies", "import_vacancies"),
}

KINDS = tuple(_IMPORTERS)
"""What can be imported."""


def run_import(kind: str, path: Path, context: ImportContext) -> ImportSummary:
    """Import one file of one kind.

    Raises
    ------
    FileError
        The file as a whole cannot be used; nothing has landed.
    StoreError
        The database cannot be reached.
    """
    if kind not in _IMPORTERS:
        raise FileError(f"'{kind}' is not a kind of import: choose one of {', '.join(KINDS)}.")
    module, name = _IMPORTERS[kind]
    importer: Callable[[Path, ImportContext], ImportSummary] = getattr(import_module(module), name)
    return importer(path, context)
