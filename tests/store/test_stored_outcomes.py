"""Outcomes of referrals, on either database."""

from datetime import date

import pytest

from matcher.domain import Candidate, Outcome, Stage, Vacancy
from matcher.errors import StoreError
from matcher.store import Counts, Person, Store

DAY = date(2026, 3, 1)
REFERRED = Outcome("C1", "V1", Stage.REFERRED, DAY)


@pytest.fixture
def store(store: Store) -> Store:
    store.upsert_candidates([(Candidate(id=name), Person()) for name in ("C1", "C2")])
    store.upsert_vacancies([Vacancy(id=name) for name in ("V1", "V2")])
    return store


def test_outcomes_come_back_by_candidate_vacancy_and_progress(store: Store) -> None:
    kept = [
        Outcome("C1", "V1", Stage.REFERRED, DAY),
        Outcome("C1", "V1", Stage.STARTED, None),
        Outcome("C1", "V2", Stage.NOT_SELECTED, DAY),
        Outcome("C2", "V1", Stage.INTERVIEWED, DAY),
    ]
    assert store.upsert_outcomes(kept[::-1]) == Counts(added=4)
    assert store.outcomes() == kept


def test_storing_again_changes_nothing(store: Store) -> None:
    store.upsert_outcomes([REFERRED])
    assert store.upsert_outcomes([REFERRED]) == Counts(unchanged=1)


def test_another_date_takes_the_place_of_the_one_stored(store: Store) -> None:
    store.upsert_outcomes([REFERRED])
    later = Outcome("C1", "V1", Stage.REFERRED, date(2026, 3, 2))
    assert store.upsert_outcomes([later]) == Counts(updated=1)
    assert store.outcomes() == [later]


def test_an_outcome_without_a_date_keeps_the_date_that_is_stored(store: Store) -> None:
    store.upsert_outcomes([REFERRED])
    assert store.upsert_outcomes([Outcome("C1", "V1", Stage.REFERRED)]) == Counts(unchanged=1)
    assert store.outcomes() == [REFERRED]


def test_outcomes_of_one_person_are_theirs_alone(store: Store) -> None:
    store.upsert_outcomes([REFERRED, Outcome("C2", "V1", Stage.REFERRED, DAY)])
    assert store.outcomes("C1") == [REFERRED]


def test_a_wrong_stage_is_taken_out_again_and_no_other(store: Store) -> None:
    started = Outcome("C1", "V1", Stage.STARTED, DAY)
    store.upsert_outcomes([REFERRED, started])
    assert store.remove_outcome("C1", "V1", Stage.STARTED)
    assert not store.remove_outcome("C1", "V1", Stage.STARTED)
    assert store.outcomes() == [REFERRED]


def test_outcomes_go_with_their_candidate_and_with_their_vacancy(store: Store) -> None:
    kept = Outcome("C2", "V2", Stage.STARTED, DAY)
    store.upsert_outcomes([REFERRED, Outcome("C2", "V1", Stage.STARTED, DAY), kept])
    store.remove(candidates=["C1"])
    assert {outcome.candidate for outcome in store.outcomes()} == {"C2"}
    store.remove(vacancies=["V1"])
    assert store.outcomes() == [kept]


def test_an_outcome_of_somebody_who_is_not_stored_is_refused(store: Store) -> None:
    with pytest.raises(StoreError, match="refused a change"):
        store.upsert_outcomes([Outcome("nobody", "V1", Stage.STARTED)])


def test_the_ids_that_are_stored_can_be_asked_for(store: Store) -> None:
    assert (store.candidate_ids(), store.vacancy_ids()) == ({"C1", "C2"}, {"V1", "V2"})
