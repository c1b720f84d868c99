"""How the time of the compiled way grows when both sides do."""

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import numpy as np

from matcher.benchmarks.nationwide.cost import Cost, cost_of
from matcher.benchmarks.nationwide.figures import Figures
from matcher.benchmarks.nationwide.kept import kept_nation
from matcher.benchmarks.nationwide.matching import matching_of, warm_up
from matcher.benchmarks.nationwide.sampling import first_rows
from matcher.ranking.everything import Matching, match_everything

__all__ = ["SHARES", "exponent", "growth"]

SHARES = tuple(Fraction(1, parts) for parts in (32, 16, 8, 4, 2))
"""Shares of both sides that are matched."""

_QUICK_SECONDS = 5.0
"""Judgement: what takes less is run three times, and the quickest counts."""


def growth(folder: Path, scale: str) -> Figures:  # noqa: ARG001 - as every part
    """Seconds of every share, and the exponents that fit them and the processor time."""
    nation = kept_nation(folder)
    warm_up(matching_of(nation))
    costs = []
    for share in SHARES:
        part = first_rows(nation, max(1, int(len(nation.people) * share)), max(1, int(len(nation.work) * share)))
        costs.append(_quickest(matching_of(part)))
    shares = [float(share) for share in SHARES]
    return {
        "shares": shares,
        "seconds": [cost.seconds for cost in costs],
        "cpu_seconds": [cost.cpu_seconds for cost in costs],
        "exponent": exponent(shares, [cost.seconds for cost in costs]),
        "cpu_exponent": exponent(shares, [cost.cpu_seconds for cost in costs]),
    }


def exponent(sizes: Sequence[float], seconds: Sequence[float]) -> float:
    """The slope of the line through logarithms: 1 where twice the size takes twice the time, 2 where four times.

    Least squares, every size weighing the same.
    """
    return float(np.polyfit(np.log(sizes), np.log(seconds), 1)[0])


def _quickest(matching: Matching) -> Cost:
    _, cost = cost_of(lambda: match_everything(matching, fast=True))
    if cost.seconds > _QUICK_SECONDS:
        return cost
    return min(cost, *(cost_of(lambda: match_everything(matching, fast=True))[1] for _ in range(2)))
