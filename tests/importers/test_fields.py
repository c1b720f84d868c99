from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.domain import Candidate, Vacancy
from matcher.errors import RowError
from matcher.importers import fields


@pytest.mark.parametrize(
    "text",
    ["2026-09-04", "04/09/2026", "4/9/2026", "4/9/26", "04-09-2026", "04.09.2026", "4 September 2026", "4th Sep 2026",
     "Friday 4 September 2026", "2026-09-04 00:00:00", "2026-09-04T08:41:56+0100", "04/09/2026 09:00"],
)  # fmt: skip
def test_dates_are_read_as_they_are_written_here(text: str) -> None:
    assert fields.read_date(text) == date(2026, 9, 4)


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31)))
def test_any_day_is_read_in_both_orders(day: date) -> None:
    assert fields.read_date(day.isoformat()) == fields.read_date(f"{day:%d/%m/%Y}") == day


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("09/14/2026", "the day comes first, so write 14/09/2026"),
        ("31/02/2026", "there is no such day"),
        ("soon", "write the date as 14/12/2026 or 2026-12-14"),
    ],
)
def test_a_date_that_is_none_names_the_remedy(text: str, remedy: str) -> None:
    with pytest.raises(RowError, match=remedy):
        fields.read_date(text)


def test_available_now_is_nothing_to_wait_for() -> None:
    assert fields.read_start_date("ASAP") is None
    assert fields.read_start_date("01/12/2026") == date(2026, 12, 1)


@pytest.mark.parametrize(
    ("text", "months"),
    [("18", 18), ("18 months", 18), ("1.5 years", 18), ("2 years 6 months", 30), ("3 yrs", 36), ("none", 0), ("0", 0)],
)
def test_experience_is_counted_in_months(text: str, months: int) -> None:
    assert fields.read_duration_months(text) == months


@pytest.mark.parametrize(("text", "minutes"), [("45", 45), ("45 mins", 45), ("1 hour", 60), ("1 hour 15 minutes", 75)])
def test_travel_is_counted_in_minutes(text: str, minutes: int) -> None:
    assert fields.read_minutes(text) == minutes


@pytest.mark.parametrize(("text", "hours"), [("37.5", 37.5), ("16 hours", 16), ("30 hrs a week", 30), ("20h/week", 20)])
def test_hours_a_week_are_read(text: str, hours: float) -> None:
    assert fields.read_hours(text) == hours


@pytest.mark.parametrize(
    ("reader", "text", "remedy"),
    [
        (fields.read_duration_months, "ages", "number of months"),
        (fields.read_minutes, "far", "number of minutes"),
        (fields.read_hours, "16-24", "hours_min and hours_max"),
        (fields.read_whole_number, "two", "whole number"),
        (fields.read_whole_number, "2.5", "whole number"),
        (fields.read_web_address, "javascript:alert(1)", "begins with https://"),
        (fields.read_web_address, "jobs@example.org", "goes into contact"),
    ],
)
def test_a_cell_that_cannot_be_read_names_the_remedy(reader: fields.Reader, text: str, remedy: str) -> None:
    with pytest.raises(RowError, match=remedy):
        reader(text)


@pytest.mark.parametrize(("text", "address"), [("www.example.org/jobs", "https://www.example.org/jobs")])
def test_a_web_address_is_completed(text: str, address: str) -> None:
    assert fields.read_web_address(text) == address


def test_names_are_separated_by_semicolons_and_line_ends_and_none_is_known_to_be_none() -> None:
    assert fields.read_names("a;  b b ;\na; c") == ("a", "b b", "c")
    assert fields.read_names("None") == ()


@pytest.mark.parametrize("text", ["", "  ", "-", "n/a", "Unknown", "TBC", "?"])
def test_marks_that_people_leave_for_nothing_are_blank(text: str) -> None:
    assert fields.read_fields({"positions": text}, {"positions": fields.read_whole_number}) == {}


def test_every_fault_of_a_row_is_in_its_one_line() -> None:
    readers = {"opens": fields.read_date, "positions": fields.read_whole_number}
    with pytest.raises(RowError) as caught:
        fields.read_fields({"opens": "soon", "positions": "two"}, readers)
    assert caught.value.field == "opens"
    assert "opens 'soon'" in str(caught.value)
    assert "positions 'two'" in str(caught.value)


def test_a_long_value_is_cut_in_the_message() -> None:
    with pytest.raises(RowError) as caught:
        fields.read_fields({"opens": "x" * 5_000}, {"opens": fields.read_date})
    assert len(str(caught.value)) < 200


def test_a_bound_of_a_record_is_said_in_words() -> None:
    with pytest.raises(RowError, match=r"hours_min '200.0': this cannot be more than 168"):
        fields.build(Candidate, {"id": "C1", "hours_min": 200.0})


def test_a_check_across_fields_keeps_its_own_sentence() -> None:
    with pytest.raises(RowError, match=r"^hours_min 30 is above hours_max 20: swap or correct them\.$"):
        fields.build(Vacancy, {"id": "V1", "hours_min": 30.0, "hours_max": 20.0})


@pytest.mark.parametrize("reader", [fields.read_whole_number, fields.read_duration_months, fields.read_minutes])
@pytest.mark.parametrize("text", ["9" * 20, "9" * 5_000])
def test_a_number_too_large_to_be_true_is_refused(reader: Callable[[str], int], text: str) -> None:
    with pytest.raises(RowError, match="too large to be true"):
        reader(text)
