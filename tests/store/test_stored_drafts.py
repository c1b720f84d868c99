"""Forms that somebody has begun, on both databases."""

import pytest

from matcher.domain import Account, AccountRole
from matcher.errors import NotFoundError
from matcher.store import Store


@pytest.fixture
def account(store: Store) -> Account:
    return store.accounts.add("a@example.org", "A", AccountRole.PROVIDER, provider="Rowan House")


def test_a_draft_keeps_any_answers(store: Store, account: Account) -> None:
    answers = {"title": "Care – nights", "skills": ["a", "b"], "positions": 2, "licence": None}
    store.drafts.save("D1", "vacancy", account.id, answers)
    draft = store.drafts.get("D1")
    assert (draft.answers, draft.kind, draft.account_id) == (answers, "vacancy", account.id)
    assert draft.changed_at.tzinfo is not None


def test_saving_again_replaces_the_answers(store: Store, account: Account) -> None:
    store.drafts.save("D1", "vacancy", account.id, {"title": "x"})
    store.drafts.save("D1", "vacancy", account.id, {"pay": "12.71"})
    assert store.drafts.get("D1").answers == {"pay": "12.71"}


def test_an_account_finds_its_own_drafts_of_a_kind_the_latest_first(store: Store, account: Account) -> None:
    other = store.accounts.add("b@example.org", "B", AccountRole.PROVIDER)
    for name, kind, owner in (("D1", "vacancy", account), ("D2", "vacancy", account), ("D3", "candidate", account),
                              ("D4", "vacancy", other)):  # fmt: skip
        store.drafts.save(name, kind, owner.id, {})
    store.drafts.save("D1", "vacancy", account.id, {"again": True})
    assert [draft.id for draft in store.drafts.of(account.id, "vacancy")] == ["D1", "D2"]


def test_a_draft_is_thrown_away_once_and_gone(store: Store, account: Account) -> None:
    store.drafts.save("D1", "vacancy", account.id, {})
    store.drafts.remove("D1")
    store.drafts.remove("D1")
    with pytest.raises(NotFoundError, match="not there any more"):
        store.drafts.get("D1")


def test_drafts_go_with_their_account(store: Store, account: Account) -> None:
    store.drafts.save("D1", "vacancy", account.id, {})
    store.accounts.remove(account.id)
    with pytest.raises(NotFoundError):
        store.drafts.get("D1")
