"""The tables of the taxonomy, each read into records: one function a table.

What one row can tell about itself is checked here (levels, codes, vocabularies); what two rows say about each other is
checked in `matcher.taxonomy.checks`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Generic, TypeVar

from matcher.domain import (
    DbsLevel,
    Occupation,
    PriorSector,
    Qualification,
    Registration,
    RoleFamily,
    Skill,
    parse_shifts,
)
from matcher.errors import RowError
from matcher.taxonomy.rows import Row, read_rows

__all__ = ["Tables", "affinities_beside", "read_tables"]

Term = TypeVar("Term")

SUBJECTS = ("care", "health", "education", "food", "general", "leadership", "driving", "other")
SECTOR_KINDS = ("industry", "caring", "volunteering", "lived_experience")
CONFIDENCES = ("A", "B", "C")
HIGHEST_LEVEL = 8
MOST_MONTHS = 600


@dataclass(frozen=True, slots=True)
class Read(Generic[Term]):
    """A record and the row it was read from."""

    row: Row
    term: Term


@dataclass(frozen=True, slots=True)
class Tables:
    """All tables as read, in their own order; `near` holds ids of what one has and needs, and the credit (0 to 100)."""

    groups: list[Row]
    skills: list[Read[Skill]]
    near: list[Read[tuple[str, str, int]]]
    qualifications: list[Read[Qualification]]
    registrations: list[Read[Registration]]
    role_families: list[Read[RoleFamily]]
    care_occupations: list[Read[Occupation]]
    other_occupations: list[Read[Occupation]]
    prior_sectors: list[Read[PriorSector]]

    @property
    def occupations(self) -> list[Read[Occupation]]:
        """Care occupations, then all others."""
        return self.care_occupations + self.other_occupations


def read_tables(folder: Path) -> Tables:
    """Read every table of `folder`, and the affinities of prior sectors from the folder beside it.

    Raises
    ------
    DataError
        A table or column is missing, or a cell holds what it cannot.
    """
    return Tables(
        groups=list(read_rows(folder, "skill_groups.csv", ("id", "label"))),
        skills=_read(folder, "skills.csv", "id uri label plain alt_names group broader", _skill),
        near=_read(folder, "near_skills.csv", "has needs credit", _near),
        qualifications=_read(
            folder, "qualifications.csv", "id label alt_names level subject source confidence", _qualification
        ),
        registrations=_read(folder, "registrations.csv", "id label alt_names body", _registration),
        role_families=_read(
            folder, "role_families.csv", "id label plain dbs_level usual_shifts source confidence", _role_family
        ),
        care_occupations=_read(
            folder,
            "care_occupations.csv",
            "id uri soc2020 label alt_titles role_family essential_skills optional_skills dbs_level usual_shifts "
            "vehicle registration qualification experience_months source confidence",
            _care_occupation,
        ),
        other_occupations=_read(
            folder,
            "other_occupations.csv",
            "id uri soc2020 label alt_titles prior_sector essential_skills optional_skills",
            _other_occupation,
        ),
        prior_sectors=_with_affinity(
            _read(
                folder,
                "prior_sectors.csv",
                "id label plain alt_names kind sic2007 skills source confidence",
                _prior_sector,
            ),
            affinities_beside(folder),
        ),
    )


def affinities_beside(folder: Path) -> dict[str, float]:
    """How readily people of each prior sector move into care (0 to 1), from ``../labour_flows/sector_affinity.csv``."""
    rows = read_rows(folder.parent / "labour_flows", "sector_affinity.csv", ("id", "affinity"))
    return {row.filled("id"): row.share("affinity") for row in rows}


def _read(folder: Path, table: str, columns: str, parse: Callable[[Row], Term]) -> list[Read[Term]]:
    return [Read(row, parse(row)) for row in read_rows(folder, table, columns.split())]


def _with_affinity(sectors: list[Read[PriorSector]], affinities: dict[str, float]) -> list[Read[PriorSector]]:
    joined = []
    for read in sectors:
        if read.term.id not in affinities:
            raise read.row.fault("id", "has no row in labour_flows/sector_affinity.csv; add one.")
        joined.append(Read(read.row, replace(read.term, affinity=affinities[read.term.id])))
    return joined


def _skill(row: Row) -> Skill:
    return Skill(
        id=_id(row),
        label=row.filled("label"),
        uri=_uri(row, "skill"),
        plain=row.text("plain"),
        alt_names=row.listed("alt_names"),
        group=row.filled("group"),
        broader=row.text("broader"),
    )


def _near(row: Row) -> tuple[str, str, int]:
    return row.filled("has"), row.filled("needs"), row.whole("credit", 1, 99)


def _qualification(row: Row) -> Qualification:
    row.chosen("confidence", CONFIDENCES)
    return Qualification(
        id=_id(row),
        label=row.filled("label"),
        alt_names=row.listed("alt_names"),
        level=0 if row.text("level") == "entry" else row.whole("level", 0, HIGHEST_LEVEL),
        subject=row.chosen("subject", SUBJECTS),
    )


def _registration(row: Row) -> Registration:
    return Registration(_id(row), row.filled("label"), row.listed("alt_names"), row.filled("body"))


def _role_family(row: Row) -> RoleFamily:
    row.chosen("confidence", CONFIDENCES)
    return RoleFamily(
        id=_id(row),
        label=row.filled("label"),
        plain=row.text("plain"),
        dbs_level=DbsLevel(row.chosen("dbs_level", list(DbsLevel))),
        usual_shifts=_shifts(row),
    )


def _care_occupation(row: Row) -> Occupation:
    row.chosen("confidence", CONFIDENCES)
    months = row.text("experience_months")
    return Occupation(
        id=_id(row),
        label=row.filled("label"),
        uri=_uri(row, "occupation"),
        soc2020=_soc(row),
        alt_titles=row.listed("alt_titles"),
        role_family=row.filled("role_family"),
        essential=row.listed("essential_skills"),
        optional=row.listed("optional_skills"),
        dbs_level=DbsLevel(row.chosen("dbs_level", list(DbsLevel))),
        usual_shifts=_shifts(row),
        vehicle=row.yes_no("vehicle"),
        registration=row.text("registration"),
        qualification=row.text("qualification"),
        experience_months=row.whole("experience_months", 0, MOST_MONTHS) if months else None,
    )


def _other_occupation(row: Row) -> Occupation:
    return Occupation(
        id=_id(row),
        label=row.filled("label"),
        uri=_uri(row, "occupation"),
        soc2020=_soc(row),
        alt_titles=row.listed("alt_titles"),
        prior_sector=row.filled("prior_sector"),
        essential=row.listed("essential_skills"),
        optional=row.listed("optional_skills"),
    )


def _prior_sector(row: Row) -> PriorSector:
    row.chosen("confidence", CONFIDENCES)
    codes = row.listed("sic2007")
    if any(re.fullmatch(r"\d{2,5}", code) is None for code in codes):
        raise row.fault("sic2007", "holds something other than SIC 2007 codes of 2 to 5 digits.")
    return PriorSector(
        id=_id(row),
        label=row.filled("label"),
        plain=row.text("plain"),
        alt_names=row.listed("alt_names"),
        kind=row.chosen("kind", SECTOR_KINDS),
        sic2007=codes,
        skills=row.listed("skills"),
        affinity=0.0,
    )


def _id(row: Row) -> str:
    return _matching(
        row, "id", r"[a-z0-9]+(-[a-z0-9]+)*", "is not an id; write lower case with hyphens, as care-assistant."
    )


def _uri(row: Row, kind: str) -> str:
    return _matching(row, "uri", rf"(http://data\.europa\.eu/esco/{kind}/\S+)?", f"is not the URI of an ESCO {kind}.")


def _soc(row: Row) -> str:
    return _matching(row, "soc2020", r"[1-9]\d{3}", "is not a SOC 2020 unit group of four digits.")


def _matching(row: Row, field: str, pattern: str, why: str) -> str:
    if re.fullmatch(pattern, row.text(field)) is None:
        raise row.fault(field, why)
    return row.text(field)


def _shifts(row: Row) -> str:
    try:
        parse_shifts(row.text("usual_shifts"))
    except RowError as error:
        raise row.fault("usual_shifts", str(error)) from error
    return row.text("usual_shifts")
