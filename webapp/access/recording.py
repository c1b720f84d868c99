"""What was seen and decided, written to the audit log."""

from collections.abc import Iterable

from flask import Response, request

from matcher.store import AuditEntry
from webapp.access.actions import ACTIONS
from webapp.access.declaring import Access, declared
from webapp.access.signing_in import acting
from webapp.context import store

__all__ = ["record", "record_all", "record_opening"]

_NOBODY = "nobody"


def record(action: str, candidate_id: str | None, vacancy_id: str | None = None, detail: str | None = None) -> None:
    """Write down that whoever is signed in did something, as a word of `ACTIONS`, to one person."""
    record_all(action, [candidate_id], vacancy_id, detail)


def record_all(
    action: str, candidate_ids: Iterable[str | None], vacancy_id: str | None = None, detail: str | None = None
) -> None:
    """The same for several people at once, such as those on one page of a list."""
    if action not in ACTIONS:
        raise KeyError(action)
    account = acting()
    entries = [
        AuditEntry(
            action=action,
            role=account.role.value if account else _NOBODY,
            account_id=account.id if account else None,
            provider=account.provider if account else None,
            candidate_id=candidate_id,
            vacancy_id=vacancy_id,
            detail=detail,
        )
        for candidate_id in candidate_ids
    ]
    if entries:
        store().audit.add(*entries)


def _was_sent_to_sign_in(access: Access) -> bool:
    """Whether nobody was signed in where somebody has to be: then nothing was opened."""
    return bool(access.roles) and acting() is None


def record_opening(response: Response) -> Response:
    """After each request: what the route declares that it does, if it did it."""
    from flask import current_app

    access = declared(current_app.view_functions[request.endpoint]) if request.endpoint else None
    if access is not None and access.does and response.status_code < 400 and not _was_sent_to_sign_in(access):
        arguments = request.view_args or {}
        record(access.does, arguments.get("candidate_id"), arguments.get("vacancy_id"))
    return response
