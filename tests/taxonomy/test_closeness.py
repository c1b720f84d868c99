"""How telling a skill is, and what one skill brings of another."""

import numpy as np

from matcher.taxonomy import Taxonomy
from matcher.taxonomy.closeness import (
    MOST_SIBLINGS,
    credit_matrix,
    hierarchy_credits,
    larger_credits,
    link_credits,
)


def credit(taxonomy: Taxonomy, has: str, needs: str) -> int:
    return int(taxonomy.credits[taxonomy.skill_index[has], taxonomy.skill_index[needs]])


def test_a_skill_credits_itself_in_full(small: Taxonomy) -> None:
    assert (small.credits.diagonal() == 100).all()


def test_a_near_skill_credits_one_way_only(small: Taxonomy) -> None:
    assert (credit(small, "cooking", "food-hygiene"), credit(small, "food-hygiene", "cooking")) == (60, 0)


def test_the_narrower_skill_brings_more_of_the_broader_than_the_other_way_round(small: Taxonomy) -> None:
    assert (credit(small, "using-hoists", "moving-people"), credit(small, "moving-people", "using-hoists")) == (90, 50)


def test_siblings_bring_a_part_of_each_other(small: Taxonomy) -> None:
    assert credit(small, "using-hoists", "using-slide-sheets") == 30


def test_unrelated_skills_bring_nothing(small: Taxonomy) -> None:
    assert credit(small, "cooking", "using-hoists") == 0


def test_the_largest_of_several_credits_holds() -> None:
    assert credit_matrix([(0, 1, 40), (0, 1, 70), (0, 1, 30)], 2).toarray().tolist() == [[100, 70], [0, 100]]


def test_the_credits_are_whole_numbers(small: Taxonomy) -> None:
    assert small.credits.dtype == np.int32
    assert small.credits.shape == (5, 5)


def test_the_children_of_a_crowded_skill_are_no_siblings() -> None:
    crowd = range(1, MOST_SIBLINGS + 2)
    assert {credit for _, _, credit in hierarchy_credits((child, 0) for child in crowd)} == {90, 50}


def test_a_link_of_esco_credits_the_part_more_than_the_whole() -> None:
    assert list(link_credits([(0, 1, "essential"), (2, 3, "optional")])) == [
        (0, 1, 50),
        (1, 0, 30),
        (2, 3, 30),
        (3, 2, 15),
    ]


def test_of_two_matrices_the_larger_credit_holds_and_nothing_chains() -> None:
    left, right = credit_matrix([(0, 1, 40)], 3), credit_matrix([(0, 1, 20), (1, 2, 70)], 3)
    assert larger_credits(left, right).toarray().tolist() == [[100, 40, 0], [0, 100, 70], [0, 0, 100]]


def test_a_skill_that_fewer_occupations_need_is_more_telling(small: Taxonomy) -> None:
    told = {skill.id: int(weight) for skill, weight in zip(small.skills, small.telling, strict=True)}
    assert told["moving-people"] < told["food-hygiene"] < told["cooking"] == 100


def test_a_skill_that_nobody_needs_is_as_telling_as_the_usual_one(small: Taxonomy) -> None:
    told = dict(zip(small.skill_index, small.telling.tolist(), strict=True))
    needed = [told[skill] for skill in ("moving-people", "using-hoists", "food-hygiene", "cooking")]
    assert told["using-slide-sheets"] == int(np.median(needed))
