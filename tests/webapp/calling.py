"""A provider's own system, with a key."""

from typing import Any

from flask import Flask
from signing_in import an_account
from werkzeug.test import TestResponse

from matcher.domain import AccountRole
from matcher.store import Store
from matcher.store.tokens import SCOPES

API = "/api/v1"
OWNER = "Roundhay Lodge"
"""The provider of V01 and V03."""


class System:
    """Calls the API as a provider's system does."""

    def __init__(self, app: Flask, key: str) -> None:
        self.client, self.key = app.test_client(), key

    def __call__(self, method: str, path: str, json: Any = None, **headers: str) -> TestResponse:
        """Call a path below the API; names of headers are written with underscores."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        asked = {"Authorization": f"Bearer {self.key}", **named}
        return self.client.open(f"{API}{path}", method=method, json=json, headers=asked)

    def get(self, path: str, **headers: str) -> Any:
        """The JSON of a call that answers 200."""
        answer = self("GET", path, **headers)
        assert answer.status_code == 200, answer.text
        return answer.get_json()


def a_system(app: Flask, store: Store, *scopes: str, provider: str = OWNER) -> System:
    """A system of a provider with a key for some scopes; for all where none is named."""
    account = an_account(store, AccountRole.PROVIDER, f"{provider.replace(' ', '-').lower()}@example.org",
                         provider=provider)  # fmt: skip
    return System(app, store.tokens.make(account.id, "Rota system", scopes or SCOPES)[1])
