"""Keys of the API: shown once, kept as a hash, and good only while they should be."""

from datetime import UTC, date, datetime, timedelta

import pytest
import sqlalchemy as sa

from matcher.domain import AccountRole
from matcher.errors import InputError, NotFoundError
from matcher.store import Store
from matcher.store.app_tables import TokenRow
from matcher.store.tokens import SCOPES, Token

TODAY = datetime.now(UTC).date()


@pytest.fixture
def account_id(store: Store) -> int:
    return store.accounts.add("joy@example.org", "Joy", AccountRole.PROVIDER, provider="Holbeck Court").id


def test_a_key_opens_what_its_text_says_and_only_its_hash_is_kept(store: Store, account_id: int) -> None:
    made, text = store.tokens.make(account_id, "Rota system", ["matches:read", "vacancies:read"])
    assert text.startswith("cm_")
    assert len(text) > 40
    assert made.scopes == ("vacancies:read", "matches:read")
    found = store.tokens.by_text(text)
    assert found is not None
    assert (found.id, found.account_id, found.label) == (made.id, account_id, "Rota system")
    with store.reading() as session:
        row = session.execute(sa.select(TokenRow.__table__)).mappings().one()
    assert text not in str(dict(row))
    assert len(row["token_hash"]) == 64


@pytest.mark.parametrize("text", ["", "cm_", "cm_wrong", "\ud800", "x" * 100_000])
def test_another_text_opens_nothing(store: Store, account_id: int, text: str) -> None:
    store.tokens.make(account_id, "Rota system", SCOPES)
    assert store.tokens.by_text(text) is None


def test_a_key_that_was_ended_stays_ended(store: Store, account_id: int) -> None:
    made, text = store.tokens.make(account_id, "Rota system", SCOPES)
    store.tokens.end(made.id)
    ended = store.tokens.get(made.id).ended_at
    store.tokens.end(made.id)
    assert store.tokens.get(made.id).ended_at == ended
    assert store.tokens.by_text(text) is None


@pytest.mark.parametrize(("days", "is_good"), [(-1, False), (0, False), (1, True)])
def test_a_key_is_good_until_the_day_it_expires_on(store: Store, account_id: int, days: int, is_good: bool) -> None:
    _, text = store.tokens.make(account_id, "Rota system", SCOPES, TODAY + timedelta(days=days))
    assert (store.tokens.by_text(text) is not None) == is_good


def test_disabling_an_account_ends_its_keys_for_good(store: Store, account_id: int) -> None:
    _, text = store.tokens.make(account_id, "Rota system", SCOPES)
    store.accounts.set_active(account_id, active=False)
    assert store.tokens.by_text(text) is None
    store.accounts.set_active(account_id, active=True)
    assert store.tokens.by_text(text) is None


def test_a_use_is_noted(store: Store, account_id: int) -> None:
    made, text = store.tokens.make(account_id, "Rota system", SCOPES)
    assert made.used_at is None
    store.tokens.by_text(text)
    used = store.tokens.get(made.id).used_at
    assert used is not None
    store.tokens.by_text(text)
    assert store.tokens.get(made.id).used_at == used, "a second use within the minute writes nothing"


@pytest.mark.parametrize("scopes", [[], ["everything"]])
def test_a_key_for_nothing_or_for_something_unknown_is_refused(
    store: Store, account_id: int, scopes: list[str]
) -> None:
    with pytest.raises(InputError, match="choose from vacancies:read"):
        store.tokens.make(account_id, "Rota system", scopes)


def test_keys_of_an_account_come_the_latest_first(store: Store, account_id: int) -> None:
    made = [store.tokens.make(account_id, label, SCOPES)[0] for label in ("first", "second")]
    other = store.accounts.add("sam@example.org", "Sam", AccountRole.PROVIDER, provider="Wharfe House").id
    store.tokens.make(other, "third", SCOPES)
    assert store.tokens.of(account_id) == made[::-1]


def test_keys_that_are_not_there_are_said_so(store: Store) -> None:
    for call in (store.tokens.get, store.tokens.end):
        with pytest.raises(NotFoundError):
            call(7)
    with pytest.raises(NotFoundError):
        store.tokens.make(7, "Rota system", SCOPES)


def test_the_last_day_is_the_one_before_it_expires() -> None:
    token = Token(1, 1, "", SCOPES, datetime.now(UTC), expires_on=date(2026, 12, 1))
    assert token.last_day == date(2026, 11, 30)
    assert token.is_good(date(2026, 11, 30))
    assert not token.is_good(date(2026, 12, 1))
