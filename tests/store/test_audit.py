"""The audit log, which both databases refuse to change."""

from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from matcher.domain import AccountRole, Candidate
from matcher.errors import StoreError
from matcher.store import AuditEntry, Person, Store

VIEWED = AuditEntry("viewed", "advisor", account_id=1, candidate_id="C1")
CHOSEN = AuditEntry("chosen", "provider", 2, "Rowan House", "C1", "V1", "drives")
OTHER = AuditEntry("viewed", "admin", account_id=3, candidate_id="C2")


@pytest.fixture
def filled(store: Store) -> Store:
    store.audit.add(VIEWED, CHOSEN)
    store.audit.add(OTHER)
    return store


def test_entries_come_back_whole_and_the_latest_first(filled: Store) -> None:
    entries = filled.audit.entries()
    assert [entry.action for entry in entries] == ["viewed", "chosen", "viewed"]
    chosen = entries[1]
    assert (chosen.role, chosen.account_id, chosen.provider, chosen.candidate_id, chosen.vacancy_id, chosen.detail) == (
        "provider", 2, "Rowan House", "C1", "V1", "drives",
    )  # fmt: skip
    assert chosen.at is not None
    assert abs(datetime.now(UTC) - chosen.at) < timedelta(minutes=5)


def test_entries_are_narrowed_counted_and_paged(filled: Store) -> None:
    assert filled.audit.count() == 3
    assert filled.audit.count(candidate_id="C1") == 2
    assert filled.audit.count(candidate_id="C1", action="viewed") == 1
    assert [entry.candidate_id for entry in filled.audit.entries(action="viewed")] == ["C2", "C1"]
    assert [entry.action for entry in filled.audit.entries(1, 1)] == ["chosen"]


def test_entries_are_narrowed_by_time_from_the_first_moment_to_before_the_last(filled: Store) -> None:
    at = filled.audit.entries(action="chosen")[0].at
    assert at is not None
    moment = timedelta(microseconds=1)
    assert filled.audit.count(since=at, action="chosen") == 1
    assert filled.audit.count(until=at, action="chosen") == 0
    assert filled.audit.entries(since=at, until=at + moment, action="chosen")[0].detail == "drives"
    assert filled.audit.entries(since=at + moment, action="chosen") == []


@pytest.mark.parametrize("change", ["UPDATE audit SET action = 'nothing'", "DELETE FROM audit",
                                    "DELETE FROM audit WHERE id = 1"])  # fmt: skip
def test_the_database_itself_refuses_to_change_or_delete_an_entry(filled: Store, change: str) -> None:
    before = filled.audit.entries()
    with pytest.raises(StoreError, match="the audit log is only ever added to"), filled.session() as session:
        session.execute(sa.text(change))
    assert filled.audit.entries() == before


def test_postgresql_refuses_to_empty_the_log(filled: Store) -> None:
    if filled.url.startswith("sqlite"):
        return  # SQLite knows no TRUNCATE
    with pytest.raises(StoreError, match="only ever added to"), filled.session() as session:
        session.execute(sa.text("TRUNCATE audit"))
    assert filled.audit.count() == 3


def test_what_was_done_to_a_person_outlives_them_and_the_account(store: Store) -> None:
    store.upsert_candidates([(Candidate(id="C1"), Person())])
    account = store.accounts.add("a@example.org", "A", AccountRole.ADVISOR)
    store.audit.add(AuditEntry("viewed", "advisor", account_id=account.id, candidate_id="C1"))
    store.remove(candidates=["C1"])
    store.accounts.remove(account.id)
    assert [(entry.account_id, entry.candidate_id) for entry in store.audit.entries()] == [(account.id, "C1")]


def test_no_entries_are_no_harm(store: Store) -> None:
    store.audit.add()
    assert store.audit.entries() == []


def test_when_each_person_was_last_in_an_entry_of_some_actions(filled: Store) -> None:
    filled.audit.add(AuditEntry("imported", "advisor"))
    latest = filled.audit.latest({"viewed", "imported"})
    moments = {entry.candidate_id: entry.at for entry in filled.audit.entries(action="viewed")}
    assert latest == moments
    assert filled.audit.latest(set()) == {}


def test_people_added_in_one_minute_by_one_account_are_one_line_and_all_else_one_each(store: Store) -> None:
    people = [f"P{n}" for n in range(5)]
    store.audit.add(*(AuditEntry("added", "advisor", account_id=7, candidate_id=one) for one in people))
    store.audit.add(AuditEntry("added", "advisor", account_id=8, candidate_id="P9"))
    store.audit.add(*(AuditEntry("viewed", "advisor", account_id=7, candidate_id=one) for one in people[:2]))
    lines = store.audit.lines()
    assert [(entry.action, entry.account_id, n) for entry, n in lines] == [
        ("viewed", 7, 1), ("viewed", 7, 1), ("added", 8, 1), ("added", 7, 5),
    ]  # fmt: skip
    assert store.audit.count_lines() == 4
    assert store.audit.lines(1, 3) == lines[3:]
    assert store.audit.count_lines(candidate_id="P1") == 2
