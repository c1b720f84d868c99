"""Pathways of one candidate: from where they stand to a role that is chosen, drawn and told."""

from flask import render_template, request

from webapp.access import ADVISOR, allow
from webapp.advisor import advisor
from webapp.context import store
from webapp.planning import pathways_to

__all__: list[str] = []


@advisor.get("/candidates/<identifier:candidate_id>/pathways")
@allow(ADVISOR, does="planned")
def pathways(candidate_id: str) -> str:
    """The alternatives beside each other, then each with its pictures, steps, sources and what it opens."""
    person, record = store().person(candidate_id), store().candidate(candidate_id)
    target = request.args.get("target", "").strip()
    return render_template(
        "advisor/pathways.html", candidate=record, name=person.name or record.id, **pathways_to(record, target)
    )
