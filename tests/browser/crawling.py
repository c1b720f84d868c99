"""Every page of the app that somebody can come to: the links followed from where they start, one address a page.

A page is an endpoint with the names in its query, so that a list and the same list filtered are two.
"""

import re
from collections import deque
from collections.abc import Iterator
from html import unescape
from urllib.parse import parse_qsl, urljoin, urlsplit

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.exceptions import HTTPException

__all__ = ["endpoint_of", "pages_from"]

_LINK = re.compile(r'<a\b[^>]*\shref="([^"#]+)', re.IGNORECASE)


def pages_from(client: FlaskClient, *starts: str) -> tuple[dict[str, str], list[str]]:
    """One address for each page reached from some others, and the links that lead nowhere.

    Pages are told as ``{"advisor.candidates?q": "/advisor/candidates?q=x"}``.
    """
    found: dict[str, str] = {}
    broken: list[str] = []
    queue = deque((start, "the start") for start in starts)
    while queue:
        address, seen_on = queue.popleft()
        key = _key(client.application, address)
        if key is None or key in found:
            continue
        answer = client.get(address)
        if answer.status_code in {301, 302, 303, 308}:
            queue.append((_ours(urljoin(address, answer.location)) or address, address))
            found.setdefault(key, "")
            continue
        if answer.status_code >= 400:
            broken.append(f"{address}, linked to from {seen_on}, answers {answer.status_code}")
            continue
        is_page = answer.mimetype == "text/html"
        found[key] = address if is_page else ""
        if is_page:
            queue.extend((link, address) for link in _links(answer.text, address))
    return {key: address for key, address in found.items() if address}, broken


def endpoint_of(app: Flask, address: str) -> str | None:
    """The endpoint an address leads to."""
    try:
        endpoint, _ = app.url_map.bind("localhost").match(urlsplit(address).path, method="GET")
    except HTTPException:
        return None
    return str(endpoint)


def _key(app: Flask, address: str) -> str | None:
    endpoint = endpoint_of(app, address)
    if endpoint is None or endpoint == "static":
        return None
    names = sorted({name for name, _ in parse_qsl(urlsplit(address).query, keep_blank_values=True)})
    return "?".join([endpoint, "&".join(names)]) if names else endpoint


def _links(page: str, address: str) -> Iterator[str]:
    for link in _LINK.findall(page):
        ours = _ours(urljoin(address, unescape(link)))
        if ours:
            yield ours


def _ours(address: str) -> str | None:
    parts = urlsplit(address)
    if parts.netloc and parts.hostname not in {"localhost", "127.0.0.1"}:
        return None
    if parts.scheme not in {"", "http", "https"}:
        return None
    return f"{parts.path}?{parts.query}" if parts.query else parts.path
