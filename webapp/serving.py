"""The app on a production server: for this machine alone, or behind a proxy for everybody."""

import socket
from datetime import date
from typing import TYPE_CHECKING, Any, cast

from matcher.errors import InputError
from webapp.application import create_app
from webapp.background import start_worker
from webapp.kept import read_ahead
from webapp.logs import log_to_the_terminal
from webapp.public_url import LOCAL_NAMES, check_public_url
from webapp.uploads_in_memory import MOST_IN_MEMORY_BYTES

if TYPE_CHECKING:
    from matcher.engine import Engine
    from matcher.store import Store

__all__ = ["check_accounts", "check_address", "serve", "server_settings"]

_N_THREADS = 4


def serve(
    engine: "Engine",
    host: str = "127.0.0.1",
    port: int = 8000,
    *,
    as_of: date | None = None,
    public_url: str | None = None,
) -> None:
    """Serve the app, and do its background work, until it is interrupted; with rankings for `as_of` (default today).

    Raises
    ------
    InputError
        As of `check_address` and `check_accounts`.
    """
    import waitress

    check_address(host, port, public_url)
    check_accounts(cast("Store", engine.store), public_url)
    log_to_the_terminal()
    app = create_app(engine, {"AS_OF": as_of, "HERE": f"http://{host}:{port}", "PUBLIC_URL": public_url})
    worker = start_worker(app)
    read_ahead(app)
    try:
        waitress.serve(app, host=host, port=port, **server_settings(public_url))
    finally:
        worker.stop()


def server_settings(public_url: str | None) -> dict[str, Any]:
    """How waitress serves the app: behind a proxy it hands on what the proxy says of whoever asks, else nobody's word.

    Which of the proxy's headers count is for `webapp.public_url` to say; waitress would take them all out before.
    """
    return {
        "threads": _N_THREADS,
        "ident": None,
        # A CV that is sent in is on no disk, not even for a moment.
        "inbuf_overflow": MOST_IN_MEMORY_BYTES,
        "clear_untrusted_proxy_headers": not public_url,
    }


def check_address(host: str, port: int, public_url: str | None = None) -> None:
    """Refuse an address that others could reach, or that cannot be listened at.

    Raises
    ------
    InputError
        Others could reach the host and nothing says under which name they do, so that no proxy speaks HTTPS for us; or
        the port is none or taken.
    """
    if public_url:
        check_public_url(public_url)
    elif host not in LOCAL_NAMES:
        raise InputError(
            f"--host {host}: others would reach the app without HTTPS; use 127.0.0.1, or set CAREMATCH_PUBLIC_URL to "
            "the https:// address of a proxy in front of it."
        )
    if not 1 <= port <= 65535:
        raise InputError(f"--port {port}: a port is a number from 1 to 65535, such as 8000.")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except PermissionError as error:
            raise InputError(f"--port {port} is kept for the system: choose one above 1023, such as 8000.") from error
        except OSError as error:
            raise InputError(
                f"--port {port} on {host} cannot be used ({error.strerror}): another program may be using it; stop "
                f"that program or choose another, such as --port {port + 1 if port < 65535 else 8000}."
            ) from error


def check_accounts(store: "Store", public_url: str | None) -> None:
    """Refuse to open an app to others while the demo's accounts, whose password everybody can read, are open.

    Raises
    ------
    InputError
        They are; says how to close them.
    """
    if public_url and any(account.is_demo and account.active for account in store.accounts.all()):
        raise InputError(
            "The demo's accounts are in this database, and their password is public: disable them with 'carematch "
            "account disable-demo', or use another database, before others can reach the app."
        )
