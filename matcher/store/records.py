"""Records to rows and back."""

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any

from matcher.domain import Candidate, Place, PlaceKind, PlacePrecision, Provider, Vacancy, format_shifts
from matcher.domain.evidence import format_evidence, parse_evidence
from matcher.store.tables import Base
from matcher.store.upserts import Values, fill, is_blank

__all__ = ["PLACE_FIELDS", "place_of", "place_values", "record_values", "row_values", "settle"]

_SHIFTS = {"shifts", "shifts_all_required", "shifts_any_of"}
_SKILLS = {"skills", "essential_skills", "optional_skills"}
# A record that says nothing of these has not said the default either.
_DEFAULTED = {"positions"}
PLACE_FIELDS = tuple(Place.__dataclass_fields__)
_COLUMN_OF = {field: f"place_{field}" for field in PLACE_FIELDS}
_PLACE_COLUMNS = frozenset(_COLUMN_OF.values())
# The first of each never lies above the second, or the record cannot be read.
_ORDERED = (("hours_min", "hours_max"), ("pay_min_gbp_per_hour", "pay_max_gbp_per_hour"), ("opens", "closes"))
_EXACTNESS = {precision.value: rank for rank, precision in enumerate(PlacePrecision)}


def row_values(record: Candidate | Vacancy | Provider, fields: Iterable[str] | None = None) -> Values:
    """The columns that a record fills, or only some of its fields."""
    values: Values = {}
    for field in type(record).model_fields if fields is None else fields:
        value = getattr(record, field)
        if field == "place":
            values |= place_values(value)
        elif field in _DEFAULTED and field not in record.model_fields_set:
            values[field] = None
        elif field in _SHIFTS:
            values[field] = None if value is None else format_shifts(value)
        elif field == "skill_evidence":
            values[field] = [format_evidence(evidence) for evidence in value] or None
        else:
            values[field] = _column_value(value)
    return values


def place_values(place: Place | None) -> Values:
    """The columns of a place; all None where it is not known."""
    return {column: _column_value(getattr(place, field, None)) for field, column in _COLUMN_OF.items()}


def _column_value(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    return list(value) if isinstance(value, tuple) else value


def record_values(row: Base) -> dict[str, Any]:
    """The fields of a record, read off its row."""
    values = {column.name: getattr(row, column.name) for column in row.__table__.columns}
    if "place_label" not in values:
        return values
    place = {field: values.pop(f"place_{field}") for field in PLACE_FIELDS}
    values["unlinked_skills"] = values["unlinked_skills"] or ()
    if "skill_evidence" in values:
        values["skill_evidence"] = values["skill_evidence"] or ()
    return values | {"place": place_of(place)}


def place_of(values: Mapping[str, Any]) -> Place | None:
    """A place from its fields; None where it is not known."""
    if values["lat"] is None:
        return None
    return Place(**{**values, "precision": PlacePrecision(values["precision"])})


def settle(old: Values, new: Values) -> Values:
    """What to write of a candidate or vacancy that is stored already.

    Filled fields are kept, and some things go together: a place belongs to its postcode or its round, the skills that
    no term fits belong to the skills they were read beside, and evidence belongs to its skill. What is stored and
    contradicts the new record is blanked, so that the row always reads back.
    """
    written = fill(old, new)
    place = {name: value for name, value in new.items() if name in _PLACE_COLUMNS}
    if _moved(old, new):
        written |= place
    elif new.get("place_label") is None or _is_office(old, new) or _less_exact(old, new):
        written = {name: value for name, value in written.items() if name not in place}
    else:
        written |= place
    if any(not is_blank(new.get(name)) for name in _SKILLS):
        written["unlinked_skills"] = new["unlinked_skills"]
    if not is_blank(new.get("skills")) and "skill_evidence" in new:
        written["skill_evidence"] = _evidence(old, new)
    return written | _contradicted(old | written, new)


def _evidence(old: Values, new: Values) -> list[str] | None:
    """The evidence that comes in, and what is stored of the other skills that are still named."""
    incoming = new["skill_evidence"] or []
    shown = {parse_evidence(text).skill for text in incoming}
    named = {*new["skills"], *(new["unlinked_skills"] or ())} - shown
    kept = [text for text in old.get("skill_evidence") or () if parse_evidence(text).skill in named]
    return sorted([*incoming, *kept]) or None


def _contradicted(merged: Values, new: Values) -> Values:
    """Blanks for the stored fields that contradict those of the new record."""
    blanks: Values = {}
    for low, high in _ORDERED:
        if merged.get(low) is not None and merged.get(high) is not None and merged[low] > merged[high]:
            blanks[high if new.get(high) is None else low] = None
    return blanks


def _moved(old: Values, new: Values) -> bool:
    covered = _round_area(old | fill(old, new))
    if covered:
        return covered != _round_area(old)
    before, after = (str(values.get("postcode") or "").replace(" ", "").upper() for values in (old, new))
    return bool(after) and before != after


def _is_office(old: Values, new: Values) -> bool:
    """Whether a new place is only the office of a round, whose place is that of its area."""
    return bool(_round_area(old | fill(old, new))) and is_blank(new.get("area"))


def _round_area(values: Values) -> list[str]:
    """The districts of a round; none where the vacancy is at one place."""
    return (values.get("area") or []) if values.get("place_kind") == PlaceKind.ROUND.value else []


def _less_exact(old: Values, new: Values) -> bool:
    before = old.get("place_precision")
    return before is not None and _EXACTNESS[new["place_precision"]] > _EXACTNESS[before]
