"""A taxonomy of a few names, without files."""

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from matcher.domain import Occupation, Skill
from matcher.taxonomy import Taxonomy
from matcher.taxonomy.names import build_names, claims, places

SKILLS = (
    Skill("food-hygiene", "follow food hygiene", alt_names=("food hygiene", "food safety")),
    Skill("hygiene", "keep things clean", alt_names=("hygiene",)),
    Skill(
        "infection-control", "control infection", alt_names=("infection control", "infection prevention and control")
    ),
    Skill("computers", "use a computer", alt_names=("IT", "computer skills")),
    Skill("driving", "drive vehicles", plain="driving a car", alt_names=("driving",)),
    Skill("care-plans", "follow care plans", alt_names=("care plan",)),
    Skill("protection", "wear protection", alt_names=("PPE",)),
    Skill("quality", "care quality"),
    Skill("inspection", "prepare for inspection", alt_names=("Care Quality Commission",)),
    Skill("laundry", "do laundry", alt_names=("washing, drying and ironing",)),
)
OCCUPATIONS = (
    Occupation("care-assistant", "healthcare assistant", role_family="care", alt_titles=("care assistant", "HCA")),
    Occupation(
        "senior-carer", "senior care assistant", role_family="care", alt_titles=("senior healthcare assistant",)
    ),
    Occupation("night-carer", "night care assistant", role_family="care"),
    Occupation("domestic", "domestic assistant", role_family="domestic", alt_titles=("domestic",)),
    Occupation("nurse", "nurse", role_family="nursing"),
    Occupation("care-coordinator", "care coordinator", role_family="office"),
    Occupation(
        "home-care-worker", "home care worker", role_family="care", alt_titles=("home care coordinator's aide",)
    ),
    Occupation("veterinary-nurse", "veterinary nurse"),
    Occupation("hotel-assistant", "hotel services assistant"),
    Occupation("manager", "manager"),
)


@pytest.fixture(scope="module")
def taxonomy() -> Taxonomy:
    return Taxonomy(
        skills=SKILLS,
        skill_index={skill.id: i for i, skill in enumerate(SKILLS)},
        occupations={term.id: term for term in OCCUPATIONS},
        role_families={},
        prior_sectors={},
        qualifications={},
        registrations={},
        telling=np.ones(len(SKILLS), dtype=np.int32),
        credits=csr_matrix((len(SKILLS), len(SKILLS)), dtype=np.int32),
        skill_names=build_names(places(SKILLS), *claims(SKILLS, "label", "plain", "alt_names")),
        occupation_names=build_names(places(OCCUPATIONS), *claims(OCCUPATIONS, "label", "alt_titles")),
        other_names={},
    )
