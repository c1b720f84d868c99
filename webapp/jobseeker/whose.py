"""Whose pages these are: a jobseeker's own, by their account and never by an address."""

from flask import abort

from webapp import access

__all__ = ["own_id", "own_id_or_none"]


def own_id_or_none() -> str | None:
    """Whom the account is about; None before they have said anything about themselves."""
    return access.account().candidate_id


def own_id() -> str:
    """Whom the account is about; who has said nothing yet has nothing to change, so for them there is no such page."""
    return own_id_or_none() or abort(404)
