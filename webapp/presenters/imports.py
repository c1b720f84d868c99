"""What an import read, in words: our columns, rows before they land, and what became of a file."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from matcher.domain import Provider
from matcher.store import Person
from webapp.presenters.candidates import candidate_facts, candidate_skills
from webapp.presenters.vacancies import Fact, vacancy_facts

if TYPE_CHECKING:
    from matcher.taxonomy import Taxonomy

__all__ = ["COLUMN_LABELS", "PreviewRow", "fault_in_words", "first_cells", "in_words", "preview_rows"]

COLUMN_LABELS: Mapping[str, Mapping[str, str]] = {
    "candidates": {
        "id": "Reference",
        "name": "Name",
        "contact": "Contact",
        "postcode": "Home postcode",
        "age_band": "Age or age band",
        "prior_occupation": "Worked as",
        "prior_sector": "Sectors worked in",
        "experience_months": "Experience in that work",
        "skills": "Skills",
        "skill_evidence": "What shows the skills, and when last",
        "qualifications": "Qualifications",
        "registrations": "Professional registrations",
        "about": "About them, in their own words",
        "max_travel_minutes": "Longest journey, in minutes",
        "travel_mode": "How they travel",
        "driving_licence": "Driving licence",
        "vehicle": "Vehicle to use",
        "shifts": "Shifts they can work",
        "hours_min": "Fewest hours a week",
        "hours_max": "Most hours a week",
        "pay_min_gbp_per_hour": "Least pay an hour",
        "dbs_status": "DBS check they hold",
        "right_to_work": "Right to work",
        "available_from": "Available from",
    },
    "providers": {
        "id": "Reference",
        "name": "Name",
        "organisation": "Organisation it belongs to",
        "address": "Address",
        "postcode": "Postcode",
        "phone": "Telephone",
        "website": "Website",
        "services": "Services",
        "specialisms": "Specialisms",
        "local_authority": "Local authority",
        "region": "Region",
        "source": "Where the list comes from",
        "source_date": "Date of the list",
    },
    "vacancies": {
        "id": "Reference",
        "provider": "Name of the provider",
        "title": "Job title",
        "description": "Description",
        "role_family": "Kind of role",
        "place_kind": "How the place works",
        "postcode": "Postcode of the work",
        "area": "Districts of a round",
        "positions": "Number of positions",
        "essential_skills": "Skills somebody needs",
        "optional_skills": "Skills that help",
        "shifts_all_required": "Shifts that must all be worked",
        "shifts_any_of": "Shifts of which any will do",
        "hours_min": "Fewest hours a week",
        "hours_max": "Most hours a week",
        "guaranteed_hours": "Guaranteed hours a week",
        "contract": "Contract",
        "pay_min_gbp_per_hour": "Lowest pay an hour",
        "pay_max_gbp_per_hour": "Highest pay an hour",
        "pay_note": "Why the pay is under the minimum",
        "dbs_level": "DBS check the role needs",
        "driving_licence": "Driving licence needed",
        "vehicle": "Own vehicle needed",
        "min_age": "Minimum age",
        "min_age_reason": "Reason for the minimum age",
        "registration": "Professional registration",
        "experience_months": "Experience needed",
        "qualification": "Qualification needed",
        "contact": "Contact",
        "apply_url": "Web address to apply at",
        "opens": "Opens on",
        "closes": "Closes on",
    },
}
"""Our columns in plain words, in our order."""

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
    named = re.sub(re.escape(str(folder)) + r"/\S*\b", lambda _: name, text)
    return _OPTION.sub("", named).strip()


def fault_in_words(kind: str, reason: str) -> str:
    """Why a row was not taken, with the column by the name that the page gives it."""
    column, mark, remedy = reason.partition(": ")
    return f"{COLUMN_LABELS[kind][column]}: {remedy}" if mark and column in COLUMN_LABELS[kind] else reason


def _read_as(record: Any, taxonomy: "Taxonomy") -> tuple[str, list[Fact]]:
    if isinstance(record, Provider):
        return record.name, list(_provider_facts(record))
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


def _provider_facts(provider: Provider) -> Iterator[Fact]:
    for column, label in COLUMN_LABELS["providers"].items():
        value = getattr(provider, column)
        yield Fact(label, "; ".join(value) if isinstance(value, tuple) else value or "")


def _short(cell: str, longest: int = _LONGEST_CELL) -> str:
    line = " ".join(cell.split())
    return line if len(line) <= longest else f"{line[:longest]}…"
