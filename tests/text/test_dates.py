"""Stretches of time as CVs write them."""

from datetime import date

import pytest

from matcher.text.dates import find_durations, find_periods

DAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2015-2018", "2015", "2018"),
        ("2015-18", "2015", "2018"),
        ("2010-12", "2010", "2012"),
        ("03/2016 to 11/2018", "2016-03", "2018-11"),
        ("09.2014 – 08.2016", "2014-09", "2016-08"),
        ("Sept '19 - Feb '21", "2019-09", "2021-02"),
        ("Jan - Mar 2019", "2019-01", "2019-03"),
        ("01/02/2015 - 31/08/2018", "2015-02", "2018-08"),
        ("March 3, 2015 - April 9, 2016", "2015-03", "2016-04"),
        ("2nd Sept., 2013 – 31st Aug., 2017", "2013-09", "2017-08"),
        ("between 2010 and 2014", "2010", "2014"),
        ("Jan 2019\tMar 2020", "2019-01", "2020-03"),
        ("Start date: Jan 2019\nEnd date: Mar 2020", "2019-01", "2020-03"),
        ("2019 –\n2021", "2019", "2021"),
        ("2016-03 to 2018-11", "2016-03", "2018-11"),
    ],
)
def test_a_stretch_between_two_dates(text: str, first: str, last: str) -> None:
    (period,) = find_periods(text, DAY)
    assert (str(period.first), str(period.last), period.is_current) == (first, last, False)


@pytest.mark.parametrize(
    "text",
    [
        "Jan 2019 – present",
        "since January 2019",
        "01/2019 to date",
        "Jan 2019 onwards",
        "January 2019 -",
        "01.2019 – now",
    ],
)
def test_a_stretch_that_goes_on(text: str) -> None:
    (period,) = find_periods(text, DAY)
    assert (str(period.first), period.last, period.is_current) == ("2019-01", None, True)
    assert period.months(DAY) == (95, 95, 95)


def test_a_season_is_three_months() -> None:
    (period,) = find_periods("Summer 2012", DAY)
    assert period.months(DAY) == (1, 2, 3)


@pytest.mark.parametrize(
    ("text", "months"),
    [("6 years", 72), ("two and a half years", 30), ("18 months", 18), ("1 yr 6 mths", 18), ("over ten years", 120)],
)
def test_a_length(text: str, months: int) -> None:
    assert [period.stated_months for period in find_durations(text)] == [months]


@pytest.mark.parametrize("text", ["aged 6 years old", "a 45 year-old", "two years ago"])
def test_an_age_is_no_length(text: str) -> None:
    assert list(find_durations(text)) == []


@pytest.mark.parametrize("text", ["Care Act 2014", "£2015", "1812 - 1815", "2040 - 2044", "2018 - 2015", "you may go"])
def test_what_is_no_time_of_work_is_passed_over(text: str) -> None:
    assert [period for period in find_periods(text, DAY) if period.last] == []


def test_the_stretch_of_text_is_told() -> None:
    text = "Cleaner, 2015 - 2018, Leeds"
    (period,) = find_periods(text, DAY)
    assert text[period.start : period.end] == "2015 - 2018"
