"""The folder of a run: parts whole or not at all, known again, had by one run at a time."""

import errno
import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from matcher.batch.folder import RunFolder
from matcher.batch.mark import Mark
from matcher.batch.merging import Entries
from matcher.batch.part_files import PartEntries
from matcher.errors import FileError

MARK = Mark("0.1.0", "baseline-1", "2026-11-22", 20, 100, "abc", "def")


def part(score: float = 61.5) -> PartEntries:
    numbers = np.array([3, 4], dtype=np.int32)
    return Entries(numbers, numbers[::-1].copy(), np.array([score, 7.25])), Entries(numbers, numbers, np.ones(2))


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "matches.parquet"


def test_a_part_is_read_as_it_was_written(output: Path) -> None:
    with RunFolder(output) as folder:
        folder.begin(MARK)
        folder.write(7, part())
        assert folder.finished() == {7}
        for found, wanted in zip(folder.read(7), part(), strict=True):
            assert all((one == other).all() for one, other in zip(found, wanted, strict=True))


def test_a_run_of_the_same_mark_goes_on(output: Path) -> None:
    with RunFolder(output) as folder:
        assert folder.begin(MARK) == []
        folder.write(7, part())
    with RunFolder(output) as folder:
        assert folder.begin(MARK) == []
        assert folder.finished() == {7}


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"records": "abd"}, "the records"),
        ({"model": "other-2"}, "the model"),
        ({"k": 21}, "k"),
        ({"as_of": "2026-11-23"}, "the day it is judged on"),
    ],
)
def test_a_run_of_another_mark_begins_anew_and_says_what_changed(
    output: Path, changed: dict[str, object], said: str
) -> None:
    with RunFolder(output) as folder:
        folder.begin(MARK)
        folder.write(7, part())
    with RunFolder(output) as folder:
        assert folder.begin(replace(MARK, **changed)) == [said]  # type: ignore[arg-type]
        assert folder.finished() == set()


def test_a_part_that_a_disk_has_lost_the_end_of_is_not_done(output: Path) -> None:
    with RunFolder(output) as folder:
        folder.begin(MARK)
        folder.write(7, part())
        (whole,) = folder.path.glob("*.arrow")
        whole.write_bytes(whole.read_bytes()[:-40])
        assert folder.finished() == set()


def test_a_full_disk_is_one_clear_line_and_leaves_no_half_a_part(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with RunFolder(output) as folder:
        folder.begin(MARK)
        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(FileError, match=r"The disk is full: .*000007.arrow .* the same command again"):
            folder.write(7, part())
        assert folder.finished() == set()
        assert {path.name for path in folder.path.iterdir()} == {"lock", "manifest.json"}


def test_two_runs_of_one_output_do_not_get_into_each_others_way(output: Path) -> None:
    with RunFolder(output) as folder:
        folder.begin(MARK)
        with pytest.raises(FileError, match="in use by another run"), RunFolder(output):
            pass
    with RunFolder(output) as folder:
        assert folder.begin(MARK) == []


def test_a_run_that_began_nothing_leaves_nothing(output: Path) -> None:
    with RunFolder(output):
        pass
    assert list(output.parent.iterdir()) == []
