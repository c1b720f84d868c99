"""The compiled search: what the one who asks is made into, where to look, and what comes back."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from threading import local
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from matcher.domain import TravelMode
from matcher.ranking.everything.columns import Travel
from matcher.ranking.everything.groups import waiting_modes
from matcher.ranking.warm.askers import Where, asking_person, asking_vacancy
from matcher.ranking.warm.finding import Ask, Hits, allowed_rows
from matcher.ranking.warm.looks import Look, Looks
from matcher.ranking.warm.near import cells_in_reach, nearest_first
from matcher.ranking.warm.promising import Runs, Scratch, new_scratch
from matcher.ranking.warm.scoring_rows import Looked, Scales, Wanted
from matcher.ranking.warm.search_people import search_people
from matcher.ranking.warm.search_work import search_work
from matcher.ranking.warm.sides import Part, Side
from matcher.scoring import FEATURES, CandidateArrays, Model, VacancyArrays
from matcher.scoring.background import SAME_TOPIC_COSINE
from matcher.scoring.hours import SHIFT_SHARE
from matcher.scoring.travel import HALF_VALUE_MINUTES

__all__ = ["FastSearch"]

_FEW = 50
"""Judgement: where less than one row in so many is asked for, these are looked up one by one, not cell by cell."""


@dataclass(frozen=True, eq=False)
class FastSearch:
    """Looks in the cells in reach, with what people and vacancies are worth with each other's kinds at hand."""

    model: Model
    of_people: Looks
    of_work: Looks
    places: NDArray[np.int32]
    _own: local = field(default_factory=local)

    def work(self, person: CandidateArrays, side: Side[VacancyArrays], ask: Ask) -> Iterator[Hits]:
        """Vacancies that no gate closes to a person."""
        if side.is_empty:
            return iter(())
        asker, looked = asking_person(person), _looked(self.of_people.of(person, side.kinds))

        def search(part: Part[VacancyArrays], runs: Runs, wanted: Wanted) -> Any:
            nearest = nearest_first(runs.near)
            runs = Runs(runs.start[nearest], runs.end[nearest], runs.near[nearest])
            return search_work(asker, part.field.columns, part.field.kinds, looked, self._scales, runs, wanted)

        return self._each(side, ask, asker.where, lambda _: asker.travel, search)

    def people(self, vacancy: VacancyArrays, side: Side[CandidateArrays], ask: Ask) -> Iterator[Hits]:
        """Candidates to whom no gate closes a vacancy."""
        if side.is_empty:
            return iter(())
        asker, looked = asking_vacancy(vacancy, self.model, self.places), _looked(self.of_work.of(vacancy, side.kinds))

        def search(part: Part[CandidateArrays], runs: Runs, wanted: Wanted) -> Any:
            rows = part.field
            columns = rows.columns, rows.travel, rows.kinds
            scratch = self._scratch(len(rows))
            return search_people(asker, *columns, looked, self._scales, rows.sketch, runs, wanted, scratch)

        return self._each(side, ask, asker.where, lambda part: part.field.travel, search)

    def _each(
        self,
        side: Side[Any],
        ask: Ask,
        where: Where,
        travel: Callable[[Part[Any]], Travel],
        search: Callable[[Part[Any], Runs, Wanted], Any],
    ) -> Iterator[Hits]:
        """Part after part, each from the k-th best of those before on."""
        scores = np.empty(0)
        for part in side.parts():
            least = float(np.partition(scores, -ask.k)[-ask.k]) if 0 < ask.k <= len(scores) else -np.inf
            runs, allowed = self._runs(part, ask, where, travel(part))
            bars = ask.bars.of(part) if ask.bars else np.empty(0)
            hits = search(part, runs, Wanted(allowed, min(ask.k, len(part.field)), least, bars))
            scores = np.concatenate([scores, hits.score])
            yield part.field.rows.ids[part.field.row_of_rank[hits.rank]], hits.score

    def _scratch(self, n_rows: int) -> Scratch:
        """Room for this thread to work in."""
        if len(getattr(self._own, "scratch", ((),))[0]) < n_rows:
            self._own.scratch = new_scratch(n_rows)
        return cast("Scratch", self._own.scratch)

    def _runs(self, part: Part[Any], ask: Ask, where: Where, travel: Travel) -> tuple[Runs, NDArray[np.bool_]]:
        if ask.only is not None and len(ask.only) * _FEW < len(part.field):
            rows = part.field.rows_of(ask.only)
            return Runs(rows, rows + 1, np.ones(len(rows))), part.here
        cells, scales = part.field.cells, self._scales
        prior = float(self.model.priors["travel"])
        found, near = cells_in_reach(where, cells, part.field.regions, travel, prior, scales.half_value_minutes)
        return Runs(cells.start[found], cells.start[found + 1], near), allowed_rows(part, ask.only)

    @cached_property
    def _scales(self) -> Scales:
        waiting = waiting_modes()
        return Scales(
            weights=np.array([self.model.weights[name] for name in FEATURES], dtype=np.float64),
            priors=np.array([self.model.priors[name] for name in FEATURES], dtype=np.float64),
            when=SHIFT_SHARE,
            how_many=1 - SHIFT_SHARE,
            half_value_minutes=HALF_VALUE_MINUTES,
            same_topic_cosine=SAME_TOPIC_COSINE,
            wait_of=np.array([1 + waiting.index(mode) if mode in waiting else 0 for mode in TravelMode], np.int64),
        )


def _looked(looks: tuple[Look, ...]) -> Looked:
    return Looked(
        tuple(look.points for look in looks), tuple(look.values for look in looks), sum(look.most for look in looks)
    )
