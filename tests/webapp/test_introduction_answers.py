"""A jobseeker's answers to providers who would like to meet them: a yes is told, anything else is nobody's business."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from posting import steady
from signing_in import an_account, signed_in

from matcher.domain import Account, AccountRole
from matcher.store import Store
from matcher.store.introductions import Introduction, Introductions

OWN, OTHER, VACANCY = "C01", "C02", "V01"


@pytest.fixture
def me(store: Store) -> Account:
    return an_account(store, AccountRole.JOBSEEKER, candidate_id=OWN)


@pytest.fixture
def mine(app: Flask, me: Account) -> FlaskClient:
    return signed_in(app, me)


@pytest.fixture
def keeper(store: Store) -> Account:
    """Who works for the vacancy's provider."""
    provider = store.vacancy(VACANCY).provider
    return an_account(store, AccountRole.PROVIDER, "keeper@example.org", provider=provider)


@pytest.fixture
def asked(store: Store, keeper: Account) -> Introduction:
    return store.introductions.ask(OWN, VACANCY, str(keeper.provider), keeper.id)


def answer(mine: FlaskClient, asked: Introduction, word: str) -> int:
    return mine.post(f"/me/introductions/{asked.id}", data={"answer": word}).status_code


def test_what_a_provider_would_see_is_shown_before_the_answer(
    store: Store, mine: FlaskClient, asked: Introduction
) -> None:
    person = store.person(OWN)
    text = mine.get(f"/me/introductions/{asked.id}").text
    assert person.name
    assert person.contact
    assert person.name in text
    assert person.contact in text
    assert asked.provider in text
    assert "You have not answered yet" in mine.get("/me/introductions").text


@pytest.mark.parametrize("word", ["agreed", "declined"])
def test_an_answer_is_kept_with_who_gave_it(
    store: Store, me: Account, mine: FlaskClient, asked: Introduction, word: str
) -> None:
    assert answer(mine, asked, word) == 302
    kept = store.introductions.get(asked.id)
    assert (kept.answer, kept.answered_by) == (word, me.id)


def test_a_yes_can_be_taken_back_and_given_again(store: Store, mine: FlaskClient, asked: Introduction) -> None:
    for word in ("agreed", "withdrawn", "agreed"):
        assert answer(mine, asked, word) == 302
        assert store.introductions.get(asked.id).answer == word


@pytest.mark.parametrize("word", ["withdrawn", "perhaps", "", "agreed " * 1000, "\x00"])
def test_an_answer_that_does_not_follow_changes_nothing(
    store: Store, mine: FlaskClient, asked: Introduction, word: str
) -> None:
    assert answer(mine, asked, word) == 400
    assert store.introductions.get(asked.id).answer is None


def test_the_same_answer_twice_is_one_answer(store: Store, mine: FlaskClient, asked: Introduction) -> None:
    for _ in range(2):
        assert answer(mine, asked, "declined") == 302
    assert store.audit.count(action="own") == 1


def test_another_persons_introduction_and_a_missing_one_are_the_same_404(
    store: Store, mine: FlaskClient, keeper: Account
) -> None:
    theirs = store.introductions.ask(OTHER, VACANCY, str(keeper.provider), keeper.id)
    pages = [mine.get(f"/me/introductions/{number}") for number in (theirs.id, 999, 10**30)]
    assert {page.status_code for page in pages} == {404}
    assert steady(pages[0].text) == steady(pages[1].text)
    assert answer(mine, theirs, "agreed") == 404
    assert store.introductions.get(theirs.id).answer is None


def test_the_log_says_that_there_was_an_answer_and_never_which(
    store: Store, mine: FlaskClient, asked: Introduction
) -> None:
    for word in ("declined", "agreed", "withdrawn"):
        answer(mine, asked, word)
    details = {entry.detail for entry in store.audit.entries(action="own")}
    assert details == {"answered a provider who would like to meet"}


def _pages(client: FlaskClient, *addresses: str) -> list[str]:
    """Pages as they are read: without the tokens of their forms."""
    texts = [client.get(address, follow_redirects=True).text for address in addresses]
    return [steady(text) for text in texts]


@pytest.mark.parametrize("words", [["declined"], ["agreed", "withdrawn"]])
def test_after_a_no_the_providers_pages_look_as_before(
    app: Flask, keeper: Account, mine: FlaskClient, asked: Introduction, words: list[str]
) -> None:
    theirs = signed_in(app, keeper)
    addresses = ["/provider/vacancies", f"/provider/vacancies/{VACANCY}", f"/provider/vacancies/{VACANCY}/candidates"]
    before = _pages(theirs, *addresses)
    for word in words:
        answer(mine, asked, word)
    assert _pages(theirs, *addresses) == before


def test_an_advisors_pages_are_the_same_after_a_yes_and_after_a_no(
    app: Flask, store: Store, mine: FlaskClient, asked: Introduction
) -> None:
    theirs = signed_in(app, an_account(store, AccountRole.ADVISOR))
    addresses = [
        f"/advisor/candidates/{OWN}",
        f"/advisor/vacancies/{VACANCY}",
        "/advisor/candidates",
        "/advisor/waiting",
    ]
    answer(mine, asked, "declined")
    after_no = _pages(theirs, *addresses)
    answer(mine, asked, "agreed")
    assert _pages(theirs, *addresses) == after_no


def _answered_first(monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    """Let somebody else's answer come in after a page has looked and before it writes."""
    write = Introductions.answer

    def late(door: Introductions, number: int, answer: str, by: int | None, **seen: str | None) -> bool:
        write(door, number, word, None)
        return write(door, number, answer, by, **seen)

    monkeypatch.setattr(Introductions, "answer", late)


def test_an_advisors_yes_never_takes_the_place_of_the_persons_own_no(
    app: Flask, store: Store, asked: Introduction, monkeypatch: pytest.MonkeyPatch
) -> None:
    _answered_first(monkeypatch, "declined")
    theirs = signed_in(app, an_account(store, AccountRole.ADVISOR))
    sent = {"answer": "agreed"}
    text = theirs.post(f"/advisor/candidates/{OWN}/introductions/{VACANCY}", data=sent, follow_redirects=True).text
    assert store.introductions.get(asked.id).answer == "declined"
    assert "answered in the meantime, and that answer stands" in text
    assert "declined" not in text
    assert store.audit.count(action="consented") == 0


def test_who_loses_to_an_answer_of_the_same_moment_sees_it_and_decides(
    store: Store, mine: FlaskClient, asked: Introduction, monkeypatch: pytest.MonkeyPatch
) -> None:
    _answered_first(monkeypatch, "agreed")
    text = mine.post(f"/me/introductions/{asked.id}", data={"answer": "declined"}, follow_redirects=True).text
    assert "Another answer was written down at the same moment" in text
    assert "Take my yes back" in text
    assert store.introductions.get(asked.id).answer == "agreed"


def test_the_work_is_shown_before_the_answer(store: Store, mine: FlaskClient, asked: Introduction) -> None:
    work = store.vacancy(VACANCY)
    text = mine.get(f"/me/introductions/{asked.id}").text
    assert f'href="/me/vacancies/{VACANCY}"' in text
    assert f"£{work.pay_min_gbp_per_hour:.2f}" in text
    assert "Where the work is" in text
    assert re.search(r"\d+ points", text)
    assert "each way" in text


def test_a_vacancy_that_is_held_is_answered_without_its_facts(
    store: Store, mine: FlaskClient, asked: Introduction
) -> None:
    store.standings.post(VACANCY, None, sex_required="female", sex_reason="Personal care.")
    text = mine.get(f"/me/introductions/{asked.id}").text
    assert "a vacancy that is not shown yet" in text
    assert str(store.vacancy(VACANCY).title) not in text
    assert f'href="/me/vacancies/{VACANCY}"' not in text
    assert answer(mine, asked, "declined") == 302
