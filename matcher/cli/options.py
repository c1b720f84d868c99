"""What several commands share."""

from datetime import date, datetime
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from matcher.engine import Engine
    from matcher.store import Store

__all__ = ["DAY", "open_engine"]


class _Day(click.ParamType[date]):
    """A date as 2026-11-22."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read the date or say how to write it."""
        if isinstance(value, date):
            return value
        try:
            return datetime.strptime(str(value), "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no time zone
        except ValueError:
            self.fail(f"'{value}' is not a date: write it as 2026-11-22.", param, ctx)


DAY = _Day()


def open_engine() -> "tuple[Engine, Store]":
    """The engine and the store that the settings name, made or migrated if need be."""
    # Loaded when a command needs it, so that `--help` and a mistyped call answer at once.
    from matcher.engine import Engine
    from matcher.store import Store

    store = Store()
    return Engine.load(database=store.url), store
