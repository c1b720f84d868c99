"""Figures and vocabularies said aloud."""

import enum

import pytest

from matcher import domain
from matcher.domain import parse_shifts
from matcher.scoring import FEATURES
from matcher.scoring.gates import GATES
from webapp import words


@pytest.mark.parametrize(
    ("shifts", "said"),
    [
        ("mon-fri early; sat-sun 14:00-22:00", "Monday to Friday: early shifts; Saturday, Sunday: 14:00 to 22:00"),
        ("mon-sun", "Every day: any time"),
        ("wed waking_night", "Wednesday: waking nights"),
        ("mon,wed,fri late", "Monday, Wednesday, Friday: late shifts"),
        ("", ""),
    ],
)
def test_shifts_are_said_in_words(shifts: str, said: str) -> None:
    assert words.say_shifts(parse_shifts(shifts)) == said


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(0.2, "Under a minute"), (1, "1 minute"), (18.4, "18 minutes"), (60, "1 hour"), (125.2, "2 hours 5 minutes")],
)
def test_minutes_are_said_in_hours_and_minutes(minutes: float, said: str) -> None:
    assert words.minutes(minutes) == said


def test_what_is_not_known_is_said_so() -> None:
    assert (words.minutes(None), words.km(None), words.money(None)) == (
        "Journey not known",
        "Distance not known",
        "Not known",
    )


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (16, 30, "16 to 30"),
        (None, 30, "up to 30"),
        (16, None, "16 or more"),
        (37.5, 37.5, "37.5"),
        (None, None, ""),
    ],
)
def test_two_bounds_are_said_as_people_say_them(low: float | None, high: float | None, said: str) -> None:
    assert words.span(low, high) == said


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [(12.71, None, "£12.71"), (12.71, 13.5, "£12.71 to £13.50"), (None, 13.5, "up to £13.50"), (13, 13, "£13.00")],
)
def test_pay_is_said_in_pounds(low: float | None, high: float | None, said: str) -> None:
    assert words.money(low, high) == said


@pytest.mark.parametrize(
    ("n_months", "said"), [(0, "0 months"), (1, "1 month"), (12, "1 year"), (30, "2 years 6 months")]
)
def test_months_are_said_in_years_and_months(n_months: int, said: str) -> None:
    assert words.months(n_months) == said


def test_every_word_of_every_vocabulary_has_its_words() -> None:
    vocabularies = {
        "age_band": domain.AgeBand,
        "contract": domain.Contract,
        "dbs_level": domain.DbsLevel,
        "dbs_status": domain.DbsStatus,
        "outcome": domain.GateOutcome,
        "pay_note": domain.PayNote,
        "place_kind": domain.PlaceKind,
        "right_to_work": domain.RightToWork,
        "travel_mode": domain.TravelMode,
    }
    for kind, vocabulary in vocabularies.items():
        assert isinstance(vocabulary, enum.EnumType)
        assert set(words.LABELS[kind]) == {str(word) for word in vocabulary}


def test_every_feature_and_gate_has_a_name_without_underscores() -> None:
    names = [words.feature_name(feature) for feature in FEATURES] + [words.gate_name(gate) for gate in GATES]
    assert not [name for name in names if "_" in name]
    assert words.label("something_new", "contract") == "Something new"
