"""Frozen records and closed vocabularies: the words of the house, with two small tables (shifts, pay floors)."""

from matcher.domain.evidence import EvidenceKind, SkillEvidence, format_evidence, parse_evidence
from matcher.domain.matches import AskNext, Contribution, Gate, Match, NearSkill, NotNow, Ranking, SkillSplit
from matcher.domain.places import Place
from matcher.domain.records import Candidate, Provider, Vacancy
from matcher.domain.terms import Occupation, PriorSector, Qualification, Registration, RoleFamily, Skill
from matcher.domain.vocabularies import (
    AgeBand,
    Contract,
    DbsLevel,
    DbsStatus,
    GateOutcome,
    PayNote,
    PlaceKind,
    PlacePrecision,
    RightToWork,
    TravelMode,
)
from matcher.domain.week import Shift, format_shifts, parse_shifts, week_mask

__all__ = [
    "AgeBand",
    "AskNext",
    "Candidate",
    "Contract",
    "Contribution",
    "DbsLevel",
    "DbsStatus",
    "EvidenceKind",
    "Gate",
    "GateOutcome",
    "Match",
    "NearSkill",
    "NotNow",
    "Occupation",
    "PayNote",
    "Place",
    "PlaceKind",
    "PlacePrecision",
    "PriorSector",
    "Provider",
    "Qualification",
    "Ranking",
    "Registration",
    "RightToWork",
    "RoleFamily",
    "Shift",
    "Skill",
    "SkillEvidence",
    "SkillSplit",
    "TravelMode",
    "Vacancy",
    "format_evidence",
    "format_shifts",
    "parse_evidence",
    "parse_shifts",
    "week_mask",
]
