"""The shipped taxonomy, and every text that a draft could show."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

from matcher.taxonomy import Taxonomy, load_taxonomy
from matcher.text.cvs import CvDraft, read_cv

DAY = date(2026, 11, 25)


@pytest.fixture(scope="session")
def taxonomy() -> Taxonomy:
    return load_taxonomy()


@pytest.fixture(scope="session")
def read(taxonomy: Taxonomy) -> Callable[[str], CvDraft]:
    return lambda text: read_cv(text, taxonomy, as_of=DAY)


@pytest.fixture(scope="session")
def texts() -> Callable[[CvDraft], str]:
    """All strings of a draft's JSON, for looking whether something leaked."""
    return lambda draft: "\n".join(_strings(draft.as_dict()))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield str(key)
            yield from _strings(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _strings(item)
