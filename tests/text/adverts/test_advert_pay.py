"""Pay in the words of an advert."""

import pytest
from reading import read

from matcher.domain import PayNote
from matcher.text.adverts import AdvertDraft
from matcher.text.adverts.terms.pay import Salary
from matcher.text.pay import Pay


def pay(text: str, **given: object) -> tuple[float | None, float | None, str] | None:
    found = read(text, **given).pay
    return found and (found.value.low, found.value.high, found.value.period)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We pay £13.20 per hour.", (13.2, 13.2, "hour")),
        ("Salary: £24,000 - £25,500 per annum", (24000, 25500, "year")),
        ("£12.71 to £13.40 per hour plus 50p night enhancement", (12.71, 13.4, "hour")),
        ("Up to £14 an hour", (None, 14, "hour")),
        ("From £12.71 per hour", (12.71, None, "hour")),
        ("£480 per week", (480, 480, "week")),
        ("Pay: days £12.80, nights £13.60, Sundays £14.90 per hour", (12.8, 12.8, "hour")),
        ("£12.80 per hour - Days\n\n£14.00 per hour - Saturday and nights", (12.8, 12.8, "hour")),
        ("Pay rate £13.00ph weekdays, £14.00ph weekends", (13, 13, "hour")),
        ("GBP 12.90 per hour", (12.9, 12.9, "hour")),
        ("£12.60-£13.40ph DOE", (12.6, 13.4, "hour")),
        ("£24k pro rata", (24000, 24000, "year")),
        ("up to £13.25 inc. weekend enhancement", (None, 13.25, "hour")),
        ("£13.50 weekdays / £14.50 weekends", (13.5, 13.5, "hour")),
        ("£13.00 per hour and sleep-ins paid at £65", (13, 13, "hour")),
        ("Double time £25.42 on Christmas Day; £12.71 per hour otherwise", (12.71, 12.71, "hour")),
        ("£12.71 (under 21: £10.85)", (12.71, 12.71, "hour")),
        ("£300 welcome bonus, £12.80 per hour", (12.8, 12.8, "hour")),
        ("A salary of £24,785 (FTE £31,000)", (24785, 24785, "year")),
        ("Rate of pay: 12.85", (12.85, 12.85, "hour")),
        ("Salary: 26,000 to 28,000", (26000, 28000, "year")),
        ("Salary\n\n£12.75", (12.75, 12.75, "hour")),
        ("£12.80ph+", (12.8, None, "hour")),
        ("At least £13 an hour, plus benefits from day one", (13, None, "hour")),
        ("£13 per hour, up to 40 hours a week", (13, 13, "hour")),
    ],
)
def test_the_basic_rate_is_read_with_its_period(text: str, expected: tuple[float | None, float | None, str]) -> None:
    assert pay(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "£500 welcome bonus",
        "Recommend a friend and get £250.",
        "Mileage is paid at 45p per mile.",
        "Save £50 per month with our car park.",
        "A £10 million investment in our unit",
        "Relocation package of up to £8,000",
        "Competitive salary",
        "£3.50 per hour night supplement",
        "We pay the £62 fee for your DBS.",
        "Contact us between 12.50 and 13.40.",
    ],
)
def test_other_sums_are_no_pay(text: str) -> None:
    assert pay(text) is None


def test_the_field_beside_the_description_counts_first() -> None:
    found = pay("We pay £15.00 per hour.", salary=Salary("£13.20 per hour", Pay(13.2, 13.2, "hour")))
    assert found == (13.2, 13.2, "hour")


def test_words_beat_a_yearly_figure_that_nobody_wrote_a_period_for() -> None:
    found = pay("We pay £13.20 per hour.", salary=Salary("25000", Pay(25000, 25000, "year")))
    assert found == (13.2, 13.2, "hour")


def test_a_supplement_by_the_hour_is_no_salary() -> None:
    settled = pay("Pay rises by £2.50 per hour.", salary=Salary("18005", Pay(18005, 18005, "year")))
    assert settled == (18005, 18005, "year")


def note(draft: AdvertDraft) -> PayNote | None:
    return draft.pay_note.value if draft.pay_note else None


def test_pay_under_the_floor_is_explained_where_the_advert_explains_it() -> None:
    assert note(read("Join us.", title="Apprentice care assistant")) is PayNote.APPRENTICE
    assert note(read("Sleep-ins are paid at £60 a night.")) is PayNote.SLEEP_IN
    assert note(read("£10.00 per hour for those under 21")) is PayNote.AGE_BAND
    assert note(read("£13.20 per hour")) is None
