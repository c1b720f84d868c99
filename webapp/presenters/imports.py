"""What an import read, in words: our columns, rows before they land, and what became of a file."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from matcher.domain import Course, Outcome, Provider
from matcher.store import Person
from webapp.presenters.candidates import candidate_facts, candidate_skills
from webapp.presenters.column_labels import COLUMN_LABELS
from webapp.presenters.vacancies import Fact, vacancy_facts

if TYPE_CHECKING:
    from matcher.taxonomy import Taxonomy

__all__ = ["PreviewRow", "fault_in_words", "first_cells", "in_words", "preview_rows", "without_options"]


_LONGEST_CELL = 60
# Sentences of the command line: a page has lists to choose from instead.
_OPTION = re.compile(r"(?:(?<=[.:]) |^)[^.:]* --[a-z][^.]*\.")


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A row of the file as it would be read, or why it would not."""

    number: int
    title: str
    fault: str
    facts: tuple[Fact, ...]


def preview_rows(
    kind: str, rehearsal: Any, rows: Mapping[int, Mapping[str, str]], taxonomy: "Taxonomy"
) -> list[PreviewRow]:
    """The rows of a rehearsal in the order of the file; a row that would be rejected shows its cells as they are."""
    shown = []
    for number in sorted({*rehearsal.records, *rehearsal.faults}):
        if number in rehearsal.faults:
            cells = tuple(Fact(theirs, _short(cell), asked=False) for theirs, cell in rows.get(number, {}).items())
            shown.append(PreviewRow(number, "", fault_in_words(kind, rehearsal.faults[number]), cells))
        else:
            title, facts = _read_as(rehearsal.records[number], taxonomy)
            shown.append(PreviewRow(number, title, "", tuple(fact for fact in facts if fact.value)))
    return shown


def first_cells(theirs: str, rows: Mapping[int, Mapping[str, str]]) -> str:
    """What the first rows hold in one of the file's columns."""
    cells = dict.fromkeys(_short(row.get(theirs, ""), 40) for row in rows.values())
    return ", ".join([f"“{cell}”" for cell in cells if cell][:2])


def in_words(text: str, folder: Path, name: str) -> str:
    """A message of an importer with the person's own name for the file, and without options of the command line."""
    return without_options(re.sub(re.escape(str(folder)) + r"/\S*\b", lambda _: name, text))


def without_options(text: str) -> str:
    """A message without sentences about options of the command line."""
    return _OPTION.sub("", text).strip()


def fault_in_words(kind: str, reason: str) -> str:
    """Why a row was not taken, with columns by the names that the page gives them."""
    labels = COLUMN_LABELS[kind]
    # Any column's name where a fault begins with it; elsewhere words that no sentence has by chance, such as hours_min.
    head, inner = "|".join(labels), "|".join(name for name in labels if "_" in name) or "(?!)"
    named = re.compile(rf"(?:^|(?<=\. ))(?P<head>{head})(?=:| '| is )|\b(?P<inner>{inner})\b")
    return named.sub(lambda found: _column(labels, found), reason)


def _column(labels: Mapping[str, str], found: re.Match[str]) -> str:
    return labels[found["head"]] if found["head"] else f"“{labels[found['inner']]}”"


def _read_as(record: Any, taxonomy: "Taxonomy") -> tuple[str, list[Fact]]:
    """The title and the facts of whatever a row was read as."""
    if isinstance(record, Provider):
        return record.name, _labelled("providers", record.model_dump())
    if isinstance(record, Course):
        return record.label, _labelled("courses", _course_values(record, taxonomy))
    if isinstance(record, Outcome):
        return record.candidate, _labelled("outcomes", {**asdict(record), "date": record.reached_on})
    if isinstance(record, dict):
        return "", _labelled("travel-times", record)
    if isinstance(record, tuple):
        candidate, person = record
        return person.name or candidate.id, _candidate_facts(candidate, person, taxonomy)
    reference = Fact("Reference", record.id)
    return record.title or record.id, [reference, *vacancy_facts(record, taxonomy)]


def _candidate_facts(candidate: Any, person: Person, taxonomy: "Taxonomy") -> list[Fact]:
    return [
        Fact("Reference", candidate.id),
        *candidate_facts(candidate, person, taxonomy),
        Fact("Skills", ", ".join(candidate_skills(candidate, taxonomy))),
        Fact("Skills in other words, not counted", ", ".join(candidate.unlinked_skills)),
    ]


def _course_values(course: Course, taxonomy: "Taxonomy") -> dict[str, Any]:
    gains = [str(taxonomy.skill(name) or name) for name in course.gains or ()]
    return {**course.model_dump(mode="json"), "gains": gains}


def _labelled(kind: str, values: Mapping[str, Any]) -> list[Fact]:
    return [Fact(label, _said(values.get(column))) for column, label in COLUMN_LABELS[kind].items()]


def _said(value: Any) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, list | tuple):
        return "; ".join(str(one) for one in value)
    return str(value).replace("_", " ") if isinstance(value, StrEnum) else str(value)


def _short(cell: str, longest: int = _LONGEST_CELL) -> str:
    line = " ".join(cell.split())
    return line if len(line) <= longest else f"{line[:longest]}…"
