"""What simple patterns and exact names read of an advert: the yardstick beside our reader.

Written as somebody would in an afternoon, honestly and without looking at the marks: one pattern a field, on the whole
text, no sections and no negation.
"""

import re
from collections.abc import Mapping
from typing import Any

from matcher.likeness import normalise
from matcher.taxonomy import Taxonomy

__all__ = ["read_baseline"]

_HOURS = re.compile(
    r"(\d{1,2}(?:\.\d{1,2})?)(?:\s*(?:-|–|to)\s*(\d{1,2}(?:\.\d{1,2})?))?\s*(?:hours?|hrs?)", re.IGNORECASE
)
_PAY = re.compile(r"£\s*([\d,]+(?:\.\d{1,2})?)(?:\s*(?:-|–|to)\s*£?\s*([\d,]+(?:\.\d{1,2})?))?")
_PERIODS = {
    "hour": r"per hour|/hour|p/h|ph\b",
    "week": r"per week",
    "month": r"per month",
    "year": r"annum|per year|\bpa\b",
}
_LICENCE = re.compile(r"driving licen[cs]e", re.IGNORECASE)
_SHIFTS = {
    "days": r"\bdays? shifts?\b|\bearly\b|\bearlies\b|monday to friday",
    "evenings": r"\bevenings?\b|\blates?\b",
    "waking_nights": r"\bnights?\b",
    "sleep_ins": r"sleep[- ]?ins?",
    "weekends": r"\bweekends?\b|\bsaturday\b|\bsunday\b",
    "rota": r"\brota\b|shift pattern",
}


def read_baseline(title: str, salary: str, description: str, taxonomy: Taxonomy) -> Mapping[str, Any]:
    """Hours, pay, licence, shifts and essential skills of an advert, in the form of marks by hand."""
    text = f"{title}\n{salary}\n{description}"
    hours = _HOURS.search(text)
    return {
        "hours": (float(hours[1]), float(hours[2] or hours[1])) if hours else None,
        "pay": _pay(text),
        "licence": "needed" if _LICENCE.search(text) else None,
        "shifts": [name for name, words in _SHIFTS.items() if re.search(words, text, re.IGNORECASE)],
        "essential_skills": _skills(text, taxonomy),
    }


def _pay(text: str) -> dict[str, Any] | None:
    found = _PAY.search(text)
    if found is None:
        return None
    low = float(found[1].replace(",", "") or 0)
    high = float(found[2].replace(",", "") or 0) if found[2] else low
    stated = (name for name, words in _PERIODS.items() if re.search(words, text, re.IGNORECASE))
    return {"low": low, "high": high, "period": next(stated, "year")}


def _skills(text: str, taxonomy: Taxonomy) -> list[str]:
    """Skills whose label or plain name stands in the text as it is."""
    words = f" {normalise(text)} "
    return [
        skill.id
        for skill in taxonomy.skills
        if any(name and f" {normalise(name)} " in words for name in (skill.label, skill.plain))
    ]
