"""Titles without what surrounds them."""

import pytest

from matcher.text.titles.core import title_core


@pytest.mark.parametrize(
    ("title", "core"),
    [
        ("HCA nights (37.5 hrs) - Leeds", "HCA"),
        ("Sales Assistant at Tesco", "Sales Assistant"),
        ("Checkout operator, Asda", "Checkout operator"),
        ("Band 3 HCSW", "HCSW"),
        ("Team leader | Nights", "Team leader"),
        ("2 x Kitchen Porter, part-time", "Kitchen Porter"),
    ],
)
def test_employer_hours_grade_and_place_are_left_out(title: str, core: str) -> None:
    assert title_core(title) == core


@pytest.mark.parametrize("title", ["Days", "nights", "at Tesco", "(bank)", "£12"])
def test_a_title_that_would_vanish_stays_whole(title: str) -> None:
    assert title_core(title) == title
