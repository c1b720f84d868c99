"""What jobseekers set for themselves, decline, and ask a person to look at again."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from matcher.domain import AccountRole, Candidate, Vacancy
from matcher.errors import InputError, NotFoundError
from matcher.store import Person, Store
from matcher.store.own_settings import OwnSettings


@pytest.fixture
def store(store: Store) -> Iterator[Store]:
    store.upsert_candidates([(Candidate(id=name), Person()) for name in ("C1", "C2")])
    store.upsert_vacancies([Vacancy(id=name) for name in ("V1", "V2", "V3")])
    return store


def test_who_has_set_nothing_has_the_defaults(store: Store) -> None:
    assert store.own.get("C1") == OwnSettings("C1")
    assert store.own.told("C1") == set()


def test_a_ceiling_is_kept_and_taken_back(store: Store) -> None:
    store.own.set_ceiling("C1", 196.0)
    assert store.own.get("C1").weekly_ceiling_gbp == 196.0
    store.own.set_ceiling("C1", None)
    assert store.own.get("C1").weekly_ceiling_gbp is None


@pytest.mark.parametrize("gbp", [0.0, -5.0, float("inf"), float("nan")])
def test_a_ceiling_that_is_no_sum_is_refused(store: Store, gbp: float) -> None:
    with pytest.raises(InputError, match="above 0"):
        store.own.set_ceiling("C1", gbp)


def test_alerts_carry_one_token_that_outlives_a_pause(store: Store) -> None:
    store.own.set_alerts("C1", "weekly")
    token = store.own.get("C1").unsubscribe_token
    assert token
    store.own.set_alerts("C1", None)
    store.own.set_alerts("C1", "daily")
    assert store.own.by_token(token) == OwnSettings("C1", alerts="daily", unsubscribe_token=token)


def test_a_token_of_nobody_finds_nobody(store: Store) -> None:
    store.own.set_ceiling("C1", 100.0)
    assert store.own.by_token("") is None
    assert store.own.by_token("made up") is None


def test_how_often_is_one_of_a_closed_list(store: Store) -> None:
    with pytest.raises(InputError, match="hourly"):
        store.own.set_alerts("C1", "hourly")


def test_only_those_who_want_to_be_told_are_listed(store: Store) -> None:
    store.own.set_alerts("C2", "daily")
    store.own.set_alerts("C1", "weekly")
    store.own.set_alerts("C2", None)
    assert [own.candidate_id for own in store.own.with_alerts()] == ["C1"]


def test_telling_marks_each_vacancy_once_and_says_when(store: Store) -> None:
    store.own.tell("C1", {"V1"})
    store.own.tell("C1", ["V1", "V2"])
    assert store.own.told("C1") == {"V1", "V2"}
    assert store.own.told("C2") == set()
    at = store.own.get("C1").alerted_at
    assert at is not None
    assert abs(datetime.now(UTC) - at) < timedelta(hours=1)


@pytest.mark.parametrize("candidate", ["C9", "C1 "])
def test_settings_of_somebody_unknown_are_refused(store: Store, candidate: str) -> None:
    for call in (store.own.get, lambda one: store.own.set_alerts(one, "daily"), lambda one: store.own.tell(one, [])):
        with pytest.raises(NotFoundError, match="candidate"):
            call(candidate)


def test_declining_twice_is_declining_once_and_can_be_taken_back(store: Store) -> None:
    for vacancy in ("V2", "V1", "V2"):
        store.declined.add("C1", vacancy)
    assert store.declined.of("C1") == {"V1", "V2"}
    assert store.declined.of("C2") == set()
    store.declined.remove("C1", "V2")
    store.declined.remove("C1", "V2")
    assert store.declined.of("C1") == {"V1"}


@pytest.mark.parametrize(("candidate", "vacancy"), [("C9", "V1"), ("C1", "V9")])
def test_declining_what_is_not_stored_is_refused(store: Store, candidate: str, vacancy: str) -> None:
    with pytest.raises(NotFoundError):
        store.declined.add(candidate, vacancy)


def test_a_request_to_look_again_waits_until_somebody_answers(store: Store) -> None:
    first = store.look_agains.ask("C1", "V1", "I do have a licence.")
    second = store.look_agains.ask("C1", None, "Why was I not put forward?")
    assert store.look_agains.waiting() == [first, second]
    advisor = store.accounts.add("a@example.org", "An advisor", AccountRole.ADVISOR)
    answered = store.look_agains.answer(first.id, "You are right; mended.", advisor.id)
    assert (answered.answer, answered.answered_by) == ("You are right; mended.", advisor.id)
    assert store.look_agains.waiting() == [second]
    assert store.look_agains.get(first.id) == answered
    assert store.look_agains.of_candidate("C1") == [answered, second]
    assert store.look_agains.of_candidate("C2") == []


@pytest.mark.parametrize(("candidate", "vacancy"), [("C9", None), ("C1", "V9")])
def test_a_request_about_what_is_not_stored_is_refused(store: Store, candidate: str, vacancy: str | None) -> None:
    with pytest.raises(NotFoundError):
        store.look_agains.ask(candidate, vacancy, "Please look.")


def test_an_answer_to_a_request_that_is_not_there_is_refused(store: Store) -> None:
    with pytest.raises(NotFoundError, match="77"):
        store.look_agains.answer(77, "Yes.", 1)


def test_settings_declined_and_requests_go_with_their_candidate(store: Store) -> None:
    store.own.set_alerts("C1", "daily")
    store.own.tell("C1", ["V1"])
    store.declined.add("C1", "V1")
    store.look_agains.ask("C1", "V1", "Please look.")
    store.remove(candidates=["C1"])
    assert store.own.with_alerts() == []
    assert store.own.told("C1") == store.declined.of("C1") == set()
    assert store.look_agains.waiting() == []
