"""Error pages in plain words; never a traceback."""

from flask import Flask, Response, render_template
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from matcher.errors import CarematchError, InputError, NotFoundError, StoreError
from webapp.api.problems import is_api_call, problem_of, problem_of_ours
from webapp.logs import log_failure

__all__ = ["error_page", "register_error_pages"]

_PAGES = {
    400: ("There is a problem with that request", "The request could not be understood. Go back and try again."),
    403: ("You cannot open this page", "This page is not open to you."),
    404: ("Page not found", "Check the address, or start again from the home page."),
    405: ("That cannot be done here", "This page cannot be sent to in that way. Go back and use its own buttons."),
    413: ("What you sent is too large", "Shorten the text, such as the description, and send it again."),
    429: ("Too many tries", "Wait ten minutes, then try again."),
    500: ("Something went wrong", "The fault is ours and has been noted. Nothing you sent was kept. Try again later."),
    503: ("The database cannot be used just now", "Try again in a few minutes."),
}


def register_error_pages(app: Flask) -> None:
    """Turn errors, ours and HTTP's, into pages."""
    app.register_error_handler(CSRFError, _form_expired)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(CarematchError, _our_error)


def _form_expired(_error: CSRFError) -> tuple[str, int]:
    return error_page(
        400, "The form was open for too long, or cookies are off. Go back, reload the page and send it again."
    )


def _http_error(error: HTTPException) -> tuple[str, int] | Response | HTTPException:
    code = error.code or 500
    if code < 400:
        return error
    if is_api_call():
        return problem_of(error)
    standard = type(error).description
    said = error.description if code == 400 and error.description != standard else None
    return error_page(code, said)


def _our_error(error: CarematchError) -> tuple[str, int] | Response:
    if is_api_call():
        return problem_of_ours(error)
    if isinstance(error, NotFoundError):
        return error_page(404)  # the message names ids that look alike, which may be somebody else's
    if isinstance(error, InputError):
        return error_page(400, str(error))
    log_failure("A request failed", error)
    return error_page(503 if isinstance(error, StoreError) else 500)


def error_page(code: int, explanation: str | None = None) -> tuple[str, int]:
    """The page of an HTTP code, with its usual explanation or one of its own."""
    title, usual = _PAGES.get(code, _PAGES[400] if code < 500 else _PAGES[500])
    return render_template("error.html", title=title, explanation=explanation or usual), code
