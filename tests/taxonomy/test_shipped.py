"""The tables that ship hold together and hold enough."""

from collections import Counter

import numpy as np
import pytest

from matcher.domain import DbsLevel
from matcher.taxonomy import Taxonomy, load_taxonomy

N_DIVISIONS = [f"{division:02d}" for division in range(1, 100)]
UNUSED_DIVISIONS = {"04", "34", "40", "44", "48", "54", "57", "67", "76", "83", "89"}  # SIC 2007 leaves these out


@pytest.fixture(scope="module")
def shipped() -> Taxonomy:
    return load_taxonomy()


def test_at_least_300_skills_ship_each_with_other_names(shipped: Taxonomy) -> None:
    assert shipped.n_skills >= 300
    assert [skill.id for skill in shipped.skills if not skill.alt_names] == []


def test_at_least_40_care_occupations_ship(shipped: Taxonomy) -> None:
    assert sum(bool(term.role_family) for term in shipped.occupations.values()) >= 40


def test_at_least_150_other_occupations_ship_over_all_nine_major_groups(shipped: Taxonomy) -> None:
    major_groups = Counter(term.soc2020[0] for term in shipped.occupations.values() if not term.role_family)
    assert sum(major_groups.values()) >= 150
    assert set(major_groups) == set("123456789")


def test_at_least_24_prior_sectors_ship_with_unpaid_experience_among_them(shipped: Taxonomy) -> None:
    kinds = Counter(sector.kind for sector in shipped.prior_sectors.values())
    assert sum(kinds.values()) >= 24
    assert set(kinds) == {"industry", "caring", "volunteering", "lived_experience"}


def test_every_industry_division_leads_to_a_sector(shipped: Taxonomy) -> None:
    lost = [code for code in N_DIVISIONS if code not in UNUSED_DIVISIONS and shipped.prior_sector(code) is None]
    assert lost == []


def test_every_role_family_has_an_occupation(shipped: Taxonomy) -> None:
    assert {term.role_family for term in shipped.occupations.values()} >= set(shipped.role_families)


def test_the_ladder_runs_from_entry_level_to_a_degree(shipped: Taxonomy) -> None:
    assert {qualification.level for qualification in shipped.qualifications.values()} >= set(range(7))


@pytest.mark.parametrize(
    "title",
    [
        "care assistant",
        "support worker",
        "night care assistant",
        "domestic assistant",
        "housekeeper",
        "catering assistant",
        "activities coordinator",
        "personal assistant",
        "healthcare assistant",
        "home care worker",
        "live-in carer",
        "senior care worker",
        "senior care assistant",
        "enhanced care worker",
        "practice leader",
        "team leader",
        "care coordinator",
        "deputy manager",
        "registered manager",
        "nursing associate",
        "registered nurse",
        "social worker",
        "occupational therapy assistant",
        "lead practitioner in adult care",
        "adult care worker",
    ],
)
def test_every_role_of_the_sector_is_a_care_occupation(shipped: Taxonomy, title: str) -> None:
    occupation = shipped.occupation(title)
    assert occupation is not None
    assert occupation.role_family


def test_personal_care_needs_an_enhanced_check_with_the_barred_list(shipped: Taxonomy) -> None:
    occupation = shipped.occupation("care assistant")
    assert occupation is not None
    assert occupation.dbs_level is DbsLevel.ENHANCED_BARRED


def test_how_telling_skills_are_lies_between_1_and_100(shipped: Taxonomy) -> None:
    assert shipped.telling.dtype == np.int32
    assert 1 <= shipped.telling.min() < shipped.telling.max() == 100


def test_a_near_skill_brings_less_than_the_skill_itself(shipped: Taxonomy) -> None:
    off_diagonal = shipped.credits.tocoo()
    near = off_diagonal.data[off_diagonal.row != off_diagonal.col]
    assert 0 < near.min() <= near.max() < 100


@pytest.mark.parametrize("name", ["customer service", "food hygiene", "moving and handling", "retail"])
def test_what_people_say_leads_somewhere(shipped: Taxonomy, name: str) -> None:
    assert shipped.skill(name) or shipped.prior_sector(name)
