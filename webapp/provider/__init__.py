"""Pages for care providers: their vacancies, and the people who fit, without names until they agree."""

from flask import Blueprint

__all__ = ["provider"]

provider = Blueprint("provider", __name__, url_prefix="/provider")

from webapp.provider import (  # noqa: E402, F401 - they add their pages
    adverts,
    candidates,
    checking,
    dashboard,
    drafts,
    files,
    introductions,
    keeping,
    keys,
    shortlist,
    steps,
    vacancies,
)
