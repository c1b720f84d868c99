"""Pages for everybody: the front door, the vacancies, how matching works, and what is done with people's details."""

from flask import Blueprint

__all__ = ["public"]

public = Blueprint("public", __name__)

from webapp.public import about, front, joining, starting, unsubscribing, vacancies  # noqa: E402, F401 - they add their pages
