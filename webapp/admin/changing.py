"""Changing an account, disabling it, which ends its sessions at once, and opening it again."""

from flask import flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from matcher.errors import InputError
from webapp.access import ADMIN, account, allow
from webapp.admin import admin
from webapp.admin.recording import record_account
from webapp.context import store
from webapp.forms.accounts import ChangeAccountForm

__all__: list[str] = []


@admin.get("/accounts/<int(max=2147483647):account_id>/change")
@allow(ADMIN)
def change_account(account_id: int) -> str:
    """The form with what is known."""
    return _page(account_id, ChangeAccountForm(store(), store().accounts.get(account_id), formdata=None))


@admin.post("/accounts/<int(max=2147483647):account_id>/change")
@allow(ADMIN)
def send_change(account_id: int) -> str | Response:
    """Change it, but for one's own role."""
    before = store().accounts.get(account_id)
    form = ChangeAccountForm(store(), before)
    if not form.validate():
        return _page(account_id, form)
    role = form.chosen_role()
    if account_id == account().id and role != before.role:
        form.role.errors = ["You cannot change your own role: ask another administrator"]
        return _page(account_id, form)
    try:
        after = store().accounts.change(account_id, name=form.name.data, role=role, **form.workplace())
    except InputError as error:
        form.role.errors = [str(error)]
        return _page(account_id, form)
    record_account("changed" if role == before.role else f"changed from {before.role} to {role}", after)
    flash("The account is changed.")
    return redirect(url_for(".show_account", account_id=account_id))


@admin.post("/accounts/<int(max=2147483647):account_id>/disable")
@allow(ADMIN)
def disable_account(account_id: int) -> Response:
    """Close an account; whoever is signed in to it is out with their next click."""
    if account_id == account().id:
        flash("You cannot disable your own account: ask another administrator.", "notice")
        return redirect(url_for(".show_account", account_id=account_id))
    try:
        record_account("disabled", store().accounts.set_active(account_id, active=False))
    except InputError as error:
        flash(str(error), "notice")
    else:
        flash("The account is disabled, and its sessions are ended.")
    return redirect(url_for(".show_account", account_id=account_id))


@admin.post("/accounts/<int(max=2147483647):account_id>/enable")
@allow(ADMIN)
def enable_account(account_id: int) -> Response:
    """Open an account again, with the password it had."""
    record_account("opened", store().accounts.set_active(account_id, active=True))
    flash("The account is open again.")
    return redirect(url_for(".show_account", account_id=account_id))


def _page(account_id: int, form: ChangeAccountForm) -> str:
    shown = store().accounts.get(account_id)
    return render_template("admin/change_account.html", form=form, providers=form.providers, shown=shown)
