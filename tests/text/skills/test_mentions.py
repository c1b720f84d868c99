"""Skills named in running text."""

import pytest

from matcher.taxonomy import Taxonomy
from matcher.text.skills.mentions import find_skills


def found(text: str, taxonomy: Taxonomy) -> list[tuple[str, str]]:
    return [(mention.skill.id, text[mention.start : mention.end]) for mention in find_skills(text, taxonomy)]


def test_a_name_is_found_with_its_place_in_the_text(taxonomy: Taxonomy) -> None:
    assert found("Good Food-Hygiene wanted.", taxonomy) == [("food-hygiene", "Food-Hygiene")]


def test_the_longest_name_takes_the_words(taxonomy: Taxonomy) -> None:
    text = "food hygiene and infection prevention and control"
    assert [skill for skill, _ in found(text, taxonomy)] == ["food-hygiene", "infection-control"]


def test_mentions_come_in_the_order_of_the_text(taxonomy: Taxonomy) -> None:
    text = "Hygiene, care plans, food safety"
    assert [skill for skill, _ in found(text, taxonomy)] == ["hygiene", "care-plans", "food-hygiene"]


def test_a_plural_is_found(taxonomy: Taxonomy) -> None:
    assert found("You read care plans daily", taxonomy) == [("care-plans", "care plans")]


def test_part_of_a_word_is_no_mention(taxonomy: Taxonomy) -> None:
    assert found("unhygienic, hygienes-like hygienically", taxonomy) == [("hygiene", "hygienes")]


@pytest.mark.parametrize(
    "text", ["We serve food. Hygiene matters", "food, hygiene", "food (hygiene)", "food\n\nhygiene"]
)
def test_a_name_does_not_run_on_over_a_break(taxonomy: Taxonomy, text: str) -> None:
    assert [skill for skill, _ in found(text, taxonomy)] == ["hygiene"]


def test_a_name_runs_on_over_the_end_of_a_line(taxonomy: Taxonomy) -> None:
    assert found("food\nhygiene", taxonomy) == [("food-hygiene", "food\nhygiene")]


def test_a_name_with_a_comma_of_its_own_is_found(taxonomy: Taxonomy) -> None:
    assert found("Includes washing, drying and ironing.", taxonomy) == [("laundry", "washing, drying and ironing")]


@pytest.mark.parametrize("text", ["It is driving up standards", "make it work", "IT IS A GREAT TEAM\nJoin us"])
def test_an_everyday_word_is_no_mention(taxonomy: Taxonomy, text: str) -> None:
    assert found(text, taxonomy) == []


def test_an_abbreviation_in_capitals_is_a_mention(taxonomy: Taxonomy) -> None:
    assert found("Basic IT needed", taxonomy) == [("computers", "IT")]


def test_an_unmistakable_abbreviation_is_a_mention_in_small_letters(taxonomy: Taxonomy) -> None:
    assert found("wearing ppe all day", taxonomy) == [("protection", "ppe")]


def test_an_everyday_phrase_takes_its_words_from_shorter_names(taxonomy: Taxonomy) -> None:
    assert found("rated by the Care Quality Commission", taxonomy) == []
    assert found("a record of care quality", taxonomy) == [("quality", "care quality")]


def test_a_label_is_surer_than_another_name_and_a_single_word_is_least_sure(taxonomy: Taxonomy) -> None:
    text = "follow food hygiene; food safety; hygiene"
    label, other, single = (mention.confidence for mention in find_skills(text, taxonomy))
    assert 1.0 == label > other > single > 0.0


def test_empty_text_names_nothing(taxonomy: Taxonomy) -> None:
    assert find_skills("", taxonomy) == []
