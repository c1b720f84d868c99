"""How much of one occupation's needs another brings; pure arithmetic over skills."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

__all__ = ["covered_share", "shared_field", "skill_row"]

Weights = NDArray[np.float64]


def covered_share(closeness: Weights, telling: Weights) -> float:
    """The share of needs that what is held covers: ``Σ telling * max over held of closeness / Σ telling``.

    Never lower for one more skill held.

    Parameters
    ----------
    closeness : ndarray, shape (n_held, n_needs)
        How much of each need each held skill brings, 0 to 1.
    telling : ndarray, shape (n_needs,)
        How telling each need is; above 0, at least one.
    """
    best = closeness.max(axis=0, initial=0.0)
    return float((telling * best).sum() / telling.sum())


def skill_row(skills: NDArray[np.int64], weights: Weights, n_skills: int) -> csr_matrix:
    """Skills (indices, each once) with their weights as one sparse row, (1, n_skills)."""
    return csr_matrix((weights, (np.zeros(len(skills), dtype=np.int64), skills)), shape=(1, n_skills))


def shared_field(held: csr_matrix, needed: csr_matrix, credits_given: Any) -> float:
    """The share of one field of work that lies in another: ``Σ min(held, needed) / Σ needed``, both spread out.

    A field is an occupation's skills, by weight, and in part whatever they bring of others. So two occupations that
    share no skill may still work in one field. Never lower for one more skill held.

    Parameters
    ----------
    held, needed : csr_matrix, shape (1, n_skills)
        Weights of 0 or more; `needed` has one above 0.
    credits_given : csr_matrix, shape (n_skills [has], n_skills [needs])
        How much of the column's skill the row's brings, 0 or more.
    """
    there, here = csr_matrix(needed @ credits_given), csr_matrix(held @ credits_given)
    return float(there.minimum(here).sum() / there.sum())
