"""A taxonomy of a few rows, to be spoilt row by row."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from matcher.taxonomy import Taxonomy, load_taxonomy

HYGIENE_URI = "http://data.europa.eu/esco/skill/aaaa"
CARER_URI = "http://data.europa.eu/esco/occupation/bbbb"

TABLES = {
    "skill_groups.csv": "id,label\npersonal-care,personal care\nkitchen,kitchen work\n",
    "skills.csv": (
        "id,uri,label,plain,alt_names,group,broader\n"
        "moving-people,,move people safely,helping someone move,moving and handling; manual handling,personal-care,\n"
        "using-hoists,,use hoists,using a hoist,hoisting,personal-care,moving-people\n"
        "using-slide-sheets,,use slide sheets,,slide sheet,personal-care,moving-people\n"
        f"food-hygiene,{HYGIENE_URI},follow food hygiene,,food safety; level 2 food hygiene,kitchen,\n"
        "cooking,,cook meals,cooking,meal preparation,kitchen,\n"
    ),
    "near_skills.csv": "has,needs,credit,why\ncooking,food-hygiene,60,cooks keep kitchens clean\n",
    "qualifications.csv": (
        "id,label,alt_names,level,subject,source,confidence\n"
        "esol-entry,ESOL Entry,English for speakers of other languages,entry,general,RQF,A\n"
        "diploma-2,Level 2 Diploma in Care,NVQ 2 care,2,care,RQF,A\n"
    ),
    "registrations.csv": "id,label,alt_names,body\nnmc-nurse,registered nurse,NMC; NMC pin,a regulator\n",
    "role_families.csv": (
        "id,label,plain,dbs_level,usual_shifts,source,confidence\n"
        "care-worker,Care worker,caring for people,enhanced_barred,mon-sun early; mon-sun late,own,C\n"
    ),
    "care_occupations.csv": (
        "id,uri,soc2020,label,alt_titles,role_family,essential_skills,optional_skills,dbs_level,usual_shifts,vehicle,"
        "registration,qualification,experience_months,source,confidence\n"
        f"care-assistant,{CARER_URI},6135,care assistant,carer; HCA,care-worker,moving-people; using-hoists,"
        "food-hygiene,enhanced_barred,mon-sun early,,,,,own,C\n"
        "senior-carer,,6136,senior care assistant,,care-worker,moving-people,,enhanced_barred,,no,,diploma-2,12,own,C\n"
        "night-carer,,6135,night care assistant,,care-worker,moving-people,food-hygiene,enhanced_barred,,,,,,own,C\n"
    ),
    "other_occupations.csv": (
        "id,uri,soc2020,label,alt_titles,prior_sector,essential_skills,optional_skills\n"
        "cook,,5435,cook,school cook,hospitality,food-hygiene; cooking,\n"
        "porter,,9263,warehouse porter,,unpaid-caring,moving-people,\n"
    ),
    "prior_sectors.csv": (
        "id,label,plain,alt_names,kind,sic2007,skills,source,confidence\n"
        "hospitality,Hospitality,hotels and kitchens,pubs,industry,55; 56; 5629,cooking,own,C\n"
        "contract-catering,Contract catering,,works canteens,industry,562; 56210,cooking,own,C\n"
        "unpaid-caring,Unpaid caring,caring for family,family carer,caring,,moving-people,own,C\n"
    ),
}
AFFINITIES = (
    "id,affinity,basis,confidence\nhospitality,0.4,own,C\ncontract-catering,0.5,own,C\nunpaid-caring,0.9,own,C\n"
)
INDUSTRIES = "sic2007,affinity\n5510,0.3\n55,0.2\nI,0.25\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The small tables as files."""
    taxonomy, flows = tmp_path / "taxonomy", tmp_path / "labour_flows"
    taxonomy.mkdir()
    flows.mkdir()
    for name, text in TABLES.items():
        (taxonomy / name).write_text(text, encoding="utf-8")
    (flows / "sector_affinity.csv").write_text(AFFINITIES, encoding="utf-8")
    (flows / "industry_affinity.csv").write_text(INDUSTRIES, encoding="utf-8")
    return taxonomy


@pytest.fixture
def small(folder: Path) -> Taxonomy:
    """The small tables loaded."""
    return load_taxonomy(folder)


@pytest.fixture
def spoil(folder: Path) -> Callable[[str, int, str, str], Path]:
    """Write one value into one cell; the row is counted as a spreadsheet does."""

    def write(table: str, number: int, field: str, value: str) -> Path:
        path = folder / table
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        rows[number - 1][rows[0].index(field)] = value
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
        return folder

    return write
