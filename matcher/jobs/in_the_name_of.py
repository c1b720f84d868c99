"""A store that somebody imports into: new people join their caseload, and what they did is written down."""

from collections.abc import Sequence
from typing import Any

from matcher.domain import Account, AccountRole, Candidate, Outcome, Vacancy
from matcher.errors import InputError
from matcher.store import AuditEntry, Counts, Person, Store
from matcher.store.standings import ADULT, Posted, Standing
from matcher.text.adverts.readings import FlagKind
from matcher.text.adverts.unsaid import unsaid

__all__ = ["InTheNameOf", "closed_to", "has_to_be_looked_at", "provider_names"]


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
        who = self._account
        advisor_id, team = (who.id, who.team) if who.role is AccountRole.ADVISOR else (None, None)
        counts, new = self._store.cases.add_all(pairs, advisor_id, team)
        self._write_down("added", [(candidate_id, None) for candidate_id in new])
        return counts

    def upsert_vacancies(self, records: Sequence[Vacancy]) -> Counts:
        """Store vacancies; a provider's are posted by them, and anybody's looked at anew where the minimum age changes.

        A provider's are looked at too where their words ask for an age or a sex.
        """
        before, standings = {one.id: one for one in self._store.vacancies()}, self._store.standings.all()
        posted = {
            one.id: self._posted(one, before.get(one.id), standings.get(one.id, Standing(one.id))) for one in records
        }
        return self._store.upsert_vacancies(records, {name: its for name, its in posted.items() if its is not None})

    def _posted(self, record: Vacancy, before: Vacancy | None, stands: Standing) -> Posted | None:
        """How a row is posted; None where nobody has to look at it, or not again."""
        is_provider = self._account.role is AccountRole.PROVIDER
        after = _merged(record, before)
        if before is None:
            asks_more = is_provider
        else:
            asks_more = _asks_another_age(record, before) or (is_provider and _asked(after) != _asked(before))
        if not asks_more:
            return None
        by = self._account.id if is_provider else stands.posted_by
        is_flagged = is_provider and has_to_be_looked_at(after, stands.sex_required)
        return Posted(by, stands.sex_required, stands.sex_reason, is_flagged)

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


def has_to_be_looked_at(vacancy: Vacancy, sex_required: str | None) -> bool:
    """Whether the words ask for a sex, or an age above 18, that the fields do not say."""
    flags = [flag.value for flag in unsaid(vacancy, sex_required)]
    return any(flag.kind is FlagKind.SEX or flag.age is None or flag.age > ADULT for flag in flags)


def _asked(vacancy: Vacancy) -> frozenset[str]:
    """The sentences of a vacancy that ask for an age or a sex."""
    return frozenset(flag.sentence for flag in unsaid(vacancy))


def _merged(record: Vacancy, before: Vacancy | None) -> Vacancy:
    """A row as it will stand in the store, as far as its words and its age go: a blank changes nothing."""
    if before is None:
        return record
    brought = {name: getattr(record, name) for name in ("title", "description", "min_age")}
    return before.model_copy(update={name: value for name, value in brought.items() if value is not None})


def _asks_another_age(record: Vacancy, before: Vacancy) -> bool:
    """Whether a row brings a minimum age, or a reason for it, that is not the one stored; a blank changes nothing."""
    brought = (record.min_age, before.min_age), (record.min_age_reason, before.min_age_reason)
    return any(new is not None and new != old for new, old in brought)


def _stage_of(outcome: Outcome) -> tuple[str, str, str]:
    return outcome.candidate, outcome.vacancy, outcome.stage.value
