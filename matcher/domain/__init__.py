"""Frozen records and closed vocabularies: the words of the house, with two small tables (shifts, pay floors)."""

from matcher.domain.accounts import Account, AccountRole
from matcher.domain.changes import LIFT_POINTS, Change, ChangeEffect, MustHave, short_list
from matcher.domain.courses import Course, Delivery, LearningPay, StartsWhen, StepKind
from matcher.domain.evidence import EvidenceKind, SkillEvidence, format_evidence, parse_evidence
from matcher.domain.learning import CourseReach, SkillGap, SkillToDevelop, WhereLearnt
from matcher.domain.matches import AskNext, Contribution, Gate, Match, NearSkill, NotNow, Ranking, SkillSplit
from matcher.domain.outcomes import Outcome, Stage
from matcher.domain.pathways import CareCategory, CourseEffect, Move, Opens, Pathway, Role, Step
from matcher.domain.places import Place
from matcher.domain.prerequisites import (
    Prerequisite,
    PrerequisiteKind,
    Prerequisites,
    format_prerequisites,
    parse_prerequisites,
)
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
    "LIFT_POINTS",
    "Account",
    "AccountRole",
    "AgeBand",
    "AskNext",
    "Candidate",
    "CareCategory",
    "Change",
    "ChangeEffect",
    "Contract",
    "Contribution",
    "Course",
    "CourseEffect",
    "CourseReach",
    "DbsLevel",
    "DbsStatus",
    "Delivery",
    "EvidenceKind",
    "Gate",
    "GateOutcome",
    "LearningPay",
    "Match",
    "Move",
    "MustHave",
    "NearSkill",
    "NotNow",
    "Occupation",
    "Opens",
    "Outcome",
    "Pathway",
    "PayNote",
    "Place",
    "PlaceKind",
    "PlacePrecision",
    "Prerequisite",
    "PrerequisiteKind",
    "Prerequisites",
    "PriorSector",
    "Provider",
    "Qualification",
    "Ranking",
    "Registration",
    "RightToWork",
    "Role",
    "RoleFamily",
    "Shift",
    "Skill",
    "SkillEvidence",
    "SkillGap",
    "SkillSplit",
    "SkillToDevelop",
    "Stage",
    "StartsWhen",
    "Step",
    "StepKind",
    "TravelMode",
    "Vacancy",
    "WhereLearnt",
    "format_evidence",
    "format_prerequisites",
    "format_shifts",
    "parse_evidence",
    "parse_prerequisites",
    "parse_shifts",
    "short_list",
    "week_mask",
]
