"""How well adverts are read: drafts against marks that people made by hand."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

from matcher.evaluation import SetScores, compare_sets
from matcher.text.adverts import AdvertDraft

__all__ = ["FIELDS", "Marks", "marks_of", "score_adverts"]

Marks = Mapping[str, Any]
"""One advert by hand, as ``tests/golden/adverts.md`` describes."""

FIELDS = (
    "hours",
    "pay",
    "licence",
    "vehicle",
    "shifts",
    "contract",
    "dbs_level",
    "qualification",
    "experience",
    "experience_months",
    "closes",
    "flags",
    "essential_skills",
    "optional_skills",
)
"""The fields that are marked, in the order of the table."""

_SETS = frozenset({"shifts", "flags", "essential_skills", "optional_skills"})


def score_adverts(read: Mapping[str, Marks], marked: Mapping[str, Marks]) -> dict[str, SetScores]:
    """Each field over all adverts together (micro): a value counts as right only if it is equal to the mark.

    Sets (shifts, flags, skills) count member by member; hours, pay and qualification as a whole. An advert that was
    not read counts as read empty.
    """
    return {field: _score(field, read, marked) for field in FIELDS}


def _score(field: str, read: Mapping[str, Marks], marked: Mapping[str, Marks]) -> SetScores:
    pairs = ((_values(field, read.get(advert, {})), _values(field, marks)) for advert, marks in marked.items())
    return sum((compare_sets(ours, theirs) for ours, theirs in pairs), SetScores())


def _values(field: str, marks: Marks) -> set[Hashable]:
    value = marks.get(field)
    if value is None:
        return set()
    if field in _SETS:
        return set(value)
    return {_whole(field, value)}


def _whole(field: str, value: Any) -> Hashable:
    """A value that can be compared: figures to the penny; of a qualification the level and how it is asked."""
    if field == "hours":
        return tuple(map(_figure, value))
    if field == "pay":
        return _figure(value["low"]), _figure(value["high"]), value["period"]
    if field == "qualification":
        return value["level"], value["need"]
    return str(value)


def _figure(value: float | None) -> float | None:
    """A figure to the penny; None where a range is open."""
    return None if value is None else round(float(value), 2)


def marks_of(draft: AdvertDraft) -> dict[str, Any]:
    """A draft in the form of marks by hand."""
    asked, experience = draft.qualification, draft.experience
    needs_months = experience is not None and experience.value.need == "needed"
    return {
        "hours": draft.hours and (draft.hours.value.low, draft.hours.value.high),
        "pay": draft.pay
        and {"low": draft.pay.value.low, "high": draft.pay.value.high, "period": draft.pay.value.period},
        "licence": draft.driving_licence and draft.driving_licence.value.value,
        "vehicle": draft.vehicle and draft.vehicle.value.value,
        "shifts": _ids(draft.patterns),
        "contract": draft.contract and draft.contract.value.value,
        "dbs_level": draft.dbs and (draft.dbs.value.value if draft.dbs.value else "some"),
        "qualification": asked and {"level": asked.value.level, "need": asked.value.need.value, "id": asked.value.id},
        "experience": experience and experience.value.need.value,
        "experience_months": experience.value.months if experience is not None and needs_months else None,
        "closes": draft.closes and draft.closes.value.isoformat(),
        "flags": sorted({reading.value.kind.value for reading in draft.flags}),
        "essential_skills": _ids(draft.essential_skills),
        "optional_skills": _ids(draft.optional_skills),
    }


def _ids(readings: Sequence[Any]) -> list[str]:
    return [str(reading.value) for reading in readings]
