"""What people bring and what vacancies need, in the terms of the taxonomy."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from matcher.domain import Candidate
from matcher.taxonomy import Taxonomy

__all__ = [
    "CARE_SECTORS",
    "USUAL_CREDIT",
    "experience_relevance",
    "qualification_level",
    "skill_credits",
    "skill_needs",
    "usual_skills",
]

USUAL_CREDIT = 50
"""Judgement: a skill that somebody's former work usually brings, and that they do not name, counts half."""

_CARE_SUBJECTS = frozenset({"care", "health", "leadership"})
_OTHER_SUBJECT_STEP = 1.0
"""Judgement: a qualification in another subject shows its level of study, one step lower for care work."""

CARE_SECTORS = frozenset({"social-care", "hospitals", "health-community", "unpaid-caring"})
"""Prior sectors whose months are experience of care, paid or not."""

_OTHER_RELEVANCE = 0.3
"""Judgement: months in work outside care count three in ten towards the experience a vacancy asks for."""


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


def skill_credits(candidates: Sequence[Candidate], sectors: Sequence[Sequence[str]], taxonomy: Taxonomy) -> csr_matrix:
    """What each candidate brings of each skill, (n, n_skills) int32 from 0 to 100.

    The best of: 100 for a skill held, the taxonomy's credit for a near one, `USUAL_CREDIT` for one that former work
    usually brings. A maximum, not a sum: two names of one skill, or two near skills, count once.
    """
    rows = []
    for candidate, names in zip(candidates, sectors, strict=True):
        row = np.zeros(len(taxonomy.skills), dtype=np.int32)
        row[_indices(usual_skills(candidate, names, taxonomy), taxonomy)] = USUAL_CREDIT
        held = _indices(candidate.skills or (), taxonomy)
        if len(held):
            row = np.maximum(row, taxonomy.credits[held].max(axis=0).toarray().ravel())
        rows.append(csr_matrix(row))
    return _stack(rows, len(taxonomy.skills))


def skill_needs(needs: Sequence[Sequence[str]], taxonomy: Taxonomy) -> csr_matrix:
    """How telling each needed skill is, (n, n_skills) int32; 0 where not needed."""
    indices = [_indices(ids, taxonomy) for ids in needs]
    columns = np.concatenate(indices) if indices else np.zeros(0, dtype=np.int64)
    starts = np.concatenate(([0], np.cumsum([len(row) for row in indices]))).astype(np.int64)
    return csr_matrix((taxonomy.telling[columns], columns, starts), shape=(len(needs), len(taxonomy.skills)))


def qualification_level(name: str, taxonomy: Taxonomy) -> float:
    """Level of a qualification for care work: its own in care, health and leadership, else a step lower; 0 unknown."""
    qualification = taxonomy.qualifications.get(name)
    if qualification is None:
        return 0.0
    step = 0.0 if qualification.subject in _CARE_SUBJECTS else _OTHER_SUBJECT_STEP
    return max(0.0, qualification.level - step)


def experience_relevance(candidate: Candidate, taxonomy: Taxonomy) -> float:
    """Share of the person's months that counts for care: all of them from care, paid or not; NaN where unknown."""
    occupation = taxonomy.occupations.get(candidate.prior_occupation or "")
    sectors = set(candidate.prior_sector or ())
    if (occupation is not None and occupation.role_family) or sectors & CARE_SECTORS:
        return 1.0
    unasked = candidate.prior_occupation is None and candidate.prior_sector is None
    return float("nan") if unasked else _OTHER_RELEVANCE


def _indices(ids: Sequence[str] | set[str], taxonomy: Taxonomy) -> NDArray[np.int64]:
    found = {taxonomy.skill_index[name] for name in ids if name in taxonomy.skill_index}
    return np.array(sorted(found), dtype=np.int64)


def _stack(rows: list[csr_matrix], n_skills: int) -> csr_matrix:
    from scipy.sparse import vstack

    empty = csr_matrix(np.zeros((0, n_skills), dtype=np.int32))
    return csr_matrix(vstack([empty, *rows], format="csr"))
