"""Where somebody lives, as far as a provider's pages may know: the postcode district, and nothing finer.

A provider says where its vacancy is and reads who is how far from it. Moved often enough, a vacancy would find the
place of one person from bands alone, so no ranking for a provider starts from the exact place.
"""

from functools import cache

from matcher.domain import Candidate, Place, PlacePrecision
from matcher.errors import PostcodeUnknownError
from matcher.geography.postcodes import parse_postcode
from matcher.geography.sectors import load_sectors

__all__ = ["without_exact_place"]


def without_exact_place(candidate: Candidate) -> Candidate:
    """Somebody with the centre of their postcode district for a place; an area, or no place, stays as it is."""
    place = candidate.place
    if place is not None and place.precision is PlacePrecision.AREA:
        return candidate.model_copy(update={"postcode": place.label})
    district = _district_of(candidate)
    if district is None:
        return candidate.model_copy(update={"postcode": None, "place": None})
    return candidate.model_copy(update={"postcode": district, "place": _centre(district)})


def _district_of(candidate: Candidate) -> str | None:
    place = candidate.place
    named = _outward(place.label if place else candidate.postcode)
    if named is not None or place is None:
        return named
    return _nearest(place.easting_m, place.northing_m)


@cache
def _outward(text: str | None) -> str | None:
    """The district of a postcode that the table of places has, else None."""
    try:
        outward = parse_postcode(text).outward if text else None
    except PostcodeUnknownError:
        return None
    return outward if outward in load_sectors().by_district else None


@cache
def _nearest(easting_m: float, northing_m: float) -> str:
    return load_sectors().nearest(easting_m, northing_m).name.partition(" ")[0]


@cache
def _centre(district: str) -> Place | None:
    return load_sectors().district(district)
