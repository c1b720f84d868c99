"""What finds a place: the protocol, and the gazetteer of the table of sectors that ships."""

import re
from dataclasses import replace
from typing import Protocol, Self

from matcher.domain import Place, PlacePrecision
from matcher.errors import PostcodeUnknownError, PostcodeUnplacedError
from matcher.geography.points import parse_point, place_at
from matcher.geography.postcodes import Postcode, compact_text, parse_postcode, shown_text
from matcher.geography.sectors import Sector, SectorTable, load_sectors
from matcher.geography.suggestions import suggest_postcodes

__all__ = ["Gazetteer", "SectorGazetteer"]

_WHOLE = re.compile("[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][ABD-HJLNP-UW-Z]{2}")
_ISLANDS = {"JE": "Jersey", "GY": "Guernsey", "IM": "the Isle of Man"}
_NOWHERE = {"BF": "a British Forces postcode", "BX": "a postcode for letters to banks and tax offices"}
_HISTORIC = {
    "NPT": "an old Newport code, replaced by today's NP postcodes",
    "GIR": "an old code of the Girobank, no longer used",
}


class Gazetteer(Protocol):
    """Whatever finds the place of a postcode."""

    def locate(self, text: str) -> Place:
        """Find the place of a postcode, or of the beginning of one.

        Raises
        ------
        PostcodeUnknownError
            There is no such postcode; carries suggestions.
        PostcodeUnplacedError
            The postcode is real and no open directory places it.
        """
        ...


class SectorGazetteer:
    """Finds every UK postcode by its sector, from the table that ships; nothing is read before the first question.

    A full postcode is placed at the centre of its sector, usually some hundreds of metres off in a town and two or more
    kilometres in the open country: `Place.radius_km` says which. ``LS9`` is placed by its district, ``LS`` by its area.
    """

    def __init__(self, table: SectorTable | None = None) -> None:
        self._given = table

    @classmethod
    def load(cls) -> Self:
        """The gazetteer of the table that ships (``data/places/sectors.csv``)."""
        return cls()

    def locate(self, text: str) -> Place:
        """Find the place of a postcode, of the beginning of one, or of coordinates (``53.7954, -1.5172``).

        Raises
        ------
        PostcodeUnknownError
            No such postcode, district or area, or not a postcode at all; carries up to five suggestions.
        PostcodeUnplacedError
            Jersey, Guernsey, the Isle of Man and the forces, which no open directory places.
        """
        point = parse_point(text)
        if point is not None:
            return self.locate_point(*point)
        postcode = self._parse(text)
        _refuse_unplaced(postcode)
        place = self._by_sector(postcode) if postcode.inward else self._by_district(postcode)
        if place is None:
            raise self._unknown(postcode, text)
        return place

    def locate_point(self, lat: float | None, long: float | None, label: str = "") -> Place:
        """The place at a point in WGS 84 degrees, in the country of the nearest sector.

        Raises
        ------
        PlaceError
            One of the two is missing, or the point lies outside the British Isles.
        """
        place = place_at(lat, long, label)
        return replace(place, country=self._table.nearest(place.easting_m, place.northing_m).country)

    def stand_in(self, text: str) -> str | None:
        """The sector that stands in for a whole postcode: all those of a sector have its place, but for the label.

        None where that cannot be told from the text as it is written (``LS9 7TF``): `locate` tells.
        """
        return text[:-2] if _WHOLE.fullmatch(text) and text[:-2] in self._table.sectors else None

    @property
    def _table(self) -> SectorTable:
        return self._given if self._given is not None else load_sectors()

    def _parse(self, text: str) -> Postcode:
        try:
            return parse_postcode(text)
        except PostcodeUnknownError as error:
            found = suggest_postcodes(compact_text(text), self._table)
            raise PostcodeUnknownError(f"{error}{_did_you_mean(found)}", found) from None

    def _by_sector(self, postcode: Postcode) -> Place | None:
        sector = self._table.sectors.get(postcode.sector or "")
        return sector and _sector_place(sector, postcode)

    def _by_district(self, postcode: Postcode) -> Place | None:
        if postcode.district is None:
            return self._table.area(postcode.area)
        found = self._table.district(postcode.outward)
        if found is None and len(postcode.outward) > 2:  # "LS97": no such district, so the sector LS9 7 was meant
            return self._by_sector(Postcode(postcode.outward[:-1], postcode.outward[-1]))
        return found

    def _unknown(self, postcode: Postcode, text: str) -> PostcodeUnknownError:
        table = self._table
        found = suggest_postcodes(compact_text(postcode.full), table)
        if postcode.inward and postcode.outward in table.by_district:
            fault = f"no postcode begins with '{postcode.sector}', though {postcode.outward} exists"
            remedy = f"check the second half; if it is new, give only {postcode.outward}"
        else:
            part = postcode.district or postcode.area
            fault = f"no UK postcode begins with '{part}'"
            remedy = "check it, or give the postcode of somewhere near"
        return PostcodeUnknownError(
            f"'{shown_text(text)}' was not found: {fault}; {remedy}.{_did_you_mean(found)}", found
        )


def _refuse_unplaced(postcode: Postcode) -> None:
    if postcode.is_historic:
        raise PostcodeUnknownError(f"'{postcode}' is {_HISTORIC[postcode.outward]}: give the postcode used there now.")
    remedy = "give a nearby UK postcode or coordinates"
    if postcode.area in _ISLANDS:
        raise PostcodeUnplacedError(
            f"'{postcode}' is in {_ISLANDS[postcode.area]}; the open directory gives no place for Jersey, Guernsey and "
            f"the Isle of Man: {remedy}."
        )
    if postcode.area in _NOWHERE:
        raise PostcodeUnplacedError(f"'{postcode}' is {_NOWHERE[postcode.area]} and has no place on the map: {remedy}.")


def _sector_place(sector: Sector, postcode: Postcode) -> Place:
    given = "the postcode is placed" if postcode.is_full else "part of a postcode, placed"
    return Place(
        label=postcode.full,
        lat=sector.lat,
        long=sector.long,
        easting_m=sector.easting_m,
        northing_m=sector.northing_m,
        precision=PlacePrecision.SECTOR,
        radius_km=sector.radius_km,
        country=sector.country,
        deprivation_decile=sector.deprivation_decile,
        note=f"Approximate: {given} at the centre of {sector.name}, usually within {sector.radius_km:g} km.",
    )


def _did_you_mean(suggestions: tuple[str, ...]) -> str:
    if not suggestions:
        return ""
    *others, last = suggestions
    return f" Did you mean {', '.join(others)} or {last}?" if others else f" Did you mean {last}?"
