"""Columns held equal to the bit: types, shapes, order, and what NaN is made of."""

from dataclasses import fields
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix


def differences(one: Any, other: Any) -> list[str]:
    """Names of the columns in which two sets differ in anything."""
    assert type(one) is type(other)
    return [field.name for field in fields(one) if _told(getattr(one, field.name)) != _told(getattr(other, field.name))]


def _told(column: Any) -> Any:
    if isinstance(column, csr_matrix):
        return "sparse", column.shape, *map(_told, (column.data, column.indices, column.indptr))
    if isinstance(column, tuple):
        return tuple(map(_told, column))
    assert isinstance(column, np.ndarray)
    kept = [(type(item), item) for item in column] if column.dtype == object else column.tobytes()
    return column.dtype, column.shape, kept
