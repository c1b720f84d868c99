"""Columns written to a file and read back."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matcher.domain import Candidate, Vacancy
from matcher.errors import FileError, InputError
from matcher.scoring import CandidateArrays, VacancyArrays
from matcher.scoring.saved import load_candidates, load_vacancies, save_columns
from same_columns import differences
from strategies import AS_OF, candidates, shipped_taxonomy, vacancies

few = settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])


def columns(*people: Candidate) -> CandidateArrays:
    return CandidateArrays.from_records(people, shipped_taxonomy(), AS_OF)


@few
@given(st.lists(candidates(), max_size=3))
def test_people_come_back_equal_to_the_bit(tmp_path: Path, people: list[Candidate]) -> None:
    save_columns(columns(*people), tmp_path / "people.parquet")
    assert differences(load_candidates(tmp_path / "people.parquet"), columns(*people)) == []


@few
@given(st.lists(vacancies(), max_size=3))
def test_work_comes_back_equal_to_the_bit(tmp_path: Path, work: list[Vacancy]) -> None:
    sent = VacancyArrays.from_records(work, shipped_taxonomy())
    save_columns(sent, tmp_path / "work.parquet")
    assert differences(load_vacancies(tmp_path / "work.parquet"), sent) == []


def test_numbers_that_are_out_of_the_ordinary_come_back(tmp_path: Path) -> None:
    sent = columns(Candidate(id="A"), Candidate(id="B"))
    sent = replace(sent, ids=np.array([7, -1], dtype=object), pay_min=np.array([-0.0, np.inf]))
    save_columns(sent, tmp_path / "people.parquet")
    assert differences(load_candidates(tmp_path / "people.parquet"), sent) == []


def test_other_programs_can_read_the_file(tmp_path: Path) -> None:
    save_columns(columns(Candidate(id="A", skills="patience"), Candidate(id="B")), tmp_path / "people.parquet")
    frame = pd.read_parquet(tmp_path / "people.parquet")
    assert frame["ids"].tolist() == ["A", "B"]
    assert len(frame["credits_at"][0]) == len(frame["credits_value"][0]) > 0


def test_ids_that_a_file_would_change_are_refused(tmp_path: Path) -> None:
    sent = replace(columns(Candidate(id="A"), Candidate(id="B")), ids=np.array(["A", 2], dtype=object))
    with pytest.raises(InputError, match="ids holds int, str"):
        save_columns(sent, tmp_path / "people.parquet")


def test_the_file_of_the_other_side_is_refused(tmp_path: Path) -> None:
    save_columns(columns(Candidate(id="A")), tmp_path / "people.parquet")
    with pytest.raises(FileError, match="holds CandidateArrays, not VacancyArrays"):
        load_vacancies(tmp_path / "people.parquet")


@pytest.mark.parametrize("content", [None, b"no Parquet", b""])
def test_what_is_no_file_of_columns_is_refused(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "people.parquet"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(FileError, match="holds no columns that carematch has saved"):
        load_candidates(path)


def test_a_table_of_somebody_else_is_refused(tmp_path: Path) -> None:
    pd.DataFrame({"ids": ["A"]}).to_parquet(tmp_path / "people.parquet")
    with pytest.raises(FileError, match="holds no columns that carematch has saved"):
        load_candidates(tmp_path / "people.parquet")
