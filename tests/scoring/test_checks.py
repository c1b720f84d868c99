"""Columns of other programs are held against what the columns are said to be."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_matrix

from matcher import Candidate, CandidateArrays, Vacancy, VacancyArrays
from matcher.errors import InputError
from matcher.scoring import check_columns
from strategies import AS_OF, candidates, shipped_taxonomy, vacancies

PEOPLE = [Candidate(id=name, skills=("cooking",), about="I cook") for name in "AB"]
WORK = [Vacancy(id=name, title="Cook") for name in "VW"]


def people(**wrong: object) -> CandidateArrays:
    return replace(CandidateArrays.from_records(PEOPLE, shipped_taxonomy(), AS_OF), **wrong)


def work(**wrong: object) -> VacancyArrays:
    return replace(VacancyArrays.from_records(WORK, shipped_taxonomy()), **wrong)


def refuses(columns: CandidateArrays | VacancyArrays, because: str) -> None:
    with pytest.raises(InputError, match=because):
        check_columns(columns, shipped_taxonomy())


@given(st.lists(candidates(), max_size=3), st.lists(vacancies(), max_size=3))
def test_columns_made_of_records_are_sound(some: list, others: list) -> None:
    check_columns(CandidateArrays.from_records(some, shipped_taxonomy(), AS_OF), shipped_taxonomy())
    check_columns(VacancyArrays.from_records(others, shipped_taxonomy()), shipped_taxonomy())


def test_a_list_is_no_column() -> None:
    refuses(people(pay_min=[12.0, 13.0]), r"pay_min is a list: make it a NumPy array of float64")


def test_a_column_of_another_type_is_refused() -> None:
    refuses(people(easting_m=np.zeros(2, dtype=np.float32)), "easting_m is of float32: make it one of float64")


def test_a_column_of_another_length_is_refused() -> None:
    refuses(work(live_in=np.zeros(3, dtype=bool)), r"live_in is of shape \(3,\): it should be \(2,\)")


def test_a_column_of_another_width_is_refused() -> None:
    refuses(people(week=np.zeros((2, 5), dtype=np.uint64)), r"week is of shape \(2, 5\): it should be \(2, 11\)")


def test_skills_of_another_taxonomy_are_refused() -> None:
    refuses(work(essential=csr_matrix((2, 9), dtype=np.int32)), "essential is of shape .* columns of the taxonomy")


def test_a_dense_matrix_of_skills_is_refused() -> None:
    refuses(people(credits=people().credits.toarray()), "credits is no scipy.sparse.csr_matrix of int32")


def test_a_sparse_matrix_that_contradicts_itself_is_refused() -> None:
    broken = people().credits.copy()
    broken.indices[:] = 10**6
    refuses(people(credits=broken), "credits contradicts itself")


def test_a_credit_above_100_is_refused_even_where_it_is_the_sum_of_two() -> None:
    whole = people().credits
    twice = csr_matrix((np.repeat(whole.data, 2), np.repeat(whole.indices, 2), whole.indptr * 2), shape=whole.shape)
    refuses(people(credits=twice), "credits holds values from .* to 200: they lie from 0 to 100")


def test_words_are_there_or_not() -> None:
    refuses(people(texts=people().texts * 2), "texts holds values from 2 to 2: they lie from 0 to 1")


def test_a_rota_is_wanted_for_every_vacancy() -> None:
    refuses(work(any_of=work().any_of[:1]), "any_of has 1 entries: it should have 2")


def test_a_rota_of_another_kind_is_refused() -> None:
    refuses(work(any_of=(np.zeros((1, 11)), np.zeros((1, 11)))), r"any_of\[0\] is no array of uint64")


def test_a_code_outside_its_vocabulary_is_refused() -> None:
    refuses(people(travel_mode=np.array([0, 9], dtype=np.int8)), r"travel_mode\[1\] is 9: codes lie from -1 to 3")
    refuses(work(qualification_subject=np.array([0, -1])), r"qualification_subject\[1\] is -1: codes lie from 0")


def test_numbers_that_are_not_finite_are_taken_as_they_are() -> None:
    check_columns(people(easting_m=np.array([np.nan, np.inf]), blur_km=np.array([-1.0, np.inf])), shipped_taxonomy())
