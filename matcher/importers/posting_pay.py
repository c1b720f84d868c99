"""What a `JobPosting` states of pay and hours in fields of their own."""

import re
from collections.abc import Mapping
from typing import Any

from matcher.importers.posting_fields import Posting, text_of
from matcher.text.adverts.readings import Hours, Reading
from matcher.text.adverts.sections import place_sentences
from matcher.text.adverts.sentences import split_sentences
from matcher.text.adverts.terms.hours import read_hours
from matcher.text.adverts.terms.pay import Salary
from matcher.text.pay import read_pay
from matcher.text.plain import plain_text

__all__ = ["read_posting_hours", "read_posting_pay"]

_FIGURE = re.compile(r"£?\s*(\d{1,3}(?:,\d{3}){1,3}(?:\.\d{1,20})?|\d{1,12}(?:\.\d{0,20})?)")
_MOST_LETTERS = 400


def read_posting_hours(posting: Posting) -> Reading[Hours] | None:
    """Fewest and most hours a week that the field `workHours` states."""
    stated = " ".join(plain_text(text_of(posting.get("workHours"))[:_MOST_LETTERS]).split())
    return read_hours(place_sentences(split_sentences(f"Hours: {stated}"))) if stated else None


def read_posting_pay(posting: Posting) -> Salary:
    """The words of the field `baseSalary`, and the pay that they and the figures beside them state."""
    salary = posting.get("baseSalary")
    salary = salary[0] if isinstance(salary, list) and salary else salary
    if not isinstance(salary, Mapping):
        text = plain_text(text_of(salary)[:_MOST_LETTERS])
        return Salary(text, read_pay(text))
    if text_of(salary.get("currency")).upper() not in {"", "GBP"}:
        return Salary()
    value = salary.get("value")
    fields = value if isinstance(value, Mapping) else {**salary, "value": value}
    text = plain_text(text_of(fields.get("value"))[:_MOST_LETTERS])
    figures = (_figure(fields.get("minValue")), _figure(fields.get("maxValue")))
    return Salary(text, read_pay(text, unit=text_of(fields.get("unitText")), figures=figures))


def _figure(value: Any) -> float | None:
    found = _FIGURE.fullmatch(text_of(value))
    return float(found[1].replace(",", "")) if found else None
