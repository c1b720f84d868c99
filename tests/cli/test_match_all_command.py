"""`match --all` as a script or an operator meets it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from batch.small_world import put
from matcher.batch.asked import Watcher
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


@pytest.mark.parametrize(
    ("n_kept", "words"),
    [
        (0, "Stopped before any part was kept. The same command begins anew."),
        (1, "Stopped; 1 of 3 parts is kept. The same command goes on from there."),
        (2, "Stopped; 2 of 3 parts are kept. The same command goes on from there."),
    ],
)
def test_who_stops_it_is_told_how_to_go_on(run: Run, monkeypatch: pytest.MonkeyPatch, n_kept: int, words: str) -> None:
    def stopped(_engine: object, _store: object, _request: object, watcher: Watcher) -> None:
        watcher.begin(3, 12)
        watcher.parts(n_kept)
        raise KeyboardInterrupt

    monkeypatch.setattr("matcher.batch.whole.match_stored", stopped)
    code, out, err = run("match", "--all", "--output", "all.parquet")
    assert (code, out) == (1, "")
    assert words in err


def test_the_last_line_says_for_whom_there_are_lists_and_how_long_they_are(run: Run) -> None:
    _, out, _ = run("match", "--all", "--k", "3", "--output", "all.csv", "--as-of", "2026-11-22")
    assert "the best 3 or fewer for each candidate (12) and for each vacancy (8), as of 2026-11-22" in out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--all",), "--output FILE.parquet"),
        (("--all", "--candidate", "C0001", "--output", "a.csv"), "say whom to match"),
        (("--candidate", "C0001", "--output", "a.csv"), "--all --output"),
        (("--candidate", "C0001", "--scheduler", "tcp://here:1"), "--all --output"),
        (("--output", "a.csv"), "--all --output"),
        (("--all", "--output", "a.json"), "neither .parquet nor .csv"),
        (("--all", "--output", "."), "is a folder"),
    ],
)
def test_a_call_that_contradicts_itself_is_one_clear_line(run: Run, arguments: tuple[str, ...], words: str) -> None:
    code, out, err = run("match", *arguments)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert words in err
