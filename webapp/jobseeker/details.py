"""A jobseeker's own details, a section a page."""

from flask import abort, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from webapp import access
from webapp.access import JOBSEEKER, allow
from webapp.context import engine, store
from webapp.forms.profile import SECTIONS, Section, SectionForm
from webapp.forms.profile_reading import open_section, read_section
from webapp.jobseeker import jobseeker
from webapp.jobseeker.mine import own_record

__all__: list[str] = []


@jobseeker.get("/details/<step>")
@allow(JOBSEEKER)
def details(step: str) -> str:
    """The questions of a section with what is known."""
    section = _section(step)
    return _page(open_section(section, own_record(), engine().taxonomy, own=True), section)


@jobseeker.post("/details/<step>")
@allow(JOBSEEKER)
def save_details(step: str) -> str | Response:
    """Keep the answers, or say what cannot be read."""
    section, record = _section(step), own_record()
    form = open_section(section, record, engine().taxonomy, own=True)
    changed = read_section(form, section, record, engine())
    if changed is None:
        return _page(form, section)
    if changed != record:
        store().replace_candidate(changed)
        access.record("own", record.id, detail=f"changed {section.title.lower()}")
    flash(f"Saved: {section.title.lower()}.")
    return redirect(url_for(".start", _anchor="details"))


def _section(step: str) -> Section:
    return SECTIONS.get(step) or abort(404)


def _page(form: SectionForm, section: Section) -> str:
    return render_template("jobseeker/details.html", form=form, section=section)
