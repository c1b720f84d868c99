"""Gates and the whole score as Polars expressions, in the order in which `matcher.scoring` adds up.

Polars divides by a constant by multiplying with its inverse, so that a score may differ in its last bits. Dividing by a
column would not; but a baseline should not have to do more than it would.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from matcher.benchmarks.baselines.ground import Ground, Sparse
from matcher.benchmarks.baselines.polars_columns import n_needs, n_word_columns, spread_credits
from matcher.domain import TravelMode
from matcher.geography import mode_speed
from matcher.ranking.everything.tables import (
    EXPERIENCE,
    GATES_OUT,
    HOURS_FIT,
    PAY,
    PRIOR_SECTOR,
    QUALIFICATION,
    SHIFT_SHARE,
    SHIFTS_OUT,
    WAITS,
)
from matcher.scoring.background import SAME_TOPIC_COSINE
from matcher.scoring.encode import code
from matcher.scoring.hours import SHIFT_SHARE as SHARE_OF_WHEN
from matcher.scoring.travel import HALF_VALUE_MINUTES
from matcher.scoring.ways import Ways

if TYPE_CHECKING:
    import polars as pl

__all__ = ["PairScores"]


class PairScores:
    """Scores of pairs of some people with any vacancies: frames with ``at``, a place among the people, and ``work``.

    Columns of both sides are looked up by these where they are used; joining them to every pair takes twice as long.
    """

    def __init__(self, ground: Ground, people: "pl.DataFrame", work: "pl.DataFrame") -> None:
        self._ground, self._people, self._work = ground, people, work

    def score(self, pairs: "pl.DataFrame", ways: Ways, *, has_journey: bool) -> "pl.DataFrame":
        """The pairs that no gate blocks: ``person`` and ``work`` (rows), the ranks of both, and ``score``."""
        import polars as pl

        open_ = pairs.lazy().filter((self._looked(GATES_OUT) == 0) & (self._looked(SHIFTS_OUT) == 0))
        near = pl.when(self._its("live_in")).then(1.0).otherwise(self._prior("travel"))
        if has_journey:
            open_, near = self._within_limit(open_, ways), self._nearness(ways)
        return open_.select(
            "work",
            person=self._theirs("row"),
            person_rank=self._theirs("rank"),
            work_rank=self._its("rank"),
            score=self._sum(near),
        ).collect()

    def _theirs(self, name: str) -> "pl.Expr":
        import polars as pl

        return pl.lit(self._people[name]).gather(pl.col("at"))

    def _its(self, name: str) -> "pl.Expr":
        import polars as pl

        return pl.lit(self._work[name]).gather(pl.col("work"))

    @cached_property
    def _cells(self) -> "pl.Expr":
        import polars as pl

        return pl.lit(pl.Series(self._ground.tables.value))

    @cached_property
    def _credits(self) -> "pl.Expr":
        import polars as pl

        return pl.lit(pl.Series(spread_credits(self._ground, self._people["row"].to_numpy())))

    def _looked(self, table: int) -> "pl.Expr":
        return self._cells.gather(self._its(f"base{table}") + self._theirs(f"kind{table}"))

    def _prior(self, feature: str) -> float:
        return self._ground.matching.model.priors[feature]

    def _within_limit(self, pairs: "pl.LazyFrame", ways: Ways) -> "pl.LazyFrame":
        """The pairs within reach, with the straight line of each, ``km``."""
        import polars as pl

        dx, dy = self._theirs("east") - self._its("east"), self._theirs("north") - self._its("north")
        km = pl.max_horizontal((dx * dx + dy * dy).sqrt() / 1000.0 - self._its("radius"), pl.lit(0.0))
        nearer = pl.max_horizontal(pl.col("km") - (self._theirs("blur") + self._its("blur")), pl.lit(0.0))
        at_best = pl.min_horizontal([_minutes(nearer, mode) for mode in ways.best])
        return pairs.with_columns(km=km).filter(self._its("live_in") | (at_best <= self._theirs("limit")))

    def _nearness(self, ways: Ways) -> "pl.Expr":
        import polars as pl

        km, blurs = pl.col("km"), (self._theirs("blur"), self._its("blur"))
        expected = (km * km + (blurs[0] * blurs[0] + blurs[1] * blurs[1]) / 2).sqrt()
        ratio = pl.min_horizontal([_minutes(expected, mode) + self._wait(mode) for mode in ways.usual])
        ratio /= HALF_VALUE_MINUTES
        return pl.when(self._its("live_in")).then(1.0).otherwise(1.0 / (1.0 + ratio * ratio))

    def _wait(self, mode: TravelMode) -> "pl.Expr":
        return self._looked(WAITS + int(self._ground.tables.wait_of[code(mode)]))

    def _sum(self, near: "pl.Expr") -> "pl.Expr":
        when, how_many = self._looked(SHIFT_SHARE), self._looked(HOURS_FIT)
        values = {
            "essential_skills": self._coverage("essential", self._ground.essential),
            "optional_skills": self._coverage("optional", self._ground.optional),
            "travel": near,
            "shifts": SHARE_OF_WHEN * when + (1 - SHARE_OF_WHEN) * how_many,
            "contract": self._its("contract"),
            "prior_sector": self._looked(PRIOR_SECTOR),
            "experience": self._looked(EXPERIENCE),
            "qualification": self._looked(QUALIFICATION),
            "pay": self._looked(PAY),
            "text": self._likeness(),
        }
        first, *others = (weight * values[name] for name, weight in self._ground.weights.items())
        for points in others:
            first += points
        return first

    def _coverage(self, which: str, needs: Sparse) -> "pl.Expr":
        import polars as pl

        points, n_skills = pl.lit(0, dtype=pl.Int32), needs.work.shape[1] + 1
        for at in range(n_needs(needs.work)):
            brought = self._credits.gather(pl.col("at") * n_skills + self._its(f"{which}_skill{at}"))
            points += brought.cast(pl.Int32) * self._its(f"{which}_telling{at}")
        whole, prior = self._its(f"{which}_total"), self._prior(f"{which}_skills")
        value = pl.when(whole > 0).then(points.cast(pl.Float64) / (whole * 100)).otherwise(1.0)
        estimate = pl.when(self._theirs("asked")).then(value).otherwise(pl.max_horizontal(value, pl.lit(prior)))
        return pl.when(self._its(f"{which}_known") | (whole > 0)).then(estimate).otherwise(prior)

    def _likeness(self) -> "pl.Expr":
        import polars as pl

        shared = pl.lit(0, dtype=pl.Int32)
        for at in range(n_word_columns(self._ground.texts.work)):
            both = self._theirs(f"words{at}") & self._its(f"words{at}")
            shared += both.bitwise_count_ones().cast(pl.Int32)
        size = (self._theirs("n_words") * self._its("n_words")).sqrt()
        likeness = pl.min_horizontal(shared.cast(pl.Float64) / size / SAME_TOPIC_COSINE, pl.lit(1.0))
        return pl.when(size > 0).then(likeness).otherwise(self._prior("text"))


def _minutes(km: "pl.Expr", mode: TravelMode) -> "pl.Expr":
    """As `matcher.geography.travel_minutes` has it."""
    speed = mode_speed(mode)
    return km * speed.detour_factor * 60.0 / speed.speed_kmh + speed.fixed_minutes
