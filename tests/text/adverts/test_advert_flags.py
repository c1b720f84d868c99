"""A sex or an age that is asked for: for a person to look at."""

import pytest
from reading import POSTED, read

from matcher.text.adverts.readings import FlagKind
from matcher.text.adverts.vacancy import as_vacancy


def flags(text: str, title: str = "Carer") -> list[tuple[str, int | None]]:
    return [(reading.value.kind.value, reading.value.age) for reading in read(text, title).flags]


@pytest.mark.parametrize(
    "text",
    [
        "A female carer is required for a lady with dementia.",
        "We are looking for a male support worker.",
        "Female applicants only",
        "An occupational requirement applies under the Equality Act 2010.",
        "I'm looking for a female PA.",
    ],
)
def test_a_sex_that_is_asked_for_is_flagged_with_its_sentence(text: str) -> None:
    (reading,) = read(text).flags
    assert reading.value.kind is FlagKind.SEX
    assert reading.sentence in text


@pytest.mark.parametrize(
    "text",
    [
        "We support male and female patients.",
        "You will support a young female with autism.",
        "A ward for men and women",
        "We welcome applicants regardless of age or sex.",
    ],
)
def test_the_people_cared_for_are_no_flag(text: str) -> None:
    assert flags(text) == []


@pytest.mark.parametrize(
    ("text", "age", "reason"),
    [
        ("You must be over 18 due to the DBS check.", 18, "due to the DBS check"),
        (
            "Applicants must be aged 21 or over for insurance to drive our vehicles.",
            21,
            "for insurance to drive our vehicles",
        ),
        ("Minimum age 18", 18, ""),
        ("This course is not suitable for:\n\n- Applicants under the age of 18", 18, ""),
        ("You must be at least 18 years old because of Scottish law.", 18, "because of Scottish law"),
        ("To apply you need four GCSEs and be aged 16 or over.", 16, ""),
    ],
)
def test_a_minimum_age_keeps_its_reason(text: str, age: int, reason: str) -> None:
    (reading,) = read(text).flags
    assert (reading.value.kind, reading.value.age) == (FlagKind.AGE, age)
    assert reading.value.reason.rstrip(".") == reason


@pytest.mark.parametrize(
    "text", ["We care for adults aged 18 and over.", "Children aged 5 to 18", "Over 21 hours a week"]
)
def test_ages_of_the_people_cared_for_are_no_flag(text: str) -> None:
    assert flags(text) == []


def test_a_flag_never_becomes_a_condition() -> None:
    vacancy = as_vacancy(read("A female carer over 21 is needed. You must be over 21.", "Female carer"), "V1", POSTED)
    assert vacancy.min_age is None
    assert vacancy.min_age_reason is None
