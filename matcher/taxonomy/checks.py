"""What the tables say about each other: no dangling id, no double id or name, no circle of broader skills."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from rapidfuzz import process

from matcher.errors import DataError
from matcher.likeness import normalise
from matcher.taxonomy.rows import Row
from matcher.taxonomy.tables import Read, Tables

__all__ = ["check_tables"]

_LEAST_LIKENESS = 60  # Judgement: below this a suggestion for a mistyped id confuses more than it helps.


def check_tables(tables: Tables) -> None:
    """Refuse tables that contradict themselves, naming the first contradiction.

    Raises
    ------
    DataError
        With table, row, field and value.
    """
    _check_ids(tables)
    _check_names(tables)
    _check_skills(tables)
    _check_occupations(tables)
    _check_prior_sectors(tables)


def _check_ids(tables: Tables) -> None:
    _unique(tables.groups, "id")
    for kind in (
        tables.skills,
        tables.qualifications,
        tables.registrations,
        tables.role_families,
        tables.occupations,
        tables.prior_sectors,
    ):
        _unique([read.row for read in kind], "id")
    for kind in (tables.skills, tables.occupations):
        _unique([read.row for read in kind if read.term.uri], "uri")


def _unique(rows: Iterable[Row], field: str) -> None:
    first: dict[str, Row] = {}
    for row in rows:
        earlier = first.setdefault(row.text(field), row)
        if earlier is not row:
            raise row.fault(field, f"is already in {earlier.table}, row {earlier.number}; every {field} stands once.")


def _check_names(tables: Tables) -> None:
    _no_shared_names(tables.skills, ("label", "plain", "alt_names"))
    _no_shared_names(tables.occupations, ("label", "alt_titles"))
    _no_shared_names(tables.prior_sectors, ("label", "plain", "alt_names"))
    _no_shared_names(tables.qualifications, ("label", "alt_names"))
    _no_shared_names(tables.registrations, ("label", "alt_names"))
    _no_shared_names(tables.role_families, ("label", "plain"))


def _no_shared_names(reads: Sequence[Read[Any]], fields: tuple[str, ...]) -> None:
    """A name leads to one record: names are compared as lookups compare them, case and punctuation aside."""
    owner: dict[str, Read[Any]] = {}
    for read in reads:
        for field in fields:
            for name in read.row.listed(field):
                earlier = owner.setdefault(normalise(name), read)
                if earlier is not read:
                    raise read.row.fault(
                        field,
                        f"the name '{name}' already belongs to {earlier.term.id} ({earlier.row.table}, "
                        f"row {earlier.row.number}); a name leads to one only.",
                    )


def _check_skills(tables: Tables) -> None:
    ids = _ids(tables.skills)
    groups = {row.text("id") for row in tables.groups}
    for read in tables.skills:
        _known(read.row, "group", [read.term.group], groups, "skill group")
        _known(read.row, "broader", [read.term.broader], ids, "skill")
    _no_circles(tables.skills)
    for near in tables.near:
        has, needs, _ = near.term
        _known(near.row, "has", [has], ids, "skill")
        _known(near.row, "needs", [needs], ids, "skill")
        if has == needs:
            raise near.row.fault("needs", "is the skill itself; a skill credits itself in full already.")
    _no_double_pairs(tables)


def _no_double_pairs(tables: Tables) -> None:
    first: dict[tuple[str, str], Row] = {}
    for near in tables.near:
        earlier = first.setdefault(near.term[:2], near.row)
        if earlier is not near.row:
            raise near.row.fault("needs", f"is credited from {near.term[0]} in row {earlier.number} already.")


def _no_circles(skills: Sequence[Read[Any]]) -> None:
    broader = {read.term.id: read.term.broader for read in skills}
    for read in skills:
        seen, at = {read.term.id}, read.term.broader
        while at:
            if at in seen:
                raise read.row.fault(
                    "broader", f"leads round in a circle through {at}; a skill is never its own broader."
                )
            seen.add(at)
            at = broader[at]


def _check_occupations(tables: Tables) -> None:
    skills, sectors = _ids(tables.skills), _ids(tables.prior_sectors)
    families, registrations = _ids(tables.role_families), _ids(tables.registrations)
    qualifications = _ids(tables.qualifications)
    for read in tables.occupations:
        _known(read.row, "essential_skills", read.term.essential, skills, "skill")
        _known(read.row, "optional_skills", read.term.optional, skills, "skill")
        if not read.term.essential:
            raise read.row.fault("essential_skills", "is blank; every occupation needs something.")
        both = set(read.term.essential) & set(read.term.optional)
        if both:
            raise read.row.fault("optional_skills", f"repeats the essential {', '.join(sorted(both))}.")
    for read in tables.care_occupations:
        _known(read.row, "role_family", [read.term.role_family], families, "role family")
        _known(read.row, "registration", [read.term.registration], registrations, "registration")
        _known(read.row, "qualification", [read.term.qualification], qualifications, "qualification")
    for read in tables.other_occupations:
        _known(read.row, "prior_sector", [read.term.prior_sector], sectors, "prior sector")


def _check_prior_sectors(tables: Tables) -> None:
    skills = _ids(tables.skills)
    first: dict[str, Row] = {}
    for read in tables.prior_sectors:
        _known(read.row, "skills", read.term.skills, skills, "skill")
        for code in read.term.sic2007:
            earlier = first.setdefault(code, read.row)
            if earlier is not read.row:
                raise read.row.fault("sic2007", f"the code {code} already stands in row {earlier.number}.")


def _ids(reads: Sequence[Read[Any]]) -> set[str]:
    return {read.term.id for read in reads}


def _known(row: Row, field: str, named: Iterable[str], ids: Collection[str], kind: str) -> None:
    """Every id that a cell names exists; an empty name is no name."""
    for name in named:
        if name and name not in ids:
            raise _dangling(row, field, name, ids, kind)


def _dangling(row: Row, field: str, name: str, ids: Collection[str], kind: str) -> DataError:
    closest = process.extractOne(name, sorted(ids), score_cutoff=_LEAST_LIKENESS)
    suggestion = f"; did you mean {closest[0]}?" if closest else "; add it to its table or take it out."
    return DataError(f"{row.table}, row {row.number}, {field}: there is no {kind} '{name}'{suggestion}")
