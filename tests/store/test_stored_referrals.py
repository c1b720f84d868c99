from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from matcher.domain import Candidate, Vacancy
from matcher.errors import NotFoundError
from matcher.store import Person, Store


@pytest.fixture
def store(store: Store) -> Iterator[Store]:
    store.upsert_candidates([(Candidate(id=name), Person()) for name in ("C1", "C2")])
    store.upsert_vacancies([Vacancy(id=name) for name in ("V1", "V2", "V3")])
    return store


def test_a_referral_keeps_who_why_and_what_next(store: Store) -> None:
    made = store.add_referral("C1", "V1", "Sam", "near home", "ring the home", date(2026, 12, 1))
    assert store.referrals() == [made]
    assert (made.by, made.reason, made.next_action, made.next_date) == (
        "Sam", "near home", "ring the home", date(2026, 12, 1),
    )  # fmt: skip
    assert abs(datetime.now(UTC) - made.made_at) < timedelta(hours=1)


def test_referrals_are_found_by_candidate_and_by_vacancy(store: Store) -> None:
    for candidate, vacancy in (("C1", "V1"), ("C1", "V2"), ("C2", "V1")):
        store.add_referral(candidate, vacancy, "Sam")
    assert [made.vacancy_id for made in store.referrals(candidate_id="C1")] == ["V1", "V2"]
    assert [made.candidate_id for made in store.referrals(vacancy_id="V1")] == ["C1", "C2"]
    assert len(store.referrals("C1", "V1")) == 1


@pytest.mark.parametrize(
    ("candidate", "vacancy", "named"), [("C9", "V1", "candidate 'C9'"), ("C1", "V9", "vacancy 'V9'")]
)
def test_a_referral_of_somebody_unknown_is_refused(store: Store, candidate: str, vacancy: str, named: str) -> None:
    with pytest.raises(NotFoundError, match=named):
        store.add_referral(candidate, vacancy, "Sam")
    assert store.referrals() == []


def test_what_happens_next_is_changed_and_then_nothing_is_left_to_do(store: Store) -> None:
    made = store.add_referral("C1", "V1", "Sam", "near home", "ring the home", date(2026, 12, 1))
    other = store.add_referral("C1", "V2", "Sam", next_action="write")
    later = store.plan_next(made.id, "visit", date(2026, 12, 8))
    assert (later.next_action, later.next_date, later.reason) == ("visit", date(2026, 12, 8), "near home")
    done = store.plan_next(made.id, None, None)
    assert (done.next_action, done.next_date) == (None, None)
    assert store.referrals() == [done, other]


def test_planning_for_a_referral_that_is_not_there_says_so(store: Store) -> None:
    with pytest.raises(NotFoundError, match="no referral 7"):
        store.plan_next(7, "ring", None)


def test_a_short_list_keeps_its_order_and_takes_each_once(store: Store) -> None:
    for vacancy in ("V3", "V1", "V3"):
        store.shortlist_add("C1", vacancy)
    assert store.shortlist("C1") == ["V3", "V1"]
    assert store.shortlist("C2") == []


def test_a_vacancy_can_be_taken_off_a_short_list_twice(store: Store) -> None:
    store.shortlist_add("C1", "V1")
    store.shortlist_remove("C1", "V1")
    store.shortlist_remove("C1", "V1")
    assert store.shortlist("C1") == []


def test_a_short_list_of_somebody_unknown_is_refused(store: Store) -> None:
    with pytest.raises(NotFoundError, match="candidate 'C9'"):
        store.shortlist_add("C9", "V1")
