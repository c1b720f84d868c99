"""The table of postcode sectors that ships, and the districts and areas that follow from it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matcher.domain import Place, PlacePrecision
from matcher.errors import DataError
from matcher.geography.grid import distance_km, from_british_grid
from matcher.packaged import read_table

__all__ = ["RADIUS_SHARE", "Sector", "SectorTable", "load_sectors"]

# Judgement: a radius that holds four postcodes in five says how far off a place usually is; the last fifth are strays
# (a farm at the end of the sector, a mail room elsewhere) that would make every sector look vast.
RADIUS_SHARE = 0.8


class Sector(NamedTuple):
    """One postcode sector: its centre in degrees and in grid metres, and what it holds."""

    name: str
    lat: float
    long: float
    easting_m: float
    northing_m: float
    n_postcodes: int
    radius_km: float
    country: str
    deprivation_decile: int | None


@dataclass(frozen=True, eq=False)
class SectorTable:
    """Sectors by name; the districts and areas they make up.

    A district is placed at the mean of its sectors' centres, weighted by their numbers of postcodes. It has no
    deprivation decile: neighbourhoods inside one differ too much for one figure to be true of a person.
    """

    sectors: Mapping[str, Sector]

    @cached_property
    def by_district(self) -> Mapping[str, Sequence[Sector]]:
        """Sectors of each district."""
        return _grouped(self.sectors.values(), {name: name.partition(" ")[0] for name in self.sectors})

    @cached_property
    def by_area(self) -> Mapping[str, Sequence[Sector]]:
        """Sectors of each area."""
        return _grouped(self.sectors.values(), {name: _letters(name) for name in self.sectors})

    @cached_property
    def _centres(self) -> tuple[NDArray[np.float64], NDArray[np.float64], tuple[Sector, ...]]:
        held = tuple(self.sectors.values())
        return np.array([s.easting_m for s in held]), np.array([s.northing_m for s in held]), held

    def nearest(self, easting_m: float, northing_m: float) -> Sector:
        """The sector whose centre is nearest to a point in grid metres, of equals the first in the table."""
        eastings, northings, held = self._centres
        return held[int(np.argmin(distance_km(easting_m, northing_m, eastings, northings)))]

    def district(self, name: str) -> Place | None:
        """The place of a district such as ``LS9``, or None where there is none."""
        return _place(name, self.by_district.get(name), PlacePrecision.DISTRICT)

    def area(self, name: str) -> Place | None:
        """The place of an area such as ``LS``, or None where there is none."""
        return _place(name, self.by_area.get(name), PlacePrecision.AREA)


@cache
def load_sectors() -> SectorTable:
    """The one loader of ``data/places/sectors.csv``; read once, when first asked for.

    Raises
    ------
    DataError
        A row that cannot be read, or a sector listed twice.
    """
    sectors: dict[str, Sector] = {}
    for number, row in enumerate(read_table("places", "sectors.csv"), start=2):
        sector = _read(row, number)
        if sector.name in sectors:
            raise DataError(f"data/places/sectors.csv, row {number}: sector {sector.name} is there twice; remove one.")
        sectors[sector.name] = sector
    return SectorTable(sectors)


def _read(row: Mapping[str, str], number: int) -> Sector:
    try:
        return Sector(
            row["sector"],
            float(row["lat"]),
            float(row["long"]),
            float(row["easting_m"]),
            float(row["northing_m"]),
            int(row["n_postcodes"]),
            float(row["radius_km"]),
            row["country"],
            int(row["deprivation_decile"]) if row["deprivation_decile"] else None,
        )
    except (KeyError, ValueError) as error:
        raise DataError(
            f"data/places/sectors.csv, row {number}: {error}; make the table again with carematch build-places."
        ) from error


def _grouped(sectors: Iterable[Sector], group_of: Mapping[str, str]) -> dict[str, list[Sector]]:
    groups: dict[str, list[Sector]] = {}
    for sector in sectors:
        groups.setdefault(group_of[sector.name], []).append(sector)
    return groups


def _letters(name: str) -> str:
    return name[:2] if name[1].isalpha() else name[0]


def _place(label: str, sectors: Sequence[Sector] | None, precision: PlacePrecision) -> Place | None:
    if not sectors:
        return None
    n_postcodes = sum(sector.n_postcodes for sector in sectors)
    easting = round(sum(sector.easting_m * sector.n_postcodes for sector in sectors) / n_postcodes)
    northing = round(sum(sector.northing_m * sector.n_postcodes for sector in sectors) / n_postcodes)
    lat, long = from_british_grid([easting], [northing])
    radius = _radius_km(easting, northing, sectors)
    return Place(
        label=label,
        lat=float(lat[0]),
        long=float(long[0]),
        easting_m=float(easting),
        northing_m=float(northing),
        precision=precision,
        radius_km=radius,
        country=_most(sectors),
        note=f"Approximate: only the postcode {precision.value} {label} is known, usually within {radius:g} km.",
    )


def _radius_km(easting: float, northing: float, sectors: Sequence[Sector]) -> float:
    """Kilometres within which sectors that hold `RADIUS_SHARE` of the postcodes lie with their own radius."""
    centres = distance_km(easting, northing, [s.easting_m for s in sectors], [s.northing_m for s in sectors])
    reach = sorted((float(d) + s.radius_km, s.n_postcodes) for d, s in zip(centres, sectors, strict=True))
    held = accumulate(n_postcodes for _, n_postcodes in reach)
    wanted = RADIUS_SHARE * sum(n_postcodes for _, n_postcodes in reach)
    return next(round(km, 2) for (km, _), so_far in zip(reach, held, strict=True) if so_far >= wanted)


def _most(sectors: Sequence[Sector]) -> str:
    votes: dict[str, int] = {}
    for sector in sectors:
        votes[sector.country] = votes.get(sector.country, 0) + sector.n_postcodes
    return max(sorted(votes), key=lambda country: votes[country])
