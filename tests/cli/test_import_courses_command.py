"""`import courses` as a provider of training or a script meets it."""

import json
from pathlib import Path

import pytest

from matcher.cli import main

SENT = "id,label,prerequisites,cost_gbp\nA,First aid at work,,£200\nB,Hoists,course:B,£60\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CAREMATCH_DATABASE_URL", f"sqlite:///{tmp_path / 'test.db'}")
    return tmp_path


def code_of(*arguments: str) -> int:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    return int(left.value.code or 0)


def test_a_list_with_a_bad_row_is_done_in_part_and_gives_it_back(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "courses.csv").write_text(SENT, encoding="utf-8")
    assert code_of("import", "courses", "courses.csv", "--json") == 1
    summary = json.loads(capsys.readouterr().out)
    assert (summary["kind"], summary["format"]) == ("courses", "csv")
    assert (summary["read"], summary["added"], summary["rejected"]) == (2, 1, 1)
    assert "requires itself (B)" in (folder / summary["rejects"]).read_text(encoding="utf-8")


def test_a_good_list_is_done(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "courses.csv").write_text(SENT.replace("course:B", ""), encoding="utf-8")
    assert code_of("import", "courses", "courses.csv", "--json") == 0
    assert json.loads(capsys.readouterr().out)["added"] == 2


@pytest.mark.parametrize("text", ["", "colour\nred\n", '{"training": []}', "[1"])
def test_what_is_no_list_of_courses_is_refused_in_one_line(
    folder: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    (folder / "courses.csv").write_text(text, encoding="utf-8")
    assert code_of("import", "courses", "courses.csv") == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "Traceback" not in said.err
