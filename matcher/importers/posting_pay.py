"""What a `JobPosting` pays by the hour, and for how many hours a week."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from matcher.domain import Contract
from matcher.domain.pay_floor import legal_floor
from matcher.importers.adverts_text import plain_text
from matcher.importers.pay import FULL_TIME_HOURS, LEAST_FULL_TIME_HOURS, Pay, per_hour, read_pay
from matcher.importers.posting_fields import Posting, text_of

__all__ = ["HourlyPay", "read_posting_hours", "read_posting_pay"]

_HOURS = re.compile(
    r"(?<![\d.])(\d{1,2}(?:\.\d{1,2})?)(?:\s*(?:-|–|to|or|/)\s*(\d{1,2}(?:\.\d{1,2})?))?\s*(?:hours?|hrs?)\s*"
    r"(?:(?:per|a|each|/|p)\s*)(?:week|wk|w\b)",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"£?\s*(\d{1,3}(?:,\d{3}){1,3}(?:\.\d{1,20})?|\d{1,12}(?:\.\d{0,20})?)")
# Judgement: above this a statement of hours is a slip or counts something else (a fortnight, sleep-ins).
_MOST_HOURS = 60.0
_LEAST_PLAUSIBLE_HOURLY, _MOST_PLAUSIBLE_HOURLY = 2.0, 100.0
HoursAWeek = tuple[float, float]


@dataclass(frozen=True, slots=True)
class HourlyPay:
    """Pounds an hour from and to, and the time the advert's own figures are for (empty when it gives none)."""

    low: float | None = None
    high: float | None = None
    period: str = ""


def read_posting_hours(posting: Posting, description: str) -> HoursAWeek | None:
    """Fewest and most hours a week, where the advert states them once; None where it states none, or several."""
    for text in (text_of(posting.get("workHours")), description):
        stated = {_span(found) for found in _HOURS.finditer(text)}
        stated = {(low, high) for low, high in stated if 0 < low <= high <= _MOST_HOURS}
        if len(stated) == 1:
            return stated.pop()
    return None


def _span(found: re.Match[str]) -> HoursAWeek:
    low = float(found[1])
    return low, float(found[2] or low)


def read_posting_pay(posting: Posting, hours: HoursAWeek | None, contract: Contract | None, day: date) -> HourlyPay:
    """Pay by the hour; figures for a year are those of a full-time week unless that cannot be.

    A yearly figure that would lie under the legal floor of `day` for a full-time week, in an advert of fewer hours that
    does not say "pro rata", is read as what those fewer hours pay.
    """
    pay = _stated_pay(posting)
    if pay is None:
        return HourlyPay()
    floor = legal_floor(day, None, apprentice=contract == Contract.APPRENTICESHIP)
    low, high = (
        None if amount is None else _hourly(amount, pay, hours and hours[end], floor)
        for end, amount in enumerate((pay.low, pay.high))
    )
    if low is not None and high is not None and low > high:
        low, high = high, low
    return HourlyPay(low, high, pay.period)


def _hourly(amount: float, pay: Pay, hours: float | None, floor: float) -> float | None:
    is_full_time = hours is not None and hours >= LEAST_FULL_TIME_HOURS
    week = hours if hours is not None and is_full_time and not pay.pro_rata else FULL_TIME_HOURS
    hourly = per_hour(amount, pay.period, week, floor)
    if hourly < floor and hours is not None and not is_full_time and not pay.pro_rata and pay.period != "hour":
        hourly = per_hour(amount, pay.period, hours, floor)
    return hourly if _LEAST_PLAUSIBLE_HOURLY <= hourly < _MOST_PLAUSIBLE_HOURLY else None


def _stated_pay(posting: Posting) -> Pay | None:
    salary = posting.get("baseSalary")
    salary = salary[0] if isinstance(salary, list) and salary else salary
    if not isinstance(salary, Mapping):
        return read_pay(plain_text(text_of(salary)))
    if text_of(salary.get("currency")).upper() not in {"", "GBP"}:
        return None
    value = salary.get("value")
    if isinstance(value, Mapping):
        return _quantity(value)
    bounds = (_figure(salary.get("minValue")), _figure(salary.get("maxValue")))
    return read_pay(plain_text(text_of(value)), unit=text_of(salary.get("unitText")), figures=bounds)


def _quantity(value: Mapping[str, Any]) -> Pay | None:
    text = plain_text(text_of(value.get("value")))
    bounds = (_figure(value.get("minValue")), _figure(value.get("maxValue")))
    return read_pay(text, unit=text_of(value.get("unitText")), figures=bounds)


def _figure(value: Any) -> float | None:
    found = _FIGURE.fullmatch(text_of(value))
    return float(found[1].replace(",", "")) if found else None
