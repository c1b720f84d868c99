"""Shifts, hours and contract."""

import numpy as np
from numpy.typing import NDArray

from matcher.domain import Contract
from matcher.scoring.block import Feature, Flags, Floats, Pairs, bounded, share
from matcher.scoring.encode import UNKNOWN

__all__ = ["Rota", "contract", "rotas", "shifts"]

_SMALL_CONTRACT_HOURS = 16.0
"""Judgement: where a vacancy names shifts of which any will do and no hours, two long days a week are enough."""

_HOURS_TOLERANCE = 16.0
"""Judgement: hours that miss each other by 16 a week, two days, have nothing left in common."""

_SHIFT_SHARE = 0.6
"""Judgement: when the work is weighs more than how many hours it is."""

_SECURITY = {
    Contract.PERMANENT: 1.0,
    Contract.APPRENTICESHIP: 0.8,
    Contract.FIXED_TERM: 0.6,
    Contract.BANK: 0.4,
    Contract.ZERO_HOURS: 0.3,
}
"""Judgement: order of security; no zero-hours contract is one of five factors that more than halve leaving (2023)."""


class Rota:
    """How far each candidate can work each vacancy's shifts, arrays of (n_candidates, n_vacancies).

    Attributes
    ----------
    required_share : share of the shifts needed, all of which are needed (1 where none are)
    any_share : hours they can work of the shifts of which any will do, over the hours needed (1 where none are named)
    """

    def __init__(self, required_share: Floats, any_share: Floats) -> None:
        self.required_share = required_share
        self.any_share = any_share


def rotas(pairs: Pairs) -> Rota:
    """Compare weeks of half-hours: a shift counts only where every half-hour of it is free."""
    people, work = pairs.candidates, pairs.vacancies
    required = np.ones(pairs.shape)
    anyof = np.ones(pairs.shape)
    for column in range(len(work)):
        if len(work.all_required[column]):
            required[:, column] = _covers(people.week, work.all_required[column]).mean(axis=1)
        if len(work.any_of[column]):
            hours = work.any_of_hours[column]
            can_work = (_covers(people.week, work.any_of[column]) * hours).sum(axis=1)
            anyof[:, column] = np.minimum(1.0, can_work / min(_hours_needed(work.hours_min[column]), hours.sum()))
    return Rota(required, anyof)


def shifts(pairs: Pairs, rota: Rota, prior: float) -> Feature:
    """``0.6 * shift share + 0.4 * hours fit``, each part at the prior while unknown."""
    shape = pairs.shape
    stated = pairs.candidates.week_known[:, None] & pairs.vacancies.shifts_known[None, :]
    when = bounded(shape, np.minimum(rota.required_share, rota.any_share), stated, prior=prior)
    how_many = _hours_fit(pairs, prior)
    return Feature(
        _both(when.value, how_many.value),
        _both(when.low, how_many.low),
        _both(when.high, how_many.high),
        when.known & how_many.known,
    )


def contract(pairs: Pairs, prior: float) -> Feature:
    """How secure the contract is."""
    by_code = np.array([_SECURITY[kind] for kind in Contract])
    offered = pairs.vacancies.contract[None, :].astype(np.int64)
    return bounded(pairs.shape, by_code[np.maximum(offered, 0)], offered != UNKNOWN, prior=prior)


def _both(when: Floats, how_many: Floats) -> Floats:
    return _SHIFT_SHARE * when + (1 - _SHIFT_SHARE) * how_many


def _covers(weeks: NDArray[np.uint64], needed: NDArray[np.uint64]) -> Flags:
    """(n_candidates, n_shifts): whether every half-hour of a shift is free."""
    return np.asarray(((weeks[:, None, :] & needed[None, :, :]) == needed[None, :, :]).all(axis=2))


def _hours_needed(hours_min: float) -> float:
    return hours_min if hours_min > 0 else _SMALL_CONTRACT_HOURS


def _hours_fit(pairs: Pairs, prior: float) -> Feature:
    """1 where hours wanted and offered meet, 0 from a gap of 16 on; times the share of them that is guaranteed.

    While nobody says how many hours are guaranteed, all of them are taken to be, and the range starts at 0.
    """
    people, work = pairs.candidates, pairs.vacancies
    wanted_low, wanted_high = people.hours_min[:, None], people.hours_max[:, None]
    offered_low, offered_high = work.hours_min[None, :], work.hours_max[None, :]
    gap = np.maximum(0.0, np.maximum(wanted_low - offered_high, offered_low - wanted_high))
    meet = np.maximum(0.0, 1.0 - gap / _HOURS_TOLERANCE)
    guaranteed = np.broadcast_to(work.guaranteed[None, :], pairs.shape)
    promised = np.isfinite(guaranteed) & np.isfinite(wanted_low)
    kept = share(np.where(promised, guaranteed, 1.0), np.where(promised, wanted_low, 1.0), otherwise=1.0)
    comparable = np.isfinite(meet)
    best = np.where(comparable, meet * kept, 1.0)
    known = comparable & promised
    low = np.where(known, best, 0.0)
    return Feature(np.where(comparable, best, np.minimum(prior, best)), low, best, known)
