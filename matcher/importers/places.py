"""Makes the table of postcode sectors that ships, from the directory of postcodes and the indices of deprivation.

Steps: read the directory in chunks and keep what is placed and of today's pattern; project it; find each sector's
centre (the geometric median) and radius; name its country by majority; give English sectors the deprivation decile of
their median postcode; write one row a sector.
"""

from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from matcher.errors import FileError
from matcher.geography import distance_km, from_british_grid, to_british_grid
from matcher.geography.sectors import RADIUS_SHARE
from matcher.importers.readable import check_readable

__all__ = ["build_sector_table"]

_CHUNK_ROWS = 250_000
_COLUMNS = ("pcds", "lat", "long", "lsoa21")
_DEPRIVATION_COLUMNS = ("lsoa21_code", "IMD_rank", "IMD_decile")
_MODERN = "[A-Z]{1,2}[0-9][0-9A-Z]?[0-9][A-Z]{2}"
# Nothing in the United Kingdom lies outside; a blank, 0.0 and 99.999999 are how directories say "no place".
_LAT_RANGE = (49.0, 61.5)
_COUNTRY_OF_LSOA = {"E": "England", "W": "Wales", "N": "Northern Ireland", "S": "Scotland"}
# The directory has no 2021 LSOA for Scotland, so a postcode without one votes by its area.
_COUNTRY_OF_AREA = {"BT": "Northern Ireland"} | dict.fromkeys(
    ("AB", "DD", "DG", "EH", "FK", "G", "HS", "IV", "KA", "KW", "KY", "ML", "PA", "PH", "TD", "ZE"), "Scotland"
)
_STEPS = 60
_NEAREST_M = 1.0


def build_sector_table(postcodes: Path, deprivation: Path, folder: Path) -> Path:
    """Write ``sectors.csv`` into `folder` and return its path.

    Parameters
    ----------
    postcodes : Path
        The directory of postcodes as ``pcds,lat,long,lsoa21``, plain or gzip.
    deprivation : Path
        The Indices of Deprivation 2025 by 2021 LSOA, with ``lsoa21_code,IMD_rank,IMD_decile``.
    folder : Path
        Where the table goes; made where it is missing.

    Raises
    ------
    FileError
        A file is missing, or lacks a column.
    """
    ranks = _read_deprivation(deprivation)
    frame = _read_postcodes(postcodes)
    frame["rank"] = frame.pop("lsoa21").map(ranks["IMD_rank"])
    table = _summarise(frame, ranks.set_index("IMD_rank")["IMD_decile"])
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "sectors.csv"
    table.to_csv(path, index_label="sector", lineterminator="\n")
    return path


def _read_deprivation(path: Path) -> pd.DataFrame:
    """Rank and decile by 2021 LSOA."""
    _check_header(path, _DEPRIVATION_COLUMNS, "the Indices of Deprivation 2025 by 2021 LSOA")
    frame = pd.read_csv(path, usecols=list(_DEPRIVATION_COLUMNS))
    return frame.set_index("lsoa21_code").astype("int32")


def _read_postcodes(path: Path) -> pd.DataFrame:
    """Placed postcodes of today's pattern: sector, easting_m, northing_m, country ("" where nothing says), lsoa21."""
    _check_header(path, _COLUMNS, "a directory of postcodes")
    chunks = pd.read_csv(path, usecols=list(_COLUMNS), dtype={"pcds": str, "lsoa21": str}, chunksize=_CHUNK_ROWS)
    frame = pd.concat([_placed(chunk) for chunk in chunks], ignore_index=True)
    if frame.empty:
        raise FileError(f"{path} holds no postcode with a place: check that it is the whole directory.")
    return frame.astype({"sector": "category", "country": "category"})


def _check_header(path: Path, needed: tuple[str, ...], what: str) -> None:
    check_readable(path)
    found = list(pd.read_csv(path, nrows=0).columns)
    if absent := [name for name in needed if name not in found]:
        raise FileError(
            f"{path} lacks the column {', '.join(absent)} (found: {', '.join(found[:12])}): give {what}, with "
            f"the columns {', '.join(needed)}."
        )


def _placed(chunk: pd.DataFrame) -> pd.DataFrame:
    compact = chunk["pcds"].str.replace(" ", "", regex=False)
    kept = compact.str.fullmatch(_MODERN) & chunk["lat"].between(*_LAT_RANGE) & chunk["long"].notna()
    chunk, compact = chunk[kept], compact[kept]
    easting, northing = to_british_grid(chunk["lat"].to_numpy(), chunk["long"].to_numpy())
    by_lsoa = chunk["lsoa21"].str[0].map(_COUNTRY_OF_LSOA)
    by_area = compact.str.extract("^([A-Z]+)", expand=False).map(_COUNTRY_OF_AREA)
    return pd.DataFrame(
        {
            "sector": compact.str[:-3] + " " + compact.str[-3],
            "easting_m": easting,
            "northing_m": northing,
            "country": by_lsoa.fillna(by_area).fillna(""),
            "lsoa21": chunk["lsoa21"],
        }
    )


def _summarise(frame: pd.DataFrame, decile_of_rank: "pd.Series[int]") -> pd.DataFrame:
    codes = frame["sector"].cat.codes.to_numpy()
    names = frame["sector"].cat.categories
    east, north = frame["easting_m"].to_numpy(), frame["northing_m"].to_numpy()
    centre_east, centre_north = geometric_medians(codes, east, north)
    from_centre = pd.Series(distance_km(east, north, centre_east[codes], centre_north[codes]))
    lat, long = from_british_grid(centre_east, centre_north)
    country = _countries(frame, names)
    return pd.DataFrame(
        {
            "lat": lat,
            "long": long,
            "easting_m": centre_east.astype("int64"),
            "northing_m": centre_north.astype("int64"),
            "n_postcodes": np.bincount(codes),
            "radius_km": from_centre.groupby(codes).quantile(RADIUS_SHARE).round(2).to_numpy(),
            "country": country.to_numpy(),
            "deprivation_decile": _deciles(frame, codes, decile_of_rank).where(country.to_numpy() == "England").array,
        },
        index=names,
    )


def geometric_medians(
    codes: NDArray[np.integer], east: NDArray[np.float64], north: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The point of each group with the least total distance to its members, in whole metres (Weiszfeld's steps).

    Unlike the mean it stays in the village when a handful of postcodes lie far off, which is where most of the sector's
    people are.

    Parameters
    ----------
    codes : ndarray of int, shape (n,)
        Group of each point, 0 to n_groups - 1, none empty.
    east, north : ndarray of float64, shape (n,)
        Metres.

    Returns
    -------
    tuple of ndarray of float64, shape (n_groups,)
    """
    n = np.bincount(codes)
    x, y = np.bincount(codes, east) / n, np.bincount(codes, north) / n
    for _ in range(_STEPS):
        gap = np.maximum(np.sqrt((east - x[codes]) ** 2 + (north - y[codes]) ** 2), _NEAREST_M)
        weight = np.bincount(codes, 1 / gap)
        x, y = np.bincount(codes, east / gap) / weight, np.bincount(codes, north / gap) / weight
    return np.rint(x), np.rint(y)


def _countries(frame: pd.DataFrame, names: pd.Index) -> "pd.Series[str]":
    """Country of most of a sector's postcodes; where none says, of most of its district's, then of its area's."""
    votes = (
        pd.crosstab(frame["sector"], frame["country"]).reindex(names, fill_value=0).drop(columns="", errors="ignore")
    )
    country = _winner(votes)
    for pattern in (r"^(\S+)", "^([A-Z]+)"):
        group = names.str.extract(pattern, expand=False)
        wider = _winner(votes.groupby(group).sum()).reindex(group)
        country = country.fillna(wider.set_axis(names))
    return country.fillna("")


def _winner(votes: pd.DataFrame) -> pd.Series:
    """The column with most votes, of equals the first in the alphabet; nothing where there are none."""
    return votes.idxmax(axis=1).where(votes.sum(axis=1) > 0)


def _deciles(frame: pd.DataFrame, codes: NDArray[np.integer], decile_of_rank: "pd.Series[int]") -> "pd.Series[int]":
    """Decile of the median of the ranks of a sector's postcodes (of two middle ranks the more deprived)."""
    middle = frame["rank"].groupby(codes).quantile(0.5, interpolation="lower")
    return middle.map(decile_of_rank).astype("Int64")
