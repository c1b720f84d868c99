"""Outcomes read as pairs that were referred and did or did not start. Pairs that nobody referred say nothing.

Whether a pair says anything:

=============  =======  ===========================================================================================
fate           counts   when
=============  =======  ===========================================================================================
started        yes      the candidate reached ``started`` or a stage beyond, whatever came after
not selected   no       the provider decided so
withdrew       no       the candidate decided so, before or after an offer: what makes people withdraw (the journey, the
                        shifts, the pay, a better post) is what a score is about
silent         no       nothing else is recorded, and the last news is older than `SILENCE`
open           left     nothing else is recorded, and the last news is younger: it may still become a start
overtaken      left     nothing else is recorded, and the candidate started elsewhere: nobody tried any further
undated        left     nothing else is recorded, and nobody has said when: it may be open
=============  =======  ===========================================================================================
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from matcher.domain import Outcome, Stage

__all__ = ["SILENCE", "Fate", "Referred", "ReferredPair", "read_referred"]

SILENCE = timedelta(weeks=12)
"""Judgement: references, a check (about three weeks) and a month's notice fit twice into twelve weeks."""


class Fate(StrEnum):
    """What became of a referral."""

    STARTED = "started"
    NOT_SELECTED = "not_selected"
    WITHDREW = "withdrew"
    SILENT = "silent"
    OPEN = "open"
    OVERTAKEN = "overtaken"
    UNDATED = "undated"

    @property
    def is_left_out(self) -> bool:
        """Whether it says neither that the pair started nor that it did not."""
        return self in {Fate.OPEN, Fate.OVERTAKEN, Fate.UNDATED}


@dataclass(frozen=True, slots=True)
class ReferredPair:
    """A candidate who was referred to a vacancy; `judged_on` is the day of the referral, as near as it is known."""

    candidate: str
    vacancy: str
    judged_on: date
    started: bool


@dataclass(frozen=True, slots=True)
class Referred:
    """Pairs that say something, by candidate and vacancy, and how many pairs had which fate."""

    pairs: tuple[ReferredPair, ...]
    fates: Mapping[Fate, int]

    @property
    def n_started(self) -> int:
        """How many started."""
        return self.fates.get(Fate.STARTED, 0)


def read_referred(outcomes: Iterable[Outcome], as_of: date) -> Referred:
    """The pairs of some outcomes as they were known on a day; what happened later is left out.

    Parameters
    ----------
    outcomes : iterable of Outcome
        In any order, one or more for each pair.
    as_of : date
        The day on which silence is judged; a pair without any date is judged as of it.
    """
    stages: dict[tuple[str, str], list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        if outcome.reached_on is None or outcome.reached_on <= as_of:
            stages[outcome.candidate, outcome.vacancy].append(outcome)
    placed = {candidate for (candidate, _), reached in stages.items() if _has_started(reached)}
    fates = {pair: _fate(reached, as_of, elsewhere=pair[0] in placed) for pair, reached in stages.items()}
    pairs = [
        ReferredPair(*pair, _judged_on(stages[pair], as_of), fates[pair] is Fate.STARTED)
        for pair in sorted(stages)
        if not fates[pair].is_left_out
    ]
    return Referred(tuple(pairs), Counter(fates.values()))


def _has_started(reached: Sequence[Outcome]) -> bool:
    return any(outcome.stage.is_start for outcome in reached)


def _fate(reached: Sequence[Outcome], as_of: date, *, elsewhere: bool) -> Fate:
    stages = {outcome.stage for outcome in reached}
    if _has_started(reached):
        return Fate.STARTED
    if Stage.NOT_SELECTED in stages:
        return Fate.NOT_SELECTED
    if Stage.WITHDREW in stages:
        return Fate.WITHDREW
    days = [outcome.reached_on for outcome in reached if outcome.reached_on]
    if elsewhere:
        return Fate.OVERTAKEN
    if not days:
        return Fate.UNDATED
    return Fate.SILENT if as_of - max(days) >= SILENCE else Fate.OPEN


def _judged_on(reached: Sequence[Outcome], as_of: date) -> date:
    """The day of the referral, else the earliest day recorded, else `as_of`."""
    referred = [each.reached_on for each in reached if each.reached_on and each.stage is Stage.REFERRED]
    return min(referred or [each.reached_on for each in reached if each.reached_on], default=as_of)
