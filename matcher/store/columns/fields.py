"""Fields of a record from the columns of a row as the driver gives them."""

import json
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import sqlalchemy as sa
from numpy.typing import NDArray

from matcher.domain import Place, PlacePrecision
from matcher.store.tables import CandidateRow, VacancyRow

__all__ = ["KIND_OF_PLACE", "numbers", "read_fields"]

KIND_OF_PLACE = "place"
"""A field beside those of the row: precision, radius and country of a place, or None where there is none."""


def read_fields(row: Mapping[str, Any]) -> dict[str, Any]:
    """Fields of a record: lists out of their text, and of a place all but where it is."""
    return {name: value if value is None else _READ.get(name, _as_it_is)(value) for name, value in row.items()}


def numbers(values: list[float | None]) -> NDArray[np.float64]:
    """Numbers, NaN where unknown."""
    return np.array(values, dtype=np.float64)  # None is no number, and NumPy says so


def _as_it_is(value: Any) -> Any:
    return value


def _place(kind: tuple[str, float, str]) -> Place:
    precision, radius_km, country = kind
    return Place("", 0.0, 0.0, 0.0, 0.0, PlacePrecision(precision), radius_km, country)


_READ: Mapping[str, Callable[[Any], Any]] = {
    **{
        column.name: json.loads
        for row_type in (CandidateRow, VacancyRow)
        for column in row_type.__table__.columns
        if isinstance(column.type, sa.JSON)
    },
    KIND_OF_PLACE: _place,
}
