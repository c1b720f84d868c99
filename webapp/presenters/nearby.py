"""Vacancies near a place, as everybody may see them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from matcher.domain import Place, PlaceKind, Vacancy
from matcher.errors import PlaceError
from matcher.geography import distance_km, parse_postcode

__all__ = [
    "FEW",
    "Found",
    "Nearby",
    "nearest_first",
    "newest_first",
    "public_postcode",
    "search",
    "where",
    "wider",
    "within",
]

FEW = 5
"""Judgement: under so many, somebody would like to know what is a little farther away."""

_HOMES = frozenset({PlaceKind.CLIENT_HOME, PlaceKind.LIVE_IN})


@dataclass(frozen=True, slots=True)
class Nearby:
    """A vacancy and how far it is.

    Attributes
    ----------
    distance_km : int or None
        Whole kilometres to the place, or to the nearest edge of a round: no closer, because some places are
        somebody's home. None where there is no daily journey, no place is known, or none was asked for.
    """

    vacancy: Vacancy
    distance_km: int | None = None

    @property
    def where(self) -> str:
        """Where the work is, as far as everybody may know."""
        return where(self.vacancy)

    @property
    def has_no_journey(self) -> bool:
        """Whether whoever does it lives there."""
        return self.vacancy.place_kind is PlaceKind.LIVE_IN


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found.

    Attributes
    ----------
    hits : list of Nearby
    n_near : int
        How many of them are not live-in, which is near everybody.
    n_anywhere : int
        How many there would be without a radius, counted the same.
    wider : list of (int, int)
        Wider radii that find more, in kilometres, each with how many; none where enough is found.
    """

    hits: list[Nearby]
    n_near: int
    n_anywhere: int
    wider: list[tuple[int, int]]

    @property
    def offers_anywhere(self) -> bool:
        """Whether any distance finds more than the widest radius offered, and too little is found."""
        most = self.wider[-1][1] if self.wider else self.n_near
        return self.n_near < FEW and self.n_anywhere > most


def search(vacancies: Iterable[Vacancy], origin: Place | None, radius_km: int | None, radii_km: Sequence[int]) -> Found:
    """Those within a radius of a place, the nearest first; without a place all of them, the newest first."""
    if origin is None:
        everything = newest_first(vacancies)
        return Found(everything, len(everything), len(everything), [])
    ordered = nearest_first(vacancies, origin)
    hits = within(ordered, radius_km)
    n_near = _n_with_journey(hits)
    offers = wider(ordered, radius_km, radii_km) if n_near < FEW else []
    return Found(hits, n_near, _n_with_journey(ordered), offers)


def newest_first(vacancies: Iterable[Vacancy]) -> list[Nearby]:
    """Vacancies by the day they opened, the latest first, then by id."""
    in_order = sorted(vacancies, key=lambda vacancy: vacancy.id)
    in_order.sort(key=lambda vacancy: vacancy.opens or date.min, reverse=True)
    return [Nearby(vacancy) for vacancy in in_order]


def nearest_first(vacancies: Iterable[Vacancy], origin: Place) -> list[Nearby]:
    """Vacancies by distance, then those without a daily journey, then those whose place nobody knows; ties by id."""
    found = [Nearby(vacancy, _distance(vacancy, origin)) for vacancy in vacancies]
    return sorted(found, key=lambda one: (_order(one), one.distance_km or 0, one.vacancy.id))


def within(found: Sequence[Nearby], radius_km: int | None) -> list[Nearby]:
    """Those within a radius; a vacancy with no daily journey is within any."""
    if radius_km is None:
        return list(found)
    return [one for one in found if one.has_no_journey or _is_within(one, radius_km)]


def wider(found: Sequence[Nearby], radius_km: int | None, radii_km: Sequence[int]) -> list[tuple[int, int]]:
    """Wider radii that would find more, each with how many it finds; ones that add nothing are left out.

    Vacancies without a daily journey are found by any radius, so they are not counted.
    """
    offers: list[tuple[int, int]] = []
    n_so_far = _n_with_journey(within(found, radius_km))
    for larger in (one for one in radii_km if radius_km is not None and one > radius_km):
        n_found = _n_with_journey(within(found, larger))
        if n_found > n_so_far:
            offers.append((larger, n_found))
            n_so_far = n_found
    return offers


def _n_with_journey(found: Iterable[Nearby]) -> int:
    """How many are not live-in."""
    return sum(not one.has_no_journey for one in found)


def where(vacancy: Vacancy) -> str:
    """Where the work is, as far as everybody may know."""
    return public_postcode(vacancy) or ", ".join(vacancy.area or ()) or "Place not stated"


def public_postcode(vacancy: Vacancy) -> str:
    """The postcode; of work in somebody's own home only its first half, since they did not ask to be found."""
    if vacancy.place_kind not in _HOMES:
        return vacancy.postcode or ""
    try:
        return parse_postcode(vacancy.postcode or "").outward
    except PlaceError:
        return ""


def _distance(vacancy: Vacancy, origin: Place) -> int | None:
    place = vacancy.place
    if place is None or vacancy.place_kind is PlaceKind.LIVE_IN:
        return None
    reach = place.radius_km if vacancy.place_kind is PlaceKind.ROUND else 0.0
    return round(float(distance_km(origin.easting_m, origin.northing_m, place.easting_m, place.northing_m, reach)))


def _order(one: Nearby) -> int:
    if one.distance_km is not None:
        return 0
    return 1 if one.has_no_journey else 2


def _is_within(one: Nearby, radius_km: int) -> bool:
    return one.distance_km is not None and one.distance_km <= radius_km
