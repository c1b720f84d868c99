"""`carematch pathways`."""

import json
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from matcher.cli import main

Run = Callable[..., tuple[int, str, str]]

PEOPLE = """id,skills,prior_sector,qualifications,dbs_status
P1,customer service,retail,none,none
P2,,,,
"""
DAY = ("--as-of", "2026-11-22")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run one command in an empty folder where two people are stored: exit code, output, messages."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CAREMATCH_DATABASE_URL", f"sqlite:///{tmp_path / 'test.db'}")
    (tmp_path / "people.csv").write_text(PEOPLE, encoding="utf-8")

    def one(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            main(arguments)
        said = capsys.readouterr()
        return int(left.value.code or 0), said.out, said.err

    assert one("import", "candidates", "people.csv")[0] == 0
    return one


def test_pathways_are_one_json_document_with_every_field(run: Run) -> None:
    code, out, _ = run("pathways", "--candidate", "P1", "--target", "activities coordinator", *DAY, "--json")
    found = json.loads(out)
    assert code == 0
    assert (found["for"], found["as_of"]) == ({"kind": "candidate", "id": "P1"}, "2026-11-22")
    assert found["standing"]["role"] == "from-retail"
    first = found["pathways"][0]
    assert {"name", "weeks", "cost_gbp", "earned_gbp", "steps", "opens", "assumptions"} <= first.keys()
    assert {"kind", "title", "weeks", "hours_per_week", "cost_gbp", "gains", "clears", "source"} <= first["steps"][
        0
    ].keys()
    assert first["opens"].keys() == {"now", "after"}
    assert first["weeks"] == max(step["start_week"] + step["weeks"] for step in first["steps"])


def test_the_gap_to_a_target_is_told_with_where_each_skill_can_be_learnt(run: Run) -> None:
    whom = ("--candidate", "P1", "--target", "activities coordinator", *DAY)
    gap = json.loads(run("pathways", *whom, "--json")[1])["gap"]
    out = " ".join(run("pathways", *whom)[1].split())
    assert gap["develop"]
    assert "Skills you may need to develop" in out
    assert all(skill["label"] in out for skill in gap["develop"])
    assert json.loads(run("pathways", "--candidate", "P1", *DAY, "--json")[1])["gap"] is None


def test_printed_pathways_name_every_step_and_point_to_a_benefits_calculator(run: Run) -> None:
    whom = ("--candidate", "P1", "--target", "activities coordinator", *DAY)
    steps = json.loads(run("pathways", *whom, "--json")[1])["pathways"][0]["steps"]
    code, out, _ = run("pathways", *whom)
    assert code == 0
    assert "You are here: Worked in shops or sales" in out
    assert all(step["title"] in out for step in steps)
    assert "https://www.gov.uk/benefits-calculators" in out


def test_without_a_target_the_roles_that_usually_come_next_are_planned(run: Run) -> None:
    code, out, _ = run("pathways", "--candidate", "P2", *DAY, "--json")
    found = json.loads(out)
    assert code == 0
    assert found["target"] is None
    assert found["standing"]["known"] is False
    assert len({pathway["name"] for pathway in found["pathways"]}) == len(found["pathways"]) > 1


def test_somebody_who_is_not_stored_can_be_planned_for(run: Run) -> None:
    code, out, err = run("pathways", "--sector", "retail", "--skills", "underwater knitting", "--target", "care worker")
    assert code == 0
    assert "Pathways for visitor" in out
    assert "underwater knitting" in err


def test_the_first_pathway_is_drawn_with_a_map_beside_it(run: Run, tmp_path: Path) -> None:
    code, out, err = run("pathways", "--candidate", "P2", "--picture", "way.svg", *DAY, "--json")
    first = json.loads(out)["pathways"][0]
    timeline = ET.fromstring((tmp_path / "way.svg").read_text(encoding="utf-8"))  # noqa: S314 - our own picture
    assert code == 0
    assert first["name"] in (timeline[0].text or "")
    assert "You are here" in (tmp_path / "way-map.svg").read_text(encoding="utf-8")
    assert "the first of" in err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), ("--candidate ID", "--postcode")),
        (("--candidate", "P1", "--sector", "retail"), ("say whom to plan for",)),
        (("--candidate", "NOBODY"), ("NOBODY",)),
        (("--candidate", "P1", "--target", "activites manger"), ("activites manger", "Activities manager")),
        (("--candidate", "P1", "--target", ""), ("no role",)),
        (("--candidate", "P1", "--picture", "way.png"), ("way.png", ".svg")),
        (("--candidate", "P1", "--picture", "nowhere/way.svg"), ("nowhere/way", "folder")),
        (("--sector", "piracy"), ("piracy", "retail")),
    ],
)
def test_a_call_that_cannot_be_used_is_one_clear_line(
    run: Run, arguments: tuple[str, ...], words: tuple[str, ...]
) -> None:
    code, out, err = run("pathways", *arguments)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert all(word in err for word in words)
