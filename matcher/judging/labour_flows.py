"""Moves into care by industry of origin, beside how readily the engine says people of it move.

The metric is Spearman's rank correlation of our affinity with the observed share of leavers, over industries whose
counts were published. A later period is held against an earlier one too: repeating its share is the simple method.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from matcher.evaluation import bootstrap_statistic
from matcher.judging.correlation import spearman
from matcher.judging.readers import FlowReader
from matcher.judging.rows import Comparison, Row
from matcher.judging.shrinkage import FEWEST
from matcher.judging.tasks import number_in, read_rows

__all__ = ["EARLIER", "NOTE", "Flow", "load", "measured_flows"]

NAME = "labour-flows"
EARLIER = "repeat the earlier share"
NOTE = "labour-flows: the affinities were made from the moves of 2009-2013, so only a later period tests them."
_FILES = "moves_into_social_care_*.csv"
_MOVES, _LEAVERS = "moves_into_social_care", "moves_to_any_other_industry"
_COLUMNS = ("origin_sic2007", "origin_activity", "origin_main_activity", _MOVES, _LEAVERS)

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Flow:
    """Who left one industry (SIC 2007, four digits) for any other, and how many of them for care."""

    industry: str
    activity: str
    main_activity: str
    n_moves: float
    n_leavers: float

    @property
    def is_published(self) -> bool:
        """Whether the count is one, and not what differencing leaves of a suppressed one."""
        return self.n_moves >= FEWEST

    @property
    def share(self) -> float:
        """Of the leavers, those who moved into care."""
        return self.n_moves / self.n_leavers


def load(real_data: Path) -> dict[str, list[Flow]]:
    """The flows of each period, ``2009-2013`` first; empty without files.

    Raises
    ------
    FileError
        A file cannot be read.
    """
    prefix = _FILES.removesuffix("*.csv")
    return {
        path.stem.removeprefix(prefix).replace("_", "-"): [
            Flow(
                row["origin_sic2007"],
                row["origin_activity"].strip(),
                row["origin_main_activity"].strip(),
                number_in(row, _MOVES, path),
                number_in(row, _LEAVERS, path),
            )
            for row in read_rows(path, _COLUMNS)
        ]
        for path in sorted((real_data / "labour_flows").glob(_FILES))
    }


def measured_flows(
    periods: dict[str, list[Flow]], reader: FlowReader, rng: np.random.Generator
) -> tuple[list[Row], list[Comparison]]:
    """Our rank correlation for each period, and for a later one beside the simple method's where both periods count."""
    rows: list[Row] = []
    ahead: list[Comparison] = []
    earlier: dict[str, float] = {}
    for period, flows in periods.items():
        shares = {flow.industry: flow.share for flow in flows if flow.is_published}
        rows += _rows(period, shares, {"carematch": _ours(reader, shares)}, rng)
        both = {industry: share for industry, share in shares.items() if industry in earlier}
        if both:
            methods = {"carematch": _ours(reader, both), EARLIER: np.array([earlier[industry] for industry in both])}
            rows += _rows(f"{period}, seen before", both, methods, rng)
            ahead.append(_ahead(f"{period}, seen before", both, list(methods.values()), rng))
        earlier |= shares
    return rows, ahead


def _ours(reader: FlowReader, shares: dict[str, float]) -> Floats:
    return np.array([reader.sector_affinity(industry) for industry in shares])


def _rows(part: str, shares: dict[str, float], methods: dict[str, Floats], rng: np.random.Generator) -> Iterator[Row]:
    observed = np.array(list(shares.values()))
    for method, scores in methods.items():
        found = bootstrap_statistic(len(observed), partial(spearman, scores, observed), rng)
        yield Row(NAME, part, len(observed), method, "Spearman", found.value, found.low, found.high)


def _ahead(part: str, shares: dict[str, float], scores: Sequence[Floats], rng: np.random.Generator) -> Comparison:
    observed = np.array(list(shares.values()))

    def lead(at: NDArray[np.int64]) -> float:
        return spearman(scores[0], observed, at) - spearman(scores[1], observed, at)

    found = bootstrap_statistic(len(observed), lead, rng)
    return Comparison(NAME, part, len(observed), "carematch", EARLIER, "Spearman", found.value, found.low, found.high)
