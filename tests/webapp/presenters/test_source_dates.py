"""Dates of sources, said aloud."""

import pytest

from webapp.presenters.source_dates import source_date, span_of_dates


@pytest.mark.parametrize(
    ("text", "said"),
    [("2026-11-01", "1 November 2026"), ("2026-11", "November 2026"), ("2026", "2026"), ("spring", "spring")],
)
def test_a_date_of_a_source_is_said_as_people_do(text: str, said: str) -> None:
    assert source_date(text) == said


def test_several_are_said_from_the_first_to_the_last() -> None:
    assert span_of_dates(["2026-11", None, "2026-11"]) == "November 2026"
    assert span_of_dates(["2026-11", "2025", "2026-02"]) == "2025 to November 2026"
    assert span_of_dates([None]) == "times that were not written down"
