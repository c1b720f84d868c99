"""O*NET from the files it is published as: occupations and alternate titles and, if wanted, tasks and knowledge.

Both spellings are read: ``occupation_data.csv`` and O*NET's own ``Occupation Data.txt`` (tabs between the columns).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from matcher.errors import FileError, RowError
from matcher.importers.summary import ImportContext, ImportSummary, Tally
from matcher.importers.tables import Reject, Table, open_table
from matcher.likeness import normalise
from matcher.taxonomy.titles import TitledOccupation, TitleTables

__all__ = ["import_onet", "read_onet"]

_CODE = "O*NET-SOC Code"
_OCCUPATIONS, _TITLES = "occupation_data.csv", "alternate_titles.csv"
_TASKS, _KNOWLEDGE = "task_statements.csv", "knowledge.csv"
_COLUMNS = {
    _OCCUPATIONS: (_CODE, "Title", "Description"),
    _TITLES: (_CODE, "Alternate Title", "Short Title"),
    _TASKS: (_CODE, "Task"),
    _KNOWLEDGE: (_CODE, "Element Name", "Scale ID", "Data Value"),
}
_IMPORTANCE = "IM"  # the scale of knowledge that is read; levels (LV) are not
_MAY_LACK = frozenset({"Short Title"})
_ENDINGS = frozenset({".csv", ".txt", ".tsv"})
_AT_ONCE = 200  # occupations stored in one go: about 15,000 titles and tasks

Row = Mapping[str, str]
Refuse = Callable[[Table, int, Row, RowError], None]


@dataclass(slots=True)
class _Draft:
    """An occupation as its rows come in; dicts keep the order and each name once."""

    title: str
    description: str
    titles: dict[str, None] = field(default_factory=dict)
    tasks: dict[str, None] = field(default_factory=dict)
    knowledge: dict[str, float] = field(default_factory=dict)

    def add_titles(self, row: Row) -> None:
        """Take one row of alternate titles: the title, and the short one where there is one."""
        for name in (_filled(row, "Alternate Title"), row.get("Short Title", "")):
            if name and name.lower() != "n/a" and name != self.title:
                self.titles[name] = None

    def add_task(self, row: Row) -> None:
        """Take one row of tasks."""
        self.tasks[_filled(row, "Task")] = None

    def add_knowledge(self, row: Row) -> None:
        """Take one row of knowledge, where it says how important a field of it is."""
        if row["Scale ID"] != _IMPORTANCE:
            return
        try:
            self.knowledge[_filled(row, "Element Name")] = float(row["Data Value"])
        except ValueError:
            raise RowError(f"'{row['Data Value']}' is not a number.", field="Data Value") from None


def read_onet(folder: Path) -> TitleTables:
    """O*NET's occupations with their titles, tasks and knowledge, by code; each in the files' own order.

    Parameters
    ----------
    folder : Path
        Holds the files of occupations and alternate titles; those of tasks and knowledge may be missing.

    Raises
    ------
    FileError
        A file is missing or lacks a column, or one of its rows cannot be read.
    """

    def refuse(table: Table, number: int, _row: Row, error: RowError) -> None:
        raise FileError(f"{table.path}, row {number}: {error}") from error

    return _read(_tables(folder), refuse)


def import_onet(path: Path, context: ImportContext) -> ImportSummary:
    """Store O*NET's occupations with their titles, tasks and knowledge.

    Counts occupations; what else is said of them is stored with them, and their titles and tasks are counted in a
    note. A row that cannot be used, in whichever file, is rejected. Importing without tasks or knowledge keeps what is
    stored.

    Raises
    ------
    FileError
        A file is missing or lacks a column: nothing has been stored then.
    """
    with Tally("onet", context) as tally:
        tally.format = "onet"

        def refuse(table: Table, number: int, row: Row, error: RowError) -> None:
            tally.reject(number, f"{table.path.name}: {error}", table.as_sent(row))

        found = _read(_tables(path, tally.reject), refuse).occupations
        for start in range(0, len(found), _AT_ONCE):
            tally.land(context.store.upsert_titles(TitleTables(found[start : start + _AT_ONCE])))
        n_titles = sum(len(occupation.alternate_titles) for occupation in found)
        n_tasks = sum(len(occupation.tasks) for occupation in found)
        tally.note(f"With them {n_titles:,} other titles and {n_tasks:,} tasks.")
        return tally.summary()


def _tables(folder: Path, reject: Reject | None = None) -> dict[str, Table]:
    """The files there are, opened, by their usual names: occupations first, for the others speak of them."""
    if not folder.is_dir():
        raise FileError(f"{folder} is not a folder: name the folder that holds O*NET's files.")
    files = {normalise(path.stem.replace("_", " ")): path for path in sorted(folder.iterdir()) if _is_text(path)}
    paths = {name: files.get(normalise(Path(name).stem.replace("_", " "))) for name in _COLUMNS}
    missing = [name for name in (_OCCUPATIONS, _TITLES) if paths[name] is None]
    if missing:
        raise FileError(
            f"{folder} lacks {' and '.join(missing)}: put O*NET's files of those names there, as .csv or as the "
            "tab-separated .txt of its download."
        )
    return {name: _open(path, name, reject) for name, path in paths.items() if path is not None}


def _is_text(path: Path) -> bool:
    return path.suffix.lower() in _ENDINGS


def _open(path: Path, name: str, reject: Reject | None) -> Table:
    columns = _COLUMNS[name]
    return open_table(path, required=set(columns) - _MAY_LACK, known=columns, reject=reject)


def _read(tables: Mapping[str, Table], refuse: Refuse) -> TitleTables:
    drafts: dict[str, _Draft] = {}
    takes = {
        _OCCUPATIONS: lambda row: _begin(row, drafts),
        _TITLES: lambda row: _listed(row, drafts).add_titles(row),
        _TASKS: lambda row: _listed(row, drafts).add_task(row),
        _KNOWLEDGE: lambda row: _listed(row, drafts).add_knowledge(row),
    }
    for name, table in tables.items():
        _take_rows(table, takes[name], refuse)
    return TitleTables(
        tuple(
            TitledOccupation(
                code,
                draft.title,
                draft.description,
                tuple(draft.titles),
                tuple(draft.tasks),
                tuple(draft.knowledge.items()),
            )
            for code, draft in sorted(drafts.items())
        )
    )


def _take_rows(table: Table, take: Callable[[Row], None], refuse: Refuse) -> None:
    """Take every row; those that cannot be taken are handed to `refuse`."""
    for number, row in table:
        try:
            take(row)
        except RowError as error:
            refuse(table, number, row, error)


def _begin(row: Row, drafts: dict[str, _Draft]) -> None:
    code = _filled(row, _CODE)
    if code in drafts:
        raise RowError(f"the occupation {code} stands in an earlier row already.", field=_CODE)
    drafts[code] = _Draft(_filled(row, "Title"), row["Description"])


def _listed(row: Row, drafts: Mapping[str, _Draft]) -> _Draft:
    code = _filled(row, _CODE)
    if code not in drafts:
        raise RowError(f"O*NET lists no occupation {code}; nothing can be said of it.", field=_CODE)
    return drafts[code]


def _filled(row: Row, column: str) -> str:
    if not row[column]:
        raise RowError(f"{column} is blank; a row of O*NET has one.", field=column)
    return row[column]
