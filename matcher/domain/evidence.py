"""How a skill was shown, and when it was last used. Whether anybody was paid for it is not asked."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from matcher.errors import RowError

__all__ = ["EvidenceKind", "SkillEvidence", "format_evidence", "parse_evidence", "say_evidence", "split_evidence"]

_WHEN = r"(?:(?P<year>(?:19|20)\d{2})(?:-(?P<month>\d{1,2}))?|(?P<first>\d{1,2})/(?P<then>(?:19|20)\d{2}))"
_WRITTEN = re.compile(rf"\s*(?P<skill>.+?)\s*:\s*(?P<kind>[a-z]+)(?:\s+{_WHEN})?\s*", re.IGNORECASE | re.DOTALL)
_BRACKETED = re.compile(r"\s*(?P<skill>[^\[\]]*[^\[\]\s])\s*\[\s*(?P<said>[^\[\]\s][^\[\]]*?)\s*\]\s*")
_TWO_AT_ONCE = re.compile(r":\s*(?:practised|practiced|certified|studied)\b", re.IGNORECASE)
_REMEDY = (
    "write 'skill: kind year-month', such as 'first aid: certified 2023-05', several with ';' between, kind one of"
)


class EvidenceKind(StrEnum):
    """What shows a skill."""

    PRACTISED = "practised"
    CERTIFIED = "certified"
    STUDIED = "studied"


_KINDS = {kind.value: kind for kind in EvidenceKind} | {"practiced": EvidenceKind.PRACTISED}
_SAID = {EvidenceKind.PRACTISED: "last used", EvidenceKind.CERTIFIED: "certified", EvidenceKind.STUDIED: "studied"}


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
    RowError
        The text does not follow the grammar.
    """
    found = _WRITTEN.fullmatch(text)
    kind = _KINDS.get(found["kind"].lower()) if found else None
    if found is None or kind is None or _TWO_AT_ONCE.search(found["skill"]):
        raise RowError(f"'{text.strip()}' is not evidence of a skill: {_REMEDY} {', '.join(EvidenceKind)}.")
    year, month = found["year"] or found["then"], int(found["month"] or found["first"] or 12)
    if not 1 <= month <= 12:
        raise RowError(f"'{text.strip()}': there is no month {month}; write the year, or year-month.")
    return SkillEvidence(found["skill"], kind, date(int(year), month, 1) if year else None)


def split_evidence(text: str) -> tuple[str, SkillEvidence | None]:
    """A skill as a list names it, and its evidence where brackets behind it begin with a kind of evidence.

    ``first aid [certified 2023-05]`` has some; ``driving [manual]`` is a name and no more.

    Raises
    ------
    RowError
        The brackets begin with a kind of evidence and go on with what is no month.
    """
    found = _BRACKETED.fullmatch(text)
    if found is None or found["said"].split()[0].lower() not in _KINDS:
        return text, None
    return found["skill"].strip(), parse_evidence(f"{found['skill']}: {found['said']}")


def format_evidence(evidence: SkillEvidence) -> str:
    """The same, written so that `parse_evidence` reads it back."""
    when = f" {evidence.last_used:%Y-%m}" if evidence.last_used else ""
    return f"{evidence.skill}: {evidence.kind.value}{when}"


def say_evidence(evidence: SkillEvidence) -> str:
    """Evidence in words, to stand behind the name of its skill: ``last used 2019``; empty where there is no date."""
    if evidence.last_used is None:
        return "" if evidence.kind is EvidenceKind.PRACTISED else _SAID[evidence.kind]
    return f"{_SAID[evidence.kind]} {evidence.last_used.year}"
