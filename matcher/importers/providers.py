"""Providers from the regulator, its directory (CSV) or its API (JSON), and from anybody's own spreadsheet.

Most locations are in both of the regulator's. The sparser record blanks nothing of the fuller one, and an older one
changes nothing of a newer one.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from matcher.domain import Provider
from matcher.errors import FileError, RowError
from matcher.importers.cqc_api import read_location, read_locations
from matcher.importers.cqc_directory import Directory, looks_like_directory, open_directory, tidy_phone
from matcher.importers.fields import build, is_blank, read_date, read_fields, read_identifier, read_names, read_text
from matcher.importers.json_stream import begins_as_json
from matcher.importers.landing import land_rows, note_columns
from matcher.importers.summary import ImportContext, ImportSummary, Tally
from matcher.importers.tables import open_table

__all__ = ["FORMATS", "PROVIDER_COLUMNS", "import_providers"]

FORMATS = ("cqc_directory", "cqc_api", "csv")
PROVIDER_COLUMNS = tuple(Provider.model_fields)
_READERS = dict.fromkeys(PROVIDER_COLUMNS[1:], read_text) | {
    "services": read_names,
    "specialisms": read_names,
    "phone": tidy_phone,
    "source_date": lambda text: read_date(text).isoformat(),
}
# Judgement: the register changes every week; after two years a list of it sends people to doors that have closed.
_STALE = timedelta(days=2 * 365)


def import_providers(path: Path, context: ImportContext) -> ImportSummary:
    """Import locations that deliver care.

    Raises
    ------
    FileError
        The file cannot be read, or is none of the formats.
    """
    if context.format not in {*FORMATS, "auto"}:
        raise FileError(f"'{context.format}' is no format of providers: choose one of {', '.join(FORMATS)}, or auto.")
    found = _recognise(path, context)
    if context.format not in {"auto", found}:
        raise FileError(f"{path} is laid out as '{found}', not as '{context.format}': leave --format out.")
    with Tally("providers", context) as tally:
        tally.format = found
        {"cqc_api": _import_api, "cqc_directory": _import_directory, "csv": _import_own}[found](path, context, tally)
        return tally.summary()


def _recognise(path: Path, context: ImportContext) -> str:
    if begins_as_json(path):
        return "cqc_api"
    return "cqc_directory" if not context.columns and looks_like_directory(path) else "csv"


def _import_api(path: Path, context: ImportContext, tally: Tally) -> None:
    land_rows(read_locations(path), read_location, context.store.upsert_providers, tally, dict)


def _import_directory(path: Path, context: ImportContext, tally: Tally) -> None:
    directory = open_directory(path, tally.reject)
    land_rows(directory.rows(), directory.read, context.store.upsert_providers, tally, directory.as_sent)
    _say_age(tally, directory)


def _import_own(path: Path, context: ImportContext, tally: Tally) -> None:
    table = open_table(
        path, required={"id", "name"}, known=PROVIDER_COLUMNS, columns=context.columns, reject=tally.reject
    )
    note_columns(tally, table.unknown_columns)
    land_rows(table, _read_own, context.store.upsert_providers, tally, table.as_sent)


def _read_own(row: Mapping[str, str]) -> tuple[str, Provider]:
    identifier = read_identifier(row)
    if is_blank(row.get("name", "").strip()):
        raise RowError("name is blank: give the provider's name.", field="name")
    return identifier, build(Provider, {"id": identifier, **read_fields(row, _READERS)})


def _say_age(tally: Tally, directory: Directory) -> None:
    """How old the directory is, and what follows from that."""
    day = directory.source_date
    if day is None:
        tally.note("The directory does not say when it was made: some of these locations may have closed.")
        return
    when = f"{day.day} {day:%B %Y}"
    old = datetime.now(UTC).date() - day > _STALE
    follows = "many of these locations have closed or changed hands since" if old else "some may have closed since"
    tally.note(f"This directory is of {when} (its own date, or else the newest check it lists): {follows}.")
