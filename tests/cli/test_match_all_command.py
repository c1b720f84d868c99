"""`match --all` as a script or an operator meets it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from batch.small_world import put
from matcher.cli import main
from matcher.store import Store

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run one command on a database with a few people and vacancies: exit code, output, messages."""
    monkeypatch.chdir(tmp_path)
    url = f"sqlite:///{tmp_path / 'test.db'}"
    monkeypatch.setenv("CAREMATCH_DATABASE_URL", url)
    store = Store(url)
    store.migrate()
    put(store, 12, 8)
    store.close()

    def one(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            main(arguments)
        said = capsys.readouterr()
        return int(left.value.code or 0), said.out, said.err

    return one


def test_one_json_document_says_what_was_written(run: Run) -> None:
    code, out, err = run("match", "--all", "--k", "3", "--output", "all.csv", "--as-of", "2026-11-22", "--json")
    said = json.loads(out)
    assert (code, err) == (0, "")
    assert 0 <= said.pop("seconds_matching") <= said.pop("seconds")
    assert said == {
        "output": "all.csv",
        "engine": {"version": "0.1.0", "model": "baseline-1"},
        "as_of": "2026-11-22",
        "k": 3,
        "candidates": 12,
        "vacancies": 8,
        "rows": len(Path("all.csv").read_text(encoding="utf-8").splitlines()) - 1,
        "parts": said["parts"],
        "parts_kept": 0,
    }


def test_who_stops_it_is_told_how_to_go_on(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("matcher.batch.whole.match_stored", stopped)
    code, out, err = run("match", "--all", "--output", "all.parquet")
    assert (code, out) == (1, "")
    assert "The same command goes on from there." in err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--all",), "--output FILE.parquet"),
        (("--all", "--candidate", "C0001", "--output", "a.csv"), "say whom to match"),
        (("--candidate", "C0001", "--output", "a.csv"), "--all --output"),
        (("--candidate", "C0001", "--scheduler", "tcp://here:1"), "--all --output"),
        (("--all", "--output", "a.json"), "neither .parquet nor .csv"),
    ],
)
def test_a_call_that_contradicts_itself_is_one_clear_line(run: Run, arguments: tuple[str, ...], words: str) -> None:
    code, out, err = run("match", *arguments)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert words in err
