"""Keys with which a provider's own systems call the API: made, shown once, ended."""

from datetime import UTC, date, datetime

from flask import flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from webapp.access import PROVIDER, account, allow
from webapp.context import store
from webapp.forms.keys import SCOPE_WORDS, KeyForm
from webapp.provider import provider

__all__: list[str] = []

# Judgement: more than this many good keys are keys that nobody has an eye on.
_MOST_KEYS = 20
_MOST_ID = 2**31 - 1


@provider.get("/keys")
@allow(PROVIDER)
def keys() -> str:
    """The account's keys, and the form for another."""
    return _page(KeyForm(formdata=None))


@provider.post("/keys")
@allow(PROVIDER)
def make_key() -> str:
    """Make a key and show it, this once.

    It is shown in the answer itself, not on a page that follows: it would have to wait in a cookie or an address.
    """
    form = KeyForm()
    if not form.validate():
        return _page(form)
    if sum(one.is_good(_today()) for one in store().tokens.of(account().id)) >= _MOST_KEYS:
        form.label.errors = [f"You have {_MOST_KEYS} keys: end one that is not used any more"]
        return _page(form)
    made, text = store().tokens.make(account().id, form.label.data, form.scopes.data, form.expires_on(_today()))
    return render_template("provider/key.html", key=made, text=text, scope_words=SCOPE_WORDS)


@provider.post(f"/keys/<int(max={_MOST_ID}):key_id>/end")
@allow(PROVIDER)
def end_key(key_id: int) -> Response:
    """End a key at once, for good."""
    store().tokens.end(key_id)
    flash(f"The key “{store().tokens.get(key_id).label}” has ended. Systems that use it are refused from now on.")
    return redirect(url_for(".keys"))


def _page(form: KeyForm) -> str:
    found = store().tokens.of(account().id)
    return render_template(
        "provider/keys.html",
        form=form,
        good=[one for one in found if one.is_good(_today())],
        past=[one for one in found if not one.is_good(_today())],
        scope_words=SCOPE_WORDS,
    )


def _today() -> date:
    return datetime.now(UTC).date()
