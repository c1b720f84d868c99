"""What people bring and what vacancies need, in the terms of the taxonomy."""

from collections.abc import Hashable, Iterable, Sequence
from datetime import date
from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from matcher.domain import Candidate, Shift, Vacancy, parse_shifts
from matcher.scoring.credits import best_credits, sparse_rows
from matcher.scoring.evidence import held_credits
from matcher.taxonomy import Taxonomy

__all__ = [
    "CARE_SECTORS",
    "CARE_SUBJECTS",
    "USUAL_CREDIT",
    "experience_relevance",
    "least_relevance",
    "level_towards",
    "moving_sectors",
    "qualification_level",
    "qualification_subjects",
    "skill_credits",
    "skill_needs",
    "usual_shifts",
    "usual_skills",
]

USUAL_CREDIT = 50
"""Judgement: a skill that somebody's former work usually brings, and that they do not name, counts half."""

CARE_SUBJECTS = frozenset({"care", "health", "leadership"})
"""Subjects of qualifications that count in full for one another."""

_ANY_SUBJECT = "general"
"""A general qualification (GCSEs, English) that is asked for is met by study of anything as high."""

_OTHER_SUBJECT_STEP, _OTHER_SUBJECT_MOST = 1, 1
"""Judgement: a qualification in another subject shows that somebody can study, one step lower, and no more than an
induction does: a degree in history is no diploma in care, which the employer will still ask for."""

UNPAID_CARING = "unpaid-caring"
_PAID_CARE = frozenset({"social-care", "hospitals", "health-community"})
CARE_SECTORS = _PAID_CARE | {UNPAID_CARING}
"""Prior sectors whose months are experience of care, paid or not."""

_OTHER_RELEVANCE = 0.3
"""Judgement: months in work outside care count three in ten towards the experience a vacancy asks for."""


def moving_sectors(names: Iterable[str], taxonomy: Taxonomy) -> list[str]:
    """The sectors that move the feature of the prior sector: all but lived experience and study.

    Telling us that somebody used care may hint at their health, so it counts as if it had not been said; the skills
    that it brings count like anybody's.
    """
    sectors = taxonomy.prior_sectors
    return [name for name in names if name in sectors and not sectors[name].is_neutral]


def usual_skills(candidate: Candidate, sectors: Sequence[str], taxonomy: Taxonomy) -> set[str]:
    """Ids of the skills that the person's former occupation and sectors usually bring."""
    skills: set[str] = set()
    occupation = taxonomy.occupations.get(candidate.prior_occupation or "")
    if occupation is not None:
        skills.update(occupation.essential)
    for name in sectors:
        if name in taxonomy.prior_sectors:
            skills.update(taxonomy.prior_sectors[name].skills)
    return skills


def skill_credits(
    candidates: Sequence[Candidate], sectors: Sequence[Sequence[str]], taxonomy: Taxonomy, as_of: date
) -> csr_matrix:
    """What each candidate brings of each skill on a day, (n, n_skills) int32 from 0 to 100.

    The best of: for each skill held, what its evidence makes it count (100 without any) times the taxonomy's credit,
    to the skill itself and to those near it, rounded down; and `USUAL_CREDIT` for one that former work usually
    brings. A maximum, not a sum: two names of one skill, or two near skills, count once.
    """
    made: dict[Hashable, tuple[dict[int, int], dict[int, int]]] = {}
    rows = []
    for candidate, names in zip(candidates, sectors, strict=True):
        told = candidate.skills, candidate.skill_evidence, candidate.prior_occupation, tuple(names)
        if told not in made:  # one person with an answer varied is scored many times over, with the same skills
            usual = _indices(usual_skills(candidate, names, taxonomy), taxonomy)
            made[told] = dict.fromkeys(usual.tolist(), USUAL_CREDIT), held_credits(candidate, taxonomy, as_of)
        rows.append(made[told])
    usual_rows, held_rows = (sparse_rows([row[side] for row in rows], len(taxonomy.skills)) for side in (0, 1))
    return best_credits(usual_rows, held_rows, taxonomy.credits)


def skill_needs(needs: Sequence[Sequence[str]], taxonomy: Taxonomy) -> csr_matrix:
    """How telling each needed skill is, (n, n_skills) int32; 0 where not needed."""
    indices = [_indices(ids, taxonomy) for ids in needs]
    columns = np.concatenate(indices) if indices else np.zeros(0, dtype=np.int64)
    starts = np.concatenate(([0], np.cumsum([len(row) for row in indices]))).astype(np.int64)
    return csr_matrix((taxonomy.telling[columns], columns, starts), shape=(len(needs), len(taxonomy.skills)))


def usual_shifts(vacancy: Vacancy, taxonomy: Taxonomy) -> tuple[Shift, ...]:
    """Shifts that are usual in the work of a settled vacancy that does not say; none where it says, or is unknown.

    Those of its occupation, else of its role family.
    """
    if vacancy.shifts_all_required or vacancy.shifts_any_of:
        return ()
    occupation = taxonomy.occupations.get(vacancy.occupation or "")
    family = taxonomy.role_families.get(vacancy.role_family or "")
    said = (occupation.usual_shifts if occupation else "") or (family.usual_shifts if family else "")
    return _needed_shifts(said)


@cache
def _needed_shifts(text: str) -> tuple[Shift, ...]:
    return parse_shifts(text, outward=True)


def qualification_subjects(taxonomy: Taxonomy) -> tuple[str, ...]:
    """The subjects of qualifications, in the order of the columns."""
    return tuple(sorted({term.subject for term in taxonomy.qualifications.values()}))


def level_towards(name: str, subject: str, taxonomy: Taxonomy) -> float:
    """Level that a qualification counts as where one in a subject is asked for; 0 for a name that is not known.

    Its own in the same subject, within care, and where the subject asked for is general; else a step lower and at
    most 1.
    """
    term = taxonomy.qualifications.get(name)
    if term is None:
        return 0.0
    if subject in {term.subject, _ANY_SUBJECT} or {subject, term.subject} <= CARE_SUBJECTS:
        return float(term.level)
    return float(min(max(term.level - _OTHER_SUBJECT_STEP, 0), _OTHER_SUBJECT_MOST))


def qualification_level(name: str, taxonomy: Taxonomy) -> float:
    """Level of a qualification for care work."""
    return level_towards(name, "care", taxonomy)


def experience_relevance(candidate: Candidate, taxonomy: Taxonomy) -> float:
    """Share of the person's months that counts for care: all of them from care, paid or not; NaN where unknown.

    The months are those of the prior occupation: with one outside care, caring at home is not what they count.
    """
    occupation = taxonomy.occupations.get(candidate.prior_occupation or "")
    sectors = set(candidate.prior_sector or ())
    if (occupation is not None and occupation.role_family) or sectors & _PAID_CARE:
        return 1.0
    if occupation is None and UNPAID_CARING in sectors:
        return 1.0
    unasked = candidate.prior_occupation is None and candidate.prior_sector is None
    return float("nan") if unasked else _OTHER_RELEVANCE


def least_relevance(candidate: Candidate, taxonomy: Taxonomy) -> float:
    """The share that counts for certain: caring alone, with no occupation known, may prove to be beside other work."""
    if candidate.prior_occupation is None and not set(candidate.prior_sector or ()) & _PAID_CARE:
        return _OTHER_RELEVANCE
    return experience_relevance(candidate, taxonomy)


def _indices(ids: Sequence[str] | set[str], taxonomy: Taxonomy) -> NDArray[np.int64]:
    found = {taxonomy.skill_index[name] for name in ids if name in taxonomy.skill_index}
    return np.array(sorted(found), dtype=np.int64)
