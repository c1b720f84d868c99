"""Headers and checks that every answer and every request pass."""

from urllib.parse import urlsplit

from flask import Flask, Response, abort, current_app, request

__all__ = ["LOCAL_NAMES", "register_security"]

LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})

# No script runs, so none is allowed and no nonce is needed. Inline styles are not allowed either.
_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
}


def register_security(app: Flask) -> None:
    """Put the checks before and the headers after every request."""
    app.before_request(_refuse_other_hosts)
    app.before_request(_refuse_null_characters)
    app.after_request(_add_headers)


def _refuse_other_hosts() -> None:
    """Answer to our own names only, so that no page elsewhere reaches us under a name of its own (DNS rebinding)."""
    try:
        name = urlsplit(f"//{request.host}").hostname
    except ValueError:
        name = None
    if name not in current_app.config["HOST_NAMES"]:
        abort(400, "This app answers only on the machine it runs on: open it as http://localhost with its port.")


def _refuse_null_characters() -> None:
    """A null character means a broken or hostile client, and databases choke on it."""
    if "\x00" in request.path or any("\x00" in value for value in request.args.values()):
        abort(400, "The address holds a character that no address can hold.")


def _add_headers(response: Response) -> Response:
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    if request.endpoint != "static":
        # Pages hold people's details: nothing keeps a copy.
        response.headers["Cache-Control"] = "no-store"
    return response
