"""Where the tables and models that travel with the program lie.

In a wheel they are `matcher/_data` and `matcher/_models`; in a checkout they are the folders `data/` and `models/`
beside the package. Nothing is read at import.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

from matcher.errors import DataError

__all__ = ["data_path", "models_path", "read_table"]

_PACKAGE = Path(__file__).resolve().parent


def data_path(*parts: str) -> Path:
    """Path of a packaged table or folder, such as ``data_path("taxonomy", "skills.csv")``."""
    return _root("data").joinpath(*parts)


def models_path(*parts: str) -> Path:
    """Path of a packaged model folder or file."""
    return _root("models").joinpath(*parts)


def read_table(*parts: str) -> Iterator[dict[str, str]]:
    """Rows of a packaged CSV as stripped strings.

    Raises
    ------
    DataError
        The table is missing: the installation is incomplete.
    """
    path = data_path(*parts)
    if not path.is_file():
        raise DataError(f"The table {'/'.join(parts)} did not travel with the program: reinstall carematch.")
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield {key: (value or "").strip() for key, value in row.items() if key is not None}


def _root(name: str) -> Path:
    installed = _PACKAGE / f"_{name}"
    return installed if installed.is_dir() else _PACKAGE.parent / name
