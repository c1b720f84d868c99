"""ESCO from the CSV files it is published as: a folder with one file for each kind of row."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from matcher.errors import FileError, RowError
from matcher.importers.summary import ImportContext, ImportSummary, Tally
from matcher.importers.tables import Reject, Table, open_table
from matcher.taxonomy import EscoOccupation, EscoSkill, EscoTables

__all__ = ["import_esco", "read_esco"]

_ROWS_AT_ONCE = 5_000
_KINDS = ("essential", "optional")

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Part:
    """One kind of row: the field of `EscoTables` it fills, its English file, its columns and how a row is read.

    What is not needed is left empty where the folder has no such file.
    """

    field: str
    file: str
    columns: tuple[str, ...]
    parse: Callable[[Row], Any]
    is_needed: bool = True


def read_esco(folder: Path) -> EscoTables:
    """The whole of ESCO from the folder of its CSV files, in the files' own order.

    Relations that name a term ESCO does not list are kept: laying ESCO under a taxonomy leaves them out and counts
    them.

    Raises
    ------
    FileError
        A file is missing or lacks a column, or one of its rows cannot be read.
    """
    rows = {part.field: tuple(_all_rows(path, part)) for part, path in _files(folder)}
    return EscoTables(**rows)


def import_esco(path: Path, context: ImportContext) -> ImportSummary:
    """Store the whole of ESCO: skills, occupations, what they need, what is broader than what and what goes with it.

    Counts skills, occupations and relations; a relation that names a skill or occupation that ESCO does not list is
    rejected. Links to broader skills and groups, and between skills, are stored beside them, uncounted.

    Raises
    ------
    FileError
        A file is missing or lacks a column: nothing has been stored then.
    """
    listed: set[str] = set()
    with Tally("esco", context) as tally:
        tally.format = "esco-csv"
        tables = [(part, _open(file, part, tally.reject)) for part, file in _files(path)]
        for part, table in tables:
            rows = _good_rows(part, table, listed, tally)
            while chunk := tuple(islice(rows, _ROWS_AT_ONCE)):
                tally.land(context.store.upsert_esco(EscoTables(**{part.field: chunk})))
        return tally.summary()


def _files(folder: Path) -> list[tuple[_Part, Path]]:
    """The file of each part, in whatever language; later editions name the language in every file."""
    if not folder.is_dir():
        raise FileError(f"{folder} is not a folder: name the folder that ESCO's CSV files were unpacked into.")
    found = [
        (part, sorted(folder.glob(f"{part.file.removesuffix('.csv').removesuffix('en')}*.csv"))) for part in _PARTS
    ]
    missing = [part.file for part, paths in found if part.is_needed and not paths]
    if missing:
        raise FileError(f"{folder} lacks {' and '.join(missing)}: unpack the whole of ESCO's CSV download there.")
    return [(part, paths[0]) for part, paths in found if paths]


def _open(path: Path, part: _Part, reject: Reject | None = None) -> Table:
    return open_table(path, required=set(part.columns), known=part.columns, reject=reject)


def _all_rows(path: Path, part: _Part) -> Iterator[Any]:
    for number, row in _open(path, part):
        try:
            yield part.parse(row)
        except RowError as error:
            raise FileError(f"{path}, row {number}: {error}") from error


def _good_rows(part: _Part, table: Table, listed: set[str], tally: Tally) -> Iterator[Any]:
    """The rows that can be stored; terms are added to `listed`, and relations must name terms in it."""
    for number, row in table:
        try:
            parsed = part.parse(row)
            if part.field == "relations":
                _check_listed(parsed, listed)
        except RowError as error:
            tally.reject(number, f"{table.path.name}: {error}", table.as_sent(row))
            continue
        if isinstance(parsed, EscoSkill | EscoOccupation):
            listed.add(parsed.uri)
        yield parsed


def _check_listed(relation: tuple[str, str, str], listed: set[str]) -> None:
    for kind, uri in zip(("occupation", "skill"), relation, strict=False):
        if uri not in listed:
            raise RowError(f"ESCO lists no {kind} {uri}; nothing can be related to it.", field=f"{kind}Uri")


def _skill(row: Row) -> EscoSkill:
    return EscoSkill(
        _filled(row, "conceptUri"),
        _filled(row, "preferredLabel"),
        _lines(row["altLabels"]),
        row["skillType"],
        row["reuseLevel"],
    )


def _occupation(row: Row) -> EscoOccupation:
    return EscoOccupation(
        _filled(row, "conceptUri"), _filled(row, "preferredLabel"), _lines(row["altLabels"]), row["iscoGroup"]
    )


def _relation(row: Row) -> tuple[str, str, str]:
    return _filled(row, "occupationUri"), _filled(row, "skillUri"), _kind(row)


def _broader(row: Row) -> tuple[str, str]:
    return _filled(row, "conceptUri"), _filled(row, "broaderUri")


def _link(row: Row) -> tuple[str, str, str]:
    return _filled(row, "originalSkillUri"), _filled(row, "relatedSkillUri"), _kind(row)


def _kind(row: Row) -> str:
    kind = row["relationType"]
    if kind not in _KINDS:
        raise RowError(f"relationType '{kind}' is neither essential nor optional.", field="relationType")
    return kind


def _filled(row: Row, field: str) -> str:
    if not row[field]:
        raise RowError(f"{field} is blank; a row of ESCO has one.", field=field)
    return row[field]


def _lines(cell: str) -> tuple[str, ...]:
    """The names in one cell, a line each, without repeats."""
    return tuple(dict.fromkeys(name.strip() for name in cell.splitlines() if name.strip()))


_PARTS = (
    _Part("skills", "skills_en.csv", ("conceptUri", "preferredLabel", "altLabels", "skillType", "reuseLevel"), _skill),
    _Part("occupations", "occupations_en.csv", ("conceptUri", "preferredLabel", "altLabels", "iscoGroup"), _occupation),
    _Part("relations", "occupationSkillRelations.csv", ("occupationUri", "relationType", "skillUri"), _relation),
    _Part("broader", "broaderRelationsSkillPillar.csv", ("conceptUri", "broaderUri"), _broader),
    _Part(
        "links",
        "skillSkillRelations.csv",
        ("originalSkillUri", "relatedSkillUri", "relationType"),
        _link,
        is_needed=False,
    ),
)
