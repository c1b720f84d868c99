"""The least that may lawfully be paid for an hour, on a day."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from matcher.domain.vocabularies import AgeBand
from matcher.errors import DataError
from matcher.packaged import read_table

__all__ = ["legal_floor"]


@dataclass(frozen=True, slots=True)
class _Rate:
    since: date
    youngest: int
    oldest: int
    apprentice: bool
    gbp_per_hour: float

    def covers(self, age_band: AgeBand | None) -> bool:
        return age_band is None or (self.youngest <= age_band.oldest and age_band.youngest <= self.oldest)


def legal_floor(day: date, age_band: AgeBand | None = None, *, apprentice: bool = False) -> float:
    """Pounds an hour that pay may not fall below on `day`.

    Parameters
    ----------
    day : date
        The day the work is judged on.
    age_band : AgeBand or None
        None: anybody may be hired, so the adult top rate. Where a band spans two rates (21 and over had two until
        2024) the higher one holds, because whoever is hired must be paid lawfully.
    apprentice : bool
        The rate of apprentices under 19 or in their first year, whatever their age.

    Returns
    -------
    float
        0.0 before the first rate of the table, when nothing can be said to lie under it.
    """
    in_force = [rate for rate in _rates() if rate.since <= day]
    if not in_force:
        return 0.0
    latest = max(rate.since for rate in in_force)
    return max(
        rate.gbp_per_hour
        for rate in in_force
        if rate.since == latest and rate.apprentice == apprentice and (apprentice or rate.covers(age_band))
    )


@cache
def _rates() -> tuple[_Rate, ...]:
    return tuple(_rate(number, row) for number, row in enumerate(read_table("pay", "floors.csv"), start=2))


def _rate(number: int, row: dict[str, str]) -> _Rate:
    try:
        return _Rate(
            since=date.fromisoformat(row["from"]),
            youngest=int(row["age_from"]),
            oldest=int(row["age_to"] or 200),
            apprentice={"yes": True, "no": False}[row["apprentice"]],
            gbp_per_hour=float(row["gbp_per_hour"]),
        )
    except (KeyError, ValueError) as error:
        raise DataError(f"pay/floors.csv, row {number}: {error} cannot be read; see its README.") from error
