"""Money, time and levels as providers of training write them: "free", "3 months", "45 mins + 30 mins", "Level 2"."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from functools import partial
from typing import TypeVar

from matcher.domain import Delivery, LearningPay, StartsWhen, StepKind
from matcher.errors import RowError
from matcher.importers.fields import read_date
from matcher.likeness.normalise import normalise

__all__ = [
    "read_delivery",
    "read_kind",
    "read_learning_hours",
    "read_learning_pay",
    "read_level",
    "read_pounds",
    "read_source_date",
    "read_starts",
    "read_starts_when",
    "read_weeks",
]

Word = TypeVar("Word", bound=StrEnum)

# Judgement: a day of teaching is seven hours; five such days are a week.
_HOURS_A_DAY = 7.0
_DAYS_A_WEEK = 5.0
_WEEKS_A_MONTH = 52 / 12

_FREE = frozenset({"free", "no charge", "no cost", "nil", "none", "fully funded", "0"})
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_POUNDS = re.compile(
    rf"£?\s*({_NUMBER})\s*(?:gbp|pounds?)?\s*(?:(?:per|a|/)\s*(?:person|learner|place|head)|each|pp|p/p)?\s*"
    r"(?:\(?inc(?:l|luding)?\.? ?vat\)?)?",
    re.IGNORECASE,
)
_SPAN = re.compile(
    rf"({_NUMBER})\s*(?:guided |learning |taught )*(hours?|hrs?|h|minutes?|mins?|days?)\b", re.IGNORECASE
)
_RANGE = re.compile(rf"(?:{_NUMBER})\s*(?:-|–|to)\s*(?:{_NUMBER})", re.IGNORECASE)
_LENGTH = re.compile(rf"({_NUMBER})\s*(weeks?|wks?|w|months?|mths?|years?|yrs?|days?)?", re.IGNORECASE)
_LEVEL = re.compile(r"(?:level|l|rqf)?\s*([0-8])", re.IGNORECASE)

_KINDS = {
    **dict.fromkeys(("training", "course", "qualification", "award", "certificate", "diploma"), StepKind.TRAIN),
    **dict.fromkeys(("e learning", "module", "class"), StepKind.TRAIN),
    **dict.fromkeys(("dbs", "dbs check"), StepKind.CHECK),
    **dict.fromkeys(("volunteering", "voluntary"), StepKind.VOLUNTEER),
    "registration": StepKind.REGISTER,
}
_DELIVERIES = {
    **dict.fromkeys(("in person", "face to face", "college", "taught", "on site", "class"), Delivery.CLASSROOM),
    **dict.fromkeys(("e learning", "elearning", "virtual", "distance", "distance learning", "remote"), Delivery.ONLINE),
    **dict.fromkeys(("hybrid", "mixed", "online and in person"), Delivery.BLENDED),
    **dict.fromkeys(("workplace", "work based", "on the job", "at work", "in the workplace"), Delivery.IN_POST),
}
_STARTS_WHEN = {
    **dict.fromkeys(("any time", "always", "anyone", "open to all"), StartsWhen.ANYTIME),
    **dict.fromkeys(("job offer", "with an offer", "conditional offer"), StartsWhen.OFFER),
    **dict.fromkeys(("employed", "must be employed", "working in care", "in work"), StartsWhen.IN_POST),
}
_PAYS = {
    **dict.fromkeys(("no", "unpaid"), LearningPay.NONE),
    **dict.fromkeys(("wage", "wage of the post", "paid by employer", "normal pay", "yes"), LearningPay.POST),
    **dict.fromkeys(("apprentice wage", "apprenticeship wage"), LearningPay.APPRENTICE),
    **dict.fromkeys(("by the hour", "per hour"), LearningPay.HOURLY),
}
_ROLLING = frozenset({"rolling", "ongoing", "any time", "anytime", "roll on roll off", "flexible", "self paced", "now"})


def _read(text: str, vocabulary: type[Word], synonyms: Mapping[str, Word]) -> Word:
    said = normalise(text.replace("_", " "))
    known = {normalise(word.value.replace("_", " ")): word for word in vocabulary} | dict(synonyms)
    if said not in known:
        raise RowError(f"write one of {', '.join(vocabulary)}, or leave it blank if it is not known.")
    return known[said]


read_kind: Callable[[str], StepKind] = partial(_read, vocabulary=StepKind, synonyms=_KINDS)
read_delivery: Callable[[str], Delivery] = partial(_read, vocabulary=Delivery, synonyms=_DELIVERIES)
read_starts_when: Callable[[str], StartsWhen] = partial(_read, vocabulary=StartsWhen, synonyms=_STARTS_WHEN)
read_learning_pay: Callable[[str], LearningPay] = partial(_read, vocabulary=LearningPay, synonyms=_PAYS)


def read_pounds(text: str) -> float:
    """A sum of money: ``49.50``, ``£1,200``, ``£65 per person``, ``free``."""
    if normalise(text) in _FREE:
        return 0.0
    found = _POUNDS.fullmatch(text.strip())
    if found is None:
        raise RowError("write one sum in pounds that is not below 0, such as 49.50, or free.")
    return _number(found[1])


def read_weeks(text: str) -> float:
    """A length in weeks: ``6``, ``6 weeks``, ``3 months``, ``2 years``, ``half a day``; five days are a week."""
    words = re.sub(r"\bhalf (?:a )?day\b", "0.5 days", text.strip().casefold())
    found = _LENGTH.fullmatch(words)
    if found is None:
        raise RowError(
            "write a length that is not below 0, such as 6 weeks or 3 months; a number of hours goes into "
            "learning_hours."
        )
    number, unit = _number(found[1]), (found[2] or "w")[0]
    return number * {"w": 1.0, "m": _WEEKS_A_MONTH, "y": 52.0, "d": 1 / _DAYS_A_WEEK}[unit]


def read_learning_hours(text: str) -> float:
    """All the hours of learning: ``580 hours``, ``45 mins + 30 mins = 75 mins``, ``40 learning hours (8 taught)``.

    What stands in brackets is left aside, of a sum its result counts, and a day is seven hours.
    """
    words = re.sub(r"\([^)]*\)", " ", text).rpartition("=")[2]
    if re.fullmatch(_NUMBER, words.strip()):
        return _number(words.strip())
    spans = _SPAN.findall(words)
    if not spans or _RANGE.search(words) or words.strip().startswith("-"):
        raise RowError("write one number of hours that is not below 0, such as 40 hours or 90 minutes.")
    return sum(_number(number) * {"h": 1.0, "m": 1 / 60, "d": _HOURS_A_DAY}[unit[0].lower()] for number, unit in spans)


def read_level(text: str) -> int:
    """A level: ``2``, ``Level 2``, ``L3``; ``entry`` and its steps are 0."""
    words = text.strip().casefold()
    if re.fullmatch(r"(?:pre[ -])?entry(?: level)?(?: [123])?", words):
        return 0
    found = _LEVEL.fullmatch(words)
    if found is None:
        raise RowError("write one level from entry to 8, such as 2, or leave it blank.")
    return int(found[1])


def read_starts(text: str) -> tuple[date, ...] | None:
    """Dates it starts on, between semicolons or commas; ``rolling`` and its like are None: any day."""
    if normalise(text) in _ROLLING:
        return None
    return tuple(sorted({read_date(part) for part in re.split(r"[;,\n]", text) if part.strip()}))


def read_source_date(text: str) -> str:
    """A year, a month or a day, as ``2026``, ``2026-11`` or ``2026-11-25``."""
    return text.strip() if re.fullmatch(r"\d{4}(-\d{2})?", text.strip()) else read_date(text).isoformat()


def _number(text: str) -> float:
    return float(text.replace(",", ""))
