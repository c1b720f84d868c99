from datetime import date

import pytest
from pydantic import ValidationError

from matcher import Candidate, Vacancy
from matcher.domain import TravelMode


def test_a_candidate_may_be_nothing_but_an_id() -> None:
    person = Candidate(id="C1")
    assert person.skills is None
    assert person.postcode is None


def test_lists_are_read_from_text_with_semicolons_each_name_once() -> None:
    assert Candidate(id="C1", skills="cooking; cleaning ;cooking;").skills == ("cooking", "cleaning")


@pytest.mark.parametrize("said", ["", " ", ";", " ; "])
def test_a_blank_list_is_not_asked_and_the_word_none_is_none(said: str) -> None:
    assert Candidate(id="C1", skills=said).skills is None
    assert Candidate(id="C1", skills="none").skills == ()


def test_no_skills_is_known_and_different_from_not_asked() -> None:
    assert Candidate(id="C1", skills=()).skills == ()


def test_vocabularies_are_read_from_their_words() -> None:
    assert Candidate(id="C1", travel_mode="bus").travel_mode is TravelMode.BUS


def test_a_record_cannot_be_changed() -> None:
    person = Candidate(id="C1")
    with pytest.raises(ValidationError):
        person.id = "C2"


def test_a_field_nobody_knows_is_refused() -> None:
    with pytest.raises(ValidationError, match="nationality"):
        Candidate(id="C1", nationality="X")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"closes": date(2026, 1, 1), "opens": date(2026, 2, 1)}, "before opens"),
        ({"positions": 0}, "at least one position"),
        ({"min_age": 21}, "no reason"),
        ({"pay_min_gbp_per_hour": 14, "pay_max_gbp_per_hour": 12}, "above"),
        ({"hours_min": 30, "hours_max": 20}, "above"),
    ],
)
def test_a_vacancy_that_cannot_be_true_is_refused(fields: dict[str, object], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Vacancy(id="V1", **fields)


def test_a_minimum_age_above_18_is_kept_with_its_reason() -> None:
    assert Vacancy(id="V1", min_age=21, min_age_reason="insurance of the minibus").min_age == 21
