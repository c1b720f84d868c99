"""Where a `JobPosting` is: its postcode or part of one, else one in its address, else its coordinates, else unknown."""

import math
import re
from collections.abc import Iterator, Mapping
from typing import Any

from matcher.domain import Place
from matcher.errors import PlaceError
from matcher.geography import Gazetteer, place_at
from matcher.importers.posting_fields import Posting, text_of

__all__ = ["read_posting_place"]

_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b", re.IGNORECASE)


def read_posting_place(posting: Posting, gazetteer: Gazetteer) -> Place | None:
    """The first place of an advert that can be found; None where none can.

    A postcode that does not exist is no reason to refuse somebody else's advert: its coordinates stand in, and without
    them it lands without a place.
    """
    locations = posting.get("jobLocation")
    for location in locations if isinstance(locations, list) else [locations]:
        for code in _postcodes(location):
            try:
                return gazetteer.locate(code)
            except PlaceError:
                continue
        place = _point(location)
        if place is not None:
            return place
    return None


def _postcodes(location: Any) -> Iterator[str]:
    """Postcodes of a location: the field for it, then any in its address or name."""
    address = location.get("address", location) if isinstance(location, Mapping) else location
    if isinstance(address, Mapping):
        code = text_of(address.get("postalCode"))
        if code:
            yield code
        written = " ".join(text_of(address.get(key)) for key in ("name", "streetAddress", "addressLocality"))
    else:
        written = text_of(address)
    yield from _POSTCODE.findall(written)


def _point(location: Any) -> Place | None:
    """The place of a location's coordinates; a nought beside a blank, or both noughts, is no place."""
    geo = location.get("geo") if isinstance(location, Mapping) else None
    if not isinstance(geo, Mapping):
        return None
    lat, long = (_degrees(geo.get(key)) for key in ("latitude", "longitude"))
    if lat is None or long is None:
        return None
    address = location.get("address")
    label = text_of(address.get("addressLocality")) if isinstance(address, Mapping) else ""
    try:
        return place_at(lat, long, label)
    except PlaceError:
        return None


def _degrees(value: Any) -> float | None:
    try:
        degrees = float(text_of(value))
    except ValueError:
        return None
    return degrees if math.isfinite(degrees) else None
