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
    stated = np.isfinite(affinity)
    value = np.where(stated, affinity, prior)
    low = np.where(stated, affinity, 0.0)
    known = stated & pairs.candidates.background_known[:, None]
    value, low, high = (np.broadcast_to(bound, pairs.shape) for bound in (value, low, np.where(known, value, 1.0)))
    return Feature(value, low, high, np.broadcast_to(known, pairs.shape))


def experience(pairs: Pairs, prior: float) -> Feature:
    """Months that count for care over months asked; 1 where none are asked, and no more than 1 for more."""
    people, work = pairs.candidates, pairs.vacancies
    asked = np.broadcast_to(work.experience_months[None, :], pairs.shape)
    months, relevance = people.experience_months[:, None], people.relevance[:, None]
    value = share(months * relevance, asked, otherwise=1.0)
    settled = people.background_known[:, None] | (relevance == 1.0)
    best = np.where(settled, value, share(months, asked, otherwise=1.0))
    has_answer = np.isfinite(value)
    sure = work.experience_known[None, :] & ((asked <= 0) | (has_answer & settled))
    high = np.where(work.experience_known[None, :] & np.isfinite(best), best, 1.0)
    low = np.where(work.experience_known[None, :] & has_answer, value, 0.0)
    low, high = np.where(sure, value, low), np.where(sure, value, high)
    return Feature(np.clip(np.where(has_answer, value, prior), low, high), low, high, sure)


def qualification(pairs: Pairs, prior: float) -> Feature:
    """``(level + 1) / (level asked + 1)``, at most 1: entry level counts for something."""
    people, work = pairs.candidates, pairs.vacancies
    asked = np.broadcast_to(work.qualification_level[None, :], pairs.shape)
    value = np.where(asked > 0, share(people.qualification_level[:, None] + 1.0, asked + 1.0, otherwise=1.0), 1.0)
    answered = np.isfinite(value)
    stated = np.broadcast_to(work.qualification_known[None, :], pairs.shape)
    known = answered & stated
    return Feature(np.where(answered, value, prior), np.where(known, value, 0.0), np.where(known, value, 1.0), known)


def pay(pairs: Pairs, prior: float) -> Feature:
    """1 from the pay somebody needs, 0 from a quarter below it."""
    needed, offered = pairs.candidates.pay_min[:, None], pairs.vacancies.pay[None, :]
    shortfall = (needed - offered) / (_PAY_TOLERANCE * needed)
    value = np.clip(1.0 - shortfall, 0.0, 1.0)
    return bounded(pairs.shape, value, np.isfinite(value), prior=prior)


def text(pairs: Pairs, prior: float) -> Feature:
    """Likeness of what people write about themselves and the advert: cosine over 0.3, at most 1."""
    people, work = pairs.candidates.texts, pairs.vacancies.texts
    written = np.asarray(people.sum(axis=1)).reshape(-1, 1) > 0
    described = np.asarray(work.sum(axis=1)).reshape(1, -1) > 0
    value = np.minimum(1.0, compare_texts(people, work) / _SAME_TOPIC_COSINE)
    return bounded(pairs.shape, value, written & described, prior=prior)
