"""The pages that somebody is shown on the way: what an address leads to, whoever or whatever it is about.

A page is an endpoint; where one address shows several steps after each other, each step is a page. A redirect is none.
"""

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from flask import Flask

if TYPE_CHECKING:
    from playwright.sync_api import Page, Request, Response

__all__ = ["Trail"]

_SIGN_IN = {"account.sign_in", "account.send_sign_in"}
_SIGN_UP = {"public.join", "public.send_join", "public.join_sent", "account.link"}


class Trail:
    """What a tab showed from now on, sign-in left out and the making of an account counted apart."""

    def __init__(self, tab: "Page", app: Flask) -> None:
        self.views: list[str] = []
        self._tab, self._app = tab, app
        tab.on("response", self._note)

    def end(self) -> tuple[int, int, int]:
        """Distinct pages, views of them, and pages on which an account is made; nothing later is counted."""
        self._tab.remove_listener("response", self._note)
        own = [page for page in self.views if page.split()[0] not in _SIGN_IN | _SIGN_UP]
        return len(set(own)), len(own), len({page for page in self.views if page.split()[0] in _SIGN_UP})

    def _note(self, answer: "Response") -> None:
        request = answer.request
        if request.is_navigation_request() and answer.frame == self._tab.main_frame and not 300 <= answer.status < 400:
            self.views.append(self._page(request))

    def _page(self, request: "Request") -> str:
        server = self._app.url_map.bind("localhost")
        endpoint, given = server.match(urlsplit(request.url).path, method=request.method)
        sent = parse_qs(request.post_data or "").get("step", [""])[0]
        return f"{endpoint} {given.get('step', sent)}".strip()
