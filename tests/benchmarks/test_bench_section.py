"""What a run of `carematch bench` writes: the tables, and where they go."""

from pathlib import Path

import pytest

from matcher.benchmarks.nationwide.report import report
from matcher.benchmarks.nationwide.running import Outcome
from matcher.benchmarks.nationwide.section import write_section
from matcher.errors import FileError

COST = {"seconds": 2.0, "cpu_seconds": 4.0, "peak_mb": 650.0}
SAME = {"same_lists": True, "points_off": 0.0, "n_other_rows": 0}


def test_ways_are_told_as_ratios_to_the_compiled_way() -> None:
    told = report("M", [Outcome("compiled", COST), Outcome("ball_tree", {**COST, **SAME, "seconds": 25.0})])
    assert "100,000 people and 20,000 vacancies" in told
    assert "| BallTree + NumPy | 25.0 | 4.0 | 12.5 | 650 MB | the same |" in told
    assert "We are 12.5 times as quick as BallTree + NumPy with numba." in told


def test_a_sample_is_said_to_be_one() -> None:
    told = report("L", [Outcome("compiled", COST), Outcome("polars", {**COST, **SAME, "n_sampled": 30_000})])
    assert "about 2.0 | about 4.0 | about 1.0" in told
    assert "30,000 people" in told


def test_lists_that_differ_stand_out() -> None:
    other = {**COST, "same_lists": False, "points_off": 0.5, "n_other_rows": 3}
    assert "**others**: 3 places, off by 0.5 points" in report("S", [Outcome("polars", other)])


def test_a_part_without_figures_says_why() -> None:
    told = report(
        "S", [Outcome("oracle", None, "stopped after 5 minutes"), Outcome("plain", None, "not measured: why")]
    )
    assert "**Samples of both sides by the definitions.** stopped after 5 minutes." in told
    assert "| without numba (ours) | not measured: why |" in told


def test_every_other_part_is_told() -> None:
    growth = {
        "shares": [0.25, 0.5],
        "seconds": [1.0, 2.0],
        "cpu_seconds": [1.0, 2.0],
        "exponent": 1.0,
        "cpu_exponent": 1.0,
    }
    limit = {"n_pairs": 1e6, "seconds": 0.5, "n_pairs_anywhere": 2e6, "seconds_with_anywhere": 1.0}
    cold = {
        f"{stage}_{how}": 1.5
        for stage in ("import", "engine", "ranking", "matching", "whole")
        for how in ("with", "without")
    }
    warm = {
        "ready_seconds": 3.0,
        "vacancies_p50": 0.5,
        "vacancies_p99": 2.0,
        "candidates_p50": 0.6,
        "candidates_p99": 3.0,
    }
    shares = {
        "candidates_a_second": 9_000.0,
        "candidates_share": 0.6,
        "vacancies_a_second": 5_000.0,
        "vacancies_share": 0.5,
    }
    told = report(
        "S",
        [
            Outcome("compiled", COST),
            Outcome("nation", {**COST, "seed": 7}),
            Outcome("growth", growth),
            Outcome("streaming", limit),
            Outcome("cold", {**cold, "n_vacancies": 1_000}),
            Outcome("warm", {**warm, "peak_mb": 900.0}),
            Outcome("imports", shares),
            Outcome("dask", {"n_parts": 30, "one_seconds": 20.0, "two_seconds": 11.0, "times": 1.82}),
        ],
    )
    for part in (
        "seed 7",
        "Exponent 1.00",
        "| 1/4 | 1.00",
        "4.0 and 2.0 times",
        "of 1,000 vacancies",
        "| 0.60 | 3.00 |",
        "| 0.60 |",
    ):
        assert part in told, part
    assert "1.82 times as quick" in told


def test_a_section_takes_the_place_of_the_last_one_and_the_rest_stays(tmp_path: Path) -> None:
    path = tmp_path / "benchmarks.md"
    path.write_text("# Benchmarks\n\nBy hand.\n", encoding="utf-8")
    write_section(path, "S", "small")
    write_section(path, "M", "medium")
    with path.open("a", encoding="utf-8") as file:
        file.write("\n## After\n")
    write_section(path, "S", "small again")
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# Benchmarks\n\nBy hand.\n")
    assert text.endswith("\n## After\n")
    assert "small again" in text
    assert "small\n" not in text
    assert text.index("small again") < text.index("medium")


def test_a_section_without_an_end_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "benchmarks.md"
    path.write_text("", encoding="utf-8")
    write_section(path, "S", "small")
    cut = path.read_text(encoding="utf-8").replace("<!-- end of", "")
    path.write_text(cut, encoding="utf-8")
    with pytest.raises(FileError, match="put it back"):
        write_section(path, "S", "other")
    assert path.read_text(encoding="utf-8") == cut


def test_a_file_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="checkout"):
        write_section(tmp_path / "none.md", "S", "text")
    assert not (tmp_path / "none.md").exists()
