"""Job titles as adverts write them, linked to occupations."""

import pytest

from matcher.taxonomy import Taxonomy
from matcher.text import link_title


@pytest.mark.parametrize(
    ("title", "occupation"),
    [
        ("Healthcare Assistant", "care-assistant"),
        ("Health Care Assistants", "care-assistant"),
        ("HCA", "care-assistant"),
        ("Bank Health-Care Assistant – Band 2 (Ward 7)", "care-assistant"),
        ("Children&amp;#39;s Healthcare Assistant", "care-assistant"),
        ("Senior Theatre Healthcare Assistant", "senior-carer"),
        ("Care Assistant - Nights", "night-carer"),
        ("Bank - Hotel Services Assistant - Domestic", "domestic"),
        ("Care Home Care Co-ordinator", "care-coordinator"),
        ("Homecare worker", "home-care-worker"),
        ("Veterinary Nurse", "veterinary-nurse"),
        ("Nurse Manager", "nurse"),
        ("General Manager", "manager"),
    ],
)
def test_a_title_links_to_its_occupation(taxonomy: Taxonomy, title: str, occupation: str) -> None:
    linked = link_title(title, taxonomy)
    assert linked is not None
    assert linked.id == occupation


@pytest.mark.parametrize("title", ["", "Blacksmith", "Nursery", "Band 2"])
def test_a_title_of_nothing_known_links_to_nothing(taxonomy: Taxonomy, title: str) -> None:
    assert link_title(title, taxonomy) is None
