"""A Dask scheduler reached, and its workers looked at, before they have anything to do."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from matcher.batch.errands import Errand, complaint
from matcher.errors import ClusterError, InputError

if TYPE_CHECKING:
    from distributed import Client

__all__ = ["check_workers", "connected"]

_CONNECT_SECONDS, _WORKERS_SECONDS = 10, 30
"""Judgement: a scheduler answers in seconds; workers that were started together with this command need some more."""


@contextmanager
def connected(address: str) -> Iterator["Client"]:
    """A client of the scheduler at an address.

    Raises
    ------
    InputError
        The extra is not installed.
    ClusterError
        Nobody answers.
    """
    try:
        from distributed import Client
        from distributed.comm.addressing import parse_address, parse_host_port
        from distributed.comm.registry import get_backend
    except ImportError:
        raise InputError("--scheduler needs Dask: pip install 'carematch[dask]', here and for the workers.") from None
    try:
        scheme, place = parse_address(address)  # a client of no address takes half a minute to say so, and a traceback
        get_backend(scheme)
        parse_host_port(place)
        client = Client(address, timeout=_CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise ClusterError(
            f"No Dask scheduler answers at '{address}' ({_first_line(error)}): start one with 'dask scheduler', and "
            "give the address that it prints, as tcp://host:8786."
        ) from error
    with client, warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Sending large graph")  # a table of measured journeys, sent once
        yield client


def check_workers(client: "Client", address: str, errand: Errand) -> None:
    """Refuse workers that could not do an errand.

    Raises
    ------
    ClusterError
        There are none, or one of them says why it cannot.
    """
    try:
        client.wait_for_workers(1, timeout=_WORKERS_SECONDS)
    except TimeoutError:
        raise ClusterError(
            f"The scheduler has no workers: start some with 'dask worker {address} --nthreads 1'."
        ) from None
    for worker, said in client.run(complaint, errand, on_error="return").items():
        if said:
            fault = f"failed ({_first_line(said)}): install carematch there" if isinstance(said, Exception) else said
            raise ClusterError(f"The worker {worker} {fault}.")


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0] if str(error) else type(error).__name__
