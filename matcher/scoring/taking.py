"""Some rows of a set of columns, or some rows several times over."""

from dataclasses import fields, replace
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from matcher.scoring.candidates import CandidateArrays
from matcher.scoring.vacancies import VacancyArrays

__all__ = ["take", "take_rows"]

Arrays = TypeVar("Arrays", CandidateArrays, VacancyArrays)


def take(arrays: Arrays, rows: NDArray[np.intp]) -> Arrays:
    """The same columns with the rows at `rows`, in that order, each as often as it stands there."""
    return replace(arrays, **{field.name: take_rows(getattr(arrays, field.name), rows) for field in fields(arrays)})


def take_rows(column: Any, rows: NDArray[np.intp]) -> Any:
    """The same of one column: an array, a sparse matrix or a tuple."""
    if isinstance(column, tuple):
        return tuple(column[row] for row in rows)
    return column[rows]
