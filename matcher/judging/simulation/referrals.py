"""Who is referred where.

Advisors refer from the ranking that the engine shows, mostly from its top: the chance that rank `r` is looked at falls
as ``r ** -EXAMINATION`` (the position-based model). Some referrals are their own idea, by what they know of the person.
So outcomes are biased to what was shown, and there are none of the rest.

References
----------
Joachims, Swaminathan and Schnabel (2017), "Unbiased Learning-to-Rank with Biased Feedback".
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import logit

__all__ = ["EXAMINATION", "Referrals", "refer"]

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Ints = NDArray[np.int64]

EXAMINATION = 1.0
"""Joachims and others (2017) simulate severities from 0 to 2 around 1."""

_OWN_IDEA = 0.2
"""Judgement: one referral in five is the advisor's own idea, as likely as its true odds, wherever it ranks."""

_MORE_REFERRALS = 3.0
"""Judgement: somebody is referred to one vacancy and, on average, to three more."""

_LEAST_CHANCE = 1e-3  # of what an advisor does not yet know to be impossible


@dataclass(frozen=True, slots=True)
class Referrals:
    """Pairs that were referred, a row each: candidate, vacancy, and rank (1 is best) at which the vacancy was shown."""

    candidate: Ints
    vacancy: Ints
    rank: Ints

    def __len__(self) -> int:
        return len(self.candidate)


def refer(scores: Floats, open_: Flags, chances: Floats, rng: np.random.Generator) -> Referrals:
    """Referrals of every candidate, by candidate and vacancy.

    Parameters
    ----------
    scores : (n_candidates, n_vacancies) float64
        What the ranking is shown by.
    open_ : (n_candidates, n_vacancies) bool
        The pairs that can be shown.
    chances : (n_candidates, n_vacancies) float64
        True chances, which an advisor's own ideas follow.

    Notes
    -----
    Adding Gumbel noise to log-odds and taking the highest draws without replacement in proportion to the odds.
    """
    ranks = _ranks(np.where(open_, scores, -np.inf))
    examined = np.where(open_, rng.gumbel(size=scores.shape) - EXAMINATION * np.log(ranks), -np.inf)
    odds = logit(np.clip(chances, _LEAST_CHANCE, 1 - _LEAST_CHANCE))
    wanted = np.minimum(1 + rng.poisson(_MORE_REFERRALS, len(scores)), open_.sum(axis=1))
    n_own = rng.binomial(wanted, _OWN_IDEA)
    from_ranking = _ranks(examined) <= (wanted - n_own)[:, None]
    ideas = np.where(open_ & ~from_ranking, odds + rng.gumbel(size=scores.shape), -np.inf)
    candidate, vacancy = np.nonzero(open_ & (from_ranking | (_ranks(ideas) <= n_own[:, None])))
    return Referrals(candidate, vacancy, ranks[candidate, vacancy])


def _ranks(scores: Floats) -> Ints:
    """Rank of each entry of a row, 1 for the highest; ties by column, as ids are in order."""
    order = np.argsort(-scores, axis=1, kind="stable")
    ranks = np.empty_like(order)
    np.put_along_axis(ranks, order, np.arange(1, scores.shape[1] + 1)[None, :], axis=1)
    return ranks
