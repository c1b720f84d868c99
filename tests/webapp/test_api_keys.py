"""Who may call the API, and for what."""

import logging
from datetime import UTC, datetime, timedelta

import pytest
from calling import API, OWNER, System, a_system
from flask import Flask
from signing_in import an_account, signed_in

from matcher.domain import AccountRole
from matcher.engine import Engine
from matcher.store import Store
from webapp import create_app
from webapp.access import allow
from webapp.access.declaring import declared
from webapp.api.checks import CALLS_A_MINUTE

TODAY = datetime.now(UTC).date()
CALLS = {
    "vacancies:read": (("GET", "/vacancies"), ("GET", "/vacancies/V01")),
    "vacancies:write": (
        ("POST", "/vacancies"),
        ("POST", "/vacancies/batch"),
        ("PUT", "/vacancies/V01"),
        ("PATCH", "/vacancies/V01"),
        ("DELETE", "/vacancies/V01"),
    ),
    "matches:read": (
        ("GET", "/vacancies/V01/matches"),
        ("GET", "/vacancies/V01/not-now"),
        ("GET", "/vacancies/V01/pool"),
        ("GET", "/introductions"),
    ),
    "introductions:write": (("POST", "/vacancies/V01/introductions"),),
}


def test_a_key_says_what_it_may_do(app: Flask, store: Store) -> None:
    shown = a_system(app, store, "vacancies:read").get("/me")
    assert shown["provider"] == OWNER
    assert shown["scopes"] == ["vacancies:read"]
    assert shown["calls_a_minute"] == CALLS_A_MINUTE


@pytest.mark.parametrize("sent", ["", "Basic abc", "Bearer", "Bearer ", "Bearer cm_wrong", "bearer \u00e9", "cm_x"])
def test_without_a_key_that_is_good_every_call_is_refused_alike(app: Flask, sent: str) -> None:
    client = app.test_client()
    for calls in CALLS.values():
        for method, path in calls:
            answer = client.open(f"{API}{path}", method=method, headers={"Authorization": sent} if sent else {})
            assert answer.status_code == 401
            assert answer.content_type == "application/problem+json"
            assert answer.headers["WWW-Authenticate"].startswith("Bearer ")


@pytest.mark.parametrize("scope", CALLS)
def test_a_key_opens_what_its_scope_is_for_and_nothing_else(app: Flask, store: Store, scope: str) -> None:
    system = a_system(app, store, scope)
    for needed, calls in CALLS.items():
        for method, path in calls:
            answer = system(method, path)
            assert (answer.status_code == 403) == (needed != scope), (method, path, answer.text)
            if needed != scope:
                assert f'scope="{needed}"' in answer.headers["WWW-Authenticate"]


def test_every_call_of_the_api_is_among_those_tested_here(app: Flask) -> None:
    tested = {(method, f"{API}{path.replace('V01', '<vacancy:vacancy_id>')}")
              for calls in CALLS.values() for method, path in calls}  # fmt: skip
    routes = {
        (method, rule.rule)
        for rule in app.url_map.iter_rules()
        if rule.endpoint.startswith("api.")
        for method in rule.methods - {"HEAD", "OPTIONS"}  # type: ignore[operator]
    }
    assert routes == tested | {("GET", f"{API}/me")}
    for rule in app.url_map.iter_rules():
        if rule.endpoint.startswith("api."):
            access = declared(app.view_functions[rule.endpoint])
            assert access is not None
            assert access.scope


def test_a_route_that_declares_no_scope_lets_nobody_in(engine: Engine, store: Store) -> None:
    app = create_app(engine, {"SECRET_KEY": "k", "RATELIMIT_ENABLED": False})
    app.add_url_rule(f"{API}/unsaid", "api.unsaid", allow(AccountRole.PROVIDER)(lambda: "secret"))
    app.add_url_rule(f"{API}/undeclared", "api.undeclared", lambda: "secret")
    system = a_system(app, store)
    for path in ("/unsaid", "/undeclared"):
        answer = system("GET", path)
        assert "secret" not in answer.text
        assert answer.status_code in {302, 403}


@pytest.mark.parametrize("days", [-1, 0])
def test_a_key_that_has_expired_is_refused(app: Flask, store: Store, days: int) -> None:
    account = an_account(store, AccountRole.PROVIDER)
    _, text = store.tokens.make(account.id, "Old", ["vacancies:read"], TODAY + timedelta(days=days))
    assert System(app, text)("GET", "/vacancies").status_code == 401


def test_a_key_is_refused_once_it_has_ended_or_its_account_is_disabled(app: Flask, store: Store) -> None:
    ended, disabled = a_system(app, store), a_system(app, store, provider="Wharfe House")
    found = store.tokens.by_text(ended.key)
    assert found is not None
    store.tokens.end(found.id)
    account = store.accounts.by_email("wharfe-house@example.org")
    assert account is not None
    store.accounts.set_active(account.id, active=False)
    for system in (ended, disabled):
        assert system("GET", "/me").status_code == 401


@pytest.mark.parametrize("role", [AccountRole.ADVISOR, AccountRole.ADMIN, AccountRole.JOBSEEKER])
def test_a_key_of_an_account_that_is_no_providers_opens_nothing(app: Flask, store: Store, role: AccountRole) -> None:
    _, text = store.tokens.make(an_account(store, role).id, "Odd", ["vacancies:read"])
    assert System(app, text)("GET", "/vacancies").status_code == 401


def test_a_key_of_a_demo_account_opens_nothing_where_others_can_reach_the_app(engine: Engine, store: Store) -> None:
    account = store.accounts.add("demo@example.org", "Demo", AccountRole.PROVIDER, provider=OWNER, is_demo=True)
    _, text = store.tokens.make(account.id, "Demo", ["vacancies:read"])
    settings = {"SECRET_KEY": "k", "RATELIMIT_ENABLED": False}
    for url, expected in ((None, 200), ("https://care.example.org", 401)):
        app = create_app(engine, {**settings, "PUBLIC_URL": url})
        assert System(app, text)("GET", "/vacancies").status_code == expected


def test_a_session_opens_no_call_and_no_call_begins_one(app: Flask, store: Store) -> None:
    browser = signed_in(app, an_account(store, AccountRole.PROVIDER, provider=OWNER))
    assert browser.get(f"{API}/vacancies").status_code == 401
    answer = a_system(app, store)("GET", "/vacancies")
    assert "Set-Cookie" not in answer.headers
    assert "Cookie" not in answer.headers.get("Vary", "")


def test_a_key_opens_no_page(app: Flask, store: Store) -> None:
    key = a_system(app, store).key
    app.test_client_class = None
    answer = app.test_client().get("/provider/vacancies", headers={"Authorization": f"Bearer {key}"})
    assert answer.status_code == 302
    assert "/sign-in" in answer.headers["Location"]


def test_a_call_needs_no_token_of_a_form(engine: Engine, store: Store) -> None:
    app = create_app(engine, {"SECRET_KEY": "k", "RATELIMIT_ENABLED": False})
    assert a_system(app, store)("POST", "/vacancies", {"title": "Care assistant"}).status_code == 201
    assert app.test_client().post("/provider/keys", data={"label": "x"}).status_code in {302, 400}


def test_a_key_that_calls_too_often_is_told_when_to_come_back(engine: Engine, store: Store) -> None:
    app = create_app(engine, {"SECRET_KEY": "k", "RATELIMIT_ENABLED": True})
    busy, calm = a_system(app, store), a_system(app, store)
    answers = [busy("GET", "/me") for _ in range(CALLS_A_MINUTE + 1)]
    refused = [answer for answer in answers if answer.status_code == 429]
    assert len(answers) - len(refused) <= CALLS_A_MINUTE
    assert refused
    assert 1 <= int(refused[-1].headers["Retry-After"]) <= 60
    assert refused[-1].get_json()["title"] == "Too many calls"
    assert calm("GET", "/me").status_code == 200, "another key is counted by itself"


def test_no_log_holds_a_key(app: Flask, store: Store, caplog: pytest.LogCaptureFixture) -> None:
    system = a_system(app, store)
    with caplog.at_level(logging.DEBUG):
        system("GET", "/vacancies")
        System(app, "cm_nearly_a_key")("GET", "/vacancies")
    assert system.key not in caplog.text
    assert "cm_nearly_a_key" not in caplog.text
