"""Whom a provider asks to meet, and whom they set aside."""

from datetime import UTC, datetime, timedelta

import pytest

from matcher.domain import AccountRole, Candidate, Vacancy
from matcher.errors import InputError, NotFoundError
from matcher.store import Person, Store


@pytest.fixture
def store(store: Store) -> Store:
    store.upsert_candidates([(Candidate(id=name), Person()) for name in ("C1", "C2")])
    store.upsert_vacancies([Vacancy(id=name, provider="Elm House") for name in ("V1", "V2")])
    return store


@pytest.fixture
def account_id(store: Store) -> int:
    return store.accounts.add("elm@example.org", "Sam", AccountRole.PROVIDER, provider="Elm House").id


def test_a_wish_to_meet_keeps_who_asked_and_waits(store: Store, account_id: int) -> None:
    made = store.introductions.ask("C1", "V1", "Elm House", account_id)
    assert store.introductions.get(made.id) == made
    assert (made.provider, made.asked_by, made.answer, made.is_agreed) == ("Elm House", account_id, None, False)
    assert abs(datetime.now(UTC) - made.asked_at) < timedelta(hours=1)
    assert store.introductions.waiting() == [made]


def test_asking_again_gives_the_same_wish_whatever_was_answered(store: Store, account_id: int) -> None:
    made = store.introductions.ask("C1", "V1", "Elm House", account_id)
    store.introductions.answer(made.id, "declined", None)
    again = store.introductions.ask("C1", "V1", "Elm House", None)
    assert (again.id, again.asked_at, again.asked_by, again.answer) == (made.id, made.asked_at, account_id, "declined")


def test_an_answer_is_kept_and_the_wish_no_longer_waits(store: Store, account_id: int) -> None:
    first, second = (store.introductions.ask(name, "V1", "Elm House", account_id) for name in ("C1", "C2"))
    store.introductions.answer(first.id, "agreed", account_id)
    answered = store.introductions.get(first.id)
    assert (answered.answer, answered.answered_by, answered.is_agreed) == ("agreed", account_id, True)
    assert answered.answered_at is not None
    assert answered.answered_at >= answered.asked_at
    assert store.introductions.waiting() == [second]


def test_an_answer_can_be_taken_back(store: Store) -> None:
    made = store.introductions.ask("C1", "V1", "Elm House", None)
    assert store.introductions.answer(made.id, "agreed", None)
    assert store.introductions.answer(made.id, "withdrawn", None, instead_of="agreed")
    assert not store.introductions.get(made.id).is_agreed


@pytest.mark.parametrize("seen", [None, "agreed"])
def test_an_answer_that_was_not_seen_is_never_written_over(store: Store, account_id: int, seen: str | None) -> None:
    made = store.introductions.ask("C1", "V1", "Elm House", None)
    assert store.introductions.answer(made.id, "declined", account_id)
    before = store.introductions.get(made.id)
    assert not store.introductions.answer(made.id, "agreed", None, instead_of=seen)
    assert store.introductions.get(made.id) == before


def test_an_answer_of_no_known_kind_is_refused(store: Store) -> None:
    made = store.introductions.ask("C1", "V1", "Elm House", None)
    with pytest.raises(InputError, match="'perhaps' is no answer"):
        store.introductions.answer(made.id, "perhaps", None)
    assert store.introductions.get(made.id).answer is None


def test_introductions_are_found_by_candidate_and_by_vacancies(store: Store) -> None:
    for candidate, vacancy in (("C1", "V1"), ("C1", "V2"), ("C2", "V1")):
        store.introductions.ask(candidate, vacancy, "Elm House", None)
    assert [one.vacancy_id for one in store.introductions.of_candidate("C1")] == ["V2", "V1"]
    assert [one.candidate_id for one in store.introductions.of_vacancy("V1")] == ["C2", "C1"]
    assert [one.vacancy_id for one in store.introductions.of_vacancies(["V1", "V2"])] == ["V1", "V2", "V1"]
    assert store.introductions.of_vacancies([]) == []
    assert [one.candidate_id for one in store.introductions.waiting()] == ["C1", "C1", "C2"]


@pytest.mark.parametrize(("candidate", "vacancy"), [("C9", "V1"), ("C1", "V9")])
def test_nobody_unknown_can_be_asked_or_set_aside(store: Store, candidate: str, vacancy: str) -> None:
    with pytest.raises(NotFoundError, match="is stored"):
        store.introductions.ask(candidate, vacancy, "Elm House", None)
    with pytest.raises(NotFoundError, match="is stored"):
        store.chosen.add(vacancy, candidate, "Kind", None)


def test_an_introduction_that_is_not_there_is_said_so(store: Store) -> None:
    with pytest.raises(NotFoundError):
        store.introductions.get(7)
    with pytest.raises(NotFoundError):
        store.introductions.answer(7, "agreed", None)


def test_somebody_set_aside_keeps_the_reason_and_who_gave_it(store: Store, account_id: int) -> None:
    store.chosen.add("V1", "C1", "Cooked for sixty", account_id)
    (chosen,) = store.chosen.of_vacancy("V1")
    assert (chosen.candidate_id, chosen.reason, chosen.made_by) == ("C1", "Cooked for sixty", account_id)
    assert store.chosen.of_candidate("C1") == [chosen]


def test_setting_somebody_aside_again_replaces_the_reason_and_keeps_the_place(store: Store) -> None:
    for candidate, reason in (("C2", "Kind"), ("C1", "Calm"), ("C2", "Kind and calm")):
        store.chosen.add("V1", candidate, reason, None)
    assert [(one.candidate_id, one.reason) for one in store.chosen.of_vacancy("V1")] == [
        ("C2", "Kind and calm"), ("C1", "Calm"),
    ]  # fmt: skip


def test_somebody_can_be_taken_off_twice_and_others_stay(store: Store) -> None:
    for vacancy in ("V1", "V2"):
        store.chosen.add(vacancy, "C1", "Kind", None)
    store.chosen.remove("V1", "C1")
    store.chosen.remove("V1", "C1")
    assert [one.vacancy_id for one in store.chosen.of_candidate("C1")] == ["V2"]


def test_a_person_who_is_deleted_leaves_no_wish_and_no_place_behind(store: Store) -> None:
    store.introductions.ask("C1", "V1", "Elm House", None)
    store.chosen.add("V1", "C1", "Kind", None)
    store.remove(candidates=["C1"])
    assert store.introductions.of_vacancy("V1") == []
    assert store.chosen.of_vacancy("V1") == []
