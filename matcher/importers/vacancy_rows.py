"""One row of a spreadsheet as a vacancy."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from matcher.domain import Place, PlaceKind, Vacancy, parse_shifts
from matcher.geography import Gazetteer, area_place
from matcher.importers import words
from matcher.importers.fields import (
    build,
    read_date,
    read_duration_months,
    read_fields,
    read_hours,
    read_identifier,
    read_names,
    read_text,
    read_web_address,
    read_whole_number,
)
from matcher.importers.linking import Linker
from matcher.importers.placing import placed, read_districts
from matcher.text.pay import read_hourly_pay, read_pay_note

__all__ = ["READERS", "VACANCY_COLUMNS", "located", "read_area", "read_vacancy"]

VACANCY_COLUMNS = (
    "id",
    "provider",
    "title",
    "description",
    "role_family",
    "place_kind",
    "postcode",
    "area",
    "positions",
    "essential_skills",
    "optional_skills",
    "shifts_all_required",
    "shifts_any_of",
    "hours_min",
    "hours_max",
    "guaranteed_hours",
    "contract",
    "pay_min_gbp_per_hour",
    "pay_max_gbp_per_hour",
    "pay_note",
    "dbs_level",
    "driving_licence",
    "vehicle",
    "min_age",
    "min_age_reason",
    "registration",
    "experience_months",
    "qualification",
    "contact",
    "apply_url",
    "opens",
    "closes",
)


def _read_rota(text: str) -> Any:
    return parse_shifts(text, outward=True)


READERS: dict[str, Callable[[str], Any]] = {
    "provider": read_text,
    "title": read_text,
    "description": read_text,
    "role_family": read_text,
    "place_kind": words.read_place_kind,
    "positions": read_whole_number,
    "essential_skills": read_names,
    "optional_skills": read_names,
    "shifts_all_required": _read_rota,
    "shifts_any_of": _read_rota,
    "hours_min": read_hours,
    "hours_max": read_hours,
    "guaranteed_hours": read_hours,
    "contract": words.read_contract,
    "pay_min_gbp_per_hour": read_hourly_pay,
    "pay_max_gbp_per_hour": read_hourly_pay,
    "pay_note": read_pay_note,
    "dbs_level": words.read_dbs_level,
    "driving_licence": words.read_yes_no,
    "vehicle": words.read_yes_no,
    "min_age": read_whole_number,
    "min_age_reason": read_text,
    "registration": read_text,
    "experience_months": read_duration_months,
    "qualification": read_text,
    "contact": read_text,
    "apply_url": read_web_address,
    "opens": read_date,
    "closes": read_date,
}


def read_vacancy(row: Mapping[str, str], linker: Linker, gazetteer: Gazetteer) -> tuple[str, Vacancy]:
    """One row as the id and the vacancy.

    Raises
    ------
    RowError
        What is wrong with the row, in one line.
    """
    identifier = read_identifier(row)
    locating: dict[str, Callable[[str], Any]] = {
        "postcode": gazetteer.locate,
        "area": partial(read_area, gazetteer=gazetteer),
    }
    values = located(read_fields(row, READERS | locating))
    return identifier, build(Vacancy, {"id": identifier, **_linked(values, linker)})


def read_area(text: str, gazetteer: Gazetteer) -> tuple[tuple[str, ...], Place]:
    """The districts of a round, and where they are."""
    names = read_districts(text)
    return names, area_place(names, gazetteer)


def located(values: dict[str, Any]) -> dict[str, Any]:
    """The place of a vacancy: a round is its districts, anything else its postcode where it has one."""
    values |= placed(values.pop("postcode", None))
    districts, area = values.pop("area", (None, None))
    if districts is None:
        return values
    if "place" not in values:
        values.setdefault("place_kind", PlaceKind.ROUND)
    if "place" not in values or values.get("place_kind") == PlaceKind.ROUND:
        values["place"] = area
    return values | {"area": districts}


def _linked(values: dict[str, Any], linker: Linker) -> dict[str, Any]:
    """Names settled against the taxonomy; needs of which none could be linked stay unsaid, not none."""
    linked = dict(values)
    unlinked: list[str] = []
    for field in ("essential_skills", "optional_skills"):
        if values.get(field):
            skills, others = linker.skills(values[field])
            linked[field] = skills or None
            unlinked += others
    linked["unlinked_skills"] = tuple(unlinked)
    for field in ("role_family", "qualification", "registration"):
        if field in values:
            linked[field] = linker.term(field, values[field])
    if "title" in values:
        linked["occupation"], role_family = linker.title(values["title"])
        linked.setdefault("role_family", role_family)
    return linked
