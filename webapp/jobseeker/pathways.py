"""A jobseeker's own pathways."""

from flask import render_template, request

from webapp.access import JOBSEEKER, allow
from webapp.jobseeker import jobseeker
from webapp.jobseeker.mine import own_record
from webapp.planning import pathways_to

__all__: list[str] = []


@jobseeker.get("/pathways")
@allow(JOBSEEKER)
def pathways() -> str:
    """From where they stand to what usually comes next, or to a role they choose; drawn, and the same in words."""
    return render_template(
        "jobseeker/pathways.html", **pathways_to(own_record(), request.args.get("target", "").strip())
    )
