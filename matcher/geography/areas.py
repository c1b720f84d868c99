"""A home-care round: an area of several districts as one place."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from matcher.domain import Place, PlacePrecision
from matcher.geography.gazetteer import Gazetteer
from matcher.geography.grid import distance_km, from_british_grid

__all__ = ["area_place"]


def area_place(names: Sequence[str], gazetteer: Gazetteer) -> Place:
    """The place in the middle of several districts or postcodes, with a radius that reaches all of each.

    Raises
    ------
    PlaceError
        One of the names does not exist or cannot be placed.
    """
    parts = [gazetteer.locate(name) for name in names]
    if len(parts) == 1:
        return parts[0]
    east, north = (np.array([getattr(part, axis) for part in parts]) for axis in ("easting_m", "northing_m"))
    middle = float(east.mean()), float(north.mean())
    reach = distance_km(east, north, *middle) + np.array([part.radius_km for part in parts])
    lat, long = from_british_grid([middle[0]], [middle[1]])
    return replace(
        parts[0],
        label="; ".join(part.label for part in parts),
        lat=float(lat[0]),
        long=float(long[0]),
        easting_m=middle[0],
        northing_m=middle[1],
        precision=PlacePrecision.AREA,
        radius_km=float(reach.max()),
        deprivation_decile=None,
        note="The middle of the districts of a round.",
    )
