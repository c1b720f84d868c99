"""Accounts, their passwords and links, on both databases."""

from datetime import UTC, datetime, timedelta

import pytest

from matcher.domain import Account, AccountRole, Candidate
from matcher.errors import InputError, NotFoundError
from matcher.store import Person, Store
from matcher.store import accounts as accounts_module

PASSWORD = "teapot-ladder-harbour"


@pytest.fixture
def account(store: Store) -> Account:
    return store.accounts.add("Priya@Example.org ", "Priya Shah", AccountRole.ADVISOR, team="Leeds", password=PASSWORD)


def test_an_account_comes_back_as_it_was_made(store: Store, account: Account) -> None:
    assert store.accounts.get(account.id) == account
    assert (account.email, account.name, account.role, account.team) == (
        "priya@example.org", "Priya Shah", AccountRole.ADVISOR, "Leeds",
    )  # fmt: skip
    assert account.active
    assert account.has_password


def test_an_account_is_found_by_its_address_however_it_is_typed(store: Store, account: Account) -> None:
    assert store.accounts.by_email(" PRIYA@example.ORG") == account
    assert store.accounts.by_email("nobody@example.org") is None


def test_an_address_has_one_account(store: Store, account: Account) -> None:
    with pytest.raises(InputError, match="has an account already"):
        store.accounts.add(account.email.upper(), "Somebody else", AccountRole.ADMIN)
    assert store.accounts.all() == [account]


def test_a_jobseeker_has_one_account_and_it_is_found_by_them(store: Store) -> None:
    store.upsert_candidates([(Candidate(id="C1"), Person())])
    made = store.accounts.add("c1@example.org", "C One", AccountRole.JOBSEEKER, candidate_id="C1")
    assert store.accounts.of_candidate("C1") == made
    with pytest.raises(InputError, match="has an account already"):
        store.accounts.add("other@example.org", "C One", AccountRole.JOBSEEKER, candidate_id="C1")


def test_an_account_outlives_the_person_it_was_about(store: Store) -> None:
    store.upsert_candidates([(Candidate(id="C1"), Person())])
    made = store.accounts.add("c1@example.org", "C One", AccountRole.JOBSEEKER, candidate_id="C1")
    store.remove(candidates=["C1"])
    assert store.accounts.get(made.id).candidate_id is None


def test_the_right_password_opens_and_is_noted(store: Store, account: Account) -> None:
    found = store.accounts.verified("PRIYA@example.org", PASSWORD)
    assert found is not None
    assert found.id == account.id
    assert found.last_seen_at is not None
    assert abs(datetime.now(UTC) - found.last_seen_at) < timedelta(minutes=5)


@pytest.mark.parametrize(
    ("email", "password"), [("priya@example.org", "teapot-ladder-harbou"), ("nobody@example.org", PASSWORD)]
)
def test_nothing_else_opens(store: Store, account: Account, email: str, password: str) -> None:
    assert store.accounts.verified(email, password) is None
    assert store.accounts.get(account.id).last_seen_at is None


def test_neither_a_disabled_nor_an_invited_account_opens(store: Store, account: Account) -> None:
    store.accounts.set_active(account.id, active=False)
    store.accounts.add("invited@example.org", "Invited", AccountRole.ADMIN)
    assert store.accounts.verified(account.email, PASSWORD) is None
    assert store.accounts.verified("invited@example.org", "") is None


def test_no_password_is_kept_as_it_was_typed(store: Store, account: Account) -> None:
    with store.reading() as session:
        row = session.get(accounts_module.AccountRow, account.id)
        assert row is not None
        assert str(row.password_hash).startswith("$argon2id$")
        assert PASSWORD not in str(row.password_hash)


def test_a_link_opens_its_account_and_no_token_is_kept(store: Store, account: Account) -> None:
    token = store.accounts.make_link(account.id)
    found = store.accounts.by_link(token)
    assert found is not None
    assert found.id == account.id
    with store.reading() as session:
        row = session.get(accounts_module.AccountRow, account.id)
        assert row is not None
        assert token not in str(row.link_hash)


def test_a_newer_link_voids_the_older(store: Store, account: Account) -> None:
    first, second = store.accounts.make_link(account.id), store.accounts.make_link(account.id)
    assert store.accounts.by_link(first) is None
    assert store.accounts.by_link(second) is not None


def test_a_link_ends_with_its_use_with_time_and_with_the_account(
    store: Store, account: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    used = store.accounts.make_link(account.id)
    store.accounts.set_password(account.id, "another-long-password")
    assert store.accounts.by_link(used) is None
    disabled = store.accounts.make_link(account.id)
    store.accounts.set_active(account.id, active=False)
    store.accounts.set_active(account.id, active=True)
    assert store.accounts.by_link(disabled) is None
    monkeypatch.setattr(accounts_module, "LINK_LASTS", timedelta(seconds=-1))
    assert store.accounts.by_link(store.accounts.make_link(account.id)) is None


def test_the_epoch_rises_with_whatever_ends_sessions(store: Store, account: Account) -> None:
    store.accounts.set_password(account.id, "another-long-password")
    store.accounts.set_active(account.id, active=False)
    store.accounts.set_active(account.id, active=True)
    store.accounts.end_sessions(account.id)
    assert store.accounts.get(account.id).epoch == account.epoch + 3


def test_what_is_changed_is_name_provider_and_team_alone(store: Store, account: Account) -> None:
    changed = store.accounts.change(account.id, name="Priya S", team="Durham")
    assert (changed.name, changed.team, changed.email, changed.epoch) == ("Priya S", "Durham", account.email, 0)
    assert store.accounts.verified(account.email, PASSWORD) is not None


def test_another_role_ends_the_sessions(store: Store, account: Account) -> None:
    changed = store.accounts.change(account.id, name=account.name, role=AccountRole.PROVIDER, provider="Rowan House")
    assert (changed.role, changed.provider, changed.epoch) == (AccountRole.PROVIDER, "Rowan House", account.epoch + 1)


def test_the_last_administrator_who_can_sign_in_stays_one(store: Store) -> None:
    last = store.accounts.add("last@example.org", "Last", AccountRole.ADMIN, password=PASSWORD)
    store.accounts.add("invited@example.org", "Invited", AccountRole.ADMIN)
    gone = store.accounts.add("gone@example.org", "Gone", AccountRole.ADMIN, password=PASSWORD)
    store.accounts.set_active(gone.id, active=False)
    with pytest.raises(InputError, match="last administrator"):
        store.accounts.set_active(last.id, active=False)
    with pytest.raises(InputError, match="last administrator"):
        store.accounts.change(last.id, name="Last", role=AccountRole.ADVISOR)
    assert store.accounts.get(last.id) == last
    store.accounts.set_active(gone.id, active=True)
    assert not store.accounts.set_active(last.id, active=False).active


def test_all_of_the_demo_is_disabled_at_once(store: Store, account: Account) -> None:
    demo = store.accounts.add("d@demo.example", "D", AccountRole.ADMIN, password=PASSWORD, is_demo=True)
    assert store.accounts.disable_demo() == 1
    assert store.accounts.disable_demo() == 0
    assert not store.accounts.get(demo.id).active
    assert store.accounts.get(account.id).active


def test_accounts_are_listed_by_role_name_and_address(store: Store, account: Account) -> None:
    for email, name, role in (("b@x.org", "Bo", AccountRole.ADVISOR), ("a@x.org", "Bo", AccountRole.ADVISOR),
                              ("z@x.org", "Zoe", AccountRole.ADMIN)):  # fmt: skip
        store.accounts.add(email, name, role)
    assert [one.email for one in store.accounts.all()] == ["z@x.org", "a@x.org", "b@x.org", account.email]


@pytest.mark.parametrize("call", ["get", "make_link", "end_sessions", "remove"])
def test_an_account_that_is_not_there_is_said_to_be_gone(store: Store, call: str) -> None:
    with pytest.raises(NotFoundError, match="No account 99"):
        getattr(store.accounts, call)(99)


def test_a_removed_account_is_gone_and_its_address_free(store: Store, account: Account) -> None:
    store.accounts.remove(account.id)
    assert store.accounts.all() == []
    assert store.accounts.add(account.email, "Another", AccountRole.ADMIN).name == "Another"


def test_another_provider_ends_sessions_and_keys_and_another_name_does_not(store: Store) -> None:
    account = store.accounts.add("elm@example.org", "Elm", AccountRole.PROVIDER, provider="Elm House")
    store.tokens.make(account.id, "rota", ["matches:read"])
    renamed = store.accounts.change(account.id, name="Elm desk", provider="Elm House")
    assert renamed.epoch == account.epoch
    moved = store.accounts.change(account.id, name="Elm desk", provider="Oak House")
    assert moved.epoch == account.epoch + 1
    assert all(key.ended_at for key in store.tokens.of(account.id))
