"""Columns that another program has made, held against what the columns are said to be."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, get_args, get_type_hints

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from matcher.domain import Contract, DbsLevel, DbsStatus, PayNote, RightToWork, TravelMode
from matcher.errors import InputError
from matcher.likeness.texts import text_vectors
from matcher.scoring.candidates import CandidateArrays
from matcher.scoring.encode import UNKNOWN, WEEK_WORDS
from matcher.scoring.evidence import FULL_CREDIT
from matcher.scoring.needs import qualification_subjects
from matcher.scoring.vacancies import VacancyArrays
from matcher.taxonomy import Taxonomy

__all__ = ["check_columns"]

Columns = CandidateArrays | VacancyArrays

_MOST_IN: Mapping[str, int] = {"credits": FULL_CREDIT, "texts": 1}
"""The most that one entry of a sparse column may be."""


def check_columns(columns: Columns, taxonomy: Taxonomy) -> None:
    """Refuse columns whose lengths, types, widths or codes are not those that their docstring gives.

    Numbers are taken as they are: what is not finite, or below 0, is scored as the definitions have it.

    Raises
    ------
    InputError
        Which column, what it is, and what it should be.
    """
    hints = get_type_hints(type(columns))
    for field in fields(columns):
        name = f"{type(columns).__name__}.{field.name}"
        column, hint = getattr(columns, field.name), hints[field.name]
        if hint is csr_matrix:
            _check_sparse(name, column, (len(columns), _widths(taxonomy)[field.name]))
        elif isinstance(column, tuple):
            _check_shifts(name, column, len(columns))
        else:
            width = _widths(taxonomy).get(field.name)
            _check_array(name, column, _dtype(hint), (len(columns),) if width is None else (len(columns), width))
    for code, (least, most) in _codes(taxonomy).items():
        if hasattr(columns, code):
            _check_codes(f"{type(columns).__name__}.{code}", getattr(columns, code), least, most)


def _widths(taxonomy: Taxonomy) -> Mapping[str, int]:
    n_skills = len(taxonomy.skills)
    return {
        "week": WEEK_WORDS,
        "carry_over": len(taxonomy.role_families) + 1,
        "qualification_levels": len(qualification_subjects(taxonomy)),
        "credits": n_skills,
        "essential": n_skills,
        "optional": n_skills,
        "texts": text_vectors(()).shape[1],
    }


def _codes(taxonomy: Taxonomy) -> Mapping[str, tuple[int, int]]:
    """The least and the most that a code may be."""
    vocabularies = {
        "travel_mode": TravelMode,
        "dbs": DbsStatus,
        "right_to_work": RightToWork,
        "contract": Contract,
        "pay_note": PayNote,
        "dbs_level": DbsLevel,
    }
    return {
        **{name: (UNKNOWN, len(words) - 1) for name, words in vocabularies.items()},
        "licence": (UNKNOWN, 1),
        "vehicle": (UNKNOWN, 1),
        "family": (UNKNOWN, len(taxonomy.role_families) - 1),
        "qualification_subject": (0, len(qualification_subjects(taxonomy)) - 1),
    }


def _dtype(hint: Any) -> np.dtype[Any]:
    """The type of the entries of an ``NDArray[…]``."""
    dtype: np.dtype[Any] = np.dtype(get_args(get_args(hint)[1])[0])
    return dtype


def _check_array(name: str, column: Any, dtype: np.dtype[Any], shape: tuple[int, ...]) -> None:
    if not isinstance(column, np.ndarray):
        raise InputError(f"{name} is a {type(column).__name__}: make it a NumPy array of {dtype} and shape {shape}.")
    if column.dtype != dtype:
        raise InputError(f"{name} is of {column.dtype}: make it one of {dtype}, for example by astype.")
    if column.shape != shape:
        raise InputError(f"{name} is of shape {column.shape}: it should be {shape}, one row for each of ids.")


def _check_sparse(name: str, column: Any, shape: tuple[int, int]) -> None:
    if not isinstance(column, csr_matrix) or column.dtype != np.int32:
        raise InputError(f"{name} is no scipy.sparse.csr_matrix of int32: make it one, of shape {shape}.")
    if column.shape != shape:
        raise InputError(f"{name} is of shape {column.shape}: it should be {shape}, with the columns of the taxonomy.")
    try:
        column.check_format(full_check=True)
    except ValueError as error:
        raise InputError(f"{name} contradicts itself ({error}): build it anew.") from error
    data, most = _summed(column).data, _MOST_IN.get(name.split(".")[1], np.iinfo(np.int32).max)
    if len(data) and not (data.min() >= 0 and data.max() <= most):
        raise InputError(f"{name} holds values from {data.min()} to {data.max()}: they lie from 0 to {most}.")


def _summed(matrix: csr_matrix) -> csr_matrix:
    """The matrix with every entry once."""
    if matrix.has_canonical_format:
        return matrix
    once = matrix.copy()
    once.sum_duplicates()
    return once


def _check_shifts(name: str, column: tuple[Any, ...], n_rows: int) -> None:
    if len(column) != n_rows:
        raise InputError(f"{name} has {len(column)} entries: it should have {n_rows}, one for each of ids.")
    for row, shifts in enumerate(column):
        if not (isinstance(shifts, np.ndarray) and shifts.dtype == np.uint64 and shifts.shape[1:] == (WEEK_WORDS,)):
            raise InputError(f"{name}[{row}] is no array of uint64 and shape (n_shifts, {WEEK_WORDS}): make it one.")


def _check_codes(name: str, column: NDArray[Any], least: int, most: int) -> None:
    odd = np.flatnonzero((column < least) | (column > most))
    if len(odd):
        raise InputError(f"{name}[{odd[0]}] is {column[odd[0]]}: codes lie from {least} to {most}.")
