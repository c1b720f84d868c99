"""Everything about one person: no table with a link to them is left out, neither of what is given nor of what goes."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
import sqlalchemy as sa

from matcher.domain import Account, AccountRole, Candidate, Vacancy
from matcher.store import Person, Store
from matcher.store.app_tables import AccountRow
from matcher.store.tables import Base, CandidateRow

OWN, OTHER = "C1", "C2"
STAYS = "audit"


def tables_with_a_link() -> Iterator[tuple[sa.Table, sa.Column[object]]]:
    """Every column that is somebody: by foreign key, or by the name of an id.

    What staff did (asked_by, made_by, posted_by, reviewed_by, answered_by, advisor_id) is about the person beside it.
    """
    by_staff = {"asked_by", "made_by", "posted_by", "reviewed_by", "answered_by", "advisor_id"}
    for table in Base.metadata.sorted_tables:
        for column in table.c:
            leads_to = {key.column.table.name for key in column.foreign_keys}
            is_link = leads_to & {"candidates", "accounts"} or column.name in {"candidate_id", "account_id"}
            if is_link and column.name not in by_staff:
                yield table, column


LINKS = list(tables_with_a_link())
NAMES = [f"{table.name}.{column.name}" for table, column in LINKS]


@pytest.fixture
def account(store: Store) -> Account:
    store.upsert_candidates([(Candidate(id=name), Person()) for name in (OWN, OTHER)])
    store.upsert_vacancies([Vacancy(id="V1")])
    store.accounts.add("other@example.org", "Somebody else", AccountRole.JOBSEEKER, candidate_id=OTHER)
    return store.accounts.add("own@example.org", "Sam", AccountRole.JOBSEEKER, candidate_id=OWN, password="a b c d e")


def a_row(table: sa.Table, link: sa.Column[object], owner: object) -> dict[str, object]:
    """A row that fills what has to be filled, and belongs to `owner`."""
    values: dict[str, object] = {link.name: owner}
    for column in table.c:
        if column.name in values or (column.nullable and not column.primary_key):
            continue
        if column.server_default is not None or (column.primary_key and column.type.python_type is int):
            continue
        values[column.name] = _filler(column)
    return values


def _filler(column: sa.Column[object]) -> object:
    if column.foreign_keys:
        return {"vacancies": "V1", "candidates": OWN}[next(iter(column.foreign_keys)).column.table.name]
    python_type = column.type.python_type
    samples = {str: "x", int: 1, float: 1.0, bool: False, object: {}, date: date(2026, 11, 22),
               datetime: datetime(2026, 11, 22, tzinfo=UTC)}  # fmt: skip
    return samples[python_type]


def n_rows(store: Store, table: sa.Table, column: sa.Column[object], owner: object) -> int:
    with store.reading() as session:
        return session.scalar(sa.select(sa.func.count()).select_from(table).where(column == owner)) or 0


@pytest.mark.parametrize(("table", "column"), LINKS, ids=NAMES)
def test_each_table_with_a_link_is_handed_out_and_emptied(
    store: Store, account: Account, table: sa.Table, column: sa.Column[object]
) -> None:
    owner = account.id if column.type.python_type is int else OWN
    if table.name != "accounts":
        with store.session() as session:
            session.execute(sa.insert(table).values(a_row(table, column, owner)))
    assert table.name in store.about.everything(OWN, account.id)
    store.about.forget(OWN, account.id)
    assert n_rows(store, table, column, owner) == (1 if table.name == STAYS else 0)


def test_the_links_are_more_than_the_obvious_ones() -> None:
    assert {"people.candidate_id", "drafts.account_id", "audit.candidate_id", "jobs.account_id"} <= set(NAMES)


def test_others_are_neither_handed_out_nor_deleted(store: Store, account: Account) -> None:
    for name in (OWN, OTHER):
        store.declined.add(name, "V1")
        store.look_agains.ask(name, None, f"Words of {name}")
        store.add_referral(name, "V1", "Priya", f"Reason for {name}")
    assert OTHER not in str(store.about.everything(OWN, account.id))
    store.about.forget(OWN, account.id)
    assert store.candidate_ids() == {OTHER}
    assert store.accounts.by_email("other@example.org") is not None
    assert store.accounts.by_email("own@example.org") is None
    assert [made.candidate_id for made in store.referrals()] == [OTHER]
    assert [asked.candidate_id for asked in store.look_agains.waiting()] == [OTHER]
    assert store.declined.of(OTHER) == {"V1"}


def test_no_key_is_handed_out(store: Store, account: Account) -> None:
    store.own.set_alerts(OWN, "daily")
    store.accounts.make_link(account.id)
    with store.reading() as session:
        row = session.get_one(AccountRow, account.id)
        secrets = [row.password_hash, row.link_hash, store.own.get(OWN).unsubscribe_token]
    given = str(store.about.everything(OWN, account.id))
    assert all(secret and secret not in given for secret in secrets)
    assert "own@example.org" in given


def test_an_account_about_nobody_is_handed_out_and_deleted(store: Store) -> None:
    account = store.accounts.add("new@example.org", "New", AccountRole.JOBSEEKER)
    assert set(store.about.everything(None, account.id)) == {"accounts"}
    store.about.forget(None, account.id)
    assert store.accounts.by_email("new@example.org") is None


def test_moments_are_written_in_utc(store: Store, account: Account) -> None:
    (row,) = store.about.everything(OWN, account.id)["accounts"]
    assert row["made_at"].endswith("+00:00")


def test_a_person_is_not_forgotten_by_half(store: Store, account: Account) -> None:
    store.about.forget(OWN, account.id)
    with store.reading() as session:
        assert session.get(CandidateRow, OWN) is None
    assert store.about.everything(OWN, account.id) == {}


def test_work_in_the_background_that_names_somebody_goes_with_them_and_no_other(store: Store) -> None:
    asked = store.jobs.add("cohort", {"people": ["C1", "C2"]})
    done, other = store.jobs.add("cohort", {}), store.jobs.add("cohort", {"people": ["C2"], "title": "C1 and more"})
    store.jobs.finish(done.id, {"people": [{"id": "C1"}], "courses": []})
    store.about.forget("C1", None)
    assert [store.jobs.find(job.id) is None for job in (asked, done, other)] == [True, True, False]
