"""Headers and checks that every answer and every request pass."""

import secrets
from urllib.parse import urlsplit

from flask import Flask, Response, abort, current_app, g, request

__all__ = ["nonce", "refuse_null_characters_in_forms", "register_security"]

# A script runs only where a page that needs one gives it this answer's own nonce. Inline styles are not allowed.
_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
_HEADERS = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_SEARCHABLE = frozenset(
    {
        "public.home",
        "public.how_matching_works",
        "public.privacy",
        "public.accessibility",
        "public.cookies",
        "public.vacancies",
        "public.vacancy",
    }
)
"""Pages that search engines may show where others can reach the app; a search by place is never among them."""

_HTTPS_ONLY = "max-age=31536000"
"""Judgement: a year, as is usual; not for other names below ours, of which we know nothing."""


def nonce() -> str:
    """What a script of this answer carries; asking for it lets scripts with it run, and fetch from us."""
    if "nonce" not in g:
        g.nonce = secrets.token_urlsafe(16)
    return str(g.nonce)


def register_security(app: Flask) -> None:
    """Put the checks before and the headers after every request."""
    app.jinja_env.globals["nonce"] = nonce
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
        here = current_app.config["PUBLIC_URL"] or "http://localhost with its port"
        abort(400, f"This app is not reached under that name: open it as {here}.")


def _refuse_null_characters() -> None:
    """A null character means a broken or hostile client, and databases choke on it."""
    if "\x00" in request.path or any("\x00" in value for value in request.args.values()):
        abort(400, "The address holds a character that no address can hold.")


def refuse_null_characters_in_forms() -> None:
    """The same of what is sent; asked after it is known that whoever sends it may, for it reads the whole of it."""
    if any("\x00" in text for name in request.form for text in (name, *request.form.getlist(name))):
        abort(400, "What you sent holds a character that cannot be typed. Take it out and send it again.")


def _add_headers(response: Response) -> Response:
    response.headers.setdefault("Content-Security-Policy", _policy())
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    if current_app.config["PUBLIC_URL"]:
        response.headers.setdefault("Strict-Transport-Security", _HTTPS_ONLY)
    if not _is_searchable(response):
        response.headers.setdefault("X-Robots-Tag", "noindex, nofollow")
    if request.endpoint != "static":
        # Pages hold people's details: nothing keeps a copy.
        response.headers["Cache-Control"] = "no-store"
    return response


def _is_searchable(response: Response) -> bool:
    is_found = response.status_code == 200 and not request.query_string
    return bool(current_app.config["PUBLIC_URL"]) and is_found and request.endpoint in _SEARCHABLE


def _policy() -> str:
    return f"{_POLICY}; script-src 'nonce-{g.nonce}'; connect-src 'self'" if "nonce" in g else _POLICY
