"""Coverage of a vacancy's skills: the share of its needs, by how telling each is, that the person brings."""

import numpy as np
from scipy.sparse import csr_matrix

from matcher.scoring.block import Feature, Flags, Floats, Pairs, bounded
from matcher.scoring.needs import USUAL_CREDIT

__all__ = ["essential_skills", "optional_skills"]


def essential_skills(pairs: Pairs, prior: float) -> Feature:
    """``sum(telling * credit) / (100 * sum(telling))`` over the vacancy's essential skills."""
    return _coverage(pairs, pairs.vacancies.essential, pairs.vacancies.essential_known, prior)


def optional_skills(pairs: Pairs, prior: float) -> Feature:
    """The same over the optional skills; a vacancy known to want nothing more is met in full."""
    return _coverage(pairs, pairs.vacancies.optional, pairs.vacancies.optional_known, prior)


def _coverage(pairs: Pairs, needs: csr_matrix, needs_known: Flags, prior: float) -> Feature:
    """Coverage with its range.

    Integer arithmetic up to one division, so that a pair scores the same in any batch. Skills nobody asked about are
    bounded below by what former work usually brings; an unasked background could bring any need half.
    """
    people, by_skill = pairs.candidates, needs.T.tocsr()
    total = np.asarray(needs.sum(axis=1), dtype=np.float64).reshape(1, -1)
    covered = at_best = _points(people.credits, by_skill)
    if not people.background_known.all():
        usual = _with_usual(covered, people.credits, by_skill, total)
        at_best = np.where(people.background_known[:, None], covered, usual)
    value, best = (_ratio(points, total) for points in (covered, at_best))
    asked = np.broadcast_to(people.skills_known[:, None], pairs.shape)
    stated = np.broadcast_to(needs_known[None, :], pairs.shape)
    estimate = np.where(asked, value, np.maximum(value, prior))
    return bounded(
        pairs.shape,
        np.where(stated | (total > 0), estimate, prior),
        np.where(stated, value, 0.0),
        np.where(stated & asked, best, 1.0),
        prior=prior,
    )


def _points(brought: csr_matrix, by_skill: csr_matrix) -> Floats:
    """Points of every pair; `by_skill` is (n_skills, n_vacancies)."""
    return np.asarray((brought @ by_skill).toarray(), dtype=np.float64)


def _with_usual(covered: Floats, brought: csr_matrix, by_skill: csr_matrix, total: Floats) -> Floats:
    """Points if every credit under `USUAL_CREDIT` rose to it."""
    lower = csr_matrix(brought.minimum(USUAL_CREDIT))
    return np.asarray(covered - _points(lower, by_skill) + total * USUAL_CREDIT)


def _ratio(points: Floats, total: Floats) -> Floats:
    whole = np.broadcast_to(total * 100, points.shape)
    return np.divide(points, whole, out=np.ones_like(points), where=whole > 0)
