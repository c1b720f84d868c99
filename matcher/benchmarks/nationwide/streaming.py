"""What reading 64 bytes for every pair within reach takes, on all cores: no way that looks at each can be quicker.

Of 64 bytes a pair's row of a vacancy would hardly fit; nothing is done with them but adding them up. A pair is in reach
where the straight line, less what a round reaches out, is no longer than the gate of place could let the person
travel. Pairs that no place decides (nobody knows where the person lives, or the work is live-in) are counted apart.
"""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from matcher.benchmarks.nationwide.cost import cost_of
from matcher.benchmarks.nationwide.figures import Figures
from matcher.benchmarks.nationwide.kept import kept_nation
from matcher.ranking.everything.partition import is_placed, reach_km
from matcher.scoring import CandidateArrays, VacancyArrays

__all__ = ["count_in_reach", "streaming_limit"]

_FLOATS = 16
"""32-bit floats in 64 bytes."""

_STRIPE_M = 10_000.0
_REPEATS = 3

Longs = NDArray[np.int64]


def streaming_limit(folder: Path, scale: str) -> Figures:  # noqa: ARG001 - as every part
    """Pairs in reach, and the seconds of reading them; the quickest of three."""
    nation = kept_nation(folder)
    in_reach = count_in_reach(nation.people, nation.work)
    n_live_in = int(nation.work.live_in.sum())
    n_anywhere = np.where(is_placed(nation.people), n_live_in, len(nation.work))
    return {
        "n_pairs": float(in_reach.sum()),
        "seconds": _seconds(in_reach, len(nation.work)),
        "n_pairs_anywhere": float(n_anywhere.sum()),
        "seconds_with_anywhere": _seconds(in_reach + n_anywhere, len(nation.work)),
    }


def count_in_reach(people: CandidateArrays, work: VacancyArrays) -> Longs:
    """How many vacancies with a journey each person may reach, (n,); none where nobody knows where they live."""
    rows = np.flatnonzero(is_placed(work) & ~work.live_in)
    order = rows[np.lexsort((work.easting_m[rows], work.northing_m[rows] // _STRIPE_M))]
    stripes, starts = np.unique(work.northing_m[order] // _STRIPE_M, return_index=True)
    reach = np.where(is_placed(people), reach_km(people) * 1000.0, -np.inf)
    spread = (work.radius_km + work.blur_km)[order] * 1000.0
    from matcher.benchmarks.nationwide.streaming_loops import count

    return np.asarray(
        count(
            (people.easting_m, people.northing_m, np.maximum(reach, -1e9)),
            (work.easting_m[order], work.northing_m[order], spread),
            (stripes * _STRIPE_M, np.append(starts, len(order)), _STRIPE_M),
            float(spread.max(initial=0.0)),
        )
    )


def _seconds(n_each: Longs, n_rows: int) -> float:
    from matcher.benchmarks.nationwide.streaming_loops import stream

    rows = np.ones((n_rows, _FLOATS), dtype=np.float32)
    starts = np.arange(len(n_each)) * n_rows // max(1, len(n_each))
    stream(rows, starts[:1], n_each[:1])  # compiled before the clock starts
    return min(cost_of(lambda: stream(rows, starts, n_each))[1].seconds for _ in range(_REPEATS))
