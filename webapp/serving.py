"""The app on a production server, for this machine alone."""

import socket
from datetime import date
from typing import TYPE_CHECKING

from matcher.errors import InputError
from webapp.application import create_app
from webapp.security import LOCAL_NAMES
from webapp.uploads_in_memory import MOST_IN_MEMORY_BYTES

if TYPE_CHECKING:
    from matcher.engine import Engine

__all__ = ["serve"]

_N_THREADS = 4


def serve(engine: "Engine", host: str = "127.0.0.1", port: int = 8000, *, as_of: date | None = None) -> None:
    """Serve the app until it is interrupted, with rankings for `as_of` (today by default).

    Raises
    ------
    InputError
        The host is not this machine (there are no accounts yet, so nobody else may reach the app), or the port is
        none or taken.
    """
    import waitress

    check_address(host, port)
    waitress.serve(
        create_app(engine, {"AS_OF": as_of}),
        host=host,
        port=port,
        threads=_N_THREADS,
        ident=None,
        # A CV that is sent in is on no disk, not even for a moment.
        inbuf_overflow=MOST_IN_MEMORY_BYTES,
    )


def check_address(host: str, port: int) -> None:
    """Refuse an address that others could reach, or that cannot be listened at.

    Raises
    ------
    InputError
        As of `serve`.
    """
    if host not in LOCAL_NAMES:
        raise InputError(
            f"--host {host}: until there are accounts the app answers on this machine only, because whoever reaches it "
            "sees everybody's details; use 127.0.0.1, ::1 or localhost."
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
