"""The best k both ways of scored pairs, by grouping in Polars."""

from typing import TYPE_CHECKING

import numpy as np

from matcher.benchmarks.baselines.ground import Ground, in_lists
from matcher.ranking.everything import ScoredMatches

if TYPE_CHECKING:
    import polars as pl

__all__ = ["FrameLists"]

_KEPT_AT_ONCE = 2_000_000
"""Judgement: so many pairs are kept for vacancies before their lists are cut to k again."""


class FrameLists:
    """Lists so far. All the pairs of a person have to be offered at once."""

    def __init__(self, ground: Ground) -> None:
        people, work = ground.matching.people, ground.matching.work
        self._size, self._k = (len(people), len(work)), ground.matching.k
        self._theirs: list[pl.DataFrame] = []
        self._its: list[pl.DataFrame] = []
        self._bar = np.full(len(work), -np.inf)

    def offer(self, scored: "pl.DataFrame") -> None:
        """Offer scored pairs to the lists of both; of those only that come up to a vacancy's k-th so far are kept."""
        import polars as pl

        self._theirs.append(self._first(scored, "person", "work_rank").select("person", "work", "score"))
        bar = pl.lit(pl.Series(self._bar)).gather(pl.col("work"))
        self._its.append(scored.filter(pl.col("score") >= bar).select("work", "person", "person_rank", "score"))
        if sum(map(len, self._its)) > _KEPT_AT_ONCE:
            self._cut()

    def found(self) -> ScoredMatches:
        """Both directions."""
        import polars as pl

        self._cut()
        theirs, its = pl.concat(self._theirs).sort("person", maintain_order=True), self._its[0]
        sides = (theirs, "person", "work", self._size[0]), (its, "work", "person", self._size[1])
        return ScoredMatches(
            *(
                in_lists(n, self._k, *(frame[name].to_numpy() for name in (one, other, "score")))
                for frame, one, other, n in sides
            )
        )

    def _cut(self) -> None:
        import polars as pl

        best = self._first(pl.concat(self._its), "work", "person_rank")
        full = best.group_by("work").agg(pl.col("score").min(), pl.len()).filter(pl.col("len") == self._k)
        self._bar[full["work"].to_numpy()] = full["score"].to_numpy()
        self._its = [best]

    def _first(self, scored: "pl.DataFrame", side: str, rank: str) -> "pl.DataFrame":
        """The best k of every row of a side, row by row: by score, of equal ones by rank."""
        import polars as pl

        last = scored.group_by(side).agg(last=pl.col("score").top_k(self._k).min())
        worth = scored.join(last, on=side).filter(pl.col("score") >= pl.col("last")).drop("last")
        ordered = worth.sort(side, "score", rank, descending=[False, True, False])
        return ordered.group_by(side, maintain_order=True).head(self._k)
