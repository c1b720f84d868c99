"""The whole score of one pair to the last bit, put together from what was looked up and counted; compiled.

The operations of `matcher.scoring` in the same order. Compiled into the loop that calls it: as a function of its own it
would cost as much as the rest of a pair.
"""

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.everything.compiling import inlined
from matcher.ranking.everything.looked import (
    W_CONTRACT,
    W_ESSENTIAL,
    W_EXPERIENCE,
    W_OPTIONAL,
    W_PAY,
    W_QUALIFICATION,
    W_SECTOR,
    W_SHIFTS,
    W_TEXT,
    W_TRAVEL,
)

__all__ = ["added_up", "leg_minutes"]

Floats = NDArray[np.float64]


@inlined
def leg_minutes(km: float, detour: float, speed: float, fixed: float) -> float:
    """Minutes by one way of travel, as `matcher.geography` has them."""
    return km * detour * 60.0 / speed + fixed


@inlined
def added_up(  # noqa: PLR0913, PLR0917 - the features of a score, one by one
    weights: Floats,
    essential: float,
    optional: float,
    near: float,
    shifts: float,
    contract: float,
    sector: float,
    experience: float,
    qualification: float,
    pay: float,
    text: float,
) -> float:
    """The score, added up as `matcher.scoring.score` adds it."""
    score: float = weights[W_ESSENTIAL] * essential
    score += weights[W_OPTIONAL] * optional
    score += weights[W_TRAVEL] * near
    score += weights[W_SHIFTS] * shifts
    score += weights[W_CONTRACT] * contract
    score += weights[W_SECTOR] * sector
    score += weights[W_EXPERIENCE] * experience
    score += weights[W_QUALIFICATION] * qualification
    score += weights[W_PAY] * pay
    score += weights[W_TEXT] * text
    return score
