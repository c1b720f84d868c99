"""Indices of Multiple Deprivation, joined to postcodes by the small area (LSOA) each index is built on."""

from collections.abc import Collection
from dataclasses import dataclass

import pandas as pd
import sqlalchemy as sa
from sqlalchemy.orm import InstrumentedAttribute, Session

from matcher.store.counts import Counts
from matcher.store.tables import DeprivationRow, PostcodeRow
from matcher.store.upserts import merge_plain

__all__ = [
    "LSOA_COLUMN",
    "Joined",
    "deprivation_joins",
    "deprivation_vintages",
    "lsoa_vintages",
    "rank_of",
    "share_unmatched",
    "upsert_deprivation",
]

# The 2019 index is built on the areas of the 2011 census, the 2025 index on those of 2021; newest first.
LSOA_COLUMN: dict[int, "InstrumentedAttribute[str | None]"] = {2025: PostcodeRow.lsoa21, 2019: PostcodeRow.lsoa11}
# Indices of deprivation cover England alone, whose areas begin so.
_ENGLISH = "E01%"


@dataclass(frozen=True, slots=True)
class Joined:
    """Of one country's postcodes: how many join an index, how many carry an area it could join by, and all."""

    n_joined: int
    n_with_area: int
    n_postcodes: int


def upsert_deprivation(session: Session, frame: pd.DataFrame) -> Counts:
    """Store rows of ``lsoa, vintage, rank, decile``; an area given twice takes its last row."""
    columns = ("lsoa", "vintage", "rank", "decile")
    rows = zip(*(frame[name].tolist() for name in columns), strict=True)
    return merge_plain(session, DeprivationRow, [dict(zip(columns, row, strict=True)) for row in rows])


def deprivation_vintages(session: Session) -> dict[int, int]:
    """How many areas of each index are stored."""
    counted = sa.select(DeprivationRow.vintage, sa.func.count()).group_by(DeprivationRow.vintage)
    rows = session.execute(counted.order_by(DeprivationRow.vintage))
    return {row[0]: row[1] for row in rows}


def lsoa_vintages(session: Session) -> dict[str, int]:
    """How many English postcodes carry an area of each census, by the name of the column."""
    counts = [sa.func.count().filter(column.like(_ENGLISH)) for column in LSOA_COLUMN.values()]
    row = session.execute(sa.select(*counts).select_from(PostcodeRow)).one()
    return {column.key: n for column, n in zip(LSOA_COLUMN.values(), row, strict=True)}


def share_unmatched(session: Session, areas: Collection[str], column: str) -> float:
    """The share of English postcodes whose area, by a column of either census, is not among `areas`; 0 to 1."""
    area = getattr(PostcodeRow, column)
    counted = session.execute(sa.select(area, sa.func.count()).where(area.like(_ENGLISH)).group_by(area)).all()
    known = set(areas)
    n_all = sum(n for _, n in counted)
    return sum(n for code, n in counted if code not in known) / n_all if n_all else 0.0


def deprivation_joins(session: Session, vintage: int) -> dict[str, Joined]:
    """How postcodes join an index, by country (empty where unknown)."""
    joined = sa.select(
        PostcodeRow.country, sa.func.count(DeprivationRow.rank), sa.func.count(LSOA_COLUMN[vintage]), sa.func.count()
    ).outerjoin(DeprivationRow, _same_area(vintage))
    rows = session.execute(joined.group_by(PostcodeRow.country).order_by(PostcodeRow.country))
    return {row[0] or "": Joined(*row[1:]) for row in rows}


def rank_of(session: Session, postcode: str, vintage: int) -> int | None:
    """The rank of a stored postcode's area."""
    joined = sa.select(DeprivationRow.rank).join(PostcodeRow, _same_area(vintage))
    return session.scalar(joined.where(PostcodeRow.postcode == postcode))


def _same_area(vintage: int) -> sa.ColumnElement[bool]:
    return sa.and_(DeprivationRow.vintage == vintage, DeprivationRow.lsoa == LSOA_COLUMN[vintage])
