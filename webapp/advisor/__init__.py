"""Pages for careers advisors, who know the people by name."""

from flask import Blueprint

__all__ = ["advisor"]

advisor = Blueprint("advisor", __name__, url_prefix="/advisor")

from webapp.advisor import candidates, cvs, pathways, providers, referrals, shortlist, vacancies  # noqa: E402, F401 - they add their pages
