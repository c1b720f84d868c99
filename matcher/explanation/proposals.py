"""What may be proposed to a person: the closed list of changes, each as the answers of theirs that it alters.

Only what somebody can and may reasonably change is on it, and only where they have answered: what nobody has asked is
for *ask next*. Never on it: age, right to work, where they live, health, caring duties, anything about a check,
nationality, benefits, registration; nor less pay or fewer hours, because a score is no reason to earn less.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any

from matcher.domain import (
    AgeBand,
    Candidate,
    Change,
    EvidenceKind,
    RightToWork,
    SkillEvidence,
    TravelMode,
    parse_shifts,
    week_mask,
)
from matcher.explanation import efforts
from matcher.scoring.gates import FARTHEST_MINUTES, LIMITED_WEEK_HOURS
from matcher.scoring.needs import qualification_level
from matcher.taxonomy import Taxonomy

__all__ = ["CHANGEABLE", "MOST_PAIRS", "Proposal", "paired", "proposals"]

MOST_PAIRS = 60
"""Judgement: pairs tried, the least effort first; beyond them a pair asks more than anybody should be told to do."""

CHANGEABLE = frozenset(
    {
        "driving_licence",
        "hours_max",
        "max_travel_minutes",
        "qualifications",
        "shifts",
        "skill_evidence",
        "skills",
        "travel_mode",
        "vehicle",
    }
)
"""Every answer that some proposal alters; no other ever is."""

_OPENING = frozenset({"driving_licence", "max_travel_minutes", "shifts", "travel_mode", "vehicle"})
"""The answers among them that a gate reads: only these can open anything, so only these are tried in pairs."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A change and the answers that it alters in a candidate's record."""

    change: Change
    update: Mapping[str, Any]

    @property
    def order(self) -> tuple[float, str]:
        """What is smaller comes first: by effort, then by name."""
        return self.change.effort_weeks, self.change.what


def proposals(person: Candidate, taxonomy: Taxonomy, as_of: date) -> list[Proposal]:
    """Single changes that a settled candidate could make, the least effort first."""
    found = [
        *_journey(person),
        *_availability(person),
        *_driving(person),
        *_hours(person),
        *_rung(person, taxonomy),
        *_courses(person, taxonomy, as_of),
    ]
    return sorted(found, key=lambda proposal: proposal.order)


def paired(singles: Sequence[Proposal]) -> list[Proposal]:
    """Two changes of different answers together, the least effort first, at most `MOST_PAIRS`."""
    opening = [single for single in singles if _OPENING & set(single.update)]
    found = [_both(a, b) for a, b in combinations(opening, 2) if not set(a.update) & set(b.update)]
    return sorted(found, key=lambda proposal: proposal.order)[:MOST_PAIRS]


def _both(a: Proposal, b: Proposal) -> Proposal:
    what, effort = f"{a.change.what} and {b.change.what}", a.change.effort_weeks + b.change.effort_weeks
    return Proposal(Change(a.change.fields + b.change.fields, what, effort), {**a.update, **b.update})


def _one(what: str, effort: float, **update: object) -> Proposal:
    return Proposal(Change(tuple(update), what, effort), update)


def _journey(person: Candidate) -> Iterator[Proposal]:
    limit = person.max_travel_minutes
    for minutes, effort in efforts.LONGER_JOURNEYS.items():
        if limit is not None and limit + minutes <= FARTHEST_MINUTES:
            yield _one(f"{minutes} more minutes of travel each way", effort, max_travel_minutes=limit + minutes)
    walks_little = person.travel_mode == TravelMode.WALK and (limit or FARTHEST_MINUTES) <= efforts.SHORT_WALK_MINUTES
    for mode, what, effort in efforts.OTHER_WAYS.get(person.travel_mode, ()) if person.travel_mode else ():
        if not (walks_little and mode == TravelMode.CYCLE):
            yield _one(what, effort, travel_mode=mode)


def _availability(person: Candidate) -> Iterator[Proposal]:
    if person.shifts is None:
        return
    free, young = week_mask(person.shifts), person.age_band == AgeBand.FROM_16
    for what, text, effort in efforts.AVAILABILITY:
        more = parse_shifts(text)
        if week_mask(more) & ~free and not (young and what in efforts.NOT_UNDER_18):
            yield _one(what, effort, shifts=tuple(sorted({*person.shifts, *more})))


def _driving(person: Candidate) -> Iterator[Proposal]:
    """A licence; a car for who may drive; and both for who may not, because a car alone would be of no use to them."""
    if person.age_band == AgeBand.FROM_16:
        return
    no_licence = person.driving_licence is False
    if no_licence:
        yield _one("a driving licence", efforts.LICENCE, driving_licence=True)
    if person.vehicle is False:
        by_car = {"vehicle": True, "travel_mode": TravelMode.CAR}
        if no_licence:
            both = efforts.LICENCE + efforts.VEHICLE
            yield _one("a driving licence with the use of a car", both, driving_licence=True, **by_car)
        else:
            yield _one("the use of a car", efforts.VEHICLE, **by_car)


def _hours(person: Candidate) -> Iterator[Proposal]:
    """The next steps above the most they want, and never above what their right to work allows."""
    most = person.hours_max
    allowed = LIMITED_WEEK_HOURS if person.right_to_work == RightToWork.LIMITED_HOURS else efforts.HOUR_STEPS[-1]
    above = [step for step in efforts.HOUR_STEPS if most is not None and most < step <= allowed]
    for hours, effort in zip(above, efforts.MORE_HOURS, strict=False):
        yield _one(f"up to {hours:g} hours a week", effort, hours_max=hours)


def _rung(person: Candidate, taxonomy: Taxonomy) -> Iterator[Proposal]:
    """The first rung of the care ladder above what is held."""
    held = person.qualifications
    if held is None or any(name not in taxonomy.qualifications for name in held):
        return
    level = max((qualification_level(name, taxonomy) for name in held), default=0.0)
    above = (rung for rung in efforts.RUNGS if rung[0] in taxonomy.qualifications)
    for name, what, effort in above:
        if taxonomy.qualifications[name].level > level:
            yield _one(what, effort, qualifications=(*held, name))
            return


def _courses(person: Candidate, taxonomy: Taxonomy, as_of: date) -> Iterator[Proposal]:
    if person.skills is None:
        return
    for name in efforts.TAUGHT_IN_DAYS:
        if name in taxonomy.skill_index and name not in person.skills:
            shown = SkillEvidence(name, EvidenceKind.CERTIFIED, as_of.replace(day=1))
            yield _one(
                f"a short course in {taxonomy.skills[taxonomy.skill_index[name]]}",
                efforts.SHORT_COURSE,
                skills=(*person.skills, name),
                skill_evidence=(*person.skill_evidence, shown),
            )
