"""Signing in and out, one's own account, and passwords that are forgotten."""

import re
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from signing_in import an_account, signed_in

from matcher.domain import Account, AccountRole
from matcher.engine import Engine
from matcher.errors import MailError
from matcher.store import Store
from webapp import create_app
from webapp.access import signing_in as sessions
from webapp.account import forgotten

PASSWORD, OTHER = "teapot-ladder-harbour", "window-pebble-thunder"


@pytest.fixture
def advisor(store: Store) -> Account:
    return store.accounts.add("priya@example.org", "Priya Shah", AccountRole.ADVISOR, password=PASSWORD)


@pytest.fixture
def browser(app: Flask) -> FlaskClient:
    """A browser in which nobody is signed in."""
    return FlaskClient(app, app.response_class)


@pytest.fixture
def hers(app: Flask, advisor: Account) -> FlaskClient:
    """A browser in which the advisor is signed in."""
    return signed_in(app, advisor)


def _sign_in(browser: FlaskClient, email: str = "priya@example.org", password: str = PASSWORD, to: str = "") -> str:
    answer = browser.post(f"/sign-in{to}", data={"email": email, "password": password})
    return answer.location or answer.text


@pytest.mark.usefixtures("advisor")
def test_signing_in_leads_to_the_start_page_and_out_again(browser: FlaskClient) -> None:
    assert _sign_in(browser, "PRIYA@example.org ") == "/advisor/candidates"
    assert "Signed in as" in browser.get("/account").text
    assert browser.post("/sign-out").location == "/"
    assert browser.get("/account").status_code == 302


@pytest.mark.parametrize("role", list(AccountRole))
def test_everybody_has_a_start_page_that_opens(app: Flask, store: Store, role: AccountRole) -> None:
    about = {"candidate_id": "C01"} if role is AccountRole.JOBSEEKER else {}
    client = signed_in(app, an_account(store, role, **about))
    start = client.get("/sign-in").location
    assert client.get(start).status_code == 200


@pytest.mark.usefixtures("advisor")
def test_whoever_was_going_somewhere_gets_there(browser: FlaskClient) -> None:
    ask = browser.get("/advisor/candidates?q=a+b").location
    assert ask == "/sign-in?next=/advisor/candidates?q%3Da%2Bb"
    assert _sign_in(browser, to=ask.removeprefix("/sign-in")) == "/advisor/candidates?q=a+b"


@pytest.mark.parametrize(
    "elsewhere",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "\\\\evil", "//[", ""],
)
def test_nobody_is_sent_elsewhere(browser: FlaskClient, advisor: Account, elsewhere: str) -> None:
    answer = browser.post("/sign-in", data={"email": advisor.email, "password": PASSWORD},
                          query_string={"next": elsewhere})  # fmt: skip
    assert answer.location == "/advisor/candidates"


def test_an_error_never_tells_which_of_the_two_is_wrong(browser: FlaskClient, advisor: Account, store: Store) -> None:
    store.accounts.set_active(store.accounts.add("gone@x.org", "G", AccountRole.ADVISOR, password=PASSWORD).id,
                              active=False)  # fmt: skip
    store.accounts.add("invited@x.org", "I", AccountRole.ADVISOR)
    tries = [(advisor.email, OTHER), ("nobody@x.org", PASSWORD), ("gone@x.org", PASSWORD), ("invited@x.org", PASSWORD)]
    pages = {_sign_in(browser, email, password).replace(email, "") for email, password in tries}
    assert len({re.sub(r'value="[^"]*"', "", page) for page in pages}) == 1
    assert "do not belong together" in pages.pop()


@pytest.mark.usefixtures("advisor")
def test_a_session_begins_anew_at_sign_in(browser: FlaskClient) -> None:
    with browser.session_transaction() as session:
        session["planted"] = "by somebody else"
    _sign_in(browser)
    with browser.session_transaction() as session:
        assert "planted" not in session
        first = session["nonce"]
    _sign_in(browser)
    with browser.session_transaction() as session:
        assert session["nonce"] != first


@pytest.mark.usefixtures("advisor")
def test_a_cookie_is_no_good_after_signing_out(browser: FlaskClient, app: Flask) -> None:
    _sign_in(browser)
    cookie = browser.get_cookie("carematch_session")
    assert cookie is not None
    browser.post("/sign-out")
    thief = FlaskClient(app, app.response_class)
    thief.set_cookie("carematch_session", cookie.value)
    assert thief.get("/account").status_code == 302


@pytest.mark.parametrize(
    ("key", "seconds", "said"),
    [("seen_at", sessions.IDLE_SECONDS, "for an hour"), ("began_at", sessions.LONGEST_SECONDS, "more than 12 hours")],
)
def test_an_idle_or_old_session_ends_with_the_reason_and_the_way_back(
    hers: FlaskClient, key: str, seconds: int, said: str
) -> None:
    with hers.session_transaction() as session:
        session[key] -= seconds - 30
    assert hers.get("/advisor/candidates").status_code == 200
    with hers.session_transaction() as session:
        session[key] -= seconds + 5
    answer = hers.get("/advisor/candidates")
    assert answer.location == "/sign-in?next=/advisor/candidates"
    assert said in hers.get(answer.location).text


def test_a_session_that_is_used_does_not_become_idle(hers: FlaskClient) -> None:
    for _ in range(3):
        with hers.session_transaction() as session:
            session["seen_at"] -= sessions.IDLE_SECONDS - 30
        assert hers.get("/account").status_code == 200


def test_what_is_sent_while_signed_out_is_not_kept_and_says_so(browser: FlaskClient, store: Store) -> None:
    answer = browser.post("/advisor/candidates/C01/shortlist", data={"vacancy": "V01"},
                          headers={"Referer": "http://localhost/advisor/candidates/C01"})  # fmt: skip
    assert answer.location == "/sign-in?next=/advisor/candidates/C01"
    assert "Nothing of what you sent was kept" in browser.get(answer.location).text
    assert store.shortlist("C01") == []


@pytest.mark.parametrize("before", ["http://evil.example/page", "", "http://localhost:9/x", "//[", "http://"])
def test_the_page_before_is_only_ever_one_of_ours(browser: FlaskClient, before: str) -> None:
    answer = browser.post("/advisor/candidates/C01/shortlist", headers={"Referer": before})
    assert answer.location == "/sign-in"


def test_the_own_page_says_who_one_is(hers: FlaskClient) -> None:
    text = hers.get("/account").text
    for words in ("Priya Shah", "priya@example.org", "a careers advisor", "Change your password"):
        assert words in text


def test_a_password_is_changed_by_whoever_knows_it_and_ends_the_other_sessions(
    app: Flask, hers: FlaskClient, advisor: Account, store: Store
) -> None:
    elsewhere = signed_in(app, advisor)
    answer = hers.post("/account/password", data={"current": PASSWORD, "password": OTHER})
    assert answer.location == "/account"
    assert "Your password is changed" in hers.get("/account").text
    assert elsewhere.get("/account").status_code == 302
    assert store.accounts.verified(advisor.email, OTHER) is not None


@pytest.mark.parametrize(
    ("current", "new", "said"),
    [
        ("", OTHER, "Enter the password you have now"),
        (OTHER, OTHER, "That is not the password you have now"),
        (PASSWORD, "short", "use at least 12"),
        (PASSWORD, "password123456", "easily guessed"),
        (PASSWORD, "priya@example.org", "easily guessed"),
        (PASSWORD, "x" * 201, "use at most 200"),
    ],
)
def test_a_password_that_cannot_be_changed_says_why(
    hers: FlaskClient, advisor: Account, store: Store, current: str, new: str, said: str
) -> None:
    text = hers.post("/account/password", data={"current": current, "password": new}).text
    assert said in text
    assert "Error: " in text
    assert store.accounts.get(advisor.id).epoch == advisor.epoch


def test_signing_out_everywhere_ends_every_session(app: Flask, hers: FlaskClient, advisor: Account) -> None:
    elsewhere = signed_in(app, advisor)
    hers.post("/sign-out-everywhere")
    assert hers.get("/account").status_code == 302
    gone = elsewhere.get("/account")
    assert "You were signed out." in elsewhere.get(gone.location).text


def _messages(app: Flask) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in (Path(app.config["INSTANCE"]) / "outbox").glob("*.eml")]


def _forget(browser: FlaskClient, email: str) -> str:
    answer = browser.post("/forgotten", data={"email": email})
    assert answer.status_code == 200
    text = answer.text
    answer.close()
    return text


def test_a_forgotten_password_is_chosen_anew_by_link(
    browser: FlaskClient, app: Flask, advisor: Account, store: Store
) -> None:
    _forget(browser, "Priya@Example.org")
    (message,) = _messages(app)
    assert "To: priya@example.org" in message
    found = re.search(r"http://localhost(/link/[\w-]+)", message)
    assert found is not None
    assert "Choose a password" in browser.get(found[1]).text
    assert browser.post(found[1], data={"password": OTHER}).location == "/advisor/candidates"
    assert store.accounts.verified(advisor.email, OTHER) is not None
    assert browser.get(found[1]).status_code == 404, "a link works once"


def test_the_answer_is_the_same_whether_or_not_anybody_has_the_address(
    browser: FlaskClient, app: Flask, advisor: Account, store: Store
) -> None:
    store.accounts.set_active(store.accounts.add("gone@x.org", "G", AccountRole.ADVISOR).id, active=False)
    asked = [advisor.email, "nobody@x.org", "gone@x.org"]
    assert len({_forget(browser, email).replace(email, "") for email in asked}) == 1
    assert len(_messages(app)) == 1


def test_a_link_is_sent_after_the_answer_so_that_its_time_tells_nothing(
    browser: FlaskClient, app: Flask, advisor: Account
) -> None:
    answer = browser.post("/forgotten", data={"email": advisor.email})
    assert _messages(app) == []
    answer.close()
    assert len(_messages(app)) == 1


def test_an_e_mail_that_cannot_be_sent_changes_no_answer(
    browser: FlaskClient, advisor: Account, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise MailError(f"{advisor.email} was refused")

    monkeypatch.setattr(forgotten, "send_mail", fail)
    assert "Look at your e-mail" in _forget(browser, advisor.email)
    assert f"The link of account {advisor.id} was not sent" in caplog.text
    assert advisor.email not in caplog.text


@pytest.mark.parametrize("email", ["", " ", "n/a"])
def test_no_address_is_asked_for_again(browser: FlaskClient, email: str) -> None:
    assert "Enter your e-mail address" in _forget(browser, email)


@pytest.mark.parametrize("address", ["/sign-in", "/forgotten"])
def test_guessing_is_limited_by_address_and_by_account(engine: Engine, tmp_path: Path, address: str) -> None:
    from webapp.limits import limiter

    app = create_app(engine, {"SECRET_KEY": "a key that only tests know", "INSTANCE": tmp_path, "TESTING": True,
                              "PROPAGATE_EXCEPTIONS": False, "WTF_CSRF_ENABLED": False,
                              "RATELIMIT_ENABLED": True})  # fmt: skip
    limiter.reset()
    try:
        browser = FlaskClient(app, app.response_class)
        tries = [browser.post(address, data={"email": "one@x.org", "password": "x"}) for _ in range(11)]
        assert [answer.status_code for answer in tries] == [200] * 10 + [429]
        assert "Wait" in tries[-1].text
        assert browser.post(address, data={"email": "other@x.org", "password": "x"}).status_code == 200
    finally:
        limiter.reset()
        limiter.enabled = False  # else every app of this process would count


def test_what_does_not_show_in_an_address_gains_no_further_tries(app: Flask) -> None:
    from webapp.limits import by_email

    typed = ["one@x.org", " ONE@x.org", "one@x.org\u200b", "\u2066one@x.org"]
    keys = set()
    for email in typed:
        with app.test_request_context("/sign-in", method="POST", data={"email": email}):
            keys.add(by_email())
    (key,) = keys
    assert "one" not in key, "the key is written to the log"


@pytest.mark.usefixtures("advisor")
def test_a_copy_of_a_cookie_that_was_signed_out_opens_nothing_in_another_server_or_after_a_restart(
    app: Flask, engine: Engine, tmp_path: Path
) -> None:
    settings = {name: app.config[name] for name in ("SECRET_KEY", "WTF_CSRF_ENABLED", "RATELIMIT_ENABLED")}
    other = create_app(engine, {**settings, "INSTANCE": tmp_path / "other"})
    here, there = FlaskClient(app, app.response_class), FlaskClient(other, other.response_class)
    _sign_in(here)
    copied = here.get_cookie(app.config["SESSION_COOKIE_NAME"])
    assert copied is not None
    there.set_cookie(app.config["SESSION_COOKIE_NAME"], copied.value)
    assert there.get("/account").status_code == 200
    here.post("/sign-out")
    there.set_cookie(app.config["SESSION_COOKIE_NAME"], copied.value)
    assert there.get("/account").status_code == 302


@pytest.fixture
def public_app(engine: Engine, tmp_path: Path) -> Flask:
    """The app as others reach it."""
    return create_app(engine, {"SECRET_KEY": "a key that only tests know", "INSTANCE": tmp_path, "TESTING": True,
                               "PROPAGATE_EXCEPTIONS": False, "WTF_CSRF_ENABLED": False, "RATELIMIT_ENABLED": False,
                               "PUBLIC_URL": "https://care.example.org"})  # fmt: skip


def test_demo_accounts_open_nothing_where_others_reach_the_app(public_app: Flask, store: Store) -> None:
    demo = store.accounts.add("d@demo.example", "D", AccountRole.ADVISOR, password=PASSWORD, is_demo=True)
    browser = FlaskClient(public_app, public_app.response_class)
    here = {"base_url": "https://care.example.org"}
    assert "d@demo.example" not in browser.get("/sign-in", **here).text
    answer = browser.post("/sign-in", data={"email": demo.email, "password": PASSWORD}, **here)
    assert "do not belong together" in answer.text
    assert browser.get(f"/link/{store.accounts.make_link(demo.id)}", **here).status_code == 404
    with browser.session_transaction(base_url="https://care.example.org") as session:
        session.update(_user_id=f"{demo.id}.{demo.epoch}", began_at=2**40, seen_at=2**40)
    assert browser.get("/account", **here).status_code == 302


def test_demo_accounts_are_offered_on_this_machine_alone(browser: FlaskClient, store: Store) -> None:
    store.accounts.add("d@demo.example", "D", AccountRole.ADVISOR, password=PASSWORD, is_demo=True)
    assert "d@demo.example" in browser.get("/sign-in").text


def test_links_in_e_mails_carry_the_public_name(public_app: Flask, advisor: Account) -> None:
    browser = FlaskClient(public_app, public_app.response_class)
    browser.post("/forgotten", data={"email": advisor.email}, base_url="https://care.example.org").close()
    assert "https://care.example.org/link/" in _messages(public_app)[0]


def test_browsers_are_told_to_use_https_only_where_others_reach_the_app(
    public_app: Flask, browser: FlaskClient
) -> None:
    there = FlaskClient(public_app, public_app.response_class).get("/", base_url="https://care.example.org")
    assert there.headers["Strict-Transport-Security"] == "max-age=31536000"
    assert "Strict-Transport-Security" not in browser.get("/").headers
    out = FlaskClient(public_app, public_app.response_class).post("/sign-out", base_url="https://care.example.org")
    assert "Secure" in out.headers["Set-Cookie"]


def test_only_an_account_that_somebody_may_be_in_says_that_they_are_signed_out(
    browser: FlaskClient, advisor: Account, store: Store
) -> None:
    new = store.accounts.add("new@example.org", "New", AccountRole.ADVISOR)
    pages = [browser.get(f"/link/{store.accounts.make_link(one.id)}").text for one in (new, advisor)]
    assert ["is signed out" in page for page in pages] == [False, True]


def test_a_used_link_leads_whoever_is_signed_in_to_their_start(hers: FlaskClient, browser: FlaskClient) -> None:
    assert "Go to your start page" in hers.get("/link/used").text
    assert "Go to your start page" not in browser.get("/link/used").text
