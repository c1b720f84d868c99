import pytest

from matcher.errors import NotFoundError
from matcher.store import Store


def test_a_saved_mapping_comes_back(store: Store) -> None:
    store.save_mapping("leeds", "candidates", {"id": "Ref", "postcode": "Post code"})
    assert store.mapping("leeds") == {"id": "Ref", "postcode": "Post code"}


def test_saving_under_the_same_name_replaces_the_mapping(store: Store) -> None:
    store.save_mapping("leeds", "candidates", {"id": "Ref"})
    store.save_mapping("leeds", "candidates", {"id": "Number"})
    assert store.mappings("candidates") == {"leeds": {"id": "Number"}}


def test_mappings_are_listed_by_kind(store: Store) -> None:
    store.save_mapping("a", "candidates", {"id": "Ref"})
    store.save_mapping("b", "vacancies", {"id": "Ref"})
    assert list(store.mappings("vacancies")) == ["b"]


def test_an_unknown_mapping_names_those_alike(store: Store) -> None:
    store.save_mapping("leeds", "candidates", {})
    with pytest.raises(NotFoundError, match="No column mapping 'leads' is stored; alike are leeds"):
        store.mapping("leads")
