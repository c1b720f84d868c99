"""What a programme may be told of chances: sums over groups, never one person's."""

import numpy as np

from matcher.errors import InputError
from matcher.learning.calibration import Calibration
from matcher.learning.likelihood import Floats

__all__ = ["LEAST_GROUP", "expected_starts"]

LEAST_GROUP = 10
"""Judgement: in a group of fewer, a mean comes close to saying what one person's chance is."""


def expected_starts(scores: Floats, calibration: Calibration) -> float:
    """How many starts to expect of a group of referrals: the sum of their chances.

    Parameters
    ----------
    scores : ndarray of float64 in [0, 100], shape (n,)
        Of `LEAST_GROUP` referrals or more.

    Raises
    ------
    InputError
        The group is smaller.
    """
    if len(scores) < LEAST_GROUP:
        raise InputError(
            f"Starts are expected of groups only, and this one has {len(scores)} referrals: take {LEAST_GROUP} or more."
        )
    return float(np.sum(calibration.chance(scores)))
