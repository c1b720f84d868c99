"""The demo's accounts, whose password everybody can read."""

from flask import current_app

from matcher.domain import Account

__all__ = ["may_be_used_here"]


def may_be_used_here(found: Account) -> bool:
    """Whether an account opens anything: the demo's do only where nobody else can reach the app."""
    return not (found.is_demo and current_app.config["PUBLIC_URL"])
