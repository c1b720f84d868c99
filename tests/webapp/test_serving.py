"""Where the app may be reached."""

import socket
import threading
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

import pytest
from flask import request
from flask_wtf.csrf import generate_csrf

from matcher.domain import AccountRole
from matcher.engine import Engine
from matcher.errors import InputError
from matcher.importers.documents import LIMITS
from matcher.store import Store
from webapp import create_app, serving
from webapp.access import allow_anybody


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.4", "example.org", "", "127.0.0.2"])  # noqa: S104 - refused
def test_an_address_that_others_could_reach_is_refused_with_the_reason(host: str) -> None:
    with pytest.raises(InputError, match="others would reach the app without HTTPS"):
        serving.serve(None, host, 8000)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "url", ["http://care.example.org", "care.example.org", "https://", "https://x.org/app", "ftp://x"]
)
def test_a_public_address_is_https_and_a_name(url: str) -> None:
    with pytest.raises(InputError, match="write https:// and the name"):
        serving.check_address("0.0.0.0", 8000, url)  # noqa: S104 - refused


def test_the_demo_is_closed_before_others_can_reach_the_app(engine: Engine, store: Store) -> None:
    store.accounts.add("d@demo.example", "D", AccountRole.ADMIN, password="teapot-ladder-harbour", is_demo=True)
    with pytest.raises(InputError, match="carematch account disable-demo"):
        serving.serve(engine, "127.0.0.1", _free_port(), public_url="https://care.example.org")
    serving.check_accounts(store, None)
    store.accounts.disable_demo()
    serving.check_accounts(store, "https://care.example.org")


@pytest.mark.parametrize("port", [0, -1, 65536])
def test_a_port_that_is_none_is_refused(port: int) -> None:
    with pytest.raises(InputError, match="from 1 to 65535"):
        serving.check_address("127.0.0.1", port)


def test_a_taken_port_is_named_with_another_to_try() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(InputError, match=f"--port {port} on 127.0.0.1 cannot be used"):
            serving.check_address("127.0.0.1", port)


def test_a_free_port_of_this_machine_is_taken() -> None:
    port = _free_port()
    for host in ("127.0.0.1", "localhost"):
        serving.check_address(host, port)
    serving.check_address("0.0.0.0", port, "https://care.example.org")  # noqa: S104 - behind a proxy


def test_the_app_is_given_to_waitress(monkeypatch: pytest.MonkeyPatch, engine) -> None:  # noqa: ANN001 - the fixture
    import waitress

    given = {}
    monkeypatch.setenv("CAREMATCH_SECRET_KEY", "a key that only tests know")
    monkeypatch.setattr(serving, "check_address", lambda *_: None)
    monkeypatch.setattr(waitress, "serve", lambda app, **settings: given.update(settings, app=app))
    serving.serve(engine, "127.0.0.1", 8123)
    assert (given["host"], given["port"], given["app"].name) == ("127.0.0.1", 8123, "webapp")
    assert given["inbuf_overflow"] > LIMITS.file_bytes, "a CV is held in memory and not in a temporary file"


@pytest.mark.parametrize("public_url", ["https://care.example.org", None])
def test_what_the_proxy_says_of_whoever_asks_arrives_only_where_there_is_a_proxy(
    engine: Engine, tmp_path: Path, public_url: str | None
) -> None:
    asked = _answered_by_waitress(engine, tmp_path, public_url, "GET", "/asked", {})
    expected = "203.0.113.9 True" if public_url else "127.0.0.1 False"
    assert asked.endswith(expected)


@pytest.mark.parametrize(("referrer", "is_taken"), [("https://care.example.org/sign-in", True), (None, False)])
def test_a_form_behind_a_proxy_comes_from_a_page_of_ours(
    engine: Engine, tmp_path: Path, referrer: str | None, is_taken: bool
) -> None:
    headers = {"Referer": referrer} if referrer else {}
    answer = _answered_by_waitress(engine, tmp_path, "https://care.example.org", "POST", "/sign-in", headers)
    assert answer.startswith("200" if is_taken else "400")
    assert ("Enter your e-mail address" in answer) is is_taken


def _answered_by_waitress(
    engine: Engine, tmp_path: Path, public_url: str | None, method: str, path: str, headers: dict[str, str]
) -> str:
    """Status and text of an answer of the app as it is served, to a request as a proxy hands it on."""
    import waitress

    app = create_app(engine, {"INSTANCE": tmp_path, "PUBLIC_URL": public_url, "SECRET_KEY": "only tests know this key"})
    app.add_url_rule("/asked", view_func=allow_anybody(_asked))
    app.add_url_rule("/token", view_func=allow_anybody(generate_csrf))
    server = waitress.create_server(app, host="127.0.0.1", port=0, **serving.server_settings(public_url))
    running = threading.Thread(target=server.run, daemon=True)
    running.start()
    proxied = {"X-Forwarded-For": "203.0.113.9", "X-Forwarded-Proto": "https", "X-Forwarded-Host": "care.example.org"}
    connection = HTTPConnection("127.0.0.1", server.effective_port, timeout=30)
    try:
        connection.request("GET", "/token", headers=proxied)
        first = connection.getresponse()
        token = first.read().decode()
        form = {"csrf_token": token} if method == "POST" else {}
        kept = {"Cookie": str(first.headers["Set-Cookie"]).partition(";")[0]}
        typed = {"Content-Type": "application/x-www-form-urlencoded"}
        connection.request(method, path, urlencode(form), {**proxied, **kept, **typed, **headers})
        answer = connection.getresponse()
        return f"{answer.status} {answer.read().decode()}"
    finally:
        connection.close()
        server.close()
        running.join(timeout=10)


def _asked() -> str:
    return f"{request.remote_addr} {request.is_secure}"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
