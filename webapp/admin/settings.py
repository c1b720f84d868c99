"""Settings of the academy."""

from flask import flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from matcher.store.settings import ACADEMY_NAME, ALERTS, CONTACT_EMAIL, CONTACT_PHONE
from webapp.access import ADMIN, allow, record
from webapp.admin import admin
from webapp.context import store
from webapp.forms.settings import SettingsForm

__all__: list[str] = []

_NAMES = (ACADEMY_NAME, CONTACT_EMAIL, CONTACT_PHONE, ALERTS)


@admin.get("/settings")
@allow(ADMIN)
def settings() -> str:
    """The form with what is set."""
    return _page(SettingsForm(formdata=None, data={ALERTS: "on", **store().settings.all()}))


@admin.post("/settings")
@allow(ADMIN)
def save_settings() -> str | Response:
    """Keep what changed, and write down which settings those were."""
    form = SettingsForm()
    if not form.validate():
        return _page(form)
    known = store().settings.all()
    changed = {name: form[name].data for name in _NAMES if form[name].data != known.get(name, "")}
    for name, value in changed.items():
        store().settings.set(name, value)
    if changed:
        record("settings", None, detail=", ".join(changed))
    flash("The settings are saved." if changed else "Nothing was changed.")
    return redirect(url_for(".settings"))


def _page(form: SettingsForm) -> str:
    return render_template("admin/settings.html", form=form)
