"""Who may sign in, and as what."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

__all__ = ["Account", "AccountRole"]


class AccountRole(StrEnum):
    """The four kinds of people who sign in."""

    ADVISOR = "advisor"
    PROVIDER = "provider"
    JOBSEEKER = "jobseeker"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who may sign in.

    Attributes
    ----------
    id : int
    email : str
        In lower case; one account each.
    name : str
    role : AccountRole
    provider : str or None
        Whose vacancies a provider's account keeps: the provider's name as vacancies carry it.
    team : str or None
        Advisors of a team see its people and those of no team; without a team they see everybody's.
    candidate_id : str or None
        Whom a jobseeker's account is about.
    active : bool
        False once an administrator has disabled it.
    has_password : bool
        False while an invitation is not taken up.
    is_demo : bool
        Came with the demo; its password is known to everybody, so it opens on this machine only.
    epoch : int
        Rises when every session of the account is to end.
    last_seen_at : datetime or None
        UTC.
    """

    id: int
    email: str
    name: str
    role: AccountRole
    provider: str | None = None
    team: str | None = None
    candidate_id: str | None = None
    active: bool = True
    has_password: bool = False
    is_demo: bool = False
    epoch: int = 0
    last_seen_at: datetime | None = None
