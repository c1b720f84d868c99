"""The taxonomy built from its tables, checked in one place."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from matcher.domain import Occupation
from matcher.packaged import data_path
from matcher.taxonomy.checks import check_tables
from matcher.taxonomy.closeness import credit_matrix, hierarchy_credits, telling_weights
from matcher.taxonomy.industries import read_industries
from matcher.taxonomy.names import NameIndex, build_names, claims, places
from matcher.taxonomy.tables import Read, Tables, read_tables
from matcher.taxonomy.taxonomy import Taxonomy

__all__ = ["load_taxonomy"]


def load_taxonomy(folder: Path | None = None) -> Taxonomy:
    """Read, check and build the taxonomy.

    Parameters
    ----------
    folder : Path, optional
        A folder of tables like the one that ships, with the folder ``labour_flows`` beside it.

    Raises
    ------
    DataError
        A table contradicts itself or another: names table, row, field and value.
    """
    folder = folder or data_path("taxonomy")
    tables = read_tables(folder)
    check_tables(tables)
    skills = tuple(read.term for read in tables.skills)
    occupations: dict[str, Occupation] = _by_id(tables.occupations)
    skill_index = {skill.id: i for i, skill in enumerate(skills)}
    return Taxonomy(
        skills=skills,
        skill_index=skill_index,
        occupations=occupations,
        role_families=_by_id(tables.role_families),
        prior_sectors=_by_id(tables.prior_sectors),
        qualifications=_by_id(tables.qualifications),
        registrations=_by_id(tables.registrations),
        telling=telling_weights(occupations.values(), skill_index),
        credits=credit_matrix(_shipped_credits(tables, skill_index), len(skills)),
        skill_names=build_names(places(skills), *claims(skills, "label", "plain", "alt_names")),
        occupation_names=build_names(
            places(occupations.values()), *claims(occupations.values(), "label", "alt_titles")
        ),
        other_names=_other_names(tables),
        industries=read_industries(folder.parent / "labour_flows", (read.term for read in tables.prior_sectors)),
    )


def _by_id(reads: Sequence[Read[Any]]) -> dict[str, Any]:
    return {read.term.id: read.term for read in reads}


def _other_names(tables: Tables) -> dict[str, NameIndex]:
    kinds: dict[str, tuple[Sequence[Read[Any]], tuple[str, ...]]] = {
        "prior_sectors": (tables.prior_sectors, ("label", "plain", "alt_names")),
        "qualifications": (tables.qualifications, ("label", "alt_names")),
        "registrations": (tables.registrations, ("label", "alt_names")),
        "role_families": (tables.role_families, ("label", "plain")),
    }
    return {
        kind: build_names(places(read.term for read in reads), *claims((read.term for read in reads), *fields))
        for kind, (reads, fields) in kinds.items()
    }


def _shipped_credits(tables: Tables, skill_index: dict[str, int]) -> Iterator[tuple[int, int, int]]:
    for near in tables.near:
        has, needs, credit = near.term
        yield skill_index[has], skill_index[needs], credit
    yield from hierarchy_credits(
        (skill_index[read.term.id], skill_index[read.term.broader]) for read in tables.skills if read.term.broader
    )
