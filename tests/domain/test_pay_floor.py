from datetime import date, timedelta

import pytest

from matcher.domain import AgeBand
from matcher.domain.pay_floor import legal_floor


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2016-04-01", 7.20),
        ("2017-03-31", 7.20),
        ("2017-04-01", 7.50),
        ("2018-04-01", 7.83),
        ("2019-04-01", 8.21),
        ("2020-11-01", 8.72),
        ("2021-04-01", 8.91),
        ("2022-04-01", 9.50),
        ("2023-04-01", 10.42),
        ("2024-04-01", 11.44),
        ("2025-04-01", 12.21),
        ("2026-03-31", 12.21),
        ("2026-04-01", 12.71),
        ("2026-11-22", 12.71),
    ],
)
def test_the_adult_rate_of_each_year_holds_until_the_next(day: str, expected: float) -> None:
    assert legal_floor(date.fromisoformat(day)) == expected


@pytest.mark.parametrize(
    ("band", "expected"), [(AgeBand.FROM_16, 8.00), (AgeBand.FROM_18, 10.85), (AgeBand.FROM_21, 12.71)]
)
def test_younger_bands_have_lower_floors_in_2026(band: AgeBand, expected: float) -> None:
    assert legal_floor(date(2026, 11, 22), band) == expected


def test_a_band_that_spans_two_rates_takes_the_higher() -> None:
    assert legal_floor(date(2020, 11, 1), AgeBand.FROM_21) == 8.72
    assert legal_floor(date(2022, 5, 1), AgeBand.FROM_21) == 9.50


def test_an_apprentice_has_one_rate_whatever_the_age() -> None:
    day = date(2020, 11, 1)
    assert legal_floor(day, None, apprentice=True) == legal_floor(day, AgeBand.FROM_21, apprentice=True) == 4.15


def test_only_the_rates_under_25_rose_in_october_2016() -> None:
    before, after = date(2016, 9, 30), date(2016, 10, 1)
    assert legal_floor(before) == legal_floor(after) == 7.20
    assert (legal_floor(before, AgeBand.FROM_18), legal_floor(after, AgeBand.FROM_18)) == (5.30, 5.55)


def test_nothing_lies_under_the_floor_before_the_table_begins() -> None:
    assert legal_floor(date(2016, 3, 31)) == 0.0


@pytest.mark.parametrize("band", [None, *AgeBand])
def test_the_floor_never_falls_from_one_day_to_the_next(band: AgeBand | None) -> None:
    days = [date(2016, 4, 1) + timedelta(days=n) for n in range(365 * 11)]
    floors = [legal_floor(day, band) for day in days]
    assert floors == sorted(floors)


def test_older_bands_never_have_a_lower_floor() -> None:
    for year in range(2016, 2027):
        floors = [legal_floor(date(year, 12, 1), band) for band in AgeBand]
        assert floors == sorted(floors)
