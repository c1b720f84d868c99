"""A home-care round: several districts as one place."""

from collections.abc import Sequence
from math import ceil

from matcher.domain import Place, PlacePrecision
from matcher.geography.gazetteer import Gazetteer
from matcher.geography.grid import distance_km, from_british_grid

__all__ = ["area_place"]


def area_place(names: Sequence[str], gazetteer: Gazetteer) -> Place:
    """The middle of some districts or postcodes, with a radius that reaches all of each.

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
        radius_km=ceil(reach * 100) / 100,
        country=countries.pop() if len(countries) == 1 else "",
        note=f"Approximate: the middle of {label}, which lie within {reach:.1f} km of it.",
    )


def _reach_km(easting: float, northing: float, part: Place) -> float:
    return float(distance_km(easting, northing, part.easting_m, part.northing_m)) + part.radius_km
