"""`carematch evaluate`: what it prints, and what it says where there is nothing to measure with."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from matcher.cli.evaluate import _SETS, evaluate_judgements
from matcher.errors import FileError
from matcher.judging import SETS


class StubEngine:
    """An engine that reads titles and nothing else, loaded from nowhere."""

    class model:  # noqa: N801 - stands for an object
        name = "baseline-1"

    @classmethod
    def load(cls, **_options: object) -> "StubEngine":
        return cls()


@pytest.fixture
def titles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "judgements" / "job_titles"
    folder.mkdir(parents=True)
    (folder / "queries.tsv").write_text("Cook\tCook\n", encoding="utf-8")
    (folder / "corpus_documents.tsv").write_text("Chef\tPastry cook\nClerk\tClerk\n", encoding="utf-8")
    (folder / "qrels.tsv").write_text("Cook\t0\tChef\t1\n", encoding="utf-8")
    monkeypatch.setenv("CAREMATCH_REAL_DATA", str(tmp_path))
    monkeypatch.delenv("CAREMATCH_ENCODER", raising=False)
    monkeypatch.setattr("matcher.engine.Engine", StubEngine)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(evaluate_judgements, arguments)


def test_the_sets_that_can_be_chosen_are_those_that_can_be_measured() -> None:
    assert _SETS == SETS


@pytest.mark.usefixtures("titles")
def test_one_json_document_goes_to_standard_output_and_progress_to_standard_error() -> None:
    outcome = run("--json")
    document = json.loads(outcome.stdout)
    assert set(document) == {"judgements", "rows", "comparisons", "engine", "skipped", "notes"}
    assert document["judgements"] == ["job-titles"]
    assert document["engine"]["model"] == "baseline-1"
    assert set(document["rows"][0]) == {"judgements", "slice", "n", "method", "metric", "value", "low", "high"}
    assert "job titles: BM25" in outcome.stderr


@pytest.mark.usefixtures("titles")
def test_a_table_has_a_method_a_line_and_says_what_was_skipped() -> None:
    outcome = run("--only", "job-titles")
    assert "word TF-IDF      │ 1.000 [1.000–1.000]" in outcome.stdout
    assert "the engine has no compare_titles" in outcome.stdout


def test_without_real_data_it_says_what_to_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CAREMATCH_REAL_DATA", raising=False)
    outcome = run()
    assert isinstance(outcome.exception, FileError)
    assert "CAREMATCH_REAL_DATA is not set" in str(outcome.exception)


def test_a_folder_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CAREMATCH_REAL_DATA", str(tmp_path / "gone"))
    assert "gone, which is not a folder" in str(run().exception)
