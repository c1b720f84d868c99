"""Vacancies written as a whole, blanks too, by somebody who knows what they replace."""

import pytest

from matcher.domain import Vacancy
from matcher.store import Store

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
