import pytest

from matcher.domain import Provider
from matcher.errors import NotFoundError
from matcher.store import Counts, Store

HOME = Provider(
    id="1-1",
    name="Rose House",
    organisation="Rose Care Ltd",
    address="1 Garden Way, Leeds",
    postcode="LS9 7TF",
    phone="01130000000",
    services=("Nursing homes", "Rehabilitation (illness/injury)"),
    local_authority="Leeds",
    source="CQC directory 2016",
    source_date="2016-02-16",
)


def test_a_provider_comes_back_as_it_was_stored(store: Store) -> None:
    assert store.upsert_providers([HOME]) == Counts(added=1)
    assert store.provider("1-1") == HOME


def test_a_sparser_record_blanks_nothing_and_does_not_lend_its_date(store: Store) -> None:
    store.upsert_providers([HOME])
    listed = Provider(id="1-1", name="Rose House Nursing", postcode="LS9 7TF", source="CQC register (API)")
    assert store.upsert_providers([listed]) == Counts(updated=1)
    assert store.provider("1-1") == HOME.model_copy(update={"name": "Rose House Nursing"})


def test_a_fuller_record_brings_its_own_source(store: Store) -> None:
    store.upsert_providers([Provider(id="1-1", name="Rose House", source="CQC register (API)")])
    assert store.upsert_providers([HOME]) == Counts(updated=1)
    assert store.provider("1-1") == HOME


def test_an_older_source_only_fills_what_is_blank(store: Store) -> None:
    newer = Provider(id="1-1", name="Lily House", source="CQC directory 2026", source_date="2026-09-16")
    store.upsert_providers([newer])
    store.upsert_providers([HOME])
    merged = store.provider("1-1")
    assert (merged.name, merged.source_date) == ("Lily House", "2026-09-16")
    assert merged.address == HOME.address


def test_providers_come_by_name_a_page_at_a_time(store: Store) -> None:
    store.upsert_providers([Provider(id=str(n), name=name) for n, name in enumerate(["beech", "Ash", "Cedar"])])
    assert [provider.name for provider in store.providers(limit=2)] == ["Ash", "beech"]
    assert [provider.name for provider in store.providers(limit=2, offset=2)] == ["Cedar"]
    assert store.n_providers() == 3


@pytest.mark.parametrize("words", ["rose", "ROSE CARE", "ls9", "leeds"])
def test_providers_are_searched_by_name_organisation_postcode_and_authority(store: Store, words: str) -> None:
    store.upsert_providers([HOME, Provider(id="2", name="Elm Court")])
    assert [provider.id for provider in store.providers(search=words)] == ["1-1"]


def test_a_percent_sign_in_a_search_is_a_percent_sign(store: Store) -> None:
    store.upsert_providers([HOME])
    assert store.providers(search="%") == []


def test_where_providers_come_from_is_counted_the_most_first(store: Store) -> None:
    records = [("1", "register", "2016"), ("2", "register", "2026-09"), ("3", "register", "2026-09"), ("4", None, None)]
    store.upsert_providers([Provider(id=n, name=n, source=source, source_date=day) for n, source, day in records])
    assert store.provider_sources()[0] == ("register", "2026-09", 2)
    assert set(store.provider_sources()[1:]) == {("register", "2016", 1), (None, None, 1)}


def test_an_unknown_provider_is_not_found(store: Store) -> None:
    with pytest.raises(NotFoundError, match="No provider '9'"):
        store.provider("9")
