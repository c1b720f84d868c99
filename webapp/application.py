"""The app factory: what every page shares is put together here."""

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flask import Flask
from flask_wtf.csrf import CSRFProtect
from jinja2 import ChoiceLoader, PackageLoader, PrefixLoader

from matcher.errors import StoreError
from webapp import words
from webapp.access import register_access, signed_in
from webapp.account import account_pages
from webapp.admin import admin
from webapp.advisor import advisor
from webapp.api import api, api_pages
from webapp.api.no_session import PagesHaveSessions
from webapp.context import EXTENSION, as_of
from webapp.error_pages import register_error_pages
from webapp.forms.reading import error_links
from webapp.imports import imports
from webapp.jobseeker import jobseeker
from webapp.kept import keep_records
from webapp.limits import limiter
from webapp.logs import QuietApp, register_logs
from webapp.navigation import navigation
from webapp.presenters.matches import gate_state, gates_in_order, to_arrange
from webapp.presenters.providers import register_age
from webapp.presenters.second_person import to_you
from webapp.presenters.source_dates import source_date
from webapp.presenters.texts import how_to_apply
from webapp.progress import progress
from webapp.provider import provider
from webapp.public import public
from webapp.public.unsubscribing import take_unsubscribe
from webapp.public_url import register_public_url
from webapp.secret_key import secret_key
from webapp.security import refuse_null_characters_in_forms, register_security
from webapp.uploads_in_memory import InMemoryRequest
from webapp.urls import IdentifierConverter

if TYPE_CHECKING:
    from matcher.engine import Engine

__all__ = ["create_app"]

# Judgement: the longest form (a vacancy with a full description) is under 100 kB; files have a limit of their own.
_MAX_REQUEST_BYTES = 512 * 1024


def create_app(engine: "Engine", config: Mapping[str, Any] | None = None) -> Flask:
    """Make the app around an engine that has a store.

    Parameters
    ----------
    engine : Engine
        Its `store`, `taxonomy` and `gazetteer` are used as they are.
    config : mapping, optional
        Flask settings, and ours: ``AS_OF`` (date the rankings are for, default today), ``INSTANCE`` (folder of the
        session key, default ``instance``), ``PUBLIC_URL`` (where others reach the app, as ``https://care.example.org``;
        default nowhere: this machine alone).

    Raises
    ------
    StoreError
        The engine has no store.
    """
    if engine.store is None:
        raise StoreError("The web app needs a database: load the engine with one (run 'carematch init' first).")
    app = QuietApp("webapp")
    app.request_class = InMemoryRequest
    app.config.from_mapping(_defaults())
    app.config.from_mapping(config or {})
    app.config["SECRET_KEY"] = app.config["SECRET_KEY"] or secret_key(Path(app.config["INSTANCE"]))
    app.extensions[EXTENSION] = engine
    keep_records(app, engine)
    register_public_url(app)
    register_logs(app)
    app.url_map.converters["identifier"] = IdentifierConverter
    _register_templates(app)
    register_security(app)
    register_access(app)
    protect = CSRFProtect(app)
    protect.exempt(take_unsubscribe)  # a mail program has no session (RFC 8058)
    protect.exempt(api)  # nor has a call to the API, which carries a key
    app.before_request(refuse_null_characters_in_forms)
    app.session_interface = PagesHaveSessions()
    limiter.init_app(app)
    register_error_pages(app)
    pages = (public, account_pages, advisor, provider, jobseeker, admin, imports, progress, api_pages)
    for blueprint in (*pages, api):
        app.register_blueprint(blueprint)
    return app


def _defaults() -> dict[str, Any]:
    return {
        "AS_OF": None,
        "INSTANCE": "instance",
        "MAX_CONTENT_LENGTH": _MAX_REQUEST_BYTES,
        "MAX_FORM_MEMORY_SIZE": _MAX_REQUEST_BYTES,
        "PERMANENT_SESSION_LIFETIME": timedelta(hours=12),
        "PUBLIC_URL": None,
        "SECRET_KEY": None,
        "SEND_FILE_MAX_AGE_DEFAULT": timedelta(hours=1),
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_NAME": "carematch_session",
        "SESSION_COOKIE_SAMESITE": "Lax",
        # A form may lie open for a working day before it is sent.
        "WTF_CSRF_TIME_LIMIT": 12 * 3600,
    }


def _register_templates(app: Flask) -> None:
    """Our templates, the two packages of macros, and the words that templates say figures with."""
    macros = {name: PackageLoader(name) for name in ("govuk_frontend_jinja", "govuk_frontend_wtf")}
    app.jinja_loader = ChoiceLoader([PackageLoader("webapp"), PrefixLoader(macros)])
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update({name: getattr(words, name) for name in words.FILTERS})
    app.jinja_env.filters.update(
        error_links=error_links,
        gate_state=gate_state,
        gates_in_order=gates_in_order,
        how_to_apply=how_to_apply,
        register_age=register_age,
        source_date=source_date,
        to_arrange=to_arrange,
        to_you=to_you,
    )
    app.context_processor(_shared)


def _shared() -> dict[str, Any]:
    """What every template may show."""
    who = signed_in()
    return {"as_of": as_of(), "navigation": navigation(who), "who": who}
