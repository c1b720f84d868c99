import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.domain import Shift, format_shifts, parse_shifts, week_mask
from matcher.errors import RowError
from strategies import shifts


def test_a_named_shift_on_a_stretch_of_days_is_one_shift_a_day() -> None:
    assert [str(shift) for shift in parse_shifts("mon-wed early")] == ["mon early", "tue early", "wed early"]


def test_a_window_may_run_past_midnight() -> None:
    (night,) = parse_shifts("sun 22:00-07:00")
    assert night.hours == 9
    monday_three_in_the_morning = 1 << 6
    assert night.mask & monday_three_in_the_morning


def test_who_works_awake_can_sleep_in_but_not_the_other_way_round() -> None:
    awake, asleep = week_mask(parse_shifts("mon waking night")), week_mask(parse_shifts("mon sleep-in"))
    assert asleep & ~awake == 0
    assert awake & ~asleep != 0


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("weekends late", "sat-sun late"),
        ("Mon, Wed, Fri School hours", "mon,wed,fri school_hours"),
        ("early", "mon-sun early"),
        ("sat", "sat 00:00-24:00"),
        ("Tuesdays 9.30 to 14.30", "tue 09:30-14:30"),
        ("fri-mon evening", "mon evening; fri-sun evening"),
    ],
)
def test_shifts_are_read_as_people_write_them(said: str, meant: str) -> None:
    assert week_mask(parse_shifts(said)) == week_mask(parse_shifts(meant))


def test_times_off_the_half_hour_are_drawn_in_for_a_person_and_out_for_a_rota() -> None:
    assert str(parse_shifts("mon 09:15-14:45")[0]) == "mon 09:30-14:30"
    assert str(parse_shifts("mon 09:15-14:45", outward=True)[0]) == "mon 09:00-15:00"


@pytest.mark.parametrize("text", ["mon-fri sometimes", "mon-xyz early", "mon 25:00-26:00", "mon 9:05-9:20"])
def test_what_cannot_be_read_is_named_with_the_remedy(text: str) -> None:
    with pytest.raises(RowError, match="14:00-22:00") as raised:
        parse_shifts(text)
    assert text.rsplit(maxsplit=1)[-1] in str(raised.value) or text in str(raised.value)


@given(shifts)
def test_what_is_written_is_read_back(found: tuple[Shift, ...]) -> None:
    assert parse_shifts(format_shifts(found)) == found


@given(st.integers(0, 6), st.integers(0, 47), st.integers(1, 48))
def test_a_shift_covers_each_of_its_half_hours_in_both_layers(day: int, start: int, n_slots: int) -> None:
    assert Shift(day, start, n_slots).mask.bit_count() == 2 * n_slots
    assert Shift(day, start, n_slots, asleep=True).mask.bit_count() == n_slots


@pytest.mark.parametrize("text", ["mon 9-5", "mon 7-7", "weekdays 10-2"])
def test_hours_that_may_mean_day_or_night_are_asked_about(text: str) -> None:
    with pytest.raises(RowError, match="write hours as 09:00-17:00"):
        parse_shifts(text)
