"""A jobseeker's own weekly earnings ceiling: it warns them alone, is never scored, and nobody else reads it.

What is set is not written to the audit log either, because others may read that.
"""

from flask import flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from matcher.pathways.figures import BENEFITS_CALCULATORS
from webapp.access import JOBSEEKER, allow
from webapp.context import store
from webapp.forms.ceiling import CeilingForm
from webapp.jobseeker import jobseeker
from webapp.jobseeker.mine import own_record

__all__: list[str] = []


@jobseeker.get("/ceiling")
@allow(JOBSEEKER)
def ceiling() -> str:
    """What is set."""
    set_at = store().own.get(own_record().id).weekly_ceiling_gbp
    return _page(CeilingForm(formdata=None, data={"ceiling": "" if set_at is None else f"{set_at:g}"}))


@jobseeker.post("/ceiling")
@allow(JOBSEEKER)
def set_ceiling() -> str | Response:
    """Set it, or have none."""
    record, form = own_record(), CeilingForm()
    if not form.validate():
        return _page(form)
    pounds = form.values.get("ceiling")
    store().own.set_ceiling(record.id, pounds)
    flash("No warning any more." if pounds is None else f"We warn you, and nobody else, above £{pounds:g} a week.")
    return redirect(url_for(".vacancies"))


def _page(form: CeilingForm) -> str:
    return render_template("jobseeker/ceiling.html", benefits_calculators=BENEFITS_CALCULATORS, form=form)
