"""How telling a skill is, and how much of one skill another brings: properties of the taxonomy, not of a batch."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, permutations
from math import log

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from matcher.domain import Occupation

__all__ = [
    "FULL_CREDIT",
    "Credits",
    "credit_matrix",
    "hierarchy_credits",
    "larger_credits",
    "link_credits",
    "sibling_credits",
    "telling_weights",
]

Credits = Iterable[tuple[int, int, int]]

FULL_CREDIT = 100

# Judgement: who can do the particular can nearly do the general ("works with hoists" for "moving and handling"); who
# can do the general has half of the particular; two particulars of one general share its ground rules.
NARROWER_FOR_BROADER = 90
BROADER_FOR_NARROWER = 50
SIBLINGS = 30

# Judgement: under a parent with more children than this, siblings share a shelf and not a way of working (ESCO keeps
# 271 languages and 189 wood products so), and nobody would say one brings a part of the other.
MOST_SIBLINGS = 12


# Judgement: ESCO links a skill with what is known or done in it ("give massages" with "types of massage"). Who can do
# the whole has much of what belongs to it, and more where ESCO calls it essential; who has a part of it has some.
WHOLE_FOR_PART = {"essential": 50, "optional": 30}
PART_FOR_WHOLE = {"essential": 30, "optional": 15}


def telling_weights(occupations: Iterable[Occupation], skill_index: Mapping[str, int]) -> NDArray[np.int32]:
    """How telling each skill is, 1 (nearly every occupation needs it) to 100 (only one does).

    The inverse document frequency of a skill over the occupations that need it, essential or optional, scaled so that
    a skill of a single occupation stands at 100: ``max(1, round(100 * ln((1 + n) / (1 + df)) / ln((1 + n) / 2)))``,
    with ``n`` occupations that need anything and ``df`` of them needing the skill. A skill that no occupation needs
    takes the median of the others.

    Returns
    -------
    ndarray of int32, shape (n_skills,)
        In the order of `skill_index`.
    """
    needs = [{*occupation.essential, *occupation.optional} for occupation in occupations]
    n_occupations = sum(1 for needed in needs if needed)
    n_needing = Counter(chain.from_iterable(needs))
    most = log((1 + n_occupations) / 2) or 1.0
    told = {
        skill: max(1, round(100 * log((1 + n_occupations) / (1 + n)) / most))
        for skill, n in n_needing.items()
        if skill in skill_index
    }
    usual = int(np.median(list(told.values()))) if told else FULL_CREDIT
    return np.array([told.get(skill, usual) for skill in skill_index], dtype=np.int32)


def hierarchy_credits(broader: Iterable[tuple[int, int]]) -> Credits:
    """Credits (has, needs, 0 to 100) that follow from (narrower, broader) links between skills."""
    children: dict[int, list[int]] = {}
    for narrow, broad in broader:
        yield narrow, broad, NARROWER_FOR_BROADER
        yield broad, narrow, BROADER_FOR_NARROWER
        children.setdefault(broad, []).append(narrow)
    yield from sibling_credits(children.values(), SIBLINGS)


def sibling_credits(families: Iterable[Sequence[int]], credit: int) -> Credits:
    """Credits between the members of each family that is small enough to mean something."""
    for family in families:
        if len(family) <= MOST_SIBLINGS:
            for has, needs in permutations(family, 2):
                yield has, needs, credit


def link_credits(links: Iterable[tuple[int, int, str]]) -> Credits:
    """Credits that follow from ESCO's links (original, related, essential or optional) between skills."""
    for whole, part, kind in links:
        yield whole, part, WHOLE_FOR_PART[kind]
        yield part, whole, PART_FOR_WHOLE[kind]


def larger_credits(credits_given: csr_matrix, more: csr_matrix) -> csr_matrix:
    """Two matrices of credits as one: where both give some the larger holds, and nothing is chained."""
    return csr_matrix(credits_given.maximum(more), dtype=np.int32)


def credit_matrix(credits_given: Credits, n_skills: int) -> csr_matrix:
    """The credits as a matrix: what somebody with the row's skill has of the column's, 0 to 100.

    A skill credits itself in full; where several credits apply the largest holds.

    Returns
    -------
    csr_matrix of int32, shape (n_skills [has], n_skills [needs])
    """
    own = np.repeat(np.arange(n_skills)[:, None], 2, axis=1)
    given = np.array(list(credits_given), dtype=np.int64).reshape(-1, 3)
    given = np.vstack([given, np.column_stack([own, np.full(n_skills, FULL_CREDIT)])])
    order = np.lexsort((-given[:, 2], given[:, 1], given[:, 0]))
    given = given[order]
    repeated = np.r_[False, (given[1:, :2] == given[:-1, :2]).all(axis=1)]
    has, needs, value = given[~repeated].T
    return csr_matrix((value.astype(np.int32), (has, needs)), shape=(n_skills, n_skills))
