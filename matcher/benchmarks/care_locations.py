"""Where care is given from, postcode sector by postcode sector: ``python -m matcher.benchmarks.care_locations``.

It counts the regulator's directory in ``CAREMATCH_REAL_DATA`` and writes ``data/care_locations``: how many, and nothing
of whom. A made-up nation puts its vacancies there.
"""

import csv
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from matcher.domain import Provider
from matcher.errors import FileError, PostcodeUnknownError
from matcher.geography import parse_postcode
from matcher.importers.cqc_directory import open_directory
from matcher.packaged import data_path, read_table

__all__ = ["COLUMNS", "count_locations", "write_table"]

DIRECTORY = Path("cqc") / "cqc_directory_2016_headerless.csv"

HOMES = frozenset({"Residential homes", "Nursing homes"})
AGENCIES = frozenset({"Homecare agencies", "Supported living", "Supported housing", "Shared lives"})
"""The regulator's names of services that are care homes, and of those that go to where people live."""

COLUMNS = ("sector", "n_care_homes", "n_home_care")


def count_locations(providers: Iterable[Provider], sectors: Iterable[str]) -> Iterator[dict[str, str | int]]:
    """Rows of ``locations.csv``, by sector: how many locations run a care home, and how many care in people's homes.

    A location that does both is counted in both; one that does neither, or lies in no sector of those given, in none.
    """
    homes, agencies = Counter[str](), Counter[str]()
    for provider in providers:
        sector, services = _sector(provider.postcode), set(provider.services or ())
        homes[sector] += bool(services & HOMES)
        agencies[sector] += bool(services & AGENCIES)
    for sector in sorted(set(sectors)):
        if homes[sector] or agencies[sector]:
            yield dict(zip(COLUMNS, (sector, homes[sector], agencies[sector]), strict=True))


def _sector(postcode: str | None) -> str:
    try:
        return parse_postcode(postcode or "").sector or ""
    except PostcodeUnknownError:
        return ""


def write_table(real_data: Path, folder: Path) -> None:
    """Count the directory and write the table.

    Raises
    ------
    FileError
        The directory is not there, or cannot be read.
    """
    if not (real_data / DIRECTORY).is_file():
        raise FileError(f"{real_data / DIRECTORY} is missing: put the regulator's directory there.")
    directory = open_directory(real_data / DIRECTORY, lambda *_: None)
    providers = (directory.read(row)[1] for _, row in directory.rows())
    sectors = (row["sector"] for row in read_table("places", "sectors.csv"))
    with (folder / "locations.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(count_locations(providers, sectors))


def main() -> None:
    """Make the table from the data that the settings name."""
    folder = os.environ.get("CAREMATCH_REAL_DATA")
    if not folder:
        raise SystemExit("CAREMATCH_REAL_DATA names no folder of real data: set it.")
    write_table(Path(folder), data_path("care_locations"))


if __name__ == "__main__":
    main()
