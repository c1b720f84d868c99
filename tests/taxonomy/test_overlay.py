"""ESCO with our terms laid on top of it."""

import pytest

from matcher.taxonomy import EscoOccupation, EscoSkill, EscoTables, Taxonomy, overlay_esco

SKILL = "http://data.europa.eu/esco/skill/"
OCCUPATION = "http://data.europa.eu/esco/occupation/"

ESCO = EscoTables(
    skills=(
        EscoSkill(f"{SKILL}zz", "clean kitchens", ("kitchen cleaning", "scrub", "cook meals")),
        EscoSkill(f"{SKILL}aaaa", "follow food hygiene", ("keep food safe", "food safety", "scrub")),
        EscoSkill(f"{SKILL}kk", "clean ovens", ("oven cleaning",)),
        EscoSkill(f"{SKILL}mm", "clean dishes", ("wash up",)),
    ),
    occupations=(
        EscoOccupation(f"{OCCUPATION}bbbb", "care assistant", ("care aide",), "5321"),
        EscoOccupation(f"{OCCUPATION}cc", "kitchen porter", ("kitchen hand",), "9412"),
    ),
    relations=(
        (f"{OCCUPATION}bbbb", f"{SKILL}zz", "essential"),
        (f"{OCCUPATION}bbbb", f"{SKILL}aaaa", "essential"),
        (f"{OCCUPATION}cc", f"{SKILL}zz", "essential"),
        (f"{OCCUPATION}cc", f"{SKILL}aaaa", "optional"),
        (f"{OCCUPATION}cc", f"{SKILL}gone", "optional"),
        (f"{OCCUPATION}gone", f"{SKILL}zz", "essential"),
    ),
    links=((f"{SKILL}zz", f"{SKILL}mm", "essential"), (f"{SKILL}zz", f"{SKILL}gone", "essential")),
    broader=((f"{SKILL}kk", f"{SKILL}zz"), (f"{SKILL}aaaa", f"{SKILL}S1"), (f"{SKILL}mm", f"{SKILL}S1"), ("S1", "S")),
)


@pytest.fixture
def laid(small: Taxonomy) -> Taxonomy:
    return overlay_esco(small, ESCO)


def test_our_skills_keep_their_index_and_the_rest_of_esco_follows_by_id(small: Taxonomy, laid: Taxonomy) -> None:
    ids = tuple(skill.id for skill in laid.skills)
    assert ids == (*(skill.id for skill in small.skills), "kk", "mm", "zz")
    assert [laid.skill_index[skill] for skill in ids] == list(range(8))


def test_a_term_of_both_keeps_our_id_and_gains_escos_names(laid: Taxonomy) -> None:
    skill = laid.skill(f"{SKILL}aaaa")
    assert skill is not None
    assert (skill.id, skill.alt_names) == ("food-hygiene", ("food safety", "level 2 food hygiene", "keep food safe"))


def test_a_name_that_two_terms_of_esco_claim_leads_nowhere(laid: Taxonomy) -> None:
    assert laid.skill("scrub") is None


def test_our_name_beats_an_alternative_name_of_esco(laid: Taxonomy) -> None:
    skill = laid.skill("cook meals")
    assert skill is not None
    assert skill.id == "cooking"
    assert "cook meals" not in laid.skills[laid.skill_index["zz"]].alt_names


def test_an_occupation_of_esco_has_the_last_part_of_its_uri_as_id(laid: Taxonomy) -> None:
    assert laid.occupations["cc"].label == "kitchen porter"
    assert laid.occupation("Kitchen hands") is laid.occupations["cc"]


def test_what_a_care_occupation_needs_stays_as_judged(laid: Taxonomy) -> None:
    carer = laid.occupations["care-assistant"]
    assert carer.essential == ("moving-people", "using-hoists")
    assert carer.optional == ("food-hygiene", "zz")
    assert carer.alt_titles == ("carer", "HCA", "care aide")


def test_another_occupation_needs_what_esco_says(laid: Taxonomy) -> None:
    assert (laid.occupations["cc"].essential, laid.occupations["cc"].optional) == (("zz",), ("food-hygiene",))


def test_dangling_relations_are_left_out_and_counted(laid: Taxonomy) -> None:
    assert laid.n_dangling_relations == 2


def test_our_credits_hold_and_escos_hierarchy_adds_to_them(laid: Taxonomy) -> None:
    index = laid.skill_index
    assert laid.credits[index["using-hoists"], index["moving-people"]] == 90
    assert laid.credits[index["kk"], index["zz"]] == 90
    assert laid.credits[index["zz"], index["kk"]] == 50


def test_skills_of_one_group_bring_a_little_of_each_other(laid: Taxonomy) -> None:
    assert 0 < laid.credits[laid.skill_index["mm"], laid.skill_index["food-hygiene"]] < 30


def test_telling_counts_escos_relations_too(small: Taxonomy, laid: Taxonomy) -> None:
    hygiene, cooking = laid.skill_index["food-hygiene"], laid.skill_index["cooking"]
    assert laid.telling[hygiene] < small.telling[small.skill_index["food-hygiene"]]
    assert laid.telling[cooking] == 100


def test_the_order_of_escos_rows_does_not_matter(small: Taxonomy, laid: Taxonomy) -> None:
    backwards = EscoTables(
        ESCO.skills[::-1], ESCO.occupations[::-1], ESCO.relations[::-1], ESCO.broader[::-1], ESCO.links[::-1]
    )
    again = overlay_esco(small, backwards)
    assert (again.skills, again.occupations) == (laid.skills, laid.occupations)
    assert (again.telling == laid.telling).all()
    assert (again.credits != laid.credits).nnz == 0


def test_a_link_between_skills_credits_both_and_one_to_nowhere_is_left_out(laid: Taxonomy) -> None:
    kitchens, dishes = laid.skill_index["zz"], laid.skill_index["mm"]
    assert (laid.credits[kitchens, dishes], laid.credits[dishes, kitchens]) == (50, 30)
