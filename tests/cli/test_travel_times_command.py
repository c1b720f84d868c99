"""A programme's measured travel times on the command line."""

import json
from pathlib import Path

import pytest

from matcher.cli import main

TIMES = """Origin sector;Destination sector;Mode;Minutes
LS9 7;LS8 2;bus;24,5
LS9 7;LS8 2;bus;21
LS9;LS8 2;car;9
"""
MAPPING = {"minutes": "Door to door"}


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    return int(left.value.code or 0), capsys.readouterr().out


@pytest.fixture(autouse=True)
def _new_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CAREMATCH_DATABASE_URL", f"sqlite:///{tmp_path / 'test.db'}")


def test_travel_times_are_imported_in_part_with_the_bad_rows_given_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "times.csv").write_text(TIMES, encoding="utf-8")
    code, out = said(capsys, "import", "travel-times", "times.csv", "--json")
    summary = json.loads(out)
    assert code == 1
    assert (summary["kind"], summary["read"], summary["added"], summary["rejected"]) == ("travel-times", 3, 1, 2)
    assert Path(summary["rejects"]).is_file()


def test_a_mapping_of_columns_is_taken_and_a_match_goes_by_what_was_measured(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "times.csv").write_text("from,to,mode,Door to door\nLS9 7,LS8 2,bus,21\n", encoding="utf-8")
    (tmp_path / "map.json").write_text(json.dumps(MAPPING), encoding="utf-8")
    (tmp_path / "people.csv").write_text("id,postcode,travel_mode\nP1,LS9 7TF,bus\n", encoding="utf-8")
    (tmp_path / "work.csv").write_text("id,title,postcode\nW1,Care assistant,LS8 2AB\n", encoding="utf-8")
    assert said(capsys, "import", "travel-times", "times.csv", "--columns", "map.json")[0] == 0
    assert said(capsys, "import", "candidates", "people.csv")[0] == 0
    assert said(capsys, "import", "vacancies", "work.csv")[0] == 0
    match = json.loads(said(capsys, "match", "--candidate", "P1", "--json")[1])["matches"][0]
    assert match["travel_minutes"] == 21.0
    assert any("measured between the two postcode sectors" in item["reason"] for item in match["contributions"])
