"""Where the made-up live and work: people where postcodes are, vacancies where care is given from."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from matcher.packaged import read_table

__all__ = ["Sectors"]

_WITHIN_RADIUS = 0.8
"""What the radius of a sector means: that many of its postcodes lie within it (``data/places/README.md``)."""

_COUNTED = "England"
"""The country whose care locations are counted; elsewhere vacancies lie where postcodes do."""

Floats = NDArray[np.float64]
Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Sectors:
    """Postcode sectors: middle, spread, and what share of each thing lies in each, (n_sectors,) each.

    Attributes
    ----------
    by_postcodes, by_care_homes, by_home_care : (n_sectors,) float64
        Of all postcodes; of care homes; of services that care in people's own homes. Each adds up to 1.
    """

    names: NDArray[np.object_]
    easting_m: Floats
    northing_m: Floats
    radius_km: Floats
    by_postcodes: Floats
    by_care_homes: Floats
    by_home_care: Floats

    @classmethod
    def load(cls) -> Self:
        """The shipped tables (``data/places``, ``data/care_locations``)."""
        rows = list(read_table("places", "sectors.csv"))
        counted = {row["sector"]: row for row in read_table("care_locations", "locations.csv")}
        postcodes = np.array([float(row["n_postcodes"]) for row in rows])
        inside = np.array([row["country"] == _COUNTED for row in rows])
        homes, agencies = (
            np.array([float(counted.get(row["sector"], {}).get(column, 0)) for row in rows])
            for column in ("n_care_homes", "n_home_care")
        )
        return cls(
            np.array([row["sector"] for row in rows], dtype=object),
            np.array([float(row["easting_m"]) for row in rows]),
            np.array([float(row["northing_m"]) for row in rows]),
            np.array([float(row["radius_km"]) for row in rows]),
            postcodes / postcodes.sum(),
            _as_counted(homes, postcodes, inside),
            _as_counted(agencies, postcodes, inside),
        )

    def points(self, drawn: Rows, rng: Generator) -> tuple[Floats, Floats]:
        """A point about the middle of each sector drawn, as likely within its radius as a postcode: metres."""
        spread = self.radius_km[drawn] * 1000.0 / np.sqrt(-2.0 * np.log(1.0 - _WITHIN_RADIUS))
        east = self.easting_m[drawn] + spread * rng.standard_normal(len(drawn))
        north = self.northing_m[drawn] + spread * rng.standard_normal(len(drawn))
        return np.rint(east), np.rint(north)


def _as_counted(locations: Floats, postcodes: Floats, inside: NDArray[np.bool_]) -> Floats:
    """Shares by locations where those are counted, by postcodes elsewhere; the two parts as large as by postcodes."""
    share, here = postcodes / postcodes.sum(), np.where(inside, locations, 0.0)
    return np.asarray(np.where(inside, share[inside].sum() * here / here.sum(), share))
