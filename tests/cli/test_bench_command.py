"""`carematch bench`: what it prints, writes and refuses; what is measured is measured elsewhere."""

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from matcher.benchmarks import nationwide
from matcher.benchmarks.nationwide import Outcome
from matcher.cli.bench import bench

COST = {"seconds": 2.0, "cpu_seconds": 4.0, "peak_mb": 650.0}


@pytest.fixture
def outcomes(monkeypatch: pytest.MonkeyPatch) -> list[Outcome]:
    """What the parts come to."""
    given = [Outcome("nation", {**COST, "seed": 7}), Outcome("compiled", COST)]

    def run_parts(scale: str, say: Callable[[str], None], only: Sequence[str]) -> Iterator[Outcome]:
        say(f"{scale} {only}")
        yield from given

    monkeypatch.setattr(nationwide, "run_parts", run_parts)
    return given


def run(*arguments: str) -> Result:
    return CliRunner().invoke(bench, arguments, standalone_mode=False)


@pytest.mark.usefixtures("outcomes")
def test_tables_go_to_standard_output_and_progress_to_standard_error() -> None:
    result = run("--scale", "M")
    assert result.return_value == 0
    assert result.stdout.startswith("### Scale M")
    assert result.stderr == "M ()\n"


@pytest.mark.usefixtures("outcomes")
def test_one_document_of_figures_is_printed_for_programs() -> None:
    assert json.loads(run("--json").stdout) == {"nation": {**COST, "seed": 7}, "compiled": COST}


def test_a_part_that_fails_ends_in_exit_code_1_with_the_others_told(outcomes: list[Outcome]) -> None:
    outcomes.append(Outcome("oracle", None, "not measured: why"))
    result = run()
    assert result.return_value == 1
    assert "not measured: why" in result.stdout
    assert "| compiled, all cores (ours) | 2.0 |" in result.stdout


@pytest.mark.usefixtures("outcomes")
def test_the_section_is_written_after_every_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "benchmarks.md").write_text("# Benchmarks\n", encoding="utf-8")
    written: list[str] = []
    monkeypatch.setattr(nationwide, "write_section", lambda _path, _scale, text: written.append(text))
    run("--write")
    assert ["compiled" in text for text in written] == [False, True]


@pytest.mark.usefixtures("outcomes")
def test_part_of_a_section_is_never_written() -> None:
    assert "leave --only out" in str(run("--write", "--only", "oracle").exception)


@pytest.mark.usefixtures("outcomes")
def test_an_unknown_part_is_refused_with_those_there_are() -> None:
    said = str(run("--only", "speed").exception)
    assert "no part 'speed'" in said
    assert "oracle" in said
