"""What the words of a course mean: skills it brings, what has to come before, and the kind of course it is one of."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from matcher.domain import Course, Prerequisite, PrerequisiteKind, Prerequisites, parse_prerequisites
from matcher.errors import RowError
from matcher.importers.linking import Linker
from matcher.likeness.normalise import normalise
from matcher.pathways import Ladder
from matcher.taxonomy import Taxonomy
from matcher.text import find_skills

__all__ = ["CourseLinker"]

# Judgement: of a title, mentions less sure than a single word taken for a skill are more often wrong than right.
_LEAST_SURE = 0.65
_UNSAID: tuple[Any, ...] = (None, ())
_OF_THE_KIND = ("gains", "prerequisites", "starts_when", "clears", "registration", "dbs_status", "level")


class CourseLinker:
    """Links the courses of one import to the taxonomy, the ladder and the kinds of course that ship.

    Parameters
    ----------
    taxonomy, ladder
        What skills, qualifications and roles are read against.
    kinds : mapping of str to Course
        The shipped catalogue, by id.
    """

    def __init__(self, taxonomy: Taxonomy, ladder: Ladder, kinds: Mapping[str, Course]) -> None:
        self.names = Linker(taxonomy)
        self.n_filled = 0
        self._taxonomy = taxonomy
        self._kinds = kinds
        self._of_qualification = _first_by(kinds.values(), "qualification")
        self._ids = {normalise(course.label): course.id for course in kinds.values()}
        self._roles = {normalise(role.label): role.id for role in ladder.roles.values()}

    def skills_in(self, text: str) -> tuple[str, ...]:
        """Ids of the skills that a text names, in its order."""
        found = find_skills(text, self._taxonomy)
        return tuple(dict.fromkeys(each.skill.id for each in found if each.confidence >= _LEAST_SURE))

    def gains(self, names: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Ids of the skills that names, or phrases with skills in them, say; and those that say none."""
        linked: list[str] = []
        unlinked: list[str] = []
        for name in names:
            exact, _ = self._taxonomy.link_skills([name])
            found = exact or self.skills_in(name)
            linked += found
            unlinked += [] if found else [name]
        self.names.skills(unlinked)  # counted, to be named in the summary
        return tuple(dict.fromkeys(linked)), tuple(unlinked)

    def prerequisites(self, text: str) -> Prerequisites:
        """Prerequisites in our grammar, or with names in place of ids: ``Care Certificate or Level 2 diploma in care``.

        Raises
        ------
        RowError
            An alternative that is neither.
        """
        if normalise(text) in {"", "none", "no", "nil"}:
            return ()
        groups = (group for group in re.split(r"[;\n]", text) if group.strip())
        return tuple(
            tuple(dict.fromkeys(self._alternative(part.strip()) for part in re.split(r"\||\bor\b", group)))
            for group in groups
        )

    def of_its_kind(self, values: Mapping[str, Any], hinted: tuple[str, ...] = ()) -> dict[str, Any]:
        """The values of a course, what it leaves unsaid taken from the shipped kind.

        The kind is the shipped course of the same id, of the same name or with the same qualification. Where no skills
        are listed, those that the name hints at and those of the kind together stand in.
        """
        kind = self._kind_of(values)
        usual = {} if kind is None else {field: getattr(kind, field) for field in _OF_THE_KIND}
        usual["gains"] = tuple(dict.fromkeys((*hinted, *(usual.get("gains") or ()))))
        filled = {
            field: value for field, value in usual.items() if value not in _UNSAID and values.get(field) in _UNSAID
        }
        self.n_filled += kind is not None and bool(filled)
        return {**values, **filled}

    def _kind_of(self, values: Mapping[str, Any]) -> Course | None:
        named = self._ids.get(normalise(values["label"]), "")
        same = self._kinds.get(values["id"]) or self._kinds.get(named)
        return same or self._of_qualification.get(values.get("qualification") or "")

    def _alternative(self, text: str) -> Prerequisite:
        qualification, said = self._taxonomy.qualification(text), normalise(text)
        if qualification is not None:
            return Prerequisite(PrerequisiteKind.QUALIFICATION, qualification.id)
        if said in self._ids:
            return Prerequisite(PrerequisiteKind.COURSE, self._ids[said])
        if said in self._roles:
            return Prerequisite(PrerequisiteKind.ROLE, self._roles[said])
        try:
            return parse_prerequisites(text)[0][0]
        except (ValueError, IndexError) as error:
            raise RowError(
                f"'{text}' is no course, qualification or role known here: write its name as the taxonomy has it, or "
                "kind:id, such as course:care-certificate; leave it out if it is advice only."
            ) from error


def _first_by(courses: Iterable[Course], field: str) -> dict[str, Course]:
    first: dict[str, Course] = {}
    for course in courses:
        if getattr(course, field):
            first.setdefault(getattr(course, field), course)
    return first
