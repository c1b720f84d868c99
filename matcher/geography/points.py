"""Coordinates as a place, for where there is no postcode."""

import re

from matcher.domain import Place, PlacePrecision
from matcher.errors import PlaceError
from matcher.geography.grid import to_british_grid

__all__ = ["parse_point", "place_at"]

# The British Isles, with room to spare: nothing a postcode names lies outside.
_LAT_RANGE = (49.0, 61.5)
_LONG_RANGE = (-9.0, 2.5)
_NUMBER = r"([+-]?\d{1,3}(?:\.\d+)?)"
_POINT = re.compile(rf"\s*{_NUMBER}(?:\s*[,;]\s*|\s+(?=[+-]?\d+\.)){_NUMBER}\s*")


def parse_point(text: str) -> tuple[float, float] | None:
    """Latitude and longitude from ``53.7954, -1.5172``; None where the text is no pair of coordinates."""
    found = _POINT.fullmatch(text)
    return (float(found[1]), float(found[2])) if found else None


def place_at(lat: float | None, long: float | None, label: str = "") -> Place:
    """The place at a point given in WGS 84 degrees.

    Raises
    ------
    PlaceError
        One of the two is missing, or the point lies outside the British Isles: noughts that stand for a blank, or the
        two the wrong way round.
    """
    if lat is None or long is None:
        raise PlaceError(
            f"Latitude {_said(lat)}, longitude {_said(long)}: a point needs both; fill them in, or give a postcode "
            "instead."
        )
    if not _inside(lat, long):
        remedy = "swap the two" if _inside(long, lat) else "correct them, or give a postcode instead"
        raise PlaceError(f"Latitude {lat:g}, longitude {long:g} is not in the British Isles: {remedy}.")
    easting, northing = to_british_grid([lat], [long])
    return Place(
        label=label or f"{lat:.5f}, {long:.5f}",
        lat=lat,
        long=long,
        easting_m=float(easting[0]),
        northing_m=float(northing[0]),
        precision=PlacePrecision.POINT,
    )


def _inside(lat: float, long: float) -> bool:
    return _LAT_RANGE[0] <= lat <= _LAT_RANGE[1] and _LONG_RANGE[0] <= long <= _LONG_RANGE[1]


def _said(degrees: float | None) -> str:
    return "blank" if degrees is None else f"{degrees:g}"
