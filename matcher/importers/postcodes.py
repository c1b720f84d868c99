"""Postcode directories: every place in the country, landed a chunk at a time.

Rules: a postcode in use, a terminated one (marked as such) and a historic code such as ``NPT 0AD`` are all kept where
the directory places them, because people still write them. A row without a place is given back with the reason.
"""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from matcher.geography import to_british_grid
from matcher.geography.sectors import load_sectors
from matcher.importers.fields import shown
from matcher.importers.postcode_layouts import Chunk, read_chunks, recognise
from matcher.importers.summary import ImportContext, ImportSummary, Tally

__all__ = ["import_postcodes"]

_CODE = "^([A-Z]{1,2}[0-9][A-Z0-9]?|NPT|GIR)[0-9][A-Z]{2}$"
_HISTORIC = ("NPT ", "GIR ")
_LAST_MONTH = 999_912  # a month of ending is written 202305
_ISLANDS = {"IM": "the Isle of Man", "JE": "Jersey", "GY": "Guernsey"}
# Nothing with a United Kingdom postcode lies outside; 0 and 99.999999 are how directories write "no place".
_LAT_RANGE, _LONG_RANGE = (49.0, 61.5), (-9.0, 2.5)
_NO_LAT = {"", "0", "0.0", "0.00000", "0.000000", "99.999999"}
_COUNTRY_OF_CODE = {"E92": "England", "W92": "Wales", "S92": "Scotland", "N92": "Northern Ireland"}
_COUNTRY_OF_LSOA = {
    "E01": "England",
    "W01": "Wales",
    "S01": "Scotland",
    "N21": "Northern Ireland",
    "95": "Northern Ireland",
}


def import_postcodes(path: Path, context: ImportContext) -> ImportSummary:
    """Import a postcode directory: the ONS Postcode Directory, the NSPL, or ``pcds,lat,long,lsoa21``; plain or gzip.

    Afterwards the places of stored candidates and vacancies are looked up again.

    Raises
    ------
    FileError
        The file cannot be read, or is no postcode directory.
    """
    layout = recognise(path, context.format, context.columns)
    seen, found = _Seen(), Counter[str]()
    with Tally("postcodes", context) as tally:
        tally.format = layout.format
        for chunk in read_chunks(path, layout):
            _import_chunk(chunk, context, tally, seen, found)
        _say(tally, found)
        n_moved = context.store.refresh_places(context.store.gazetteer(context.gazetteer))
        if n_moved:
            tally.note(f"{n_moved:,} stored candidates and vacancies are now placed by their exact postcode.")
        return tally.summary()


def _import_chunk(chunk: Chunk, context: ImportContext, tally: Tally, seen: "_Seen", found: Counter[str]) -> None:
    for number, text in chunk.unreadable:
        tally.reject(number, "This row has more or fewer cells than the header names columns.", chunk.as_sent(text))
    if not chunk.cells:
        return
    frame = _tidy(chunk.cells)
    frame["repeated"] = seen.again(frame["postcode"].where(frame["is_code"], ""))
    kept = frame["is_code"] & frame["lat"].between(*_LAT_RANGE) & frame["long"].between(*_LONG_RANGE)
    kept &= ~frame["repeated"] & frame["is_dated"]
    for bad in frame[~kept & ~frame.pop("is_blank")].itertuples():
        place = int(str(bad.Index))
        row = {ours: cells[place].as_py() for ours, cells in chunk.cells.items()}
        tally.reject(chunk.numbers[place], _reason(bad, row), chunk.as_sent(row))
        found[_ISLANDS.get(str(bad.postcode)[:2], "elsewhere")] += 1
    landed = frame[kept].drop(columns=["is_code", "is_dated", "repeated"])
    found["historic"] += int(landed["postcode"].str.startswith(_HISTORIC).sum())
    found["terminated"] += int((landed["terminated"] > 0).sum()) if "terminated" in landed else 0
    tally.land(context.store.upsert_postcodes(_placed(landed)))


def _tidy(cells: Mapping[str, "pa.StringArray"]) -> pd.DataFrame:
    """The cells as typed columns: ``GU470ZZ`` becomes ``GU47 0ZZ``, blanks and pseudo-areas become NaN."""
    code = pc.utf8_upper(pc.replace_substring_regex(cells["postcode"], r"[\s.-]+", ""))
    frame = pd.DataFrame(
        {
            "postcode": pc.binary_join_element_wise(
                pc.utf8_slice_codeunits(code, 0, -3), pc.utf8_slice_codeunits(code, -3), " "
            ).to_pandas(),
            "is_blank": pc.equal(pc.binary_join_element_wise(*cells.values(), ""), "").to_numpy(zero_copy_only=False),
            "is_code": pc.match_substring_regex(code, _CODE).to_numpy(zero_copy_only=False),
            "lat": _numbers(cells["lat"]),
            "long": _numbers(cells["long"]),
        }
    )
    for name in ("lsoa11", "lsoa21"):
        if name in cells:
            area = pc.utf8_trim_whitespace(cells[name])
            real = pc.match_substring_regex(area, "^[A-Z0-9]{8,9}$"), pc.invert(pc.ends_with(area, "99999999"))
            frame[name] = pc.if_else(pc.and_(*real), area, None).to_pandas()
    frame["is_dated"] = True
    if "terminated" in cells:
        months = _numbers(cells["terminated"]).fillna(0)
        frame["is_dated"] = months.between(0, _LAST_MONTH)
        frame["terminated"] = months.where(frame["is_dated"], 0).astype("int32")
    frame["country"] = _country(frame, cells)
    return frame


def _numbers(cells: "pa.StringArray") -> "pd.Series[float]":
    return pd.Series(pd.to_numeric(cells.to_pandas(), errors="coerce"), dtype="float64")


def _country(frame: pd.DataFrame, cells: Mapping[str, "pa.StringArray"]) -> pd.Series:
    """By the directory's own column, else by the area, else as most of the sector."""
    sectors = {name: sector.country for name, sector in load_sectors().sectors.items() if sector.country}
    country = frame["postcode"].str[:-2].map(sectors)
    for name in ("lsoa21", "lsoa11"):
        if name in frame:
            by_area = frame[name].str[:3].map(_COUNTRY_OF_LSOA).fillna(frame[name].str[:2].map(_COUNTRY_OF_LSOA))
            country = by_area.fillna(country)
    if "country" in cells:
        country = (
            pd.Series(pc.utf8_slice_codeunits(cells["country"], 0, 3).to_pandas()).map(_COUNTRY_OF_CODE).fillna(country)
        )
    return country


def _placed(frame: pd.DataFrame) -> pd.DataFrame:
    easting, northing = to_british_grid(frame["lat"].to_numpy(), frame["long"].to_numpy())
    return frame.assign(easting_m=easting, northing_m=northing)


def _reason(bad: Any, row: Mapping[str, str]) -> str:
    """Why a row is given back; the gravest fault first."""
    code = bad.postcode
    if not code.strip():
        return "The row has no postcode."
    if not bad.is_code:
        return f"'{row['postcode']}' is not a UK postcode: write it like LS9 7TF."
    if bad.repeated:
        return f"{code} is in this file already, further up; the first one was kept."
    if not bad.is_dated:
        return f"{code}: doterm '{shown(row['terminated'])}' is no month: write it like 202305, or leave it blank."
    return _misplaced(code, row["lat"].strip(), row["long"].strip())


def _misplaced(code: str, lat: str, long: str) -> str:
    """What is wrong with where a row places its postcode."""
    if lat in _NO_LAT:
        island = _ISLANDS.get(code[:2])
        where = f": it is in {island}, where the directory places nothing" if island else ""
        return f"{code} has no place in this directory (its latitude is {lat or 'blank'}){where}."
    if not long:
        return f"{code} has latitude {lat} and no longitude: give both."
    return (
        f"{code}: latitude '{lat}', longitude '{long}' is no place in the United Kingdom, which lies within latitude "
        f"{_LAT_RANGE[0]:g} to {_LAT_RANGE[1]:g} and longitude {_LONG_RANGE[0]:g} to {_LONG_RANGE[1]:g}."
    )


def _say(tally: Tally, found: Counter[str]) -> None:
    islands = {name: found[name] for name in _ISLANDS.values() if found[name]}
    if islands:
        listed = ", ".join(f"{name} {n:,}" for name, n in islands.items())
        tally.note(f"Rejected because the directory places nothing there: {listed}.")
    if found["historic"]:
        tally.note(
            f"{found['historic']:,} historic codes (NPT, GIR) were kept: people still write them, and the directory "
            "places them. Those without a place were rejected."
        )
    if found["terminated"]:
        tally.note(f"{found['terminated']:,} terminated postcodes were kept, and are marked where they are shown.")


class _Seen:
    """Postcodes read so far, as sorted whole numbers: millions of them in some twenty megabytes."""

    def __init__(self) -> None:
        self._codes: NDArray[np.uint64] = np.empty(0, dtype=np.uint64)

    def again(self, postcodes: "pd.Series[str]") -> "pd.Series[bool]":
        """Which of the postcodes were there before, in this call or an earlier one."""
        codes = pd.Series(_as_numbers(postcodes), index=postcodes.index)
        places = np.searchsorted(self._codes, codes.to_numpy())
        before = np.zeros(len(codes), dtype=bool)
        inside = places < len(self._codes)
        before[inside] = self._codes[places[inside]] == codes.to_numpy()[inside]
        again = codes.duplicated() | before
        # Sorted already but for the end, which this kind of sorting makes good use of.
        self._codes = np.sort(np.concatenate([self._codes, np.unique(codes[~again])]), kind="stable")
        return again


def _as_numbers(postcodes: "pd.Series[str]") -> NDArray[np.uint64]:
    """Each postcode's eight characters read as one number."""
    return postcodes.to_numpy(dtype="S8").view(">u8").astype(np.uint64)
