"""Where the app may be reached."""

import socket

import pytest

from matcher.domain import AccountRole
from matcher.engine import Engine
from matcher.errors import InputError
from matcher.importers.documents import LIMITS
from matcher.store import Store
from webapp import serving


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


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
