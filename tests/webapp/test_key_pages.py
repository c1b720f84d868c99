"""The page where a provider makes and ends keys."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from calling import System
from flask import Flask
from flask.testing import FlaskClient
from posting import steady
from signing_in import an_account, signed_in

from matcher.domain import AccountRole
from matcher.store import Store

FORM = {"label": "Rota system", "scopes": ["vacancies:read", "matches:read"], "lasts": "90"}


def test_a_key_is_shown_once_and_opens_what_was_ticked(app: Flask, client: FlaskClient) -> None:
    answer = client.post("/provider/keys", data=FORM)
    assert answer.status_code == 200
    found = re.search(r"<code>(cm_[^<]+)</code>", answer.text)
    assert found is not None
    shown = System(app, found[1]).get("/me")
    assert shown["scopes"] == FORM["scopes"]
    assert shown["expires_on"] == (datetime.now(UTC).date() + timedelta(days=90)).isoformat()
    assert answer.headers["Cache-Control"] == "no-store"
    assert "cm_" not in str(answer.headers.getlist("Set-Cookie"))
    text = client.get("/provider/keys").text
    assert "Rota system" in text
    assert found[1] not in text


def test_a_key_may_last_until_it_is_ended(client: FlaskClient, store: Store) -> None:
    client.post("/provider/keys", data={**FORM, "lasts": ""})
    account = an_account(store, AccountRole.PROVIDER)
    assert [key.expires_on for key in store.tokens.of(account.id)] == [None]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"label": " "}, "Enter what the key is for"),
        ({"label": "x" * 61}, "60 characters or fewer"),
        ({"scopes": []}, "Choose at least one thing"),
        ({"scopes": ["everything"]}, "not a valid choice"),
        ({"lasts": "9999"}, "Not a valid choice"),
    ],
)
def test_a_form_that_cannot_be_used_makes_no_key(
    client: FlaskClient, store: Store, change: dict[str, object], said: str
) -> None:
    answer = client.post("/provider/keys", data={**FORM, **change})
    assert "<title>Error: " in answer.text
    assert said in answer.text
    assert store.tokens.of(an_account(store, AccountRole.PROVIDER).id) == []


def test_a_key_ends_at_once_and_stays_in_the_list_of_those_that_are_past(
    client: FlaskClient, store: Store, page: Callable[..., str]
) -> None:
    account = an_account(store, AccountRole.PROVIDER)
    made, text = store.tokens.make(account.id, "Old rota system", ["vacancies:read"])
    answer = client.post(f"/provider/keys/{made.id}/end", follow_redirects=True)
    assert "has ended" in answer.text
    assert store.tokens.by_text(text) is None
    assert "Keys that are good no more" in page("/provider/keys")


def test_somebody_elses_key_is_not_found_the_very_same_as_none(app: Flask, store: Store) -> None:
    other = an_account(store, AccountRole.PROVIDER, "other@example.org", provider="Aire Home Care")
    made, text = store.tokens.make(other.id, "Theirs", ["vacancies:read"])
    browser = signed_in(app, an_account(store, AccountRole.PROVIDER))
    theirs, none, huge = (browser.post(f"/provider/keys/{name}/end") for name in (made.id, 999, 10**30))
    assert theirs.status_code == none.status_code == huge.status_code == 404
    assert steady(theirs.text) == steady(none.text)
    assert store.tokens.by_text(text) is not None


def test_one_account_has_only_so_many_keys(client: FlaskClient, store: Store) -> None:
    account = an_account(store, AccountRole.PROVIDER)
    for number in range(20):
        store.tokens.make(account.id, f"Key {number}", ["vacancies:read"])
    answer = client.post("/provider/keys", data=FORM)
    assert "You have 20 keys" in answer.text
    assert len(store.tokens.of(account.id)) == 20


def test_an_empty_page_says_what_to_do(page: Callable[..., str]) -> None:
    assert "You have no key yet. Make one below" in page("/provider/keys")
