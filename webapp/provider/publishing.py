"""What becomes of a finished draft: a new vacancy, or changes to one; and whether the academy looks at it first."""

from matcher.domain import Vacancy
from matcher.errors import InputError
from matcher.jobs.in_the_name_of import has_to_be_looked_at
from matcher.store.standings import Posted
from matcher.text.adverts.unsaid import unsaid
from webapp.access import account
from webapp.context import store
from webapp.shown import is_own

__all__ = ["Requirement", "keep_changes", "posted_anew", "provider_name", "publish"]

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
    after = record.model_copy(update={"provider": provider_name()})
    return store().add_vacancy(after, _posted(after, requirement))


def keep_changes(record: Vacancy, requirement: Requirement) -> bool:
    """Write a vacancy of the account's provider anew, its blanks too; False where it is not theirs any more.

    What a person approved stays approved while the minimum age, the requirement of sex, their reasons and the sentences
    that ask for more stay as they were; what was sent back is looked at again.
    """
    before = next(iter(store().vacancies_of([record.id])), None)
    if before is None or not is_own(before, account()):
        return False
    after = _with_what_is_not_asked(record, before)
    return store().replace_vacancy(after, instead_of=before, posted=posted_anew(before, after, requirement))


def posted_anew(before: Vacancy, after: Vacancy, requirement: Requirement) -> Posted | None:
    """How a changed vacancy is posted, to be looked at again; None where what the academy approved stays as it was."""
    standing = store().standings.get(after.id)
    stood = _looked_at(before, (standing.sex_required, standing.sex_reason))
    if stood == _looked_at(after, requirement) and standing.review != "sent_back":
        return None
    return _posted(after, requirement)


def _posted(record: Vacancy, requirement: Requirement) -> Posted:
    return Posted(account().id, *requirement, is_flagged=has_to_be_looked_at(record, requirement[0]))


def _looked_at(record: Vacancy, requirement: Requirement) -> tuple[object, ...]:
    """Everything of a vacancy that a person approves."""
    sentences = frozenset(flag.sentence for flag in unsaid(record, requirement[0]))
    return record.min_age, record.min_age_reason, *requirement, sentences


def _with_what_is_not_asked(record: Vacancy, before: Vacancy) -> Vacancy:
    """The record with what the form has no question for, as far as the answers it hangs on are the same."""
    kept: dict[str, object] = {"provider": before.provider, "provider_id": before.provider_id}
    if record.title == before.title:
        kept["occupation"] = before.occupation
    if all(getattr(record, name) == getattr(before, name) for name in _PLACE):
        kept["place"] = before.place
    return record.model_copy(update=kept)
