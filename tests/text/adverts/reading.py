"""What the tests of adverts share: one advert read in one line against the shipped taxonomy."""

from datetime import date
from functools import cache
from typing import Any

from matcher.taxonomy import Taxonomy, load_taxonomy
from matcher.text.adverts import AdvertDraft, read_advert

POSTED = date(2026, 11, 2)


@cache
def shipped_taxonomy() -> Taxonomy:
    return load_taxonomy()


def read(description: str, title: str = "Care assistant", **given: Any) -> AdvertDraft:
    return read_advert(title, description, shipped_taxonomy(), **{"as_of": POSTED, **given})


def essential(description: str, title: str = "Vacancy") -> set[str]:
    return {reading.value for reading in read(description, title).essential_skills}


def optional(description: str, title: str = "Vacancy") -> set[str]:
    return {reading.value for reading in read(description, title).optional_skills}
