"""Reasons of rows that were not taken, with the columns by the names of the page."""

import pytest

from webapp.presenters.imports import fault_in_words


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("id is blank: give the row an id of its own.", "Reference is blank: give the row an id of its own."),
        ("travel_mode 'tram': write walk or bus.", "How they travel 'tram': write walk or bus."),
        (
            "hours_min 'x': a range goes into hours_min and hours_max.",
            "Fewest hours a week 'x': a range goes into “Fewest hours a week” and “Most hours a week”.",
        ),
        ("postcode: no such place. skills 'a': too long.", "Home postcode: no such place. Skills 'a': too long."),
        ("Somebody with a name and skills is here twice.", "Somebody with a name and skills is here twice."),
    ],
)
def test_columns_are_called_as_the_page_calls_them(reason: str, said: str) -> None:
    assert fault_in_words("candidates", reason) == said
