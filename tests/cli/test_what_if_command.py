"""`carematch what-if` as an advisor meets it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from matcher.cli import main

Run = Callable[..., tuple[int, str, str]]

VACANCIES = """id,provider,title,postcode,essential_skills
W1,Rowan House,Care assistant,LS8 2AB,moving and handling; infection control
"""
CANDIDATES = "id,postcode,skills,prior_sector\nP1,LS9 7TF,none,retail\nP2,DH1 3NN,none,retail\n"
ON = ("--as-of", "2026-11-22")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run one command in an empty folder on a new database: exit code, output, messages."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CAREMATCH_DATABASE_URL", f"sqlite:///{tmp_path / 'test.db'}")

    def one(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            main(arguments)
        said = capsys.readouterr()
        return int(left.value.code or 0), said.out, said.err

    return one


@pytest.fixture
def loaded(run: Run, tmp_path: Path) -> Run:
    (tmp_path / "people.csv").write_text(CANDIDATES, encoding="utf-8")
    (tmp_path / "work.csv").write_text(VACANCIES, encoding="utf-8")
    assert run("import", "vacancies", "work.csv")[0] == 0
    assert run("import", "candidates", "people.csv")[0] == 0
    return run


def test_json_is_one_document_with_every_effect(loaded: Run) -> None:
    code, out, _ = loaded("what-if", "--candidate", "P1", *ON, "--json")
    document = json.loads(out)
    assert (code, document["for"]["id"], document["as_of"]) == (0, "P1", "2026-11-22")
    first = document["effects"][0]
    assert first.keys() == {"courses", "title", "weeks", "cost_gbp", "opens", "opened", "sentence", "ready"}
    assert (first["opens"], first["opened"]) == ({"now": 0, "after": 1}, ["W1"])


def test_what_opens_is_said_and_what_does_not_is_counted(loaded: Run) -> None:
    code, out, _ = loaded("what-if", "--candidate", "P1", *ON)
    assert code == 0
    assert "from 0 to 1 vacancy" in out
    assert "would open nothing more by themselves" in " ".join(out.split())


@pytest.mark.parametrize(("area", "people"), [("LS", 1), ("dh1", 1), ("DH10", 0), ("L", 0)])
def test_an_area_is_the_people_whose_postcode_begins_so(loaded: Run, area: str, people: int) -> None:
    code, out, err = loaded("what-if", "--postcode-area", area, *ON, "--json")
    if people:
        assert (code, json.loads(out)["n_candidates"]) == (0, people)
    else:
        assert (code, out) == (2, "")
        assert f"No candidate with a postcode in {area} is stored" in err


def test_which_course_to_buy_is_told_for_everybody(loaded: Run) -> None:
    code, out, _ = loaded("what-if", "--all", *ON)
    assert code == 0
    assert "Which course for these 2 people" in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "say for whom"),
        (("--all", "--candidate", "P1"), "say for whom"),
        (("--candidate", "NOBODY"), "No candidate 'NOBODY' is stored"),
    ],
)
def test_a_call_that_cannot_be_used_is_refused_in_one_line(loaded: Run, arguments: tuple[str, ...], said: str) -> None:
    code, out, err = loaded("what-if", *arguments)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert said in err
