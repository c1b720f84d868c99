"""Settings of an administrator, on both databases."""

from matcher.store import Store


def test_a_setting_that_was_never_made_has_the_default(store: Store) -> None:
    assert store.settings.get("academy_name") == ""
    assert store.settings.get("academy_name", "The academy") == "The academy"
    assert store.settings.all() == {}


def test_the_latest_of_a_name_stands(store: Store) -> None:
    for name, value in (("contact_email", "a@example.org"), ("academy_name", "Leeds"), ("academy_name", "Dürham")):
        store.settings.set(name, value)
    assert store.settings.get("academy_name", "The academy") == "Dürham"
    assert store.settings.all() == {"academy_name": "Dürham", "contact_email": "a@example.org"}


def test_a_setting_may_be_emptied(store: Store) -> None:
    store.settings.set("contact_phone", "0113 496 0000")
    store.settings.set("contact_phone", "")
    assert store.settings.get("contact_phone", "none") == ""
