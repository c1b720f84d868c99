"""Inviting somebody, and inviting them again."""

from flask import flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from matcher.domain import Account, AccountRole
from matcher.errors import InputError
from webapp.access import ADMIN, allow
from webapp.admin import admin
from webapp.admin.links import give_link
from webapp.admin.recording import record_account
from webapp.context import store
from webapp.forms.accounts import InviteForm

__all__: list[str] = []


@admin.get("/accounts/invite")
@allow(ADMIN)
def invite() -> str:
    """The empty form."""
    return _page(InviteForm(store(), formdata=None))


@admin.post("/accounts/invite")
@allow(ADMIN)
def send_invitation() -> str | Response:
    """Make the account, and its link."""
    form = InviteForm(store())
    if not form.validate():
        return _page(form)
    try:
        invited = _add(form)
    except InputError as error:
        form.email.errors = [str(error)]
        return _page(form)
    record_account("invited", invited)
    give_link(invited)
    flash(f"{invited.name} is invited.")
    return redirect(url_for(".show_account", account_id=invited.id))


@admin.post("/accounts/<int(max=2147483647):account_id>/link")
@allow(ADMIN)
def new_link(account_id: int) -> Response:
    """A new link: for an invitation that was not taken up, or a forgotten password."""
    invited = store().accounts.get(account_id)
    if invited.active:
        record_account("link made", invited)
        give_link(invited)
        flash("A new link is made. Older ones cannot be used any more.")
    else:
        flash("This account is disabled: open it first.", "notice")
    return redirect(url_for(".show_account", account_id=account_id))


def _add(form: InviteForm) -> Account:
    belongings = form.belongings()
    return store().accounts.add(
        form.email.data,
        form.name.data,
        AccountRole(form.role.data),
        provider=belongings["provider"],
        team=belongings["team"],
        candidate_id=belongings["candidate_id"],
    )


def _page(form: InviteForm) -> str:
    return render_template("admin/invite.html", form=form, providers=form.providers)
