"""Prior sector, experience, qualification, pay and wording."""

import numpy as np

from matcher.likeness.texts import compare_texts
from matcher.scoring.block import Feature, Pairs, bounded, share

__all__ = ["experience", "pay", "prior_sector", "qualification", "text"]

_PAY_TOLERANCE = 0.25
"""Judgement: an offer a quarter below what somebody needs is worth nothing to them."""

SAME_TOPIC_COSINE = 0.3
"""Judgement: short texts about the same work share three words in ten; more than that is copying, not fit."""


def prior_sector(pairs: Pairs, prior: float) -> Feature:
    """The mean of how readily people of the sector move into care and of how much it brings of the role family's needs.

    Of several sectors the better in each counts, so that another can only add. A family that is not known is bounded by
    the one that it carries over to least and the one that it carries over to most.
    """
    people, family = pairs.candidates, pairs.vacancies.family
    by_family, stated = people.carry_over[:, :-1], family >= 0
    expected = people.carry_over[:, family]
    least = np.where(stated, expected, by_family.min(axis=1, initial=1.0)[:, None])
    most = np.where(stated, expected, by_family.max(axis=1, initial=0.0)[:, None])
    value, low, high = ((people.affinity[:, None] + carried) / 2 for carried in (expected, least, most))
    return bounded(pairs.shape, value, low, np.where(people.background_known[:, None], high, 1.0), prior=prior)


def experience(pairs: Pairs, prior: float) -> Feature:
    """Months that count for care over months asked; 1 where none are asked, and no more than 1 for more."""
    people, work = pairs.candidates, pairs.vacancies
    asked = np.broadcast_to(work.experience_months[None, :], pairs.shape)
    months, relevance = people.experience_months[:, None], people.relevance[:, None]
    value = share(months * relevance, asked, otherwise=1.0)
    least = share(months * people.least_relevance[:, None], asked, otherwise=1.0)
    best = np.where(people.background_known[:, None], value, share(months, asked, otherwise=1.0))  # all may be of care
    stated = work.experience_known[None, :]
    return bounded(pairs.shape, value, np.where(stated, least, 0.0), np.where(stated, best, 1.0), prior=prior)


def qualification(pairs: Pairs, prior: float) -> Feature:
    """``(level + 1) / (level asked + 1)``, at most 1: entry level counts for something.

    The level is what the best of the qualifications held counts as in the subject asked for.
    """
    people, work = pairs.candidates, pairs.vacancies
    asked = np.broadcast_to(work.qualification_level[None, :], pairs.shape)
    held = people.qualification_levels[:, work.qualification_subject]
    value = np.where(asked > 0, share(held + 1.0, asked + 1.0, otherwise=1.0), 1.0)
    stated = work.qualification_known[None, :]
    return bounded(pairs.shape, value, np.where(stated, value, 0.0), np.where(stated, value, 1.0), prior=prior)


def pay(pairs: Pairs, prior: float) -> Feature:
    """1 from the pay somebody needs, 0 from a quarter below it; of a range, the mean of both ends.

    Who is new to the work starts at the lower end and may hope for the upper: the range of the feature says so.
    """
    needed, work = pairs.candidates.pay_min[:, None], pairs.vacancies
    least, most = (
        np.clip(1.0 - (needed - offered) / (_PAY_TOLERANCE * needed), 0.0, 1.0)
        for offered in (work.pay_low[None, :], work.pay[None, :])
    )
    low = np.where(work.pay_floored[None, :], least, 0.0)
    high = np.where(work.pay_capped[None, :], most, 1.0)  # only the least is stated: it may be more
    return bounded(pairs.shape, (least + most) / 2, low, high, prior=prior)


def text(pairs: Pairs, prior: float) -> Feature:
    """Likeness of what people write about themselves and the advert: cosine over 0.3, at most 1."""
    people, work = pairs.candidates.texts, pairs.vacancies.texts
    written = np.asarray(people.sum(axis=1)).reshape(-1, 1) > 0
    described = np.asarray(work.sum(axis=1)).reshape(1, -1) > 0
    value = np.minimum(1.0, compare_texts(people, work) / SAME_TOPIC_COSINE)
    compared = np.where(written & described, value, np.nan)
    sure = np.where(pairs.vacancies.described[None, :], compared, np.nan)
    return bounded(pairs.shape, compared, sure, sure, prior=prior)
