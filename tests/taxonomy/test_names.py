"""Names lead to records."""

import pytest

from matcher.errors import NotFoundError
from matcher.taxonomy import Taxonomy
from matcher.taxonomy.names import build_names


@pytest.mark.parametrize(
    "name",
    [
        "food-hygiene",
        "http://data.europa.eu/esco/skill/aaaa",
        "follow food hygiene",
        " Follow  FOOD-hygiene ",
        "food safety",
        "Level 2 Food Hygiene",
    ],
)
def test_a_skill_is_found_by_id_uri_label_and_alternative_name(small: Taxonomy, name: str) -> None:
    skill = small.skill(name)
    assert skill is not None
    assert skill.id == "food-hygiene"


def test_a_skill_is_found_by_how_it_is_said_aloud(small: Taxonomy) -> None:
    skill = small.skill("helping someone move")
    assert skill is not None
    assert skill.id == "moving-people"


def test_a_plural_finds_the_singular_name(small: Taxonomy) -> None:
    skill = small.skill("slide sheets")
    assert skill is not None
    assert skill.id == "using-slide-sheets"


def test_an_occupation_is_found_by_another_title(small: Taxonomy) -> None:
    occupation = small.occupation("Carers")
    assert occupation is not None
    assert occupation.id == "care-assistant"


@pytest.mark.parametrize("name", ["welding", "", "  ", "9999"])
def test_an_unknown_name_leads_nowhere(small: Taxonomy, name: str) -> None:
    assert small.skill(name) is None
    assert small.occupation(name) is None
    assert small.prior_sector(name) is None
    assert small.qualification(name) is None
    assert small.registration(name) is None
    assert small.role_family(name) is None


@pytest.mark.parametrize(
    ("code", "sector"),
    [
        ("56", "hospitality"),
        ("56.10", "hospitality"),
        ("56290", "hospitality"),
        ("56.21/0", "contract-catering"),
        ("5622", "contract-catering"),
    ],
)
def test_an_industry_code_leads_to_the_sector_of_its_longest_prefix(small: Taxonomy, code: str, sector: str) -> None:
    found = small.prior_sector(code)
    assert found is not None
    assert found.id == sector


def test_a_sector_is_found_by_name(small: Taxonomy) -> None:
    found = small.prior_sector("Family carer")
    assert found is not None
    assert found.id == "unpaid-caring"


def test_qualifications_registrations_and_families_are_found_by_name(small: Taxonomy) -> None:
    found = (small.qualification("NVQ 2 Care"), small.registration("nmc pin"), small.role_family("Care workers"))
    assert [term.id for term in found if term] == ["diploma-2", "nmc-nurse", "care-worker"]


def test_an_occupation_needs_what_its_row_says(small: Taxonomy) -> None:
    assert small.usual_needs("care-assistant", "care-worker") == (("moving-people", "using-hoists"), ("food-hygiene",))


def test_a_role_family_needs_what_half_of_its_occupations_need(small: Taxonomy) -> None:
    assert small.usual_needs(None, "care-worker") == (("moving-people",), ("food-hygiene",))


def test_nothing_known_needs_nothing(small: Taxonomy) -> None:
    assert small.usual_needs(None, None) == ((), ())


def test_needs_of_an_unknown_occupation_or_family_are_refused_by_name(small: Taxonomy) -> None:
    with pytest.raises(NotFoundError, match="no occupation 'welder'"):
        small.usual_needs("welder", None)
    with pytest.raises(NotFoundError, match="no role family 'welding'"):
        small.usual_needs(None, "welding")


def test_an_id_said_with_spaces_leads_to_its_record() -> None:
    names = build_names([("care-worker", "care-worker")], [("Care workers in care homes", "care-worker")])
    assert names.find("Care Worker") == "care-worker"
