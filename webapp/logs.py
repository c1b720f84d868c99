"""What the app logs: which page was asked for and how it was answered, and nothing about whom.

A line carries the pattern of the address (``/advisor/candidates/<identifier:candidate_id>``), never the address, its
query or a form; an account by its number; an error by its kind and place, never by its message, which may quote what
somebody typed.
"""

import logging
import time
import traceback
from typing import Any

from flask import Flask, Response, current_app, g, request, session

__all__ = ["QuietApp", "log_failure", "log_to_the_terminal", "register_logs"]

_logger = logging.getLogger("webapp.requests")
_LAYOUT = "%(asctime)s %(levelname)s %(name)s %(message)s"


class QuietApp(Flask):
    """A Flask app that logs a fault without the address it happened at."""

    def log_exception(self, exc_info: Any) -> None:
        """Log where a request failed; Flask itself would write the whole address."""
        self.logger.error("%s %s failed: %s", request.method, _pattern(), _where(exc_info[1]))


def register_logs(app: Flask) -> None:
    """Write one line for each answer."""
    app.before_request(_start_the_clock)
    app.after_request(_write_line)


def log_to_the_terminal() -> None:
    """Show the app's lines on standard error, unless whoever runs it has set up logging."""
    logging.basicConfig(format=_LAYOUT, level=logging.WARNING)
    logging.getLogger("webapp").setLevel(logging.INFO)


def log_failure(what: str, error: BaseException) -> None:
    """Log that something did not work, and where."""
    current_app.logger.error("%s: %s", what, _where(error))


def _where(error: BaseException) -> str:
    """The kind of an error, that of what caused it, and the lines it passed; no message, and no value."""
    kinds = [type(error).__name__]
    cause = error.__cause__ or error.__context__
    if cause is not None:
        kinds.append(f"from {type(cause).__name__}")
    return " ".join(kinds) + "\n" + "".join(traceback.format_tb(error.__traceback__))


def _start_the_clock() -> None:
    g.began = time.perf_counter()


def _write_line(response: Response) -> Response:
    took_ms = (time.perf_counter() - g.began) * 1000 if "began" in g else 0.0
    _logger.info("%s %s %d %.0f ms %s", request.method, _pattern(), response.status_code, took_ms, _who())
    return response


def _who() -> str:
    """The account's number as the session carries it: the line is written even where the database is away."""
    number = str(session.get("_user_id", "")).partition(".")[0]
    return f"account {number}" if number.isdecimal() else "nobody"


def _pattern() -> str:
    return request.url_rule.rule if request.url_rule else "no such page"
