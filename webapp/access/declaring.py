"""The declaration that stands on every route."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from matcher.domain import AccountRole

__all__ = ["ADMIN", "ADVISOR", "JOBSEEKER", "PROVIDER", "SIGNED_IN", "Access", "allow", "allow_anybody", "declared"]

ADVISOR, PROVIDER = AccountRole.ADVISOR, AccountRole.PROVIDER
JOBSEEKER, ADMIN = AccountRole.JOBSEEKER, AccountRole.ADMIN
SIGNED_IN = tuple(AccountRole)
"""Every role."""

View = TypeVar("View", bound=Callable[..., Any])
_ATTRIBUTE = "carematch_access"


@dataclass(frozen=True, slots=True)
class Access:
    """Who may open a route.

    Attributes
    ----------
    roles : frozenset of AccountRole
        Empty: anybody, signed in or not.
    does : str
        What opening it does to the person it is about, as a word of `webapp.access.actions.ACTIONS`; it is written to
        the audit log when the route has answered. Empty where it is about nobody, or writes for itself.
    scope : str
        What a key of the API has to be good for; empty for pages.
    """

    roles: frozenset[AccountRole]
    does: str = ""
    scope: str = ""


def allow(*roles: AccountRole, does: str = "", scope: str = "") -> Callable[[View], View]:
    """Declare who may open a route; stands below the line that gives its address."""
    access = Access(frozenset(roles), does, scope)

    def declare(view: View) -> View:
        setattr(view, _ATTRIBUTE, access)
        return view

    return declare


allow_anybody = allow()
"""Declare a route open to everybody."""


def declared(view: Callable[..., Any]) -> Access | None:
    """What a route declares; None where nobody has said."""
    return cast("Access | None", getattr(view, _ATTRIBUTE, None))
