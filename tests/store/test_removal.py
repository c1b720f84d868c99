from collections.abc import Iterator

import pytest

from matcher.domain import Candidate, Provider, Vacancy
from matcher.store import Person, Store


@pytest.fixture
def store(store: Store) -> Iterator[Store]:
    store.upsert_candidates([(Candidate(id=name), Person("Ana")) for name in ("C1", "C2")])
    store.upsert_vacancies([Vacancy(id=name) for name in ("V1", "V2")])
    store.upsert_providers([Provider(id="P1", name="Rose House")])
    store.add_referral("C1", "V1", "Sam")
    store.add_referral("C2", "V2", "Sam")
    store.shortlist_add("C1", "V2")
    return store


def test_removing_a_candidate_takes_their_name_and_referrals_along(store: Store) -> None:
    assert store.remove(candidates=["C1", "nobody"]) == 1
    assert list(store.people()) == ["C2"]
    assert [made.candidate_id for made in store.referrals()] == ["C2"]


def test_removing_a_vacancy_takes_it_off_referrals_and_short_lists(store: Store) -> None:
    assert store.remove(vacancies=["V2"], providers=["P1"]) == 2
    assert [made.vacancy_id for made in store.referrals()] == ["V1"]
    assert store.shortlist("C1") == []
    assert store.n_providers() == 0
