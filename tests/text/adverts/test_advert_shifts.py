"""Shift patterns, and shifts as days and hours of a week."""

import pytest
from reading import read

from matcher.domain import parse_shifts


def patterns(text: str, title: str = "Care assistant") -> set[str]:
    return {reading.value.value for reading in read(text, title).patterns}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You will work earlies and lates on a rolling rota.", {"days", "evenings", "rota"}),
        ("Waking nights, 10pm to 8am", {"waking_nights"}),
        ("One sleep-in a week", {"sleep_ins"}),
        ("Sleep ins and waking nights", {"sleep_ins", "waking_nights"}),
        ("Shifts are 8am - 8pm including alternate weekends.", {"days", "weekends"}),
        ("Monday to Friday, 9am to 5pm", {"days"}),
        ("Shifts: 07.00-15.00, 14.00-22.00 and 21.45-07.15", {"days", "evenings", "waking_nights"}),
        ("Shifts: 8pm-8am, Monday to Sunday", {"waking_nights", "weekends"}),
        ("You will work a variety of shifts.", {"rota"}),
        ("Internal rotation onto nights is required.", {"waking_nights", "rota"}),
        ("Every other weekend is worked.", {"weekends"}),
        ("There are no night shifts.", set()),
        ("Monday to Friday only, no weekends, no evenings", {"days"}),
        ("You will work five days out of seven.", {"weekends"}),
        ("You will be working mornings.", {"days"}),
        ("Long days and nights", {"days", "waking_nights"}),
        ("Twilight shifts 4pm - 10pm", {"evenings"}),
        ("Early morning and tea-time calls, 7am-2pm and 4pm-10pm", {"days", "evenings"}),
        ("7.30-2.30 / 2-9.30", {"days", "evenings"}),
        ("20:00–08:00 waking", {"waking_nights"}),
        ("Long days 8-8 and nights 8-8", {"days", "waking_nights"}),
        ("36hrs over 4 on 4 off", {"rota"}),
        ("Two weeks on, two weeks off", {"rota"}),
        ("AM and PM shifts", {"days", "evenings"}),
        ("Breakfast, lunch, teas and beds", {"days", "evenings"}),
        ("Finishing at 10pm", {"evenings"}),
        ("Day/night shifts", {"days", "waking_nights"}),
        ("Your days will be Monday & Thursday.", {"days"}),
        ("Pay rates: days £12.71, nights £13.71, Sundays £14.71", {"days", "waking_nights", "weekends"}),
    ],
)
def test_patterns_of_the_post_are_read(text: str, expected: set[str]) -> None:
    assert patterns(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "We offer enhanced rates for nights and weekends.",
        "Our reception is open Monday to Friday 9am-5pm, please phone.",
        "Interviews will be held on Saturday at 9am.",
        "We are an early years charity.",
        "Benefits:\n\n- 24 hour helpline, evenings and weekends\n- Free parking",
        "Book your shifts through our app.",
        "Our home is warm day and night.",
        "Residents enjoy evenings out.",
        "You will manage staff rotas and recruitment.",
        "There are no late shifts or weekend shifts.",
        "We never ask you to do sleep-ins.",
    ],
)
def test_what_is_no_work_of_the_post_is_no_pattern(text: str) -> None:
    assert patterns(text) == set()


def test_a_night_post_is_known_by_its_title() -> None:
    assert patterns("Join us.", title="Night Care Assistant") == {"waking_nights"}


def test_days_and_hours_of_one_shift_are_all_needed() -> None:
    draft = read("You will work Monday to Friday, 9am to 5pm.")
    assert draft.shifts_any_of is None
    assert draft.shifts_all_required is not None
    assert draft.shifts_all_required.value == parse_shifts("mon-fri 09:00-17:00")


@pytest.mark.parametrize(
    "text",
    ["No weekends or evenings. Monday to Friday, 9am to 3pm.", "No evening or weekend work. 9am-3pm Monday to Friday."],
)
def test_shifts_that_are_denied_are_no_shifts_of_the_week(text: str) -> None:
    draft = read(text)
    assert draft.shifts_any_of is None
    assert draft.shifts_all_required is not None
    assert draft.shifts_all_required.value == parse_shifts("mon-fri 09:00-15:00")


def test_hours_of_which_no_day_is_said_are_a_choice() -> None:
    draft = read("Waking nights, 8pm to 8am.")
    assert draft.shifts_all_required is None
    assert draft.shifts_any_of is not None
    assert draft.shifts_any_of.value == parse_shifts("mon-sun 20:00-08:00")


def test_shifts_on_offer_are_a_choice() -> None:
    draft = read("Shifts available:\n\n- Days 8am - 4pm\n- Nights 10pm - 8am")
    assert draft.shifts_all_required is None
    assert draft.shifts_any_of is not None
    assert draft.shifts_any_of.value == parse_shifts("08:00-16:00; 22:00-08:00")


def test_shifts_of_a_rota_are_all_needed() -> None:
    draft = read("The rota is a mixture of 07:00-15:00 and 14:00-22:00, Monday to Sunday.")
    assert draft.shifts_all_required is not None
    assert draft.shifts_all_required.value == parse_shifts("mon-sun 07:00-15:00; mon-sun 14:00-22:00")


def test_named_shifts_count_where_their_days_are_stated() -> None:
    draft = read("You will work Saturday and Sunday lates.")
    assert draft.shifts_all_required is not None
    assert draft.shifts_all_required.value == parse_shifts("sat-sun late")
    assert read("You will work lates.").shifts_all_required is None


def test_a_sleep_in_with_its_hours_is_slept() -> None:
    draft = read("Sleep-in from 10pm to 7am on Fridays.")
    assert draft.shifts_all_required is not None
    assert all(shift.asleep for shift in draft.shifts_all_required.value)
