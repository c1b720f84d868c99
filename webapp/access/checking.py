"""The check before every request: declared, signed in, the right role, their own record; in this order."""

from urllib.parse import urlsplit

from flask import Flask, abort, current_app, flash, redirect, request, url_for
from werkzeug.wrappers import Response

from webapp.access.declaring import Access, declared
from webapp.access.recording import record_opening
from webapp.access.rules import is_open
from webapp.access.signing_in import end_stale_session, register_sessions, signed_in

__all__ = ["access_of", "register_access"]

_STATIC = Access(frozenset())


def register_access(app: Flask) -> None:
    """Check every request before it is answered, and write down what it did to whom."""
    register_sessions(app)
    app.before_request(end_stale_session)
    app.before_request(_check)
    app.after_request(record_opening)


def access_of(endpoint: str) -> Access | None:
    """What the route of an endpoint declares."""
    if endpoint == "static":
        return _STATIC
    return declared(current_app.view_functions[endpoint])


def _check() -> Response | None:
    if request.endpoint is None or request.routing_exception is not None:
        return None  # there is no such page, and the answer says so
    access = access_of(request.endpoint)
    if access is None:
        current_app.logger.error("%s declares nobody who may open it", request.endpoint)
        abort(403)
    if access.scope or not access.roles:
        return None  # a key is checked by the API itself
    account = signed_in()
    if account is None:
        return _ask_to_sign_in()
    if account.role not in access.roles:
        abort(403)
    if not is_open(account, request.view_args or {}):
        abort(404)
    return None


def _ask_to_sign_in() -> Response:
    if request.method == "GET":
        return redirect(url_for("account.sign_in", next=request.full_path.rstrip("?")))
    flash("Nothing of what you sent was kept, because you were not signed in. Sign in and send it again.", "notice")
    return redirect(url_for("account.sign_in", next=_page_before()))


def _page_before() -> str | None:
    """The page of ours that the form was on."""
    try:
        before = urlsplit(request.referrer or "")
    except ValueError:
        return None
    if before.netloc != request.host:
        return None
    return before._replace(scheme="", netloc="", fragment="").geturl() or None
