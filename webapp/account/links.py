"""The link of an invitation, or of a forgotten password: its owner sets a password, once."""

from flask import flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from matcher.domain import Account
from webapp import access
from webapp.access import allow_anybody
from webapp.account import account_pages
from webapp.account.demo import may_be_used_here
from webapp.account.joined import take_up
from webapp.context import store
from webapp.forms.signing import PasswordForm
from webapp.limits import BY_ADDRESS, limiter
from webapp.navigation import start_page

__all__: list[str] = []


@account_pages.get("/link/<token>")
@allow_anybody
@limiter.limit(BY_ADDRESS)
def link(token: str) -> str | tuple[str, int]:
    """The form, or that the link has run out."""
    found = _owner(token)
    return _page(PasswordForm(found, formdata=None), found) if found else _gone()


@account_pages.post("/link/<token>")
@allow_anybody
@limiter.limit(BY_ADDRESS)
def take_link(token: str) -> str | Response | tuple[str, int]:
    """Set the password and go in."""
    found = _owner(token)
    if found is None:
        return _gone()
    form = PasswordForm(found)
    if not form.validate():
        return _page(form, found)
    access.sign_in(store().accounts.set_password(found.id, form.password.data))
    take_up(found)
    flash("Your password is set, and you are signed in.")
    return redirect(start_page(found))


def _owner(token: str) -> Account | None:
    found = store().accounts.by_link(token)
    return found if found and may_be_used_here(found) else None


def _page(form: PasswordForm, found: Account) -> str:
    return render_template("account/link.html", form=form, found=found)


def _gone() -> tuple[str, int]:
    return render_template("account/link_gone.html", sign_in=url_for(".sign_in")), 404
