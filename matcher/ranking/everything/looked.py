"""Tables and model as the kernel reads them: exact values beside weighted points in 32 bits."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.everything.tables import (
    EXPERIENCE,
    GATES_OUT,
    HOURS_FIT,
    PAY,
    PRIOR_SECTOR,
    QUALIFICATION,
    SHIFT_SHARE,
    SHIFTS_OUT,
    Tables,
)
from matcher.scoring import FEATURES, Model
from matcher.scoring.background import SAME_TOPIC_COSINE
from matcher.scoring.hours import SHIFT_SHARE as SHARE_OF_WHEN
from matcher.scoring.travel import HALF_VALUE_MINUTES

__all__ = [
    "OUT",
    "W_CONTRACT",
    "W_ESSENTIAL",
    "W_EXPERIENCE",
    "W_OPTIONAL",
    "W_PAY",
    "W_QUALIFICATION",
    "W_SECTOR",
    "W_SHIFTS",
    "W_TEXT",
    "W_TRAVEL",
    "Looked",
    "look_up",
]

OUT = np.float32(-1e9)
"""Points of a pair that a gate blocks: far below every sum of others, however many of them come together."""

(
    W_ESSENTIAL,
    W_OPTIONAL,
    W_TRAVEL,
    W_SHIFTS,
    W_CONTRACT,
    W_SECTOR,
    W_EXPERIENCE,
    W_QUALIFICATION,
    W_PAY,
    W_TEXT,
) = range(len(FEATURES))
"""Places of the features among weights and priors: those of `FEATURES`."""


class Looked(NamedTuple):
    """What of `Tables` is of people, and the model's weights and priors in the order of `FEATURES`.

    `bound` holds the same cells as `value` in weighted points, `OUT` where a gate blocks, and minutes as they are. The
    last four are judgements of `matcher.scoring`: handed in, because a compiled function keeps a constant for good.
    """

    value: NDArray[np.float64]
    bound: NDArray[np.float32]
    kind: NDArray[np.int32]
    wait_of: NDArray[np.int64]
    weights: NDArray[np.float64]
    priors: NDArray[np.float64]
    when: float
    how_many: float
    half_value_minutes: float
    same_topic_cosine: float


def look_up(tables: Tables, model: Model) -> Looked:
    """The tables with what they weigh."""
    weights = np.array([model.weights[name] for name in FEATURES])
    when, how_many = SHARE_OF_WHEN, 1 - SHARE_OF_WHEN
    points = {
        HOURS_FIT: weights[W_SHIFTS] * how_many,
        PRIOR_SECTOR: weights[W_SECTOR],
        EXPERIENCE: weights[W_EXPERIENCE],
        QUALIFICATION: weights[W_QUALIFICATION],
        PAY: weights[W_PAY],
        GATES_OUT: float(OUT),
        SHIFT_SHARE: weights[W_SHIFTS] * when,
    }
    bound = tables.value.astype(np.float32)
    cells = [slice(start, end) for start, end in zip([0, *tables.ends[:-1]], tables.ends, strict=True)]
    for table, most in points.items():
        bound[cells[table]] = tables.value[cells[table]] * most
    bound[cells[SHIFT_SHARE]] += tables.value[cells[SHIFTS_OUT]].astype(np.float32) * OUT
    return Looked(
        value=tables.value,
        bound=bound,
        kind=tables.kind,
        wait_of=tables.wait_of,
        weights=weights,
        priors=np.array([model.priors[name] for name in FEATURES]),
        when=when,
        how_many=how_many,
        half_value_minutes=HALF_VALUE_MINUTES,
        same_topic_cosine=SAME_TOPIC_COSINE,
    )
