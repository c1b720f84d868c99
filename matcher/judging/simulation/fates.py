"""What becomes of referrals, as a programme records it: stages, endings, silence, and what is still open."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from matcher.domain import Outcome, Stage
from matcher.judging.simulation.referrals import Referrals

__all__ = ["Fates", "follow", "long_run_chances", "number_of"]

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

_YEAR_DAYS = 365.0
_QUARTER_DAYS = 91.0

_STEPS = (Stage.INTERVIEWED, Stage.OFFERED, Stage.STARTED)
_USUAL_DAYS = (14.0, 10.0, 28.0)
"""Judgement: usual days to an interview, on to an offer, and on to the first day (checks take weeks)."""

_EVEN_DAYS = 4.0
"""Judgement: shape of the gamma distribution of days: most within twice the usual, a few much later."""

_LOST = (0.45, 0.35, 0.2)
"""Judgement: of the log of the chance, how much is lost before the interview, the offer, and the first day."""

_NEVER_TOLD = 0.1
"""Judgement: one referral in ten that comes to nothing is never told about."""

_WITHDREW = 0.35
"""Judgement: of those that come to nothing, one in three is the person's own choice."""

_SAYS_SO = 0.5
"""Judgement: who starts elsewhere withdraws from half of the other referrals; of the rest nothing is heard."""

_STAYS_3_MONTHS = 0.85
"""Judgement: about one in seven who starts has left three months later."""

_N_RUNS = 40  # of the same referrals, for the long run: a chance is then known to within a tenth


@dataclass(frozen=True, slots=True)
class Fates:
    """What becomes of each referral.

    Attributes
    ----------
    referrals : Referrals
    age : (n,) float64
        Days since the referral, on the day of looking; all of one candidate are of one day.
    when : (9, n) float64
        Days from the referral to each `Stage`; infinite where it is never recorded.
    overtaken : (n,) bool
        The candidate started elsewhere before this came to an end.
    """

    referrals: Referrals
    age: Floats
    when: Floats
    overtaken: Flags

    def outcomes(self, today: date) -> list[Outcome]:
        """The outcomes file of the programme on the day of looking."""
        referred = [today - timedelta(days=int(days)) for days in self.age]
        return [
            Outcome(
                name_of("C", self.referrals.candidate[row]),
                name_of("V", self.referrals.vacancy[row]),
                list(Stage)[stage],
                referred[row] + timedelta(days=int(self.when[stage, row])),
            )
            for stage, row in zip(*np.nonzero(self.when <= self.age), strict=True)
        ]

    @property
    def started(self) -> Flags:
        """Whether it ends in a start, however long that takes."""
        return np.asarray(np.isfinite(self.when[_row(Stage.STARTED)]))

    @property
    def counted(self) -> Flags:
        """Whether it will say anything once all is over: all but what was overtaken and never heard of again."""
        return np.asarray(~self.overtaken | np.isfinite(self.when[_row(Stage.WITHDREW)]))


def name_of(kind: str, number: int) -> str:
    """An id whose order is the order of numbers."""
    return f"{kind}{number:05}"


def number_of(name: str) -> int:
    """The number that `name_of` made an id of."""
    return int(name[1:])


def follow(referrals: Referrals, chances: Floats, rng: np.random.Generator) -> Fates:
    """Let a year of referrals take their course; nobody starts in two places.

    The chance of starting, were a referral the only one, is the product of the chances of three steps.
    """
    n = len(referrals)
    days = np.cumsum([rng.gamma(_EVEN_DAYS, usual / _EVEN_DAYS, n) for usual in _USUAL_DAYS], axis=0)
    n_passed = _steps_passed(chances[referrals.candidate, referrals.vacancy], rng)
    first_start = np.full(referrals.candidate.max(initial=0) + 1, np.inf)
    np.minimum.at(first_start, referrals.candidate, np.where(n_passed == len(days), days[-1], np.inf))
    end = days[np.minimum(n_passed, len(days) - 1), np.arange(n)]
    overtaken = end > first_start[referrals.candidate]
    until = np.minimum(end, first_start[referrals.candidate])
    when = _steps(days, n_passed, until)
    _stay(when, rng)
    _end(when, until, overtaken, rng)
    return Fates(referrals, rng.uniform(0.0, _YEAR_DAYS, len(first_start))[referrals.candidate], when, overtaken)


def _steps_passed(chance: Floats, rng: np.random.Generator) -> NDArray[np.int64]:
    """How many of the three steps go well, one after the other, (n,)."""
    passed = np.stack([rng.random(len(chance)) < chance**share for share in _LOST])
    return np.asarray(np.cumprod(passed, axis=0).sum(axis=0))


def _steps(days: Floats, n_passed: NDArray[np.int64], until: Floats) -> Floats:
    """Days to each stage (9, n), with the steps filled in that went well before it was over."""
    when = np.full((len(Stage), len(until)), np.inf)
    when[_row(Stage.REFERRED)] = 0.0
    for number, stage in enumerate(_STEPS):
        when[_row(stage)] = np.where((n_passed > number) & (days[number] <= until), days[number], np.inf)
    return when


def _stay(when: Floats, rng: np.random.Generator) -> None:
    """Fill in who is still in post after three months."""
    stays = rng.random(when.shape[1]) < _STAYS_3_MONTHS
    when[_row(Stage.IN_POST_3M)] = np.where(stays, when[_row(Stage.STARTED)] + _QUARTER_DAYS, np.inf)


def _end(when: Floats, until: Floats, overtaken: Flags, rng: np.random.Generator) -> None:
    """Fill in endings that are recorded, of those that do not start."""
    n = len(until)
    told = np.isinf(when[_row(Stage.STARTED)]) & (rng.random(n) < np.where(overtaken, _SAYS_SO, 1 - _NEVER_TOLD))
    own_choice = overtaken | (rng.random(n) < _WITHDREW)
    when[_row(Stage.WITHDREW)] = np.where(told & own_choice, until, np.inf)
    when[_row(Stage.NOT_SELECTED)] = np.where(told & ~own_choice, until, np.inf)


def long_run_chances(referrals: Referrals, chances: Floats, rng: np.random.Generator) -> Floats:
    """The share of each referral's runs, of those that count, that end in a start (n,); NaN where none counts.

    This is what a chance learned from outcomes is a chance of: with other referrals beside it.
    """
    runs = [follow(referrals, chances, rng) for _ in range(_N_RUNS)]
    n_counted = np.sum([run.counted for run in runs], axis=0)
    n_started = np.sum([run.started for run in runs], axis=0)
    unknown = np.full(len(referrals), np.nan)
    return np.asarray(np.divide(n_started, n_counted, out=unknown, where=n_counted > 0))


def _row(stage: Stage) -> int:
    return list(Stage).index(stage)
