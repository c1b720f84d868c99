"""Pages for administrators: accounts, reviews, the catalogue, settings and the audit log."""

from flask import Blueprint

__all__ = ["admin"]

admin = Blueprint("admin", __name__, url_prefix="/admin")

from webapp.admin import (  # noqa: E402, F401 - they add their pages
    accounts,
    audit_log,
    catalogue,
    changing,
    inviting,
    reviews,
    settings,
    start,
)
