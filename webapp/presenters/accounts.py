"""Accounts in words."""

from collections.abc import Mapping

from matcher.domain import Account

__all__ = ["STATES", "state_of"]

STATES: Mapping[str, str] = {"open": "Open", "invited": "Invited, not taken up", "disabled": "Disabled"}


def state_of(account: Account) -> str:
    """What an account is, as a word of `STATES`."""
    if not account.active:
        return "disabled"
    return "open" if account.has_password else "invited"
