"""How a skill was shown, and when it was last used. Whether anybody was paid for it is not asked."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

__all__ = ["EvidenceKind", "SkillEvidence", "format_evidence", "parse_evidence"]

_WRITTEN = re.compile(r"\s*(?P<skill>.+?)\s*:\s*(?P<kind>[a-z]+)(?:\s+(?P<year>\d{4})(?:-(?P<month>\d{1,2}))?)?\s*")


class EvidenceKind(StrEnum):
    """What shows a skill."""

    PRACTISED = "practised"
    CERTIFIED = "certified"
    STUDIED = "studied"


@dataclass(frozen=True, slots=True)
class SkillEvidence:
    """What shows one skill of a person.

    Attributes
    ----------
    skill : str
        Id or any name of the skill.
    kind : EvidenceKind
    last_used : date or None
        The first day of the month when it was last used, certified or studied; None where nobody has said.
    """

    skill: str
    kind: EvidenceKind
    last_used: date | None = None


def parse_evidence(text: str) -> SkillEvidence:
    """Evidence as it is written: ``dementia care: practised 2019-05``; a year alone means its last month.

    Raises
    ------
    ValueError
        The text does not follow the grammar.
    """
    found = _WRITTEN.fullmatch(text)
    if found is None or found["kind"] not in set(EvidenceKind):
        kinds = ", ".join(EvidenceKind)
        raise ValueError(f"'{text}' is not evidence of a skill: write 'skill: kind year-month', kind one of {kinds}.")
    year, month = found["year"], int(found["month"] or 12)
    if year and not 1 <= month <= 12:
        raise ValueError(f"'{text}': there is no month {month}.")
    return SkillEvidence(found["skill"], EvidenceKind(found["kind"]), date(int(year), month, 1) if year else None)


def format_evidence(evidence: SkillEvidence) -> str:
    """The same, written so that `parse_evidence` reads it back."""
    when = f" {evidence.last_used:%Y-%m}" if evidence.last_used else ""
    return f"{evidence.skill}: {evidence.kind.value}{when}"
