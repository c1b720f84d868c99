"""Calls to the API have no session: none is read, and none can be begun."""

from flask import Flask, Request
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface

from webapp.api.problems import API

__all__ = ["PagesHaveSessions"]


class PagesHaveSessions(SecureCookieSessionInterface):
    """Sessions for pages; for a call Flask falls back on one that is empty and refuses to be written."""

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession | None:
        """The session of a page."""
        return None if f"{request.path}/".startswith(f"{API}/") else super().open_session(app, request)
