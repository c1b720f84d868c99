"""Coverage and travel of one pair to the last bit: the operations of `matcher.scoring` in the same order; compiled.

A second statement of two definitions, held equal to the first by tests; all else comes out of tables that the first
filled in.
"""

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.everything.compiling import inlined

__all__ = ["exact_coverage", "exact_kilometres", "exact_likeness", "nearness"]

Floats = NDArray[np.float64]


@inlined
def exact_coverage(points: int, whole: float, asked: bool, stated: bool, prior: float) -> float:
    """As `matcher.scoring.skills` has it."""
    if not stated and whole <= 0.0:
        return prior
    covered = points / (whole * 100.0) if whole > 0.0 else 1.0
    return covered if asked else max(covered, prior)


@inlined
def exact_kilometres(dx: float, dy: float, radius: float, theirs: float, its: float) -> tuple[float, float]:
    """As near as most places so blurred are, and as expected: as `matcher.scoring.travel` has them."""
    between = max(np.sqrt(dx * dx + dy * dy) / 1000.0 - radius, 0.0)
    nearer = max(between - (theirs + its), 0.0)
    expected = max(np.sqrt(between * between + (theirs * theirs + its * its) / 2.0), 0.0)
    return nearer, expected


@inlined
def nearness(minutes: float, half_value: float) -> float:
    """As `matcher.scoring.travel` has it."""
    ratio = minutes / half_value
    return 1.0 / (1.0 + ratio * ratio)


@inlined
def exact_likeness(shared: int, theirs: float, its: float, same_topic: float, prior: float) -> float:
    """As `matcher.scoring.background` has it, of texts of so many words."""
    if theirs > 0.0 and its > 0.0:
        return min(1.0, float(shared / np.sqrt(theirs * its) / same_topic))
    return prior
