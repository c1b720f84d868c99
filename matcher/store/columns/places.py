"""Where stored rows are: read off their columns, and looked up where a postcode or area was stored without a place."""

from collections.abc import Callable, Iterable, Mapping
from sys import intern
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from matcher.domain import Candidate, Place, Vacancy
from matcher.errors import PostcodeUnplacedError
from matcher.geography import label_sector
from matcher.scoring.settle import each_settled
from matcher.store.columns.chunks import Chunk
from matcher.store.columns.distinct import Group
from matcher.store.columns.fields import KIND_OF_PLACE, numbers, read_fields
from matcher.store.records import place_values

__all__ = ["Nowhere", "columns_read", "sectors", "settle_places", "whole_columns"]

Record = TypeVar("Record", Candidate, Vacancy)

_PLACE_COLUMNS = (
    "postcode",
    "place_label",
    "place_lat",
    "place_easting_m",
    "place_northing_m",
    "place_precision",
    "place_radius_km",
    "place_country",
)
"""Columns of a row that are read for its place."""

_COORDINATES = ("easting_m", "northing_m")
_ASKED = ("postcode", "area")
_WITH = ("id", "postcode", "area", "place_kind")


def columns_read(groups: Iterable[Group], *others: str) -> tuple[str, ...]:
    """Names of the columns of a row that are read: id, place, the fields of groups, and others; each once."""
    grouped = (name for group in groups for name in group.fields if name != KIND_OF_PLACE)
    return tuple(dict.fromkeys(("id", *_PLACE_COLUMNS, *grouped, *others)))


class Nowhere:
    """Stands in for a gazetteer where nothing is looked up."""

    def locate(self, text: str) -> Place:
        """Knows no place."""
        raise PostcodeUnplacedError(f"'{text}' cannot be placed without a gazetteer: give one.")


def settle_places(chunk: Chunk, kind: type[Record], settle: Callable[[Record], Record]) -> None:
    """Give rows that say where they are, and have no place, the place that they settle at.

    Raises
    ------
    PlaceError
        Of the first that cannot be found, with its id.
    """
    asked = [chunk[name] for name in _ASKED if name in chunk]
    without = [row for row, lat in enumerate(chunk["place_lat"]) if lat is None and any(said[row] for said in asked)]
    names = [name for name in _WITH if name in chunk]
    records = (kind(**read_fields({name: chunk[name][row] for name in names})) for row in without)
    for row, record in zip(without, each_settled(records, settle), strict=True):
        for name, value in place_values(record.place).items():
            if name in chunk:
                chunk[name][row] = value


def whole_columns(chunk: Chunk, fields: Mapping[str, str]) -> dict[str, Any]:
    """Ids and numbers of a chunk: those of a place, and by column those of the fields named.

    What else there is of a place goes into the chunk, as `KIND_OF_PLACE`.
    """
    is_known = np.array([lat is not None for lat in chunk["place_lat"]], dtype=bool)
    kinds = zip(chunk["place_precision"], chunk["place_radius_km"], chunk["place_country"], strict=True)
    chunk[KIND_OF_PLACE] = [kind if known else None for kind, known in zip(kinds, is_known, strict=True)]
    where = {name: np.where(is_known, numbers(chunk[f"place_{name}"]), np.nan) for name in _COORDINATES}
    others = {name: numbers(chunk[field]) for name, field in fields.items()}
    return {"ids": np.array(chunk["id"], dtype=object), **where, **others}


def sectors(chunk: Chunk) -> NDArray[np.object_]:
    """Postcode sectors of a chunk, each text once however many rows share it."""
    rows = zip(*(chunk[f"place_{name}"] for name in ("lat", "label", "precision")), chunk["postcode"], strict=True)
    found = ["" if lat is None else label_sector(*place) for lat, *place in rows]
    return np.array(list(map(intern, found)), dtype=object)
