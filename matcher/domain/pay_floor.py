"""The least that may lawfully be paid for an hour, on a day."""

from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from matcher.domain.records import Vacancy
from matcher.domain.vocabularies import AgeBand, Contract, PayNote
from matcher.errors import DataError
from matcher.packaged import read_table

__all__ = ["explained_floor", "is_draft", "legal_floor", "pay_note_of"]


@dataclass(frozen=True, slots=True)
class _Rate:
    since: date
    youngest: int
    oldest: int
    apprentice: bool
    gbp_per_hour: float

    def covers(self, age_band: AgeBand | None) -> bool:
        return age_band is None or (self.youngest <= age_band.oldest and age_band.youngest <= self.oldest)


@lru_cache(maxsize=1024)
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


def explained_floor(day: date, note: PayNote | None) -> float:
    """Pounds an hour that pay with this explanation may not fall below: none at all for a sleep-in.

    An age band's floor is that of its youngest; whom the rate may be paid to is judged with the person.
    """
    if note is PayNote.SLEEP_IN:
        return 0.0
    band = AgeBand.FROM_16 if note is PayNote.AGE_BAND else None
    return legal_floor(day, band, apprentice=note is PayNote.APPRENTICE)


def pay_note_of(vacancy: Vacancy) -> PayNote | None:
    """The explanation given; an apprenticeship explains itself."""
    return PayNote.APPRENTICE if vacancy.contract is Contract.APPRENTICESHIP else vacancy.pay_note


def is_draft(vacancy: Vacancy, day: date) -> bool:
    """Whether a vacancy pays less than the law asks for on a day, and nothing explains it."""
    pay = vacancy.pay_min_gbp_per_hour or vacancy.pay_max_gbp_per_hour
    return pay is not None and pay < explained_floor(day, pay_note_of(vacancy))


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
