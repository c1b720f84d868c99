"""Prior sector, experience, qualification, pay and wording."""

import numpy as np

from matcher.likeness.texts import compare_texts
from matcher.scoring.block import Feature, Pairs, bounded, share

__all__ = ["experience", "pay", "prior_sector", "qualification", "text"]

_PAY_TOLERANCE = 0.25
"""Judgement: an offer a quarter below what somebody needs is worth nothing to them."""

_SAME_TOPIC_COSINE = 0.3
"""Judgement: short texts about the same work share three words in ten; more than that is copying, not fit."""


def prior_sector(pairs: Pairs, prior: float) -> Feature:
    """How readily people of the prior sector move into care, the same for every vacancy."""
    affinity = pairs.candidates.affinity[:, None]
    high = np.where(pairs.candidates.background_known[:, None], affinity, 1.0)  # another sector can only add
    return bounded(pairs.shape, affinity, affinity, high, prior=prior)


def experience(pairs: Pairs, prior: float) -> Feature:
    """Months that count for care over months asked; 1 where none are asked, and no more than 1 for more."""
    people, work = pairs.candidates, pairs.vacancies
    asked = np.broadcast_to(work.experience_months[None, :], pairs.shape)
    months, relevance = people.experience_months[:, None], people.relevance[:, None]
    value = share(months * relevance, asked, otherwise=1.0)
    settled = people.background_known[:, None] | (relevance == 1.0)
    best = np.where(settled, value, share(months, asked, otherwise=1.0))  # all of it may prove to have been in care
    stated = work.experience_known[None, :]
    return bounded(pairs.shape, value, np.where(stated, value, 0.0), np.where(stated, best, 1.0), prior=prior)


def qualification(pairs: Pairs, prior: float) -> Feature:
    """``(level + 1) / (level asked + 1)``, at most 1: entry level counts for something."""
    people, work = pairs.candidates, pairs.vacancies
    asked = np.broadcast_to(work.qualification_level[None, :], pairs.shape)
    value = np.where(asked > 0, share(people.qualification_level[:, None] + 1.0, asked + 1.0, otherwise=1.0), 1.0)
    stated = work.qualification_known[None, :]
    return bounded(pairs.shape, value, np.where(stated, value, 0.0), np.where(stated, value, 1.0), prior=prior)


def pay(pairs: Pairs, prior: float) -> Feature:
    """1 from the pay somebody needs, 0 from a quarter below it."""
    needed, offered = pairs.candidates.pay_min[:, None], pairs.vacancies.pay[None, :]
    shortfall = (needed - offered) / (_PAY_TOLERANCE * needed)
    value = np.clip(1.0 - shortfall, 0.0, 1.0)
    best = np.where(pairs.vacancies.pay_capped[None, :], value, 1.0)  # only the least is stated: it may be more
    return bounded(pairs.shape, value, value, best, prior=prior)


def text(pairs: Pairs, prior: float) -> Feature:
    """Likeness of what people write about themselves and the advert: cosine over 0.3, at most 1."""
    people, work = pairs.candidates.texts, pairs.vacancies.texts
    written = np.asarray(people.sum(axis=1)).reshape(-1, 1) > 0
    described = np.asarray(work.sum(axis=1)).reshape(1, -1) > 0
    value = np.minimum(1.0, compare_texts(people, work) / _SAME_TOPIC_COSINE)
    compared = np.where(written & described, value, np.nan)
    sure = np.where(pairs.vacancies.described[None, :], compared, np.nan)
    return bounded(pairs.shape, compared, sure, sure, prior=prior)
