"""Pages for careers advisors, who know the people by name."""

from flask import Blueprint

__all__ = ["advisor"]

advisor = Blueprint("advisor", __name__, url_prefix="/advisor")

from webapp.advisor import (  # noqa: E402, F401 - they add their pages
    adding,
    answers,
    assigning,
    candidates,
    caseload,
    check_ins,
    cohorts,
    comparing,
    cvs,
    details,
    outcomes,
    pathways,
    providers,
    referrals,
    shortlist,
    texts,
    vacancies,
    waiting,
)
