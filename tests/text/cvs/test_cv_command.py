"""`carematch cv` as an advisor meets it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from writing import as_pdf

from matcher.cli.cv import cv
from matcher.errors import FileError

CV = """Edna Birtwhistle
edna@example.com
Work
Care assistant, Sunny House care home, Jan 2019 - present
Cleaner, ISS, 2012 - 2015
Skills
Food hygiene
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "cv.pdf"
    path.write_bytes(as_pdf(CV))
    return path


def test_the_draft_says_what_was_found_what_was_dropped_and_that_nothing_was_stored(file: Path) -> None:
    said = CliRunner().invoke(cv, [str(file), "--as-of", "2026-11-25"]).output
    assert "[x] Care assistant, Sunny House care home" in said
    assert "2019-01 to now, 95 months" in said
    assert "Dropped unread: contact 1, name 1." in said
    assert "Nothing was stored." in said
    assert "Birtwhistle" not in said


def test_json_is_one_document(file: Path) -> None:
    document = json.loads(CliRunner().invoke(cv, [str(file), "--as-of", "2026-11-25", "--json"]).output)
    assert [job["title"] for job in document["jobs"]] == ["Care assistant", "Cleaner"]
    assert document["dropped"] == {"contact": 1, "name": 1}
    assert document["private"]["gaps"] == [{"after": "2015", "before": "2019-01", "months": 36}]
    assert document["stored"] is False
    assert document["pages"] == 1


def test_nothing_is_written(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    monkeypatch.chdir(empty)
    CliRunner().invoke(cv, [str(file)])
    assert list(empty.iterdir()) == []


def test_a_file_that_cannot_be_read_is_an_error_of_ours(tmp_path: Path) -> None:
    path = tmp_path / "cv.pdf"
    path.write_bytes(b"\x89PNG\r\n\x1a\n")
    result = CliRunner().invoke(cv, [str(path)])
    assert isinstance(result.exception, FileError)
