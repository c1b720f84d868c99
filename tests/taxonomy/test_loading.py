"""Tables that contradict themselves are refused, each by a line that says where."""

from collections.abc import Callable
from pathlib import Path

import pytest

from matcher.errors import DataError
from matcher.taxonomy import Taxonomy, load_taxonomy

Spoil = Callable[[str, int, str, str], Path]

FAULTS = {
    "a dangling broader skill": (
        ("skills.csv", 3, "broader", "moving-peple"),
        "skills.csv, row 3, broader: there is no skill 'moving-peple'; did you mean moving-people?",
    ),
    "a dangling essential skill": (
        ("care_occupations.csv", 2, "essential_skills", "moving-people; zzz"),
        "care_occupations.csv, row 2, essential_skills: there is no skill 'zzz'; add it to its table or take it out.",
    ),
    "a dangling skill of a sector": (
        ("prior_sectors.csv", 2, "skills", "cookin"),
        "prior_sectors.csv, row 2, skills: there is no skill 'cookin'; did you mean cooking?",
    ),
    "a dangling role family": (
        ("care_occupations.csv", 3, "role_family", "carers"),
        "care_occupations.csv, row 3, role_family: there is no role family 'carers'",
    ),
    "a dangling qualification": (
        ("care_occupations.csv", 3, "qualification", "diploma-9"),
        "care_occupations.csv, row 3, qualification: there is no qualification 'diploma-9'; did you mean diploma-2?",
    ),
    "a dangling registration": (
        ("care_occupations.csv", 3, "registration", "nmc-nurses"),
        "care_occupations.csv, row 3, registration: there is no registration 'nmc-nurses'; did you mean nmc-nurse?",
    ),
    "a dangling prior sector": (
        ("other_occupations.csv", 2, "prior_sector", "shops"),
        "other_occupations.csv, row 2, prior_sector: there is no prior sector 'shops'",
    ),
    "a dangling near skill": (
        ("near_skills.csv", 2, "has", "cookng"),
        "near_skills.csv, row 2, has: there is no skill 'cookng'; did you mean cooking?",
    ),
    "a dangling skill group": (
        ("skills.csv", 2, "group", "kitchens"),
        "skills.csv, row 2, group: there is no skill group 'kitchens'; did you mean kitchen?",
    ),
    "a skill near itself": (
        ("near_skills.csv", 2, "needs", "cooking"),
        "near_skills.csv, row 2, needs 'cooking': is the skill itself",
    ),
    "a double id": (
        ("skills.csv", 3, "id", "moving-people"),
        "skills.csv, row 3, id 'moving-people': is already in skills.csv, row 2",
    ),
    "an occupation's id in both tables": (
        ("other_occupations.csv", 2, "id", "care-assistant"),
        "other_occupations.csv, row 2, id 'care-assistant': is already in care_occupations.csv, row 2",
    ),
    "a double URI": (
        ("skills.csv", 2, "uri", "http://data.europa.eu/esco/skill/aaaa"),
        "skills.csv, row 5, uri 'http://data.europa.eu/esco/skill/aaaa': is already in skills.csv, row 2",
    ),
    "an alternative name of two skills": (
        ("skills.csv", 3, "alt_names", "hoist; Manual-Handling"),
        "skills.csv, row 3, alt_names 'hoist; Manual-Handling': the name 'Manual-Handling' already belongs to moving-",
    ),
    "a title of two occupations": (
        ("other_occupations.csv", 2, "alt_titles", "Carer"),
        "other_occupations.csv, row 2, alt_titles 'Carer': the name 'Carer' already belongs to care-assistant",
    ),
    "a circle of broader skills": (
        ("skills.csv", 2, "broader", "using-hoists"),
        "skills.csv, row 2, broader 'using-hoists': leads round in a circle",
    ),
    "a level above the ladder": (
        ("qualifications.csv", 3, "level", "9"),
        "qualifications.csv, row 3, level '9': is not a whole number from 0 to 8.",
    ),
    "a credit above 100": (
        ("near_skills.csv", 2, "credit", "101"),
        "near_skills.csv, row 2, credit '101': is not a whole number from 1 to 99.",
    ),
    "an unknown check": (
        ("role_families.csv", 2, "dbs_level", "full"),
        "role_families.csv, row 2, dbs_level 'full': is not one of none, basic, standard, enhanced, enhanced_barred.",
    ),
    "unreadable shifts": (
        ("role_families.csv", 2, "usual_shifts", "mon-sun dawn"),
        "role_families.csv, row 2, usual_shifts 'mon-sun dawn': 'mon-sun dawn': 'dawn' is neither hours nor one of",
    ),
    "an odd vehicle": (
        ("care_occupations.csv", 2, "vehicle", "maybe"),
        "care_occupations.csv, row 2, vehicle 'maybe': is not one of yes, no or blank.",
    ),
    "a SOC code of three digits": (
        ("other_occupations.csv", 2, "soc2020", "543"),
        "other_occupations.csv, row 2, soc2020 '543': is not a SOC 2020 unit group of four digits.",
    ),
    "an industry code of two sectors": (
        ("prior_sectors.csv", 3, "sic2007", "56"),
        "prior_sectors.csv, row 3, sic2007 '56': the code 56 already stands in row 2.",
    ),
    "an industry code in words": (
        ("prior_sectors.csv", 3, "sic2007", "56.1"),
        "prior_sectors.csv, row 3, sic2007 '56.1': holds something other than SIC 2007 codes",
    ),
    "no label": (("skills.csv", 2, "label", ""), "skills.csv, row 2, label '': is blank; fill it in."),
    "an id in capitals": (("skills.csv", 2, "id", "Moving"), "skills.csv, row 2, id 'Moving': is not an id"),
    "an occupation that needs nothing": (
        ("other_occupations.csv", 2, "essential_skills", ""),
        "other_occupations.csv, row 2, essential_skills '': is blank",
    ),
    "a need both essential and optional": (
        ("care_occupations.csv", 2, "optional_skills", "using-hoists"),
        "care_occupations.csv, row 2, optional_skills 'using-hoists': repeats the essential using-hoists.",
    ),
    "a sector without affinity": (
        ("prior_sectors.csv", 2, "id", "hotels"),
        "prior_sectors.csv, row 2, id 'hotels': has no row in labour_flows/sector_affinity.csv",
    ),
}


@pytest.mark.parametrize(("cell", "message"), FAULTS.values(), ids=FAULTS)
def test_a_table_that_contradicts_itself_is_refused_by_place_and_value(
    spoil: Spoil, cell: tuple[str, int, str, str], message: str
) -> None:
    with pytest.raises(DataError) as caught:
        load_taxonomy(spoil(*cell))
    assert str(caught.value).startswith(message)


def test_a_missing_table_is_named(folder: Path) -> None:
    (folder / "near_skills.csv").unlink()
    with pytest.raises(DataError, match=r"near_skills\.csv is missing"):
        load_taxonomy(folder)


def test_a_missing_column_is_named_with_those_found(folder: Path) -> None:
    (folder / "registrations.csv").write_text("id,label,body\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"registrations\.csv has no column alt_names; it has id, label, body"):
        load_taxonomy(folder)


def test_a_row_with_a_stray_comma_is_refused(folder: Path) -> None:
    with (folder / "skill_groups.csv").open("a", encoding="utf-8") as file:
        file.write("lifting,lifting, carrying\n")
    with pytest.raises(DataError, match=r"skill_groups\.csv, row 4 has 3 cells and the header 2"):
        load_taxonomy(folder)


def test_a_pair_of_near_skills_stands_once(folder: Path) -> None:
    with (folder / "near_skills.csv").open("a", encoding="utf-8") as file:
        file.write("cooking,food-hygiene,50,again\n")
    with pytest.raises(
        DataError, match=r"near_skills\.csv, row 3, needs 'food-hygiene': is credited from cooking in row 2"
    ):
        load_taxonomy(folder)


@pytest.mark.parametrize("affinity", ["1.2", "high"])
def test_an_affinity_lies_between_0_and_1(folder: Path, affinity: str) -> None:
    path = folder.parent / "labour_flows" / "sector_affinity.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("0.9", affinity), encoding="utf-8")
    with pytest.raises(DataError, match=rf"row 4, affinity '{affinity}': is not a number from 0 to 1"):
        load_taxonomy(folder)


def test_blank_lines_are_passed_over(folder: Path) -> None:
    with (folder / "registrations.csv").open("a", encoding="utf-8") as file:
        file.write("\nhcpc-ot,occupational therapist,,a regulator\n")
    assert len(load_taxonomy(folder).registrations) == 2


def test_entry_level_is_the_foot_of_the_ladder(small: Taxonomy) -> None:
    assert small.qualifications["esol-entry"].level == 0


def test_a_sector_carries_its_affinity(small: Taxonomy) -> None:
    assert small.prior_sectors["unpaid-caring"].affinity == 0.9
