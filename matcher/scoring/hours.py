"""Shifts, hours and contract."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.domain import Contract
from matcher.domain.week import N_WEEK_BITS
from matcher.scoring.block import Feature, Flags, Floats, Pairs, bounded, share
from matcher.scoring.encode import UNKNOWN, code, week_words

__all__ = [
    "SHIFT_SHARE",
    "UNPROMISED",
    "Rota",
    "both",
    "contract",
    "covers",
    "hours_fit",
    "rotas",
    "shift_share",
    "shifts",
]

_SMALL_CONTRACT_HOURS = 16.0
"""Judgement: where a vacancy names shifts of which any will do and no hours, two long days a week are enough."""

_HOURS_TOLERANCE = 16.0
"""Judgement: hours that miss each other by 16 a week, two days, have nothing left in common."""

_USUAL_SHARE = 0.5
"""Judgement: what is usual in such work is half a reason to expect it of an advert that does not say."""

SHIFT_SHARE = 0.6
"""Judgement: when the work is weighs more than how many hours it is."""

UNPROMISED = frozenset({Contract.BANK, Contract.ZERO_HOURS})
"""Contracts that promise no hours unless the advert says how many."""

_UNPROMISED_CODES = sorted(code(kind) for kind in UNPROMISED)
_WEEK_HOURS = 168.0

# Every shift, worked awake or asleep, has its half-hours in this layer of the week.
_SLEEPING_LAYER = week_words([((1 << N_WEEK_BITS // 2) - 1) << N_WEEK_BITS // 2])

_SECURITY = {
    Contract.PERMANENT: 1.0,
    Contract.APPRENTICESHIP: 0.8,
    Contract.FIXED_TERM: 0.6,
    Contract.BANK: 0.4,
    Contract.ZERO_HOURS: 0.3,
}
"""Judgement: order of security; no zero-hours contract is one of five factors that more than halve leaving (2023)."""


@dataclass(frozen=True, slots=True)
class Rota:
    """How far each candidate can work each vacancy's shifts, arrays of (n_candidates, n_vacancies).

    Attributes
    ----------
    required_share : share of the shifts needed, all of which are needed (1 where none are)
    any_share : hours they can work of the shifts of which any will do, over the hours needed (1 where none are named)
    any_low, any_high : the same if the hours needed, where not stated, were all of those shifts or hardly any
    usual_share : where the advert does not say which shifts, share of those that are usual in such work; NaN where none
        are. A rota asks for some of these from everybody and for all of them from nobody: it is a measure of how much
        of the usual week somebody can work, and never a condition.
    """

    required_share: Floats
    any_share: Floats
    any_low: Floats
    any_high: Floats
    usual_share: Floats


def rotas(pairs: Pairs) -> Rota:
    """Compare weeks of half-hours: a shift counts only where every half-hour of it is free."""
    people, work = pairs.candidates, pairs.vacancies
    required, share_, low, high = (np.ones(pairs.shape) for _ in range(4))
    usual = np.full(pairs.shape, np.nan)
    for needed, columns in _alike(work.all_required):
        required[:, columns] = covers(people.week, needed).mean(axis=1)[:, None]
    for expected, columns in _alike(work.usual_shifts):
        usual[:, columns] = covers(people.week, expected).mean(axis=1)[:, None]
    for offered, columns in _alike(work.any_of):
        share_[:, columns], low[:, columns], high[:, columns] = _any_shares(
            people.week, offered, work.hours_min[columns]
        )
    return Rota(required, share_, low, high, usual)


def _alike(shifts_: Sequence[NDArray[np.uint64]]) -> Iterator[tuple[NDArray[np.uint64], list[int]]]:
    """Each set of shifts that some vacancies name, once, with their columns: adverts share few rotas."""
    columns: dict[bytes, list[int]] = {}
    for column, named in enumerate(shifts_):
        if len(named):
            columns.setdefault(named.tobytes(), []).append(column)
    for same in columns.values():
        yield shifts_[same[0]], same


def _any_shares(
    weeks: NDArray[np.uint64], shifts_: NDArray[np.uint64], stated: Floats
) -> tuple[Floats, Floats, Floats]:
    """Hours they can work of shifts of which any will do, over the hours needed, with the worst and the best of it.

    Parameters
    ----------
    weeks : (n_candidates, 11)
    shifts_ : (n_shifts, 11)
    stated : (n_vacancies,) hours needed of vacancies that offer these shifts, NaN where they do not say
    """
    worked = np.where(covers(weeks, shifts_)[:, :, None], shifts_[None, :, :], np.uint64(0))
    can_work, offered = _union_hours(worked)[:, None], float(_union_hours(shifts_[None, :, :])[0])
    unstated, needed = np.isnan(stated), stated[None, :]
    value = _part(can_work, np.where(unstated, _SMALL_CONTRACT_HOURS, needed), offered)
    low = _part(can_work, np.where(unstated, offered, needed), offered)
    return value, low, np.where(unstated, can_work > 0, value)


def shifts(pairs: Pairs, rota: Rota, prior: float) -> Feature:
    """``0.6 * shift share + 0.4 * hours fit``, each part at the prior while unknown."""
    when, how_many = shift_share(pairs, rota, prior), hours_fit(pairs, prior)
    return Feature(both(when.value, how_many.value), both(when.low, how_many.low), both(when.high, how_many.high))


def shift_share(pairs: Pairs, rota: Rota, prior: float) -> Feature:
    """How far the shifts can be worked.

    A rota is stated once either kind of shift is: the other, left blank, then means none. Where it is not stated, the
    shifts usual in such work draw the share half of the way from the prior, and it could still be anything.
    """
    asked, stated = pairs.candidates.week_known[:, None], pairs.vacancies.shifts_known[None, :]
    share_, low, high = (
        np.where(asked & stated, np.minimum(rota.required_share, part), np.nan)
        for part in (rota.any_share, rota.any_low, rota.any_high)
    )
    usual = (1 - _USUAL_SHARE) * prior + _USUAL_SHARE * rota.usual_share
    return bounded(pairs.shape, np.where(asked & ~stated, usual, share_), low, high, prior=prior)


def contract(pairs: Pairs, prior: float) -> Feature:
    """How secure the contract is."""
    by_code = np.array([_SECURITY[kind] for kind in Contract])
    offered = pairs.vacancies.contract[None, :].astype(np.int64)
    security = np.where(offered == UNKNOWN, np.nan, by_code[np.maximum(offered, 0)])
    return bounded(pairs.shape, security, security, security, prior=prior)


def both(when: Floats, how_many: Floats) -> Floats:
    """The two parts of the feature of shifts put together."""
    return SHIFT_SHARE * when + (1 - SHIFT_SHARE) * how_many


def covers(weeks: NDArray[np.uint64], needed: NDArray[np.uint64]) -> Flags:
    """(n_candidates, n_shifts): whether every half-hour of a shift is free."""
    return np.asarray(((weeks[:, None, :] & needed[None, :, :]) == needed[None, :, :]).all(axis=2))


def _union_hours(shifts_: NDArray[np.uint64]) -> Floats:
    """Hours of the union of the shifts of each row, (n, n_shifts, 11) to (n,): an hour in two shifts counts once."""
    half_hours = np.bitwise_count(np.bitwise_or.reduce(shifts_, axis=1) & _SLEEPING_LAYER)
    return np.asarray(half_hours.sum(axis=1) / 2.0)


def _part(can_work: Floats, needed: Floats, offered: float) -> Floats:
    """Share of the hours needed, and no more needed than are offered; any at all will do where none are."""
    most = np.minimum(needed, offered)
    ratio = np.divide(can_work, most, out=np.ones(np.broadcast(can_work, most).shape), where=most > 0)
    return np.where(most > 0, np.minimum(1.0, ratio), can_work > 0)


def hours_fit(pairs: Pairs, prior: float) -> Feature:
    """1 where hours wanted and offered meet, 0 from a gap of 16 on; times the share of them that is guaranteed.

    An end of a range that nobody has stated may lie anywhere beyond the other end: the prior is drawn in between the
    worst and the best that this allows. While nobody says how many hours
    are guaranteed, all of them are taken to be, or none under a contract that promises none; it could be either.
    """
    wanted = np.broadcast_to(pairs.candidates.hours_min[:, None], pairs.shape)
    guaranteed = np.broadcast_to(pairs.vacancies.guaranteed[None, :], pairs.shape)
    stated = np.isfinite(guaranteed) & np.isfinite(wanted)
    kept = share(np.where(stated, guaranteed, 1.0), np.where(stated, wanted, 1.0), otherwise=1.0)
    unpromised = np.isin(pairs.vacancies.contract, _UNPROMISED_CODES)[None, :] & (wanted > 0)
    worst, best = _meeting(pairs)
    usual = np.where(~stated & unpromised, 0.0, kept)
    value = np.clip(prior, worst * usual, best * usual)
    return bounded(pairs.shape, value, worst * np.where(stated, kept, 0.0), best * kept, prior=prior)


def _meeting(pairs: Pairs) -> tuple[Floats, Floats]:
    """How well hours wanted and offered meet, with the ends that are not stated at their worst and at their best."""
    people, work = pairs.candidates, pairs.vacancies
    wanted = people.hours_min[:, None], people.hours_max[:, None]
    offered = work.hours_min[None, :], work.hours_max[None, :]
    return _fit(*_narrow(*wanted), *_narrow(*offered)), _fit(*_wide(*wanted), *_wide(*offered))


def _narrow(low: Floats, high: Floats) -> tuple[Floats, Floats]:
    """A range that meets as little as can be: a missing end at the other one, two of them apart."""
    return _either(low, high, _WEEK_HOURS), _either(high, low, 0.0)


def _wide(low: Floats, high: Floats) -> tuple[Floats, Floats]:
    return _either(low, low, 0.0), _either(high, high, _WEEK_HOURS)


def _either(first: Floats, second: Floats, otherwise: float) -> Floats:
    return np.where(np.isfinite(first), first, np.where(np.isfinite(second), second, otherwise))


def _fit(wanted_low: Floats, wanted_high: Floats, offered_low: Floats, offered_high: Floats) -> Floats:
    gap = np.maximum(0.0, np.maximum(wanted_low - offered_high, offered_low - wanted_high))
    return np.asarray(np.maximum(0.0, 1.0 - gap / _HOURS_TOLERANCE))
