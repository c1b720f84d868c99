"""Signing in and out."""

import os
from urllib.parse import urlsplit

from flask import current_app, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from webapp import access
from webapp.access import allow_anybody
from webapp.account import account_pages
from webapp.account.demo import may_be_used_here
from webapp.context import store
from webapp.forms.signing import SignInForm
from webapp.limits import BY_ADDRESS, BY_EMAIL, by_email, limiter
from webapp.navigation import start_page

__all__: list[str] = []


@account_pages.get("/sign-in")
@allow_anybody
def sign_in() -> str | Response:
    """The empty form; who is signed in already goes on."""
    found = access.signed_in()
    if found is not None:
        return redirect(_next() or start_page(found))
    return _page(SignInForm(formdata=None))


@account_pages.post("/sign-in")
@allow_anybody
@limiter.limit(BY_ADDRESS)
@limiter.limit(BY_EMAIL, key_func=by_email)
def send_sign_in() -> str | Response:
    """Begin a session, or say that the two do not belong together; never which of them is wrong."""
    form = SignInForm()
    if not form.validate():
        return _page(form)
    found = store().accounts.verified(form.email.data, form.password.data)
    if found is None or not may_be_used_here(found):
        form.email.errors = ["The e-mail address and the password do not belong together, or the account is disabled"]
        return _page(form)
    access.sign_in(found)
    return redirect(_next() or start_page(found))


@account_pages.post("/sign-out")
@allow_anybody
def sign_out() -> Response:
    """End the session."""
    access.sign_out()
    flash("You are signed out.")
    return redirect(url_for("public.home"))


def _next() -> str | None:
    """Where somebody was going, if that is a page of ours."""
    wanted = request.args.get("next", "")
    try:
        parts = urlsplit(wanted)
    except ValueError:
        return None
    is_ours = wanted.startswith("/") and not wanted.startswith(("//", "/\\")) and not parts.netloc
    return wanted if is_ours and not parts.scheme and "\\" not in wanted else None


def _page(form: SignInForm) -> str:
    from matcher.importers.demo_accounts import DEMO_PASSWORD

    demo = [] if current_app.config["PUBLIC_URL"] else [one for one in store().accounts.all() if one.is_demo]
    return render_template(
        "account/sign_in.html",
        demo=demo,
        demo_password=DEMO_PASSWORD,
        form=form,
        mail_is_kept=not os.environ.get("CAREMATCH_SMTP_URL"),
    )
