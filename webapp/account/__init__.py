"""Signing in and out, and one's own account."""

from flask import Blueprint

__all__ = ["account_pages"]

account_pages = Blueprint("account", __name__)

from webapp.account import forgotten, links, own, signing  # noqa: E402, F401 - they add their pages
