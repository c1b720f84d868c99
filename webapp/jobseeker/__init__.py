"""Pages for a jobseeker about themselves."""

from flask import Blueprint

__all__ = ["jobseeker"]

jobseeker = Blueprint("jobseeker", __name__, url_prefix="/me")

from webapp.jobseeker import (  # noqa: E402 - they add their pages
    alerts,  # noqa: F401
    ceiling,  # noqa: F401
    data,  # noqa: F401
    details,  # noqa: F401
    introductions,  # noqa: F401
    leaving,  # noqa: F401
    look_agains,  # noqa: F401
    mine,  # noqa: F401
    pathways,  # noqa: F401
    saved,  # noqa: F401
    start,  # noqa: F401
    strengths,  # noqa: F401
    vacancies,  # noqa: F401
)
