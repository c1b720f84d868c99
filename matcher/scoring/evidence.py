"""How much a skill counts by what shows it and by how long ago; never by whether it was paid.

Nothing but evidence can make a skill count for less: one without any counts in full, as the person says.
"""

from collections.abc import Sequence
from datetime import date

from matcher.domain import Candidate, Skill
from matcher.domain.evidence import EvidenceKind, SkillEvidence
from matcher.taxonomy import Taxonomy

__all__ = [
    "FADED_CREDIT",
    "FADED_MONTHS",
    "FRESH_MONTHS",
    "FULL_CREDIT",
    "LASTING_GROUPS",
    "STUDIED_CREDIT",
    "best_evidence",
    "evidence_credit",
    "held_credits",
]

FULL_CREDIT = 100

FRESH_MONTHS = 36
"""Judgement: three years, after which certificates of first aid and moving people are renewed and care training is
refreshed at the latest; a skill used or certified within them counts in full."""

FADED_MONTHS = 120
"""Judgement: from ten years on there is no telling fifteen from twelve."""

FADED_CREDIT = 70
"""Judgement: what was once done daily comes back with a refresher, so most of it stays. It must stay well above what
somebody has who never did it, or years spent at home would count as a fault."""

STUDIED_CREDIT = 80
"""Judgement: somebody who has studied and not yet practised a skill knows it and has yet to find their hand in it."""

LASTING_GROUPS = frozenset({"values", "communication", "working-with-others"})
"""Judgement: patience, listening or turning up on time do not lapse, and nobody renews them."""


def evidence_credit(evidence: SkillEvidence, as_of: date, *, lasting: bool = False) -> int:
    """What a skill counts by one piece of evidence, 0 to 100.

    In full up to `FRESH_MONTHS`, then in a straight line down to `FADED_CREDIT` at `FADED_MONTHS` and no further;
    studied counts `STUDIED_CREDIT` in a hundred of that. What is undated, lasting or lies ahead has not faded. Whole
    numbers, rounded down, so that a pair scores the same in any batch.
    """
    age = 0 if lasting or evidence.last_used is None else _months_between(evidence.last_used, as_of)
    past = min(max(age - FRESH_MONTHS, 0), FADED_MONTHS - FRESH_MONTHS)
    credit = FULL_CREDIT - (FULL_CREDIT - FADED_CREDIT) * past // (FADED_MONTHS - FRESH_MONTHS)
    return credit * STUDIED_CREDIT // FULL_CREDIT if evidence.kind is EvidenceKind.STUDIED else credit


def best_evidence(given: Sequence[SkillEvidence], skill: Skill, as_of: date) -> tuple[int, SkillEvidence | None]:
    """What a skill counts, and the evidence it counts by: the one worth most, of equal ones the latest.

    In full, and None, where no evidence is of this skill.
    """
    lasting = skill.group in LASTING_GROUPS
    found = [(evidence_credit(one, as_of, lasting=lasting), one) for one in given if one.skill == skill.id]
    return max(found, key=lambda pair: (pair[0], pair[1].last_used or date.max), default=(FULL_CREDIT, None))


def held_credits(candidate: Candidate, taxonomy: Taxonomy, as_of: date) -> dict[int, int]:
    """Index of every skill that a settled candidate holds, in index order, with what it counts by its evidence."""
    held = sorted({taxonomy.skill_index[name] for name in candidate.skills or () if name in taxonomy.skill_index})
    if not candidate.skill_evidence:
        return dict.fromkeys(held, FULL_CREDIT)
    return {i: best_evidence(candidate.skill_evidence, taxonomy.skills[i], as_of)[0] for i in held}


def _months_between(earlier: date, later: date) -> int:
    return 12 * (later.year - earlier.year) + later.month - earlier.month
