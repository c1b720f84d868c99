"""O*NET's files read and stored."""

import csv
from pathlib import Path

import pytest

from matcher.errors import FileError
from matcher.geography import SectorGazetteer
from matcher.importers.onet import import_onet, read_onet
from matcher.importers.summary import ImportContext
from matcher.store import Store
from matcher.taxonomy import load_taxonomy
from matcher.taxonomy.titles import TitledOccupation, TitleTables

FILES = {
    "occupation_data.csv": (
        'O*NET-SOC Code,Title,Description\n39-0001.00,Dog Walkers,"Walk dogs, and bring them back."\n'
        "31-0001.00,Home Aides,Help people at home.\n"
    ),
    "alternate_titles.csv": (
        "O*NET-SOC Code,Title,Alternate Title,Short Title,Source(s)\n"
        "31-0001.00,Home Aides,Certified Home Aide (CHA),CHA,08\n"
        "31-0001.00,Home Aides,Home Helper,,08\n"
        "31-0001.00,Home Aides,Home Helper,n/a,10\n"
        "31-0001.00,Home Aides,Home Aides,,10\n"
    ),
    "task_statements.csv": (
        "O*NET-SOC Code,Title,Task ID,Task,Task Type\n"
        "39-0001.00,Dog Walkers,2,Hold the lead.,Core\n"
        "39-0001.00,Dog Walkers,1,Call the dog.,Core\n"
    ),
}
READ = TitleTables(
    (
        TitledOccupation(
            "31-0001.00", "Home Aides", "Help people at home.", ("Certified Home Aide (CHA)", "CHA", "Home Helper")
        ),
        TitledOccupation(
            "39-0001.00", "Dog Walkers", "Walk dogs, and bring them back.", (), ("Hold the lead.", "Call the dog.")
        ),
    )
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    onet = tmp_path / "onet"
    onet.mkdir()
    for name, text in FILES.items():
        (onet / name).write_text(text, encoding="utf-8")
    return onet


@pytest.fixture
def context(tmp_path: Path) -> ImportContext:
    store = Store(f"sqlite:///{tmp_path / 'carematch.db'}")
    store.migrate()
    return ImportContext(store, load_taxonomy(), SectorGazetteer.load(), tmp_path / "rejects.csv")


def _append(path: Path, row: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + row, encoding="utf-8")


def test_titles_and_tasks_are_gathered_by_occupation_each_once(folder: Path) -> None:
    assert read_onet(folder) == READ


def test_the_files_of_onets_own_download_are_read(folder: Path) -> None:
    names = ("Occupation Data.txt", "Alternate Titles.txt", "Task Statements.txt")
    for ours, theirs in zip(FILES, names, strict=True):
        with (folder / ours).open(encoding="utf-8", newline="") as file:
            rows = ["\t".join(row) for row in csv.reader(file)]
        (folder / theirs).write_text("\n".join(rows) + "\n", encoding="utf-8")
        (folder / ours).unlink()
    assert read_onet(folder) == READ


def test_tasks_may_be_missing(folder: Path) -> None:
    (folder / "task_statements.csv").unlink()
    assert [occupation.tasks for occupation in read_onet(folder).occupations] == [(), ()]


def test_missing_files_are_all_named(folder: Path) -> None:
    (folder / "occupation_data.csv").unlink()
    (folder / "alternate_titles.csv").unlink()
    with pytest.raises(FileError, match=r"lacks occupation_data\.csv and alternate_titles\.csv: put"):
        read_onet(folder)


def test_a_file_in_place_of_the_folder_is_refused(folder: Path) -> None:
    with pytest.raises(FileError, match="is not a folder"):
        read_onet(folder / "occupation_data.csv")


def test_a_file_without_a_needed_column_is_refused(folder: Path) -> None:
    (folder / "alternate_titles.csv").write_text("O*NET-SOC Code,Name\n31-0001.00,Carer\n", encoding="utf-8")
    with pytest.raises(FileError, match="no column 'Alternate Title'"):
        read_onet(folder)


def test_a_row_that_cannot_be_read_is_named_with_its_file(folder: Path) -> None:
    _append(folder / "alternate_titles.csv", "99-9999.00,Nobody,Somebody,,08\n")
    with pytest.raises(FileError, match=r"alternate_titles\.csv, row 6: O\*NET lists no occupation 99-9999\.00"):
        read_onet(folder)


def test_an_import_stores_what_was_read(folder: Path, context: ImportContext) -> None:
    summary = import_onet(folder, context)
    assert (summary.kind, summary.read, summary.added, summary.rejected) == ("onet", 2, 2, 0)
    assert summary.notes == ("With them 3 other titles and 2 tasks.",)
    assert context.store.titles() == READ


@pytest.mark.parametrize(
    ("file", "row", "reason"),
    [
        ("occupation_data.csv", "39-0001.00,Cat Walkers,", "stands in an earlier row already"),
        ("occupation_data.csv", "39-0002.00,,Nothing.", "Title is blank"),
        ("alternate_titles.csv", "31-0001.00,Home Aides,,,08", "Alternate Title is blank"),
        ("task_statements.csv", "99-9999.00,Nobody,9,Wait.,Core", "O*NET lists no occupation 99-9999.00"),
    ],
)
def test_a_bad_row_comes_back_with_the_reason_and_the_good_ones_land(
    folder: Path, context: ImportContext, file: str, row: str, reason: str
) -> None:
    _append(folder / file, row + "\n")
    summary = import_onet(folder, context)
    assert (summary.added, summary.rejected) == (2, 1)
    assert context.store.titles() == READ
    with context.rejects.open(encoding="utf-8", newline="") as rejects:
        (given_back,) = csv.DictReader(rejects)
    assert given_back["reason"].startswith(f"{file}: ")
    assert reason in given_back["reason"]


def test_importing_again_changes_nothing(folder: Path, context: ImportContext) -> None:
    import_onet(folder, context)
    again = import_onet(folder, context)
    assert (again.read, again.unchanged) == (2, 2)


def test_importing_again_without_tasks_keeps_them(folder: Path, context: ImportContext) -> None:
    import_onet(folder, context)
    (folder / "task_statements.csv").unlink()
    assert import_onet(folder, context).unchanged == 2
    assert context.store.titles() == READ


@pytest.mark.real_data
def test_the_whole_of_onet_is_read(real_data: Path) -> None:
    tables = read_onet(real_data / "judgements" / "onet")
    assert len(tables.occupations) == 1_016
    assert tables.n_titles > 57_000
    assert sum(bool(occupation.tasks) for occupation in tables.occupations) == 923
