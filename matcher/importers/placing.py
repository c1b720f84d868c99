"""Places of rows: a postcode, the districts of a home-care round, the coordinates of an advert."""

import re
from collections.abc import Sequence
from typing import Any

from matcher.domain import Place, PlacePrecision
from matcher.errors import RowError
from matcher.geography import Gazetteer, distance_km, from_british_grid

__all__ = ["area_place", "placed", "read_districts"]


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


def area_place(names: Sequence[str], gazetteer: Gazetteer) -> Place:
    """The middle of some districts, with a radius that reaches all of them.

    Raises
    ------
    PlaceError
        One of them is not found.
    """
    parts = [gazetteer.locate(name) for name in names]
    if len(parts) == 1:
        return parts[0]
    easting = round(sum(part.easting_m for part in parts) / len(parts))
    northing = round(sum(part.northing_m for part in parts) / len(parts))
    lat, long = from_british_grid([easting], [northing])
    reach = max(_reach_km(easting, northing, part) for part in parts)
    countries = {part.country for part in parts}
    label = "; ".join(part.label for part in parts)
    return Place(
        label=label,
        lat=float(lat[0]),
        long=float(long[0]),
        easting_m=float(easting),
        northing_m=float(northing),
        precision=max((part.precision for part in parts), key=list(PlacePrecision).index),
        radius_km=round(reach, 2),
        country=countries.pop() if len(countries) == 1 else "",
        note=f"Approximate: the middle of {label}, which lie within {reach:.1f} km of it.",
    )


def _reach_km(easting: float, northing: float, part: Place) -> float:
    return float(distance_km(easting, northing, part.easting_m, part.northing_m)) + part.radius_km
