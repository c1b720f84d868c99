"""The import is measured on a sheet that lands whole, against the very rows that came of it."""

import csv
from pathlib import Path

import numpy as np
import pytest

from matcher.benchmarks.importing import import_against_bare_insert
from matcher.benchmarks.national_sheets import write_sheet
from matcher.importers.candidates import CANDIDATE_COLUMNS
from matcher.importers.vacancies import VACANCY_COLUMNS
from matcher.store import Store

COLUMNS = {"candidates": CANDIDATE_COLUMNS, "vacancies": VACANCY_COLUMNS}


@pytest.mark.parametrize("kind", COLUMNS)
def test_every_row_lands_and_the_database_is_left_as_it_was(tmp_path: Path, kind: str) -> None:
    store = Store(f"sqlite:///{tmp_path}/carematch.db")
    store.migrate()
    ratio = import_against_bare_insert(kind, 300, store.url, np.random.default_rng(3))
    assert (ratio.baseline, ratio.measured) == (f"a bare insert of 300 {kind}", "their import from CSV")
    assert ratio.times_faster > 0
    assert store.candidate_ids() | store.vacancy_ids() == set()
    store.close()


@pytest.mark.parametrize("kind", COLUMNS)
def test_a_sheet_is_the_same_for_the_same_seed_and_no_two_rows_are_alike(tmp_path: Path, kind: str) -> None:
    one, same, other = (tmp_path / name for name in ("one.csv", "same.csv", "other.csv"))
    for path, seed in ((one, 1), (same, 1), (other, 2)):
        write_sheet(kind, 400, path, np.random.default_rng(seed))
    assert one.read_bytes() == same.read_bytes() != other.read_bytes()
    with one.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    assert tuple(header) == COLUMNS[kind]
    assert len({tuple(row[1:]) for row in rows}) == len(rows) == 400
