"""British National Grid metres, and straight lines between them."""

from functools import cache
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

__all__ = ["distance_km", "from_british_grid", "to_british_grid"]

# EPSG:4326 to EPSG:27700 by the seven-parameter transformation EPSG:1314, written out. Left to choose for itself, PROJ
# takes the Ordnance Survey's grid where a machine happens to have it and this where not, so the same postcode would
# move by a metre or two between machines.
_PIPELINE = """
+proj=pipeline
+step +proj=unitconvert +xy_in=deg +xy_out=rad
+step +proj=push +v_3
+step +proj=cart +ellps=WGS84
+step +inv +proj=helmert +x=446.448 +y=-125.157 +z=542.06 +rx=0.15 +ry=0.247 +rz=0.842 +s=-20.489
      +convention=position_vector
+step +inv +proj=cart +ellps=airy
+step +proj=pop +v_3
+step +proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy
"""


def to_british_grid(lat: ArrayLike, long: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Project WGS 84 degrees to British National Grid metres, extended over Northern Ireland.

    Whole metres come out: the transformation is good to a few metres (the project's tests hold it within 5 of the
    Office for National Statistics' own grid references), so decimals would promise more than there is, and would differ
    between machines.

    Parameters
    ----------
    lat, long : array_like, shape (n,)
        Degrees; NaN stays NaN.

    Returns
    -------
    easting_m, northing_m : ndarray of float64, shape (n,)
    """
    east, north = _transformer().transform(np.asarray(long, dtype=np.float64), np.asarray(lat, dtype=np.float64))
    return _finite(np.rint(east)), _finite(np.rint(north))


def from_british_grid(easting_m: ArrayLike, northing_m: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Project British National Grid metres back to WGS 84 degrees, to five decimals (about a metre).

    Returns
    -------
    lat, long : ndarray of float64, shape (n,)
    """
    east, north = np.asarray(easting_m, dtype=np.float64), np.asarray(northing_m, dtype=np.float64)
    long, lat = _transformer().transform(east, north, direction="INVERSE")
    return _finite(np.round(lat, 5)), _finite(np.round(long, 5))


def distance_km(
    easting_1_m: ArrayLike,
    northing_1_m: ArrayLike,
    easting_2_m: ArrayLike,
    northing_2_m: ArrayLike,
    radius_km: ArrayLike = 0.0,
) -> NDArray[np.float64]:
    """Straight-line kilometres to the nearest edge of what lies at the second point.

    ``max(0, sqrt(dx^2 + dy^2) / 1000 - radius_km)``, with nothing but arithmetic that IEEE 754 rounds in one way only,
    so the result is the same on every machine. The arguments broadcast.

    Parameters
    ----------
    easting_1_m, northing_1_m, easting_2_m, northing_2_m : array_like
        British National Grid metres; NaN gives NaN.
    radius_km : array_like
        Half the width of the second place, such as the area of a home-care round; 0 for a site.

    Returns
    -------
    ndarray of float64
        Never negative.
    """
    dx = np.asarray(easting_1_m, dtype=np.float64) - np.asarray(easting_2_m, dtype=np.float64)
    dy = np.asarray(northing_1_m, dtype=np.float64) - np.asarray(northing_2_m, dtype=np.float64)
    straight = np.sqrt(dx * dx + dy * dy) / 1000.0
    return np.maximum(straight - np.asarray(radius_km, dtype=np.float64), 0.0)


def _finite(values: Any) -> NDArray[np.float64]:
    """PROJ says infinity for what it cannot project; the house says NaN."""
    array = np.asarray(values, dtype=np.float64)
    return np.where(np.isfinite(array), array, np.nan)


@cache
def _transformer() -> Any:
    from pyproj import Transformer

    return Transformer.from_pipeline(_PIPELINE)
