"""One row of a spreadsheet as a candidate, and apart from them the person they are."""

from collections.abc import Callable, Mapping
from typing import Any

from matcher.domain import Candidate, SkillEvidence, parse_evidence, parse_shifts
from matcher.geography import Gazetteer
from matcher.importers import words
from matcher.importers.fields import (
    build,
    read_duration_months,
    read_fields,
    read_hours,
    read_identifier,
    read_minutes,
    read_names,
    read_start_date,
    read_text,
)
from matcher.importers.linking import Linker
from matcher.importers.placing import placed
from matcher.scoring.settle import settle_evidence, split_skills
from matcher.store import Person
from matcher.text.pay import read_hourly_pay

__all__ = ["CANDIDATE_COLUMNS", "READERS", "linked_skills", "read_candidate", "read_skills"]

CANDIDATE_COLUMNS = (
    "id",
    "name",
    "contact",
    "postcode",
    "age_band",
    "prior_occupation",
    "prior_sector",
    "experience_months",
    "skills",
    "skill_evidence",
    "qualifications",
    "registrations",
    "about",
    "max_travel_minutes",
    "travel_mode",
    "driving_licence",
    "vehicle",
    "shifts",
    "hours_min",
    "hours_max",
    "pay_min_gbp_per_hour",
    "dbs_status",
    "right_to_work",
    "available_from",
)


def read_skills(text: str) -> tuple[str, ...]:
    """Names of skills, some with evidence in brackets: ``personal care [practised 2024]; cooking``.

    Raises
    ------
    RowError
        The brackets hold evidence without a month that there is.
    """
    names = read_names(text)
    split_skills(names)
    return names


def _read_evidence(text: str) -> tuple[SkillEvidence, ...]:
    return tuple(parse_evidence(item) for item in read_names(text))


READERS: dict[str, Callable[[str], Any]] = {
    "age_band": words.read_age_band,
    "prior_occupation": read_text,
    "prior_sector": read_names,
    "experience_months": read_duration_months,
    "skills": read_skills,
    "skill_evidence": _read_evidence,
    "qualifications": read_names,
    "registrations": read_names,
    "about": read_text,
    "max_travel_minutes": read_minutes,
    "travel_mode": words.read_travel_mode,
    "driving_licence": words.read_yes_no,
    "vehicle": words.read_yes_no,
    "shifts": parse_shifts,
    "hours_min": read_hours,
    "hours_max": read_hours,
    "pay_min_gbp_per_hour": read_hourly_pay,
    "dbs_status": words.read_dbs_status,
    "right_to_work": words.read_right_to_work,
    "available_from": read_start_date,
}


def read_candidate(
    row: Mapping[str, str], linker: Linker, gazetteer: Gazetteer
) -> tuple[str, tuple[Candidate, Person]]:
    """One row as the id, the candidate and the person.

    Raises
    ------
    RowError
        What is wrong with the row, in one line.
    """
    identifier = read_identifier(row)
    values = read_fields(row, READERS | {"postcode": gazetteer.locate})
    values |= placed(values.pop("postcode", None))
    person = Person(row.get("name", "").strip() or None, row.get("contact", "").strip() or None)
    return identifier, (build(Candidate, {"id": identifier, **_linked(values, linker)}), person)


def _linked(values: dict[str, Any], linker: Linker) -> dict[str, Any]:
    """Names settled against the taxonomy; skills of which none could be linked stay unknown, not none."""
    linked = values | linked_skills(values.get("skills"), values.get("skill_evidence", ()), linker)
    if "prior_occupation" in values:
        linked["prior_occupation"] = linker.term("prior_occupation", values["prior_occupation"])
    for field, kind in (
        ("prior_sector", "prior_sector"),
        ("qualifications", "qualification"),
        ("registrations", "registration"),
    ):
        if field in values:
            linked[field] = linker.terms(kind, values[field])
    return linked


def linked_skills(named: tuple[str, ...] | None, shown: tuple[SkillEvidence, ...], linker: Linker) -> dict[str, Any]:
    """Skills named, with or without evidence in brackets, and skills that further evidence shows, as fields.

    Nothing where neither is given; skills of which none could be linked are None, and none at all is an answer.
    """
    if not named and not shown:
        return {} if named is None else {"skills": ()}
    names, bracketed = split_skills(named or ())
    evidence = settle_evidence((*bracketed, *shown), linker.taxonomy)
    skills, unlinked = linker.skills((*names, *(one.skill for one in evidence)))
    return {"skills": skills or None, "unlinked_skills": unlinked, "skill_evidence": evidence}
