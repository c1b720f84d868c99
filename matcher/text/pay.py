"""Pay as adverts and spreadsheets write it, brought to pounds an hour.

What the words say counts ("£9.15/hour"), as long as the figure can be it: nobody is paid £9.15 a year or £24,000 an
hour, whatever the field beside it says. Where no words say, the size of the figure does.
"""

import re
from dataclasses import dataclass
from typing import NamedTuple

from matcher.errors import RowError

__all__ = ["FULL_TIME_HOURS", "WEEKS_A_YEAR", "Pay", "per_hour", "read_hourly_pay", "read_pay", "read_pay_note"]

WEEKS_A_YEAR = 52.14  # 365 days by 7, as NHS and council pay scales reckon
# Judgement: employers who pay the legal minimum as a salary reckon it over 52 weeks. Read over 52.14 it would seem to
# lie a penny or two under the floor, so a figure that meets the floor only so is read so.
WEEKS_AS_SALARIES = 52.0
# Judgement: the NHS and council working week; it stands in where an advert names no hours, and for "pro rata", where
# the yearly figure is that of a full-time post.
FULL_TIME_HOURS = 37.5
LEAST_FULL_TIME_HOURS = 35.0
DAYS_A_WEEK = 5.0
MONTHS_A_YEAR = 12.0

# Judgement: what an hour, a day, a week, a month and a year of care work can pay, apprentices to managers, widely
# drawn.
_PLAUSIBLE = {"hour": (2.0, 100.0), "day": (20.0, 600.0), "week": (50.0, 2500.0), "month": (200.0, 9000.0),
              "year": (3000.0, 200_000.0)}  # fmt: skip
# Judgement: with no words, a figure below 100 can only be by the hour and one from 5,000 only by the year. Between
# them it may be a day, a week or a month; the two bounds are used to suggest, never to land.
_HOURLY_BELOW, _WEEKLY_BELOW, _YEARLY_FROM = 100.0, 1000.0, 5000.0

_NUMBER = r"(\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d+(?:\.\d+)?)\s?(k(?![a-z]))?"
# What may not follow a figure, lest part of one be read as the whole: 12,71 is not 12, nor is 1e9 or "12 . 71".
_CUT = r"(?!\d|[.,]\d|\s+[.,]\s*\d|(?<=\s)[.,]\s*\d|e\d)"
_TO = r"\s*(?:-|to|rising to|up to|and)\s*"
_WITH_SIGN = re.compile(rf"£\s*{_NUMBER}(?:{_TO}£?\s*{_NUMBER})?{_CUT}")
_BARE = re.compile(rf"(?<![\w.,]){_NUMBER}(?:{_TO}{_NUMBER})?(?!%){_CUT}")
_NOT_PAY = re.compile(
    r"(?:bands?|grade|level|scale|point|scp|nvq|qcf)\s*\d+[a-z]?(?:\s*(?:-|to|or|/)\s*(?:band\s*)?\d+[a-z]?)?"
    r"|\d+(?:\.\d+)?\s*%"
    r"|\d+(?:\.\d+)?\s*(?:-|to|or)?\s*(?:\d+(?:\.\d+)?\s*)?(?:hours|hrs)\b"
    r"|(?:inclusive of|including|inc\.?|plus|\+)\s*£[\d,.]+[^£]*?(?:allow|bonus|supplement|hcas)"
)
_PERIOD_WORDS = {
    "hour": r"(?:per|an|a|each|/)\s*ho?u?r\b|\bp\.?\s?/?\s?h(?:r|our)?\b\.?|\d\s?p/?hr?\b|\bhourly\b",
    "day": r"(?:per|a|each|/)\s*(?:day|shift|night)\b|\bdaily\b|\bp/?d\b|\bper sleep",
    "week": r"(?:per|a|each|/)\s*(?:week|wk)\b|\bweekly\b|\bp\.?/?w\b",
    "month": r"(?:per|a|each|/)\s*month\b|\bmonthly\b|\bp\.?/?c?\.?m\b",
    "year": r"(?:per|an?|each|/)\s*(?:annum|year|yr)\b|\bp\.?\s?/?a\b\.?|\bannual(?:ly)?\b|\byearly\b|pro[\s-]?rata",
}
_PRO_RATA = re.compile(r"pro[\s-]?rata|\bp\.?a\.?,? pr\b|full[\s-]time (?:hours|equivalent)|\bf\.?t\.?e\b")
# Judgement: pay is said in fewer letters than this; a longer text is read only so far.
_MOST_LETTERS = 200
# What leaves a range open stands right before the figure, or is a plus sign behind it.
_UP_TO = re.compile(r"\bup to\b[^£\d,;.]{0,25}£?\s*\d")
_FROM = re.compile(
    r"\b(?:from|starting|minimum|at least)\b[^£\d,;.]{0,25}£?\s*\d|\d\s?\+\s*(?:per|an?|p/?h)\b|\dp/?h\s?\+(?!\s?\w)"
)
_UNITS = {"HOUR": "hour", "DAY": "day", "WEEK": "week", "MONTH": "month", "YEAR": "year"}
_NOTES = {
    "sleep_in": ("sleep in", "sleep ins", "sleepin", "sleeping in"),
    "age_band": ("age band", "age", "under 21", "age rate", "youth rate"),
    "apprentice": ("apprentice", "apprenticeship", "apprentice rate"),
}


class _Amount(NamedTuple):
    low: float
    high: float
    is_range: bool


@dataclass(frozen=True, slots=True)
class Pay:
    """Pay as it is meant: the lower and upper figure, either of which may be missing, and what time they are for.

    `period` is ``hour``, ``day``, ``week``, ``month`` or ``year``; `pro_rata` says that the figures are those of a
    full-time post.
    """

    low: float | None
    high: float | None
    period: str
    pro_rata: bool = False


def read_pay(text: str, *, unit: str = "", figures: tuple[float | None, float | None] = (None, None)) -> Pay | None:
    """Pay from free text and, where it names no figure, from the fields beside it.

    Parameters
    ----------
    text : str
        As written: ``£9.03- £16.85``, ``Band 2 AFC £17,652 per annum (Pro Rata``.
    unit : str
        schema.org's `unitText`; believed only where the figure can be it.
    figures : pair of float or None
        schema.org's `minValue` and `maxValue`.

    Returns
    -------
    Pay or None
        None where nothing tells a figure, or what time it is for.
    """
    words = _tidy(text)
    low, high = _bounds(words, _amounts(words)) or figures
    known = [amount for amount in (low, high) if amount is not None]
    period = _period(max(known), words, _UNITS.get(unit.strip().upper(), "")) if known else ""
    if not period:
        return None
    kept = [amount if amount is not None and _fits(amount, period) else None for amount in (low, high)]
    return Pay(kept[0], kept[1], period, pro_rata=bool(_PRO_RATA.search(words)))


def per_hour(amount: float, period: str, hours_a_week: float = FULL_TIME_HOURS, floor: float = 0.0) -> float:
    """Pounds an hour, to the penny.

    ``year / 52.14 / hours``, ``month * 12 / 52.14 / hours``, ``week / hours``, ``day * 5 / hours``; over 52 weeks where
    only that meets `floor`.
    """
    if period == "hour":
        return round(amount, 2)
    if period in {"day", "week"}:
        return round(amount * (DAYS_A_WEEK if period == "day" else 1.0) / hours_a_week, 2)
    a_year = amount * (MONTHS_A_YEAR if period == "month" else 1.0)
    exact, as_salary = (round(a_year / weeks / hours_a_week, 2) for weeks in (WEEKS_A_YEAR, WEEKS_AS_SALARIES))
    return as_salary if exact < floor <= as_salary else exact


def read_hourly_pay(text: str) -> float:
    """Pounds an hour from a cell that should hold one figure: ``£12.50``, ``12.50 per hour``.

    Raises
    ------
    RowError
        No figure, more than one, part of one, or a figure that is for a year, a month or a week: the remedy names it by
        the hour.
    """
    if len(text) > _MOST_LETTERS:
        raise RowError("write pounds an hour alone, such as 12.71, or leave it blank.")
    words = _tidy(text)
    amounts = _amounts(words)
    if re.match(r"£?\s*-", words) or (amounts and amounts[0].high <= 0):
        raise RowError("pay is above zero: write pounds an hour, such as 12.71, or leave it blank.")
    if not amounts or not _is_whole(words):
        raise RowError("write pounds an hour, such as 12.71, or leave it blank.")
    if len(amounts) > 1 or amounts[0].is_range:
        raise RowError("write one figure; a range goes into pay_min_gbp_per_hour and pay_max_gbp_per_hour.")
    amount = amounts[0].low
    period = _stated(words) or _likely(amount)
    if period == "hour" and amount < _HOURLY_BELOW:
        return amount
    raise RowError(_not_hourly(amount, period))


def _is_whole(words: str) -> bool:
    """Whether the figures read hold every digit there is, and no letter but those of a time stands against them."""
    pattern = _WITH_SIGN if "£" in words else _BARE
    rest = re.sub(_PERIOD_WORDS["hour"].replace(r"\d\s?p", r"(?<=\d)\s?p"), " ", words)
    rest = pattern.sub(lambda found: "# " if found[0].endswith(" ") else "#", rest)
    return not re.search(r"\d|#(?!p\.?[a-z])[a-z]", rest)


def read_pay_note(text: str) -> str:
    """Why pay may lie under the legal floor: ``sleep_in``, ``age_band`` or ``apprentice``."""
    words = " ".join(re.split(r"[\s_-]+", text.strip().casefold()))
    for note, names in _NOTES.items():
        if words in names:
            return note
    raise RowError(f"write one of {', '.join(_NOTES)}, or leave it blank.")


def _not_hourly(amount: float, period: str) -> str:
    if not _fits(amount, period):
        true_period = _likely(amount)
        if true_period == "hour":
            return f"£{amount:,.2f} cannot be pay for a {period}: if it is for an hour, write {amount:.2f}."
        period = true_period
    reckoned = per_hour(amount, period)
    if not _fits(reckoned, "hour"):
        return f"£{amount:,.2f} cannot be pay for an hour: write pounds an hour, such as 12.71, or leave it blank."
    how = {
        "year": f"÷ {WEEKS_A_YEAR} weeks ÷ {FULL_TIME_HOURS} hours",
        "month": f"x 12 ÷ {WEEKS_A_YEAR} weeks ÷ {FULL_TIME_HOURS} hours",
        "week": f"÷ {FULL_TIME_HOURS} hours",
        "day": f"÷ {FULL_TIME_HOURS / DAYS_A_WEEK} hours",
    }[period]
    return (
        f"£{amount:,.2f} is pay for a {period}, not for an hour: write pounds an hour, which is about "
        f"{reckoned:.2f} full time ({how})."
    )


def _tidy(text: str) -> str:
    words = re.sub(r"[\u2010-\u2015\u2212]", "-", " ".join(text.split()).casefold())
    if len(words) > _MOST_LETTERS:
        words = words[:_MOST_LETTERS].rpartition(" ")[0]
    return _NOT_PAY.sub(" ", words.replace("gbp", "£"))


def _amounts(words: str) -> list[_Amount]:
    pattern = _WITH_SIGN if "£" in words else _BARE
    return [_amount(found) for found in pattern.finditer(words)]


def _amount(found: re.Match[str]) -> _Amount:
    low_digits, low_k, high_digits, high_k = found.groups()
    low = _value(low_digits, low_k or (high_k if high_digits else None))
    if high_digits is None:
        return _Amount(low, low, is_range=False)
    return _Amount(low, _value(high_digits, high_k), is_range=True)


def _value(digits: str, thousands: str | None) -> float:
    return float(digits.replace(",", "")) * (1000.0 if thousands else 1.0)


def _bounds(words: str, amounts: list[_Amount]) -> tuple[float | None, float | None] | None:
    """Lowest and highest pay: the first range where there is one, else all single figures of the first one's size."""
    if not amounts:
        return None
    chosen = next((amount for amount in amounts if amount.is_range), None)
    alike = [amount.low for amount in amounts if _likely(amount.low) == _likely(amounts[0].low)]
    low, high = sorted((chosen.low, chosen.high)) if chosen else (min(alike), max(alike))
    if low == high and _UP_TO.search(words):
        return None, high
    if low == high and _FROM.search(words):
        return low, None
    return low, high


def _period(amount: float, words: str, unit: str) -> str:
    for period in (_stated(words), unit):
        if period and _fits(amount, period):
            return period
    if amount < _HOURLY_BELOW and _fits(amount, "hour"):
        return "hour"
    return "year" if amount >= _YEARLY_FROM and _fits(amount, "year") else ""


def _stated(words: str) -> str:
    """The time that the words name first, or empty."""
    found = {period: re.search(pattern, words) for period, pattern in _PERIOD_WORDS.items()}
    places = {period: match.start() for period, match in found.items() if match}
    return min(places, key=lambda period: places[period]) if places else ""


def _likely(amount: float) -> str:
    if amount < _HOURLY_BELOW:
        return "hour"
    if amount < _WEEKLY_BELOW:
        return "week"
    return "month" if amount < _YEARLY_FROM else "year"


def _fits(amount: float, period: str) -> bool:
    low, high = _PLAUSIBLE[period]
    return low <= amount < high
