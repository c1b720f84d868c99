"""When something was read in its source: a day, a month or a year, as people say it."""

from collections.abc import Iterable
from datetime import date, datetime

from webapp import words

__all__ = ["source_date", "span_of_dates"]


def source_date(text: str) -> str:
    """``2026-11`` as November 2026, a day as a date; a year, or whatever else stands there, as it is."""
    try:
        return words.long_date(date.fromisoformat(text))
    except ValueError:
        pass
    try:
        return f"{datetime.strptime(text, '%Y-%m'):%B %Y}"  # noqa: DTZ007 - a month has no time zone
    except ValueError:
        return text


def span_of_dates(texts: Iterable[str | None]) -> str:
    """The first and the last of some dates, or the one there is."""
    known = sorted(text for text in texts if text)
    if not known:
        return "times that were not written down"
    first, last = source_date(known[0]), source_date(known[-1])
    return first if first == last else f"{first} to {last}"
