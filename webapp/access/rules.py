"""Whose a record is: one rule for each kind of id in an address and each role that may carry it.

A rule answers whether the record exists and is open to this account; the two are never told apart. An id without a
rule for a role is refused to that role.
"""

from collections.abc import Callable, Mapping
from typing import Any

from matcher.domain import Account, AccountRole
from matcher.errors import NotFoundError
from webapp.access.declaring import ADMIN, ADVISOR, JOBSEEKER, PROVIDER
from webapp.context import store
from webapp.shown import is_own, shows_vacancy

__all__ = ["PLAIN_ARGUMENTS", "RULES", "Rule", "is_open"]

Arguments = Mapping[str, Any]
Rule = Callable[[Account, Arguments], bool]

PLAIN_ARGUMENTS = frozenset({"code", "filename", "step", "picture"})
"""Parts of an address that name no record of themselves, and which the view itself checks: words of a closed list, and
the codes of people, which mean something within their vacancy alone."""


def _candidate(account: Account, arguments: Arguments) -> bool:
    return store().cases.get(arguments["candidate_id"]).is_open_to(account)


def _stored_vacancy(_account: Account, arguments: Arguments) -> bool:
    return bool(store().vacancy(arguments["vacancy_id"]))


def _shown_vacancy(_account: Account, arguments: Arguments) -> bool:
    return shows_vacancy(store().vacancy(arguments["vacancy_id"]))


def _own_vacancy(account: Account, arguments: Arguments) -> bool:
    return is_own(store().vacancy(arguments["vacancy_id"]), account)


def _own_draft(account: Account, arguments: Arguments) -> bool:
    return store().drafts.get(arguments["draft_id"]).account_id == account.id


def _own_or_published_draft(account: Account, arguments: Arguments) -> bool:
    """A draft that is published has become the vacancy of its id, to which a page that is sent twice then leads."""
    try:
        return _own_draft(account, arguments)
    except NotFoundError:
        return is_own(store().vacancy(arguments["draft_id"]), account)


def _stored_account(_account: Account, arguments: Arguments) -> bool:
    return bool(store().accounts.get(arguments["account_id"]))


def _seen_by_the_view(_account: Account, _arguments: Arguments) -> bool:
    """An upload lies in a folder of its account, where its own pages look for it and say what became of it."""
    return True


def _own_job(account: Account, arguments: Arguments) -> bool:
    return store().jobs.get(arguments["job_id"]).account_id == account.id


def _own_introduction(account: Account, arguments: Arguments) -> bool:
    return store().introductions.get(arguments["introduction_id"]).candidate_id == account.candidate_id


def _own_key(account: Account, arguments: Arguments) -> bool:
    return store().tokens.get(arguments["key_id"]).account_id == account.id


RULES: dict[tuple[AccountRole, str], Rule] = {
    (ADVISOR, "candidate_id"): _candidate,
    (ADVISOR, "vacancy_id"): _stored_vacancy,
    (ADVISOR, "draft_id"): _own_draft,
    (ADVISOR, "job_id"): _own_job,
    (ADVISOR, "token"): _seen_by_the_view,
    (PROVIDER, "vacancy_id"): _own_vacancy,
    (PROVIDER, "draft_id"): _own_or_published_draft,
    (PROVIDER, "job_id"): _own_job,
    (PROVIDER, "key_id"): _own_key,
    (PROVIDER, "token"): _seen_by_the_view,
    (JOBSEEKER, "vacancy_id"): _shown_vacancy,
    (JOBSEEKER, "introduction_id"): _own_introduction,
    (ADMIN, "account_id"): _stored_account,
    (ADMIN, "vacancy_id"): _stored_vacancy,
    (ADMIN, "job_id"): _own_job,
    (ADMIN, "token"): _seen_by_the_view,
}
"""By role and name of the argument."""


def is_open(account: Account, arguments: Arguments) -> bool:
    """Whether every record that an address names is there and open to an account."""
    rules = [RULES.get((account.role, name)) for name in arguments if name not in PLAIN_ARGUMENTS]
    try:
        return all(rule is not None and rule(account, arguments) for rule in rules)
    except NotFoundError:
        return False
