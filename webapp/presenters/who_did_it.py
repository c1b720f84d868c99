"""Who did something, as the person it was done to may know it: staff by role and name, providers by the provider's."""

from typing import TYPE_CHECKING

from matcher.domain import AccountRole
from matcher.errors import NotFoundError

if TYPE_CHECKING:
    from matcher.store import AuditEntry, Store

__all__ = ["People"]

_STAFF = {AccountRole.ADVISOR: "An advisor", AccountRole.ADMIN: "An administrator"}
_OTHERS = {
    AccountRole.JOBSEEKER.value: "You",
    "program": "carematch itself",
    "nobody": "Somebody who was not signed in",
}


class People:
    """Names of those who acted, each looked up once."""

    def __init__(self, store: "Store") -> None:
        self._store = store
        self._names: dict[int, str] = {}

    def who(self, entry: "AuditEntry") -> str:
        """Who stands behind an entry."""
        if entry.action == "own":
            return "You"
        if entry.role == AccountRole.PROVIDER:
            return entry.provider or "A provider"
        if entry.role in _OTHERS:
            return _OTHERS[entry.role]
        return self.named(AccountRole(entry.role), entry.account_id)

    def named(self, role: AccountRole, account_id: int | None) -> str:
        """Staff by role and name; the role alone where the account is gone."""
        name = self._name(account_id) if account_id is not None else ""
        said = _STAFF.get(role, "Somebody")
        return f"{said}, {name}," if name else said

    def _name(self, account_id: int) -> str:
        if account_id not in self._names:
            try:
                self._names[account_id] = self._store.accounts.get(account_id).name
            except NotFoundError:
                self._names[account_id] = ""
        return self._names[account_id]
