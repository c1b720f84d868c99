"""A draft as the fields of a vacancy, for a person to confirm."""

from datetime import date
from typing import Any

from matcher.domain import Contract, PayNote, Vacancy
from matcher.domain.pay_floor import legal_floor
from matcher.text.adverts.draft import AdvertDraft
from matcher.text.adverts.readings import Need, Reading
from matcher.text.pay import FULL_TIME_HOURS, LEAST_FULL_TIME_HOURS, Pay, per_hour

__all__ = ["as_vacancy", "hourly_bounds", "vacancy_values"]

_LEAST_PLAUSIBLE_HOURLY, _MOST_PLAUSIBLE_HOURLY = 2.0, 100.0


def as_vacancy(draft: AdvertDraft, identifier: str, as_of: date, **given: Any) -> Vacancy:
    """The vacancy that the advert describes, for a person to confirm.

    Parameters
    ----------
    identifier : str
        The vacancy's id.
    as_of : date
        The day on which its pay is judged.
    **given
        Fields known otherwise; they win over what was read.
    """
    return Vacancy(**{**vacancy_values(draft, as_of), "id": identifier, **given})


def vacancy_values(draft: AdvertDraft, as_of: date) -> dict[str, Any]:
    """Fields of a `Vacancy` that an advert states; what it does not say is left out.

    A licence or vehicle that is only welcome is not needed. Months of experience are given where they are named, and 0
    where none is needed. Flags (a sex, an age) become nothing here: they are for a person to look at.
    """
    contract = _value(draft.contract)
    hours = draft.hours.value if draft.hours else None
    low, high = hourly_bounds(_value(draft.pay), (hours.low, hours.high) if hours else None, contract, as_of)
    values = {
        "title": draft.title or None,
        "occupation": draft.occupation,
        "role_family": draft.role_family,
        "hours_min": hours and hours.low,
        "hours_max": hours and hours.high,
        "guaranteed_hours": _value(draft.guaranteed_hours),
        "shifts_any_of": _value(draft.shifts_any_of),
        "shifts_all_required": _value(draft.shifts_all_required),
        "contract": contract,
        "pay_min_gbp_per_hour": low,
        "pay_max_gbp_per_hour": high,
        "pay_note": _note(draft),
        "dbs_level": _value(draft.dbs),
        "driving_licence": _is_needed(draft.driving_licence),
        "vehicle": _is_needed(draft.vehicle),
        "registration": _value(draft.registration),
        "experience_months": _months(draft),
        "qualification": _qualification(draft),
        "closes": _value(draft.closes),
        "positions": _value(draft.positions),
        "postcode": draft.postcodes[0].value if draft.postcodes else None,
        "essential_skills": tuple(reading.value for reading in draft.essential_skills) or None,
        "optional_skills": tuple(reading.value for reading in draft.optional_skills) or None,
    }
    return {name: value for name, value in values.items() if value is not None}


def hourly_bounds(
    pay: Pay | None, hours: tuple[float | None, float | None] | None, contract: Contract | None, day: date
) -> tuple[float | None, float | None]:
    """Pay by the hour, from and to; figures for a year are those of a full-time week unless that cannot be.

    A yearly figure that would lie under the legal floor of `day` for a full-time week, in an advert of fewer hours that
    does not say "pro rata", is read as what those fewer hours pay.
    """
    if pay is None:
        return None, None
    floor = legal_floor(day, None, apprentice=contract == Contract.APPRENTICESHIP)
    low, high = (
        None if amount is None else _hourly(amount, pay, hours and hours[end], floor)
        for end, amount in enumerate((pay.low, pay.high))
    )
    return (high, low) if low is not None and high is not None and low > high else (low, high)


def _hourly(amount: float, pay: Pay, hours: float | None, floor: float) -> float | None:
    is_full_time = hours is not None and hours >= LEAST_FULL_TIME_HOURS
    week = hours if hours is not None and is_full_time and not pay.pro_rata else FULL_TIME_HOURS
    hourly = per_hour(amount, pay.period, week, floor)
    if hourly < floor and hours is not None and not is_full_time and not pay.pro_rata and pay.period != "hour":
        hourly = per_hour(amount, pay.period, hours, floor)
    return hourly if _LEAST_PLAUSIBLE_HOURLY <= hourly < _MOST_PLAUSIBLE_HOURLY else None


def _value(reading: Reading[Any] | None) -> Any:
    return None if reading is None else reading.value


def _is_needed(reading: Reading[Need] | None) -> bool | None:
    return None if reading is None else reading.value is Need.NEEDED


def _months(draft: AdvertDraft) -> int | None:
    if draft.experience is None or draft.experience.value.need is Need.DESIRABLE:
        return None
    asked = draft.experience.value
    return 0 if asked.need is Need.NOT_NEEDED else asked.months or None


def _qualification(draft: AdvertDraft) -> str | None:
    asked = draft.qualification.value if draft.qualification else None
    return asked.id if asked is not None and asked.need is Need.NEEDED else None


def _note(draft: AdvertDraft) -> PayNote | None:
    """A note that explains the pay that was read: sleep-ins only where that pay is for them."""
    note = draft.pay_note
    if note is None:
        return None
    is_of_this_pay = draft.pay is not None and draft.pay.start == note.start and draft.pay.value.period == "day"
    return note.value if note.value is not PayNote.SLEEP_IN or is_of_this_pay else None
