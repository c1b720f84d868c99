"""How much of what a role family needs the usual skills of a prior sector bring: a property of the taxonomy."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from matcher.domain import PriorSector
from matcher.taxonomy.closeness import FULL_CREDIT

__all__ = ["carry_over_table"]

_ALL_THAT_CARRIES = 0.5
"""Judgement: a sector's list names seven to eleven usual skills, so half of a family's needs is all it can show."""


def carry_over_table(
    sectors: Iterable[PriorSector],
    needs: Sequence[Sequence[int]],
    skill_index: Mapping[str, int],
    telling: NDArray[np.int32],
    credits_given: csr_matrix,
) -> NDArray[np.float64]:
    """What carries over from each prior sector to each role family, in [0, 1].

    ``min(1, 2 * sum(telling * credit) / (100 * sum(telling)))`` over the family's needs, where the credit of a need is
    the largest that any usual skill of the sector gives it. A family that needs nothing takes 0. Lived experience and
    study take the affinity of their row instead, the same for every family.

    Parameters
    ----------
    sectors : iterable of PriorSector
    needs : sequence of sequences of int
        Indices of the skills that each role family needs.
    skill_index, telling, credits_given
        As in `matcher.taxonomy.Taxonomy`.

    Returns
    -------
    ndarray, shape (n_sectors, n_families + 1)
        The last column is the mean of the others: what is to be expected of a family that is not known.
    """
    rows = []
    for sector in sectors:
        usual = [skill_index[name] for name in sector.skills if name in skill_index]
        brought = _brought(usual, credits_given)
        row = np.array([_covered(list(needed), brought, telling) for needed in needs])
        rows.append(np.full(len(needs), sector.affinity) if sector.is_neutral else row)
    table = np.array(rows).reshape(len(rows), len(needs))
    return np.column_stack([table, table.mean(axis=1) if len(needs) else np.zeros(len(rows))])


def _brought(usual: list[int], credits_given: csr_matrix) -> NDArray[np.int64]:
    """The largest credit that any of some skills gives each skill, 0 to 100."""
    if not usual:
        return np.zeros(credits_given.shape[1], dtype=np.int64)
    return np.asarray(credits_given[usual].max(axis=0).toarray().ravel(), dtype=np.int64)


def _covered(needed: list[int], brought: NDArray[np.int64], telling: NDArray[np.int32]) -> float:
    total = int(telling[needed].sum()) * FULL_CREDIT
    share = int(telling[needed] @ brought[needed]) / total if total else 0.0
    return min(1.0, share / _ALL_THAT_CARRIES)
