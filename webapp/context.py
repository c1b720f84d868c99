"""What a page asks of the app it runs in."""

from datetime import date
from typing import TYPE_CHECKING, cast

from flask import current_app

if TYPE_CHECKING:
    from matcher.engine import Engine
    from matcher.store import Store

__all__ = ["EXTENSION", "as_of", "engine", "store"]

EXTENSION = "carematch"


def engine() -> "Engine":
    """The engine the app was made around."""
    return cast("Engine", current_app.extensions[EXTENSION])


def store() -> "Store":
    """The engine's store."""
    return cast("Store", engine().store)


def as_of() -> date:
    """The day rankings are for: the setting ``AS_OF``, else today."""
    return cast("date | None", current_app.config["AS_OF"]) or date.today()  # noqa: DTZ011 - the day where we run
