"""One's own account: who one is here, another password, and signing out everywhere."""

from flask import flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from webapp import access
from webapp.access import SIGNED_IN, allow
from webapp.account import account_pages
from webapp.context import store
from webapp.forms.signing import ChangePasswordForm
from webapp.limits import BY_ADDRESS, limiter
from webapp.navigation import start_page

__all__: list[str] = []


@account_pages.get("/account")
@allow(*SIGNED_IN)
def own() -> str:
    """Who one is, and the form for another password."""
    return _page(ChangePasswordForm(access.account(), formdata=None))


@account_pages.post("/account/password")
@allow(*SIGNED_IN)
@limiter.limit(BY_ADDRESS)
def change_password() -> str | Response:
    """Another password, for whoever knows the one before; every other session ends."""
    mine = access.account()
    form = ChangePasswordForm(mine)
    if not form.validate():
        return _page(form)
    if store().accounts.verified(mine.email, form.current.data) is None:
        form.current.errors = ["That is not the password you have now"]
        return _page(form)
    access.sign_in(store().accounts.set_password(mine.id, form.password.data))
    flash("Your password is changed. You are signed out everywhere else.")
    return redirect(url_for(".own"))


@account_pages.post("/sign-out-everywhere")
@allow(*SIGNED_IN)
def sign_out_everywhere() -> Response:
    """End every session of the account, on this and on other machines."""
    store().accounts.end_sessions(access.account().id)
    access.sign_out()
    flash("You are signed out, here and everywhere else.")
    return redirect(url_for("account.sign_in"))


def _page(form: ChangePasswordForm) -> str:
    mine = access.account()
    return render_template("account/own.html", form=form, mine=mine, start=start_page(mine))
