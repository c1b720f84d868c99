"""Where a provider's record comes from, and how old it is."""

from datetime import date

from matcher.domain import Provider
from webapp import words

__all__ = ["register_age"]


def register_age(provider: Provider) -> str:
    """How old a register's record is, in a sentence; empty where the record was not taken from one."""
    if not provider.source:
        return ""
    when = f" ({_said(provider.source_date)})" if provider.source_date else ""
    return f"From {provider.source}{when}: many on it have closed or moved since. Check before relying on it."


def _said(day: str) -> str:
    """A date as people say it; a year or a month as it stands."""
    try:
        return words.long_date(date.fromisoformat(day))
    except ValueError:
        return day
