"""The command line as a script or an advisor meets it."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from matcher.cli import main

Run = Callable[..., tuple[int, str, str]]


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


CANDIDATES = """id,name,contact,postcode,skills,prior_sector,shifts
P1,Ada Lovelace,ada@example.org,LS9 7TF,customer service; food hygiene,retail,mon-fri early
P2,Bo Peep,bo@example.org,LS99 9ZZ,teamwork,,
P3,,,LS8 2AB,,,
"""
VACANCIES = """id,provider,title,postcode,essential_skills,shifts_any_of,pay_min_gbp_per_hour
W1,Rowan House,Care assistant,LS8 2AB,personal care; teamwork,mon-sun early; mon-sun late,12.9
W2,Rowan House,Kitchen assistant,LS9 8AA,food hygiene,mon-fri early,12.8
"""

_PERSON, _WORK = ("--candidate", "P1"), ("--vacancy", "W1")


@pytest.fixture
def loaded(run: Run, tmp_path: Path) -> Run:
    (tmp_path / "people.csv").write_text(CANDIDATES, encoding="utf-8")
    (tmp_path / "work.csv").write_text(VACANCIES, encoding="utf-8")
    assert run("import", "vacancies", "work.csv")[0] == 0
    assert run("import", "candidates", "people.csv")[0] == 1
    return run


def test_init_is_safe_to_repeat(run: Run) -> None:
    assert run("init")[0] == 0
    assert run("init")[0] == 0


def test_an_import_prints_one_json_document_that_adds_up(run: Run, tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text(CANDIDATES, encoding="utf-8")
    code, out, _ = run("import", "candidates", "people.csv", "--rejects", "bad.csv", "--json")
    summary = json.loads(out)
    assert code == 1
    assert (summary["read"], summary["added"], summary["rejected"]) == (3, 2, 1)
    assert summary["read"] == summary["added"] + summary["updated"] + summary["unchanged"] + summary["rejected"]
    assert Path(summary["rejects"]) == Path("bad.csv")
    assert "LS99 9ZZ" in (tmp_path / "bad.csv").read_text(encoding="utf-8")


def test_importing_again_changes_nothing(loaded: Run) -> None:
    summary = json.loads(loaded("import", "vacancies", "work.csv", "--json")[1])
    assert (summary["added"], summary["updated"], summary["unchanged"]) == (0, 0, 2)


def test_columns_with_other_names_can_be_mapped(run: Run, tmp_path: Path) -> None:
    (tmp_path / "sheet.csv").write_text("Ref;Home\nA1;LS9 7TF\n", encoding="utf-8")
    (tmp_path / "map.json").write_text('{"id": "Ref", "postcode": "Home"}', encoding="utf-8")
    code, out, _ = run("import", "candidates", "sheet.csv", "--columns", "map.json", "--json")
    assert (code, json.loads(out)["added"]) == (0, 1)


def test_a_suggested_mapping_is_shown_saved_and_used(run: Run, tmp_path: Path) -> None:
    (tmp_path / "sheet.csv").write_text("Ref;Post code;Star sign\nA1;LS9 7TF;Leo\n", encoding="utf-8")
    code, out, _ = run("columns", "candidates", "sheet.csv", "--output", "map.json")
    assert code == 0
    assert "Post code" in out
    assert "Not read: Star sign" in out
    mapping = json.loads((tmp_path / "map.json").read_text(encoding="utf-8"))
    assert mapping["postcode"] == "Post code"
    assert json.loads(run("import", "candidates", "sheet.csv", "--columns", "map.json", "--json")[1])["added"] == 1


def test_a_ranking_for_a_stored_candidate_has_the_promised_shape(loaded: Run) -> None:
    code, out, _ = loaded("match", "--candidate", "P1", "--as-of", "2026-11-22", "--json")
    ranking = json.loads(out)
    assert code == 0
    assert ranking["for"] == {"kind": "candidate", "id": "P1"}
    assert ranking["as_of"] == "2026-11-22"
    assert ranking["engine"] == {"version": "0.1.0", "model": "baseline-1"}
    assert ranking["n_considered"] == 2
    best = ranking["matches"][0]
    assert {"rank", "vacancy", "candidate", "title", "provider", "score", "score_low", "score_high", "distance_km",
            "travel_minutes", "contributions", "gates", "skills"} <= set(best)  # fmt: skip
    assert sum(c["contribution"] for c in best["contributions"]) == pytest.approx(best["score"], abs=1e-9)
    assert {"feature", "value", "weight", "contribution", "known", "reason"} <= set(best["contributions"][0])
    assert {"gate", "outcome", "reason", "days", "cost_gbp", "paid_by"} <= set(best["gates"][0])
    assert set(best["skills"]) == {"held", "near", "missing"}


def test_the_kitchen_comes_first_for_somebody_with_food_hygiene_next_door(loaded: Run) -> None:
    ranking = json.loads(loaded("match", "--candidate", "P1", "--as-of", "2026-11-22", "--json")[1])
    assert [match["vacancy"] for match in ranking["matches"]] == ["W2", "W1"]


def test_a_ranking_for_a_vacancy_names_candidates_by_id_only(loaded: Run) -> None:
    code, out, _ = loaded("match", "--vacancy", "W1", "--json")
    assert code == 0
    assert json.loads(out)["for"] == {"kind": "vacancy", "id": "W1"}
    assert "Lovelace" not in out
    assert "example.org" not in out


def test_another_name_and_contact_leave_every_ranking_byte_identical(loaded: Run, tmp_path: Path) -> None:
    before = [loaded("match", *whom, "--as-of", "2026-11-22", "--json")[1] for whom in (_PERSON, _WORK)]
    renamed = CANDIDATES.replace("Ada Lovelace,ada@example.org", "Mohammed Khan,07700 900123")
    (tmp_path / "people.csv").write_text(renamed, encoding="utf-8")
    assert json.loads(loaded("import", "candidates", "people.csv", "--json")[1])["updated"] == 1
    assert [loaded("match", *whom, "--as-of", "2026-11-22", "--json")[1] for whom in (_PERSON, _WORK)] == before


def test_somebody_who_is_not_stored_can_be_matched(loaded: Run) -> None:
    person = ("--postcode", "LS9 7TF", "--skills", "food hygiene; underwater knitting", "--sector", "retail")
    code, out, err = loaded("match", *person, "--as-of", "2026-11-22")
    assert code == 0
    assert "Kitchen assistant, Rowan House" in out
    assert "Ask next:" in out
    assert "underwater knitting" in err


def test_a_printed_ranking_says_what_is_approximate(loaded: Run) -> None:
    assert "Approximate" in loaded("match", "--postcode", "LS9", "--as-of", "2026-11-22")[1]


def one_line(message: str, *words: str) -> None:
    assert message.startswith("carematch: ")
    assert message.count("\n") == 1
    for word in words:
        assert word in message


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("match", "--candidate", "NOBODY"), ("NOBODY",)),
        (("match", "--vacancy", "NOTHING"), ("NOTHING",)),
        (("match",), ("--candidate ID", "--vacancy ID")),
        (("match", "--candidate", "P1", "--vacancy", "W1"), ("say whom to match",)),
        (("match", "--postcode", "ZZ1 1ZZ"), ("ZZ1 1ZZ",)),
        (("match", "--postcode", "JE2 3AB"), ("Jersey",)),
        (("match", "--postcode", " "), ("say whom to match",)),
        (("match", "--skills", "caf\udce9"), ("not readable text",)),
        (("import", "candidates", "people.csv", "--rejects", "people.csv"), ("would be overwritten",)),
        (("match", "--sector", "piracy"), ("piracy", "retail")),
        (("match", "--candidate", "P1", "--as-of", "22/11/26"), ("22/11/26", "2026-11-22")),
        (("match", "--candidate", "P1", "--k", "0"), ("0",)),
        (("import", "candidates", "missing.csv"), ("missing.csv",)),
        (("import", "candidates", "."), ("folder",)),
        (("import", "spells", "people.csv"), ("spells",)),
        (("import", "candidates", "people.csv", "--columns", "nowhere.json"), ("nowhere.json",)),
        (("sing",), ("sing",)),
    ],
)
def test_a_call_that_cannot_be_used_is_one_clear_line(
    loaded: Run, arguments: tuple[str, ...], words: tuple[str, ...]
) -> None:
    code, out, err = loaded(*arguments)
    assert (code, out) == (2, "")
    one_line(err, *words)


def test_a_database_that_cannot_be_reached_is_one_clear_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAREMATCH_DATABASE_URL", "sqlite:////proc/nowhere/x.db")
    code, _, err = run("init")
    assert code == 2
    one_line(err)


def test_the_demo_prints_an_explained_answer_and_can_be_repeated(run: Run) -> None:
    first, again = run("demo"), run("demo", "--fresh")
    assert first[0] == again[0] == 0
    assert first[1] == again[1]
    assert "Vacancies for C003" in first[1]
    assert "essential skills:" in first[1]


def test_asking_for_help_loads_nothing_heavy() -> None:
    code = "import sys, matcher.cli\nprint(sorted({'pandas', 'sklearn', 'scipy', 'flask'} & set(sys.modules)))"
    heavy = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert heavy.strip() == "[]"
