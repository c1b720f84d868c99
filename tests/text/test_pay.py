import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.errors import RowError
from matcher.text.pay import FULL_TIME_HOURS, WEEKS_A_YEAR, Pay, per_hour, read_hourly_pay, read_pay, read_pay_note


def refusal(text: str) -> str:
    with pytest.raises(RowError) as caught:
        read_hourly_pay(text)
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("£9.03- £16.85", Pay(9.03, 16.85, "hour")),
        ("£8.80 + Enhancements", Pay(8.80, 8.80, "hour")),
        ("Band 2 AFC £17,652 per annum ( Pro Rata Part Time", Pay(17652, 17652, "year", pro_rata=True)),
        ("£19,335 per annum (inclusive of £1200 LD allow", Pay(19335, 19335, "year")),
        ("Please See Description", None),
        ("Band 2", None),
        ("Up to £9.89 per hour (DOE)", Pay(None, 9.89, "hour")),
        ("From £19,737 per annum", Pay(19737, None, "year")),
        ("£18,005 - £19,337 £18,005-£19,337 PA Pro Rata", Pay(18005, 19337, "year", pro_rata=True)),
        ("£8.80 per hour, £9.19 post Probation", Pay(8.80, 9.19, "hour")),
        ("£8.75 rising to £8.90 post probation", Pay(8.75, 8.90, "hour")),
        ("£9.78p/h Weekdays/Nights, £11.55p/h Weekends", Pay(9.78, 11.55, "hour")),
        ("9.21-16.85 an hour + holiday pay", Pay(9.21, 16.85, "hour")),
        ("£20,771 - £22,199 inc 5% HCAS", Pay(20771, 22199, "year")),
        ("£155.62 per week", Pay(155.62, 155.62, "week")),
        ("21,892-24,157", Pay(21892, 24157, "year")),
        ("10.64", Pay(10.64, 10.64, "hour")),
        ("£22k - £25k", Pay(22000, 25000, "year")),
        ("£10 per hour (about £19,500 a year)", Pay(10, 10, "hour")),
        ("£12.71 an hour, 37.5 hours per week", Pay(12.71, 12.71, "hour")),
    ],
)
def test_free_text_is_read_as_it_is_meant(text: str, expected: Pay | None) -> None:
    assert read_pay(text, unit="YEAR") == expected


def test_the_fields_beside_the_text_count_where_it_names_no_figure() -> None:
    assert read_pay("Competitive", unit="YEAR", figures=(24000.0, None)) == Pay(24000.0, None, "year")


@pytest.mark.parametrize(
    ("unit", "figure", "period"),
    [("YEAR", 12.71, "hour"), ("HOUR", 24000.0, "year"), ("HOUR", 12.71, "hour"), ("WEEK", 450.0, "week")],
)
def test_a_unit_is_believed_only_where_the_figure_can_be_it(unit: str, figure: float, period: str) -> None:
    pay = read_pay("", unit=unit, figures=(figure, figure))
    assert pay is not None
    assert pay.period == period


def test_a_figure_that_may_be_a_week_or_a_month_is_not_guessed() -> None:
    assert read_pay("£1,900") is None


def test_a_yearly_salary_is_shared_out_over_the_weeks_and_hours_of_full_time() -> None:
    assert per_hour(18_005, "year") == pytest.approx(18_005 / WEEKS_A_YEAR / FULL_TIME_HOURS, abs=0.005)


def test_a_salary_at_the_legal_minimum_is_not_pushed_under_it_by_a_rounding_of_weeks() -> None:
    assert per_hour(17_010, "year") == 8.70
    assert per_hour(17_010, "year", floor=8.72) == 8.72


@pytest.mark.parametrize(
    ("text", "expected"),
    [("£12.50", 12.5), ("12.50 per hour", 12.5), ("12.71ph", 12.71), ("£12.71/hr", 12.71), ("12", 12.0), ("1.50", 1.5)],
)
def test_pay_by_the_hour_is_read(text: str, expected: float) -> None:
    assert read_hourly_pay(text) == expected


@pytest.mark.parametrize("text", ["24000", "£24,000", "£24,000 per year", "24k", "24000 per hour"])
def test_pay_by_the_year_called_hourly_is_refused_with_the_hourly_figure(text: str) -> None:
    message = refusal(text)
    assert "£24,000.00 is pay for a year, not for an hour" in message
    assert "12.27" in message


def test_pay_by_the_hour_called_yearly_is_refused_with_the_remedy() -> None:
    assert refusal("12.50 per year") == "£12.50 cannot be pay for a year: if it is for an hour, write 12.50."


def test_pay_by_the_week_and_the_month_name_their_hourly_figure() -> None:
    assert "12.00" in refusal("£450 per week")
    assert "12.27" in refusal("£2,000 a month")


@pytest.mark.parametrize("text", ["0", "£0.00", "-3", "£-3"])
def test_pay_of_nothing_or_less_is_refused(text: str) -> None:
    assert "above zero" in refusal(text)


def test_a_range_in_one_cell_is_sent_to_the_two_columns() -> None:
    assert "pay_min_gbp_per_hour and pay_max_gbp_per_hour" in refusal("12.50-13.00")


def test_words_without_a_figure_are_refused() -> None:
    assert "write pounds an hour" in refusal("negotiable")


@pytest.mark.parametrize(
    ("text", "expected"), [("Sleep-in", "sleep_in"), ("age_band", "age_band"), ("Apprenticeship", "apprentice")]
)
def test_a_pay_note_is_read_leniently(text: str, expected: str) -> None:
    assert read_pay_note(text) == expected


def test_an_unknown_pay_note_names_those_known() -> None:
    with pytest.raises(RowError, match="sleep_in, age_band, apprentice"):
        read_pay_note("because")


@given(pence=st.integers(min_value=200, max_value=9_999))
def test_any_hourly_rate_written_in_pounds_and_pence_comes_back(pence: int) -> None:
    text = f"£{pence / 100:.2f} per hour"
    assert read_hourly_pay(text) == pytest.approx(pence / 100)
    assert read_pay(text) == Pay(pence / 100, pence / 100, "hour")


@given(st.text(max_size=60))
def test_no_text_breaks_the_reading_of_pay(text: str) -> None:
    pay = read_pay(text)
    assert pay is None or pay.period in {"hour", "day", "week", "month", "year"}
    try:
        assert 0 < read_hourly_pay(text) < 100
    except RowError as error:
        assert str(error).endswith(".")  # noqa: PT017 - either outcome is right


@pytest.mark.parametrize(
    "text", ["12,71", "1e999", "£ 12 . 71", "£12,71", "£1e3", "12.71.50", "12x", "9" * 2_000, "0" * 3_000]
)
def test_a_figure_read_only_in_part_is_refused_at_once(text: str) -> None:
    assert "such as 12.71, or leave it blank." in refusal(text)


@pytest.mark.parametrize("text", ["£12,71 an hour", "£ 12 . 71", "1e999", "£" + "9" * 2_000, "0" * 3_000])
def test_an_advert_whose_figure_is_unclear_names_no_pay(text: str) -> None:
    assert read_pay(text) is None
