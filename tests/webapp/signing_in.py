"""Browsers that are signed in, without the cost of hashing a password each time."""

import re
import time
from contextlib import suppress

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from matcher.domain import Account, AccountRole
from matcher.errors import NotFoundError
from matcher.store import Store

PROVIDER = "Holbeck Court"


def an_account(store: Store, role: AccountRole, email: str = "", **about: str | None) -> Account:
    """An account of a role, made when first asked for."""
    email = email or f"{role.value}@example.org"
    if role is AccountRole.PROVIDER:
        about = {"provider": PROVIDER, **about}
    return store.accounts.by_email(email) or store.accounts.add(email, f"A {role.value}", role, **about)


def signed_in(app: Flask, account: Account) -> FlaskClient:
    """A browser without JavaScript in which somebody is signed in, and nobody else whatever it opens."""
    client = FlaskClient(app, app.response_class)
    with client.session_transaction() as session:
        session["_user_id"] = f"{account.id}.{account.epoch}"
        session["began_at"] = session["seen_at"] = int(time.time())
    return client


class Anyones(FlaskClient):
    """A browser in which whoever may open the page is signed in: for tests of what is on it, not of who may see it.

    Pages of a provider's vacancy are opened as that provider.
    """

    def open(self, *args: object, **kwargs: object) -> TestResponse:
        if args and isinstance(args[0], str):
            self._sign_in_for(args[0])
        return super().open(*args, **kwargs)

    def _sign_in_for(self, address: str) -> None:
        store = self.application.extensions["carematch"].store
        section = address.split("?", maxsplit=1)[0].split("/")[1]
        if section == "provider":
            account = an_account(store, AccountRole.PROVIDER, **_keeper(store, address))
        elif section in {"me", "admin"}:
            account = an_account(store, {"me": AccountRole.JOBSEEKER, "admin": AccountRole.ADMIN}[section])
        elif section in {"advisor", "import", "jobs"}:
            account = an_account(store, AccountRole.ADVISOR)
        else:
            return
        with self.session_transaction() as session:
            session["_user_id"] = f"{account.id}.{account.epoch}"
            session["began_at"] = session["seen_at"] = int(time.time())


def _keeper(store: Store, address: str) -> dict[str, str]:
    """The account of the provider whose vacancy, or whose draft of one, an address names."""
    draft = re.match(r"/provider/drafts/([A-Z0-9-]+)", address)
    if draft:
        with suppress(NotFoundError):
            return {"email": store.accounts.get(store.drafts.get(draft[1]).account_id).email}
    found = re.match(r"/provider/vacancies/([A-Za-z0-9_~-]+)", address)
    vacancy = next((one for one in store.vacancies() if one.id == found[1]), None) if found else None
    if vacancy is None or not vacancy.provider:
        return {}
    return {"email": f"{vacancy.provider.replace(' ', '-').lower()}@example.org", "provider": vacancy.provider}
