"""What becomes of a finished draft: a new vacancy, or changes to one; and whether the academy looks at it first."""

from matcher.domain import Vacancy
from matcher.errors import InputError
from webapp.access import account
from webapp.context import store
from webapp.shown import is_own

__all__ = ["Requirement", "keep_changes", "provider_name", "publish", "review_anew"]

Requirement = tuple[str | None, str | None]
"""Whom the work itself needs (``female``, ``male`` or nobody in particular), and why."""

_PLACE = ("place_kind", "postcode", "area")


def provider_name() -> str:
    """For whom the account of whoever is signed in posts.

    Raises
    ------
    InputError
        The account names no provider.
    """
    name = account().provider
    if not name:
        raise InputError("Your account names no provider: ask an administrator to add it, then post the vacancy.")
    return name


def publish(record: Vacancy, requirement: Requirement) -> bool:
    """Store a new vacancy of the account's provider; one that is there already stays as it is, and False says so."""
    is_new = store().add_vacancy(record.model_copy(update={"provider": provider_name()}))
    if is_new:
        store().standings.post(record.id, account().id, *requirement)
    return is_new


def keep_changes(record: Vacancy, requirement: Requirement) -> bool:
    """Write a vacancy of the account's provider anew, its blanks too; False where it is not theirs any more.

    What a person approved stays approved while the minimum age, the requirement of sex and their reasons stay as they
    were; what was sent back is looked at again.
    """
    before = next((one for one in store().vacancies() if one.id == record.id), None)
    if before is None or not is_own(before, account()):
        return False
    after = _with_what_is_not_asked(record, before)
    if not store().replace_vacancy(after, instead_of=before):
        return False
    review_anew(before, after, requirement)
    return True


def review_anew(before: Vacancy, after: Vacancy, requirement: Requirement) -> None:
    """Let the academy look again at a changed vacancy, unless what it approved stays as it was."""
    standing = store().standings.get(after.id)
    stands = (before.min_age, before.min_age_reason, standing.sex_required, standing.sex_reason)
    if stands != (after.min_age, after.min_age_reason, *requirement) or standing.review == "sent_back":
        store().standings.post(after.id, account().id, *requirement)


def _with_what_is_not_asked(record: Vacancy, before: Vacancy) -> Vacancy:
    """The record with what the form has no question for, as far as the answers it hangs on are the same."""
    kept: dict[str, object] = {"provider": before.provider, "provider_id": before.provider_id}
    if record.title == before.title:
        kept["occupation"] = before.occupation
    if all(getattr(record, name) == getattr(before, name) for name in _PLACE):
        kept["place"] = before.place
    return record.model_copy(update=kept)
