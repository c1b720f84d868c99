"""How far work in the background is: an import, a list being made anew."""

from flask import Blueprint

__all__ = ["progress"]

progress = Blueprint("progress", __name__, url_prefix="/jobs")

from webapp.progress import pages  # noqa: E402, F401 - it adds its pages
