"""What an administrator does to an account, in the audit log."""

from matcher.domain import Account
from webapp.access import record

__all__ = ["record_account"]


def record_account(deed: str, about: Account) -> None:
    """Write down a deed with the account's number; it stands in a jobseeker's own record too."""
    record("account", about.candidate_id, detail=f"{deed}: account {about.id}")
