"""Indices of Multiple Deprivation: 2019 on the small areas of the 2011 census, 2025 on those of 2021.

The trap: most areas kept their code in 2021, so the wrong index joins nearly everywhere and silently misses the rest.
An index is therefore refused where the stored postcodes do not carry the areas it is built on.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from matcher.errors import FileError, InputError, RowError
from matcher.importers.fields import shown
from matcher.importers.summary import ImportContext, ImportSummary, Tally
from matcher.importers.tables import Table, open_table
from matcher.store import Store

__all__ = ["FORMATS", "import_deprivation"]


@dataclass(frozen=True, slots=True)
class _Vintage:
    """An index: the year it is called by, the census whose areas it is built on, and how many areas that is."""

    year: int
    census: int
    column: str
    n_areas: int


_VINTAGES = {
    "imd2025": _Vintage(2025, 2021, "lsoa21", 33_755),
    "imd2019": _Vintage(2019, 2011, "lsoa11", 32_844),
}
FORMATS = tuple(_VINTAGES)
_AREA_HEADER = re.compile(r"lsoa[ _]*(code)?[ _]*\(?(20)?(?P<census>11|21)\)?[ _]*(code|cd)?", re.IGNORECASE)
_RANK_HEADER = re.compile(r"(index of multiple deprivation|imd).*rank", re.IGNORECASE)
_DECILE_HEADER = re.compile(r"(index of multiple deprivation|imd).*decile", re.IGNORECASE)
# The index of 2015 looks like that of 2019 but for the year of its local authorities.
_INDEX_OF_2015 = re.compile(r"\(2013\)|2015")
_AREA = re.compile(r"E01\d{6}")
_MOST_DIGITS = 20
_OTHER_AREA = re.compile(r"[WSN]\d{8}|95\w{6}")


def import_deprivation(path: Path, context: ImportContext) -> ImportSummary:
    """Import an Index of Multiple Deprivation of England.

    Afterwards the places of stored candidates and vacancies are looked up again.

    Raises
    ------
    FileError
        The file cannot be read, is no index of 2019 or 2025, or does not fit the areas that stored postcodes carry.
    """
    with Tally("deprivation", context) as tally:
        table, name = _open(path, context, tally)
        tally.format, vintage = name, _VINTAGES[name]
        rows = list(_read(table, vintage, tally))
        _refuse_misfit(path, vintage, context.store, [area for area, _, _ in rows])
        frame = pd.DataFrame(rows, columns=["lsoa", "rank", "decile"]).assign(vintage=vintage.year)
        tally.land(context.store.upsert_deprivation(frame))
        _say(tally, vintage, context.store)
        context.store.refresh_places(context.store.gazetteer(context.gazetteer))
        return tally.summary()


def _open(path: Path, context: ImportContext, tally: Tally) -> tuple[Table, str]:
    """The file, opened with its columns found, and which index it is."""
    header = open_table(path, required=set(), known=()).header
    mapped = {**_find_columns(header), **context.columns}
    missing = [name for name in ("lsoa", "rank", "decile") if name not in mapped]
    if missing:
        raise FileError(
            f"{path} has no column for the {' or the '.join(missing)} of the Index of Multiple Deprivation. It needs "
            f"an LSOA code, an IMD rank and an IMD decile; it has: {', '.join(name[:40] for name in header[:8])}."
        )
    if any(_INDEX_OF_2015.search(name) for name in header):
        raise FileError(f"{path} is the index of 2015, which two newer ones replace: import that of 2019 or 2025.")
    name = _which(path, mapped["lsoa"], context.format)
    return open_table(
        path, required=set(mapped), known=("lsoa", "rank", "decile"), columns=mapped, reject=tally.reject
    ), name


def _find_columns(header: Sequence[str]) -> dict[str, str]:
    """Our columns to the file's own, the first that fits."""
    patterns = {"lsoa": _AREA_HEADER, "rank": _RANK_HEADER, "decile": _DECILE_HEADER}
    found: dict[str, str] = {}
    for theirs in header:
        for ours, pattern in patterns.items():
            fits = pattern.fullmatch(theirs) if ours == "lsoa" else pattern.search(theirs)
            if fits and ours not in found:
                found[ours] = theirs
    return found


def _which(path: Path, area_header: str, wanted: str) -> str:
    if wanted not in {*FORMATS, "auto"}:
        raise FileError(f"'{wanted}' is no format of an index of deprivation: choose {' or '.join(FORMATS)}, or auto.")
    said = _AREA_HEADER.fullmatch(area_header)
    if said is None:
        if wanted == "auto":
            raise FileError(
                f"{path}: the column '{area_header}' does not say of which census its areas are: add --format imd2019 "
                "(areas of 2011) or --format imd2025 (areas of 2021)."
            )
        return wanted
    found = next(name for name, vintage in _VINTAGES.items() if str(vintage.census).endswith(said["census"]))
    if wanted not in {"auto", found}:
        raise FileError(f"{path} is on areas of {_VINTAGES[found].census}, which is '{found}' and not '{wanted}'.")
    return found


def _read(table: Table, vintage: _Vintage, tally: Tally) -> Iterator[tuple[str, int, int]]:
    """Area, rank and decile of every good row."""
    first_seen: dict[str, int] = {}
    for number, row in table:
        try:
            area = _area(row["lsoa"])
            if first_seen.setdefault(area, number) != number:
                raise RowError(f"{area} is in row {first_seen[area]} already; the first one was kept.")
            yield area, _whole(row, "rank", vintage.n_areas), _whole(row, "decile", 10)
        except InputError as error:
            tally.reject(number, str(error), table.as_sent(row))


def _area(text: str) -> str:
    if _AREA.fullmatch(text):
        return text
    if _OTHER_AREA.fullmatch(text):
        raise RowError(f"{text} is not in England, and this index covers England alone.")
    raise RowError(f"'{text}' is not the code of an English LSOA, such as E01000001.")


def _whole(row: Mapping[str, str], name: str, highest: int) -> int:
    """A whole number from 1, with or without thousands commas or a nought behind a point."""
    text = row[name]
    found = re.fullmatch(r"(\d{1,3}(?:,\d{3})+|\d+)(?:\.0*)?", text)
    number = int(found[1].replace(",", "")) if found and len(text) <= _MOST_DIGITS else 0
    if not 1 <= number <= highest:
        raise RowError(f"{name} '{shown(text)}' is not a whole number from 1 to {highest:,}.", field=name)
    return number


def _refuse_misfit(path: Path, vintage: _Vintage, store: Store, areas: Sequence[str]) -> None:
    """Refuse an index whose areas no stored postcode carries, while they carry those of the other census."""
    carried = store.lsoa_vintages()
    other = next(entry for entry in _VINTAGES.values() if entry is not vintage)
    if carried[vintage.column] or not carried[other.column]:
        return
    lost = store.share_unmatched(areas, other.column)
    raise FileError(
        f"{path} is the {vintage.year} index, on LSOAs of {vintage.census}; the {carried[other.column]:,} stored "
        f"English postcodes carry LSOAs of {other.census}. Joining the two would silently lose {lost:.1%} of them: "
        f"import an NSPL or ONSPD that has the column {vintage.column} first, or use the {other.year} index."
    )


def _say(tally: Tally, vintage: _Vintage, store: Store) -> None:
    """How many stored postcodes the index joins, by country."""
    joins = store.deprivation_joins(vintage.year)
    if not joins:
        tally.note("No postcodes are stored yet, so nothing joins so far: import a postcode directory.")
    for country, joined in joins.items():
        where = f"{joined.n_with_area:,} postcodes of {country or 'unknown country'} with an LSOA of {vintage.census}"
        if country == "England":
            tally.note(f"{joined.n_joined:,} of {where} join this index ({joined.n_postcodes:,} stored in all).")
        elif joined.n_with_area:
            tally.note(f"{joined.n_joined:,} of {where} join: the index covers England alone.")
