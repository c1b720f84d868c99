"""A store that somebody imports into: new people join their caseload, and what they did is written down."""

from collections.abc import Sequence
from typing import Any

from matcher.domain import Account, AccountRole, Candidate, Outcome, Vacancy
from matcher.errors import InputError
from matcher.store import AuditEntry, Counts, Person, Store

__all__ = ["InTheNameOf", "closed_to", "provider_names"]


class InTheNameOf:
    """A store that an account imports into; in all else it is the store.

    What is new is settled chunk by chunk, as it lands: an import that breaks off leaves nobody without a caseload.
    """

    def __init__(self, store: Store, account: Account) -> None:
        self._store, self._account = store, account

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def upsert_candidates(self, pairs: Sequence[tuple[Candidate, Person]]) -> Counts:
        """Store people; those who are new join the advisor's caseload."""
        known = self._store.candidate_ids()
        counts = self._store.upsert_candidates(pairs)
        new = [candidate.id for candidate, _ in pairs if candidate.id not in known]
        if self._account.role is AccountRole.ADVISOR:
            self._store.cases.assign_all(new, self._account.id, self._account.team)
        self._write_down("added", [(candidate_id, None) for candidate_id in new])
        return counts

    def upsert_vacancies(self, records: Sequence[Vacancy]) -> Counts:
        """Store vacancies; a provider's are posted by them, and looked at anew where the minimum age changes."""
        if self._account.role is not AccountRole.PROVIDER:
            return self._store.upsert_vacancies(records)
        before = {one.id: one for one in self._store.vacancies()}
        counts = self._store.upsert_vacancies(records)
        for one in records:
            if one.id not in before or _asks_another_age(one, before[one.id]):
                stands = self._store.standings.get(one.id)
                self._store.standings.post(one.id, self._account.id, stands.sex_required, stands.sex_reason)
        return counts

    def upsert_outcomes(self, records: Sequence[Outcome]) -> Counts:
        """Store what became of referrals."""
        known = {_stage_of(outcome) for outcome in self._store.outcomes()}
        counts = self._store.upsert_outcomes(records)
        new = [outcome for outcome in records if _stage_of(outcome) not in known]
        self._write_down("outcome", [(outcome.candidate, outcome.vacancy) for outcome in new])
        return counts

    def _write_down(self, action: str, about: Sequence[tuple[str, str | None]]) -> None:
        who = self._account
        self._store.audit.add(
            *(
                AuditEntry(action, who.role.value, who.id, who.provider, candidate_id, vacancy_id)
                for candidate_id, vacancy_id in about
            )
        )


def closed_to(account: Account, store: Store) -> frozenset[str]:
    """Ids of the stored people whom an account may not open, and so may not change by a file either.

    An administrator's import is the academy's own, and changes whomever it names. A provider imports vacancies alone:
    to them the others' vacancies are closed.
    """
    if account.role is AccountRole.PROVIDER:
        return frozenset(one.id for one in store.vacancies() if not _is_of(one, account))
    if account.role is AccountRole.ADMIN:
        return frozenset()
    return frozenset(one for one, case in store.cases.all().items() if not case.is_open_to(account))


def provider_names(account: Account, store: Store) -> tuple[str, ...]:
    """What a provider's own vacancies may call their provider, the account's name for it first; else none.

    Raises
    ------
    InputError
        The account is a provider's and names none: nothing could be told to be theirs.
    """
    if account.role is not AccountRole.PROVIDER:
        return ()
    if not account.provider:
        raise InputError("This account names no provider: ask an administrator to add it, then send the file again.")
    called = (one.provider for one in store.vacancies() if one.provider and _is_of(one, account))
    return tuple(dict.fromkeys([account.provider, *called]))


def _is_of(vacancy: Vacancy, account: Account) -> bool:
    return bool(account.provider) and account.provider in {vacancy.provider, vacancy.provider_id}


def _asks_another_age(record: Vacancy, before: Vacancy) -> bool:
    """Whether a row brings a minimum age, or a reason for it, that is not the one stored; a blank changes nothing."""
    brought = (record.min_age, before.min_age), (record.min_age_reason, before.min_age_reason)
    return any(new is not None and new != old for new, old in brought)


def _stage_of(outcome: Outcome) -> tuple[str, str, str]:
    return outcome.candidate, outcome.vacancy, outcome.stage.value
