"""Candidates read column by column."""

from collections.abc import Mapping, Sequence
from functools import partial

from matcher.domain import Candidate, format_evidence
from matcher.geography import Gazetteer
from matcher.importers.candidate_rows import READERS, linked_skills, read_candidate
from matcher.importers.columnwise import Columnwise, Plain, in_groups, plain_text
from matcher.importers.linking import Linker
from matcher.importers.quick_cells import PostcodeCells, Said, SkillCells
from matcher.importers.remembered import Group, Values

__all__ = ["candidates_by_column"]

_PLAIN: dict[str, Plain] = {
    "name": lambda text: text or None,
    "contact": lambda text: text or None,
    "about": plain_text,
}


def candidates_by_column(linker: Linker, gazetteer: Gazetteer) -> Columnwise:
    """The reader of candidates by column: row by row it is `read_candidate`, but for the rows that it leaves."""

    def alone(row: Mapping[str, str], counts: Linker) -> Candidate:
        return read_candidate(row, counts, gazetteer)[1][0]

    skills, places = SkillCells(partial(_said, linker=Linker(linker.taxonomy))), PostcodeCells(gazetteer)
    together = (
        Group(("postcode",), ("postcode", "place"), lambda texts, _: places.columns(texts[0]), places.foresee),
        Group(
            ("skills", "skill_evidence"),
            ("skills", "unlinked_skills", "skill_evidence"),
            partial(_skill_columns, skills=skills),
        ),
        Group(("hours_min", "hours_max"), ("hours_min", "hours_max")),
    )
    return Columnwise(alone, linker, in_groups(READERS, together, _PLAIN), _PLAIN)


def _said(name: str, linker: Linker) -> Said:
    """What one name of a list of skills says."""
    said = linked_skills((name,), (), linker)
    evidence = [format_evidence(shown) for shown in said["skill_evidence"]]
    return Said(list(said["skills"] or ()), list(said["unlinked_skills"]), evidence)


def _skill_columns(texts: Sequence[str], counts: Linker, skills: SkillCells) -> Values | None:
    """The columns that a list of skills fills; with evidence in a column of its own it is left."""
    listed, shown = texts
    said = None if shown else skills.said(listed, counts)
    if said is None:
        return None
    return {"skills": said.skills or None, "unlinked_skills": said.unlinked, "skill_evidence": said.evidence or None}
