"""Polars: people joined with vacancies by squares of a grid, then filters, expressions and groups."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from matcher.benchmarks.baselines.ground import Ground
from matcher.benchmarks.baselines.polars_columns import people_frame, work_frame
from matcher.benchmarks.baselines.polars_lists import FrameLists
from matcher.benchmarks.baselines.polars_scores import PairScores
from matcher.ranking.everything import Matching, ScoredMatches

if TYPE_CHECKING:
    import polars as pl

__all__ = ["polars_matches"]

_CROSSED_AT_ONCE = 20_000_000
"""Judgement: so many people times all vacancies, of which a tenth are near each other; more take memory and no less
time."""

_PAIRS_AT_ONCE = 2_000_000
"""Judgement: the same, where place leaves nothing out."""

_SQUARE = {"x": "east", "y": "north"}

_AROUND = 2
"""Squares are half as wide as a reach, so that those up to two away cover it: five by five."""


def polars_matches(matching: Matching) -> ScoredMatches:
    """The lists of both directions, exact."""
    ground = Ground.of(matching)
    people, work = people_frame(ground), work_frame(ground)
    lists = FrameLists(ground)
    for ways, rows in ground.placed():
        for some in _by_reach(people[rows], max(1, _CROSSED_AT_ONCE // len(work))):
            lists.offer(PairScores(ground, some, work).score(_in_reach(some, work), ways, has_journey=True))
    at_once = max(1, _PAIRS_AT_ONCE // len(work))
    for ways, rows in ground.unplaced():
        for start in range(0, len(rows), at_once):
            some = people[rows[start : start + at_once]]
            lists.offer(PairScores(ground, some, work).score(_with_all(some, work, "open"), ways, has_journey=False))
    return lists.found()


def _by_reach(people: "pl.DataFrame", at_once: int) -> "Iterator[pl.DataFrame]":
    """People some at a time: whose reach is alike, so that one grid does for all."""
    import polars as pl

    banded = people.with_columns(band=(pl.col("reach").log(2) * 2).ceil().cast(pl.Int32))
    for _, alike in banded.group_by("band", maintain_order=True):
        yield from alike.iter_slices(at_once)


def _in_reach(people: "pl.DataFrame", work: "pl.DataFrame") -> "pl.DataFrame":
    """Pairs that may be in reach: sites by one grid, rounds, which reach out, by a wider one; live-in work."""
    import polars as pl

    open_, live_in = pl.col("open") & ~pl.col("live_in"), pl.col("open") & pl.col("live_in")
    spread = (pl.col("radius") + pl.col("blur")) * 1000.0
    parts = [_joined(people, work.filter(open_ & (spread == 0)), 0.0)]
    rounds = work.with_columns(spread=spread).filter(open_ & (spread > 0))
    if len(rounds):
        parts.append(_joined(people, rounds, float(np.asarray(rounds["spread"]).max())))
    with_live_in = work.with_columns(everywhere=live_in)
    return pl.concat([*parts, _with_all(people, with_live_in, "everywhere")])


def _joined(people: "pl.DataFrame", work: "pl.DataFrame", spread_m: float) -> "pl.DataFrame":
    import polars as pl

    width = (float(np.asarray(people["reach"]).max()) + spread_m) / _AROUND
    around = np.arange(-_AROUND, _AROUND + 1, dtype=np.int32)
    steps = pl.LazyFrame({"dx": np.repeat(around, len(around)), "dy": np.tile(around, len(around))})
    square = {name: (pl.col(metres) / width).floor().cast(pl.Int32) for name, metres in _SQUARE.items()}
    homes = _places(people).lazy().with_columns(**square).join(steps, how="cross")
    homes = homes.with_columns(x=pl.col("x") + pl.col("dx"), y=pl.col("y") + pl.col("dy"))
    places = work.lazy().select("east", "north", work="row").with_columns(**square)
    dx, dy = pl.col("east") - pl.col("east_right"), pl.col("north") - pl.col("north_right")
    far = pl.col("reach") + spread_m
    return homes.join(places, on=["x", "y"]).filter(dx * dx + dy * dy <= far * far).select("at", "work").collect()


def _places(people: "pl.DataFrame") -> "pl.DataFrame":
    import polars as pl

    return people.select("east", "north", "reach").with_columns(at=pl.Series(_places_among(people)))


def _with_all(people: "pl.DataFrame", work: "pl.DataFrame", which: str) -> "pl.DataFrame":
    """All the people with all the vacancies of which a column holds."""
    import polars as pl

    at = pl.LazyFrame({"at": _places_among(people)})
    return at.join(work.lazy().filter(pl.col(which)).select(work="row"), how="cross").collect()


def _places_among(people: "pl.DataFrame") -> NDArray[np.int32]:
    return np.arange(len(people), dtype=np.int32)
