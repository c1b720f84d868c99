"""Where the app is reached: on this machine alone, or by others under one name."""

from urllib.parse import urlsplit

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from matcher.errors import InputError

__all__ = ["LOCAL_NAMES", "check_public_url", "register_public_url"]

LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})


def register_public_url(app: Flask) -> None:
    """Answer to the names of this machine and to that of ``PUBLIC_URL``, behind one proxy that speaks HTTPS for us."""
    url = app.config["PUBLIC_URL"]
    names = {str(urlsplit(check_public_url(url)).hostname)} if url else set()
    app.config.setdefault("HOST_NAMES", LOCAL_NAMES | names)
    if url:
        app.config["SESSION_COOKIE_SECURE"] = True
        app.config["PREFERRED_URL_SCHEME"] = "https"
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=1, x_proto=1, x_host=1)  # type: ignore[method-assign]


def check_public_url(url: str) -> str:
    """The address, if passwords are safe on the way to it.

    Raises
    ------
    InputError
        It is not ``https://`` and a name.
    """
    parts = urlsplit(url)
    if parts.scheme != "https" or not parts.hostname or parts.path.strip("/"):
        raise InputError(
            f"CAREMATCH_PUBLIC_URL={url}: write https:// and the name that people open, such as "
            "https://care.example.org; a proxy in front has to speak HTTPS."
        )
    return url
