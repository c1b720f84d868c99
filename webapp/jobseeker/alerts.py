"""E-mails about new vacancies: daily, weekly or none."""

from flask import flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from matcher.store.settings import ALERTS
from webapp import access
from webapp.access import JOBSEEKER, allow
from webapp.context import store
from webapp.forms.alerts import NO_ALERTS, AlertsForm
from webapp.jobseeker import jobseeker
from webapp.jobseeker.whose import own_id, own_id_or_none

__all__: list[str] = []

_SAID = {
    "daily": "You get at most one e-mail a day, and only when there is something new.",
    "weekly": "You get at most one e-mail a week, and only when there is something new.",
    NO_ALERTS: "You get no e-mails about vacancies.",
}


@jobseeker.get("/alerts")
@allow(JOBSEEKER)
def alerts() -> str:
    """How often I am told now."""
    mine = own_id_or_none()
    now = store().own.get(mine).alerts if mine else None
    return _page(AlertsForm(formdata=None, how_often=now or NO_ALERTS))


@jobseeker.post("/alerts")
@allow(JOBSEEKER)
def set_alerts() -> str | Response:
    """Choose."""
    form, mine = AlertsForm(), own_id()
    if not form.validate():
        return _page(form)
    chosen = form.how_often.data
    store().own.set_alerts(mine, None if chosen == NO_ALERTS else chosen)
    access.record("own", mine, detail="chose how often to get e-mails")
    flash(_SAID[chosen])
    return redirect(url_for(".alerts"))


def _page(form: AlertsForm) -> str:
    return render_template(
        "jobseeker/alerts.html",
        email=access.account().email,
        form=form,
        has_details=own_id_or_none(),
        sent_at_all=store().settings.get(ALERTS, "on") != "off",
    )
