"""Places of rows: a postcode, the districts of a home-care round, the coordinates of an advert."""

import re
from typing import Any

from matcher.domain import Place, PlacePrecision
from matcher.errors import RowError

__all__ = ["placed", "read_districts"]


def placed(place: Place | None) -> dict[str, Any]:
    """The fields of a record that a place fills: coordinates are no postcode."""
    if place is None:
        return {}
    return {"place": place, "postcode": None if place.precision == PlacePrecision.POINT else place.label}


def read_districts(text: str) -> tuple[str, ...]:
    """Names of the districts of a round: ``LS9; LS10`` or ``LS9, LS10``."""
    names = (" ".join(name.split()) for name in re.split(r"[;,/\n]|\band\b", text))
    found = tuple(dict.fromkeys(name for name in names if name))
    if not found:
        raise RowError("write the districts of the round, such as LS9; LS10.")
    return found
