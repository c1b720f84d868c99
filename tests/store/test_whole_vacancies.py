"""Vacancies written as a whole, blanks too, by somebody who knows what they replace."""

import pytest

from matcher.domain import Vacancy
from matcher.errors import StoreError
from matcher.store import Store
from matcher.store.standings import Posted

FULL = Vacancy(id="V1", provider="Holbeck Court", title="Care assistant", positions=3, hours_min=16, contact="Joy")


def test_a_vacancy_is_added_once(store: Store) -> None:
    assert store.add_vacancy(FULL)
    assert not store.add_vacancy(FULL.model_copy(update={"title": "Another"}))
    assert store.vacancy("V1") == FULL


def test_a_replacement_blanks_what_it_leaves_out(store: Store) -> None:
    store.add_vacancy(FULL)
    sparse = Vacancy(id="V1", provider="Holbeck Court", title="Care assistant")
    assert store.replace_vacancy(sparse, instead_of=FULL)
    assert store.vacancy("V1") == sparse
    assert store.vacancy("V1").positions == 1


@pytest.mark.parametrize("change", [{"title": "Another"}, {"hours_min": None}])
def test_nothing_is_replaced_that_has_changed_meanwhile(store: Store, change: dict[str, object]) -> None:
    store.add_vacancy(FULL)
    stale = FULL.model_copy(update=change)
    assert not store.replace_vacancy(FULL.model_copy(update={"title": "Mine"}), instead_of=stale)
    assert store.vacancy("V1") == FULL


def test_nothing_is_replaced_that_is_not_there(store: Store) -> None:
    assert not store.replace_vacancy(FULL, instead_of=FULL)
    assert store.vacancy_ids() == set()


POSTED = Posted(None, "female", "personal care at home")
BY_NOBODY_WE_KNOW = Posted(987_654, "female", "personal care at home")


def test_a_vacancy_and_how_it_is_posted_are_written_together(store: Store) -> None:
    assert store.add_vacancy(FULL, POSTED)
    assert store.standings.without_held([FULL]) == []
    plain = FULL.model_copy(update={"title": "Another"})
    assert store.replace_vacancy(plain, instead_of=FULL, posted=Posted(None))
    assert store.standings.without_held([plain]) == [plain]
    store.upsert_vacancies([FULL], {"V1": Posted(None, is_flagged=True)})
    assert store.standings.get("V1").review == "waiting"
    assert store.standings.without_held([FULL]) == []


def test_a_vacancy_whose_standing_cannot_be_written_is_not_written_either(store: Store) -> None:
    with pytest.raises(StoreError):
        store.add_vacancy(FULL, BY_NOBODY_WE_KNOW)
    assert store.vacancy_ids() == set()
    store.add_vacancy(FULL)
    with pytest.raises(StoreError):
        store.replace_vacancy(FULL.model_copy(update={"title": "Mine"}), instead_of=FULL, posted=BY_NOBODY_WE_KNOW)
    with pytest.raises(StoreError):
        store.upsert_vacancies([FULL.model_copy(update={"title": "Mine"})], {"V1": BY_NOBODY_WE_KNOW})
    assert store.vacancy("V1") == FULL


def test_a_replacement_that_comes_too_late_leaves_the_standing_alone(store: Store) -> None:
    store.add_vacancy(FULL, POSTED)
    stale = FULL.model_copy(update={"title": "Older"})
    assert not store.replace_vacancy(FULL, instead_of=stale, posted=Posted(None))
    assert store.standings.get("V1").sex_required == "female"
