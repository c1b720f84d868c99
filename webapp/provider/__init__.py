"""Pages for care providers, who see candidates without their names."""

from flask import Blueprint

__all__ = ["provider"]

provider = Blueprint("provider", __name__, url_prefix="/provider")

from webapp.provider import adverts, candidates, posting, vacancies  # noqa: E402, F401 - they add their pages
