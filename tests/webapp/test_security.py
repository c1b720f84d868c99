"""What every request and every answer passes."""

import re
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from signing_in import Anyones

from matcher.engine import Engine
from matcher.errors import NotFoundError, StoreError
from matcher.store import Store
from webapp import create_app
from webapp.access import allow_anybody
from webapp.secret_key import secret_key

PAGES = ("/", "/advisor/candidates/C01", "/provider/vacancies/V01/candidates", "/nowhere", "/static/carematch.css")


@pytest.mark.parametrize("address", PAGES)
def test_every_answer_forbids_scripts_frames_and_other_sites(client: FlaskClient, address: str) -> None:
    headers = client.get(address).headers
    policy = headers["Content-Security-Policy"]
    for rule in ("default-src 'none'", "style-src 'self'", "form-action 'self'", "frame-ancestors 'none'"):
        assert rule in policy
    assert "script-src" not in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("address", PAGES[:4])
def test_no_page_needs_what_the_policy_forbids(client: FlaskClient, address: str) -> None:
    text = client.get(address).text
    assert not re.search(r"<script|\sstyle=|\son\w+=|<iframe|src=|@import", text)


def test_pages_are_not_kept_by_browsers_but_the_style_sheet_is(client: FlaskClient) -> None:
    assert client.get("/advisor/candidates/C01").headers["Cache-Control"] == "no-store"
    assert "max-age" in client.get("/static/carematch.css").headers["Cache-Control"]


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "127.0.0.1.nip.io", "192.168.1.4", "[::2]", "a b"]
)
def test_a_name_that_is_not_this_machine_is_refused(client: FlaskClient, host: str) -> None:
    answer = client.get("/advisor/candidates", headers={"Host": host})
    assert answer.status_code == 400
    assert "Amina" not in answer.text


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8000", "127.0.0.1:8123", "[::1]:8000", "localhost:80"])
def test_every_name_of_this_machine_is_answered(client: FlaskClient, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 200


POSTS = (
    "/advisor/candidates/C01/shortlist",
    "/advisor/candidates/C01/refer/V01",
    "/provider/vacancies/new",
    "/provider/vacancies/V07/explain-pay",
    "/provider/vacancies/V01/close",
)


@pytest.mark.parametrize("address", POSTS)
def test_a_form_from_elsewhere_changes_nothing_and_is_told_so(guarded: FlaskClient, store: Store, address: str) -> None:
    data = {
        "vacancy": "V01",
        "pay_note": "sleep_in",
        "by": "x",
        "reason": "x",
        "next_action": "x",
        "next_date": "1/1/2027",
    }
    answer = guarded.post(address, data=data)
    assert answer.status_code == 400
    assert "reload the page and send it again" in answer.text
    assert store.shortlist("C01") == []
    assert store.referrals() == []
    assert store.vacancy("V07").pay_note is None


def test_every_form_that_changes_something_carries_the_token(guarded: FlaskClient) -> None:
    for address in ("/advisor/candidates/C01", "/advisor/candidates/C01/refer/V01", "/provider/vacancies/new",
                    "/provider/vacancies/V07", "/provider/vacancies/V01"):  # fmt: skip
        text = guarded.get(address).text
        forms = re.findall(r'<form[^>]*method="post".*?</form>', text, re.DOTALL)
        assert forms
        assert all(re.search(r'name="csrf_token"[^>]*value="\S{20,}"', form) for form in forms)


def test_a_form_of_our_own_page_is_taken(guarded: FlaskClient, store: Store) -> None:
    token = re.search(r'name="csrf_token"[^>]*value="(\S+)"', guarded.get("/advisor/candidates/C01").text)
    assert token is not None
    guarded.post("/advisor/candidates/C01/shortlist", data={"vacancy": "V01", "csrf_token": token[1]})
    assert store.shortlist("C01") == ["V01"]


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(guarded: FlaskClient) -> None:
    cookie = guarded.get("/advisor/candidates/C01").headers["Set-Cookie"]
    assert cookie.startswith("carematch_session=")
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/nowhere", 404, "Page not found"),
        ("/advisor/candidates/C99", 404, "Page not found"),
        ("/advisor/candidates/~FF", 404, "Page not found"),
        ("/provider/vacancies/V99/candidates", 404, "Page not found"),
        ("/advisor/candidates/C01/refer/V99", 404, "Page not found"),
        ("/advisor/candidates/~00", 404, "Page not found"),
        ("/advisor/candidates?q=%00", 400, "no address can hold"),
    ],
)
def test_an_address_that_leads_nowhere_says_so_plainly(
    client: FlaskClient, address: str, status: int, words: str
) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    assert words in answer.text
    assert "Go to the home page" in answer.text


def test_what_is_not_there_names_nothing_that_is(app: Flask) -> None:
    @app.get("/lost")
    @allow_anybody
    def lost() -> str:
        raise NotFoundError("No vacancy 'V0' is stored; alike are V01, V02.")

    answer = app.test_client().get("/lost")
    assert answer.status_code == 404
    assert "V01" not in answer.text


@pytest.mark.parametrize("data", [{"vacancy": "V01\x00"}, {"vac\x00ancy": "V01"}])
def test_a_form_with_a_character_that_nobody_can_type_is_refused(
    client: FlaskClient, store: Store, data: dict[str, str]
) -> None:
    answer = client.post("/advisor/candidates/C01/shortlist", data=data)
    assert answer.status_code == 400
    assert "cannot be typed" in answer.text
    assert store.shortlist("C01") == []


def test_a_page_that_takes_no_form_says_so(client: FlaskClient) -> None:
    answer = client.post("/advisor/referrals")
    assert answer.status_code == 405
    assert "That cannot be done here" in answer.text


def test_a_form_too_large_to_read_says_so(client: FlaskClient) -> None:
    answer = client.post("/provider/vacancies/new", data={"description": "x" * 2_500_000})
    assert answer.status_code == 413
    assert "too large" in answer.text


def test_a_fault_of_ours_shows_no_traceback_and_no_figures(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_store: Store) -> None:
        raise RuntimeError("secret figure 4711")

    monkeypatch.setattr(Store, "candidates", fail)
    answer = app.test_client().get("/advisor/candidates")
    assert answer.status_code == 500
    assert "The fault is ours" in answer.text
    assert "4711" not in answer.text
    assert "Traceback" not in answer.text


def test_a_database_that_cannot_be_reached_says_try_again(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_store: Store) -> None:
        raise StoreError("postgresql://user:password@host is away")

    monkeypatch.setattr(Store, "candidates", fail)
    answer = app.test_client().get("/advisor/candidates")
    assert answer.status_code == 503
    assert "password" not in answer.text


def test_the_session_key_is_made_once_and_readable_by_its_owner_alone(tmp_path: Path) -> None:
    key = secret_key(tmp_path / "instance")
    assert secret_key(tmp_path / "instance") == key
    assert len(key) == 64
    file = tmp_path / "instance" / "secret_key"
    assert file.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in file.parent.iterdir()] == ["secret_key"]


def test_a_session_key_may_be_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAREMATCH_SECRET_KEY", "sixteen letters and more")
    assert secret_key(tmp_path) == "sixteen letters and more"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("given", ["", "short"])
def test_a_weak_session_key_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    monkeypatch.setenv("CAREMATCH_SECRET_KEY", given)
    with pytest.raises(StoreError, match="at least 16"):
        secret_key(tmp_path)


def test_a_damaged_key_file_says_which(tmp_path: Path) -> None:
    (tmp_path / "secret_key").write_text("x")
    with pytest.raises(StoreError, match="secret_key is too short: delete that file"):
        secret_key(tmp_path)


def test_an_engine_without_a_database_is_refused(bare_engine: Engine) -> None:
    with pytest.raises(StoreError, match="carematch init"):
        create_app(bare_engine)


@pytest.fixture
def guarded(engine: Engine, tmp_path: Path) -> FlaskClient:
    """A browser at the app as it is served, with the check of forms on; whoever may open a page is signed in."""
    app = create_app(engine, {"AS_OF": None, "INSTANCE": tmp_path, "SECRET_KEY": "a key that only tests know"})
    app.test_client_class = Anyones
    return app.test_client()
