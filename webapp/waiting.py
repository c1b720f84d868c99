"""What waits for an advisor: people whom providers ask to meet, and people who ask for a human to look again."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from matcher.domain import Account
from matcher.store.introductions import Introduction
from matcher.store.look_agains import LookAgain
from webapp.context import store

__all__ = ["n_waiting", "waiting_introductions", "waiting_look_agains"]


class _About(Protocol):
    @property
    def candidate_id(self) -> str:
        """Whom it is about."""


_Asked = TypeVar("_Asked", bound=_About)


def waiting_introductions(account: Account) -> list[Introduction]:
    """Those without an answer, of people whom the account may see; what was answered is on no list of theirs."""
    return _open(store().introductions.waiting(), account)


def waiting_look_agains(account: Account) -> list[LookAgain]:
    """Requests that nobody has answered, of people whom the account may see."""
    return _open(store().look_agains.waiting(), account)


def n_waiting(account: Account) -> int:
    """How many there are of both."""
    return len(waiting_introductions(account)) + len(waiting_look_agains(account))


def _open(asked: Iterable[_Asked], account: Account) -> list[_Asked]:
    listed = list(asked)
    cases = store().cases.all() if listed else {}
    return [one for one in listed if one.candidate_id not in cases or cases[one.candidate_id].is_open_to(account)]
