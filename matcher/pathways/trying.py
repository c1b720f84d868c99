"""Every course that somebody could begin now, and every two of them, tried on the vacancies of a block."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isinf

import numpy as np

from matcher.explanation.blocks import Basis, Block
from matcher.explanation.changes import LOW_SCORE
from matcher.pathways.after_courses import after_courses
from matcher.pathways.beginning import Beginning, beginnings, weeks_together
from matcher.pathways.ground import Ground
from matcher.pathways.pair_bounds import each_alone
from matcher.pathways.rescoring import Standings, ground_block, perhaps_open, rescore
from matcher.pathways.variants import Counts, Rows, both, count_in_batches, every_two
from matcher.ranking import ranked_order
from matcher.scoring import CandidateArrays
from matcher.scoring.block import Flags
from matcher.scoring.taking import take

__all__ = ["Effect", "Trial", "price_of", "try_courses"]

Price = tuple[float, float, tuple[str, ...]]
"""Pounds that the person pays, weeks, ids of the courses."""

_NOW, _ALL, _FIRST = 0, 1, 2  # rows: the person as they are, with everything, and then after each course


def price_of(chosen: Sequence[Beginning]) -> Price:
    """What some courses cost the person."""
    cost = sum(one.option.cost for one in chosen)
    return cost, weeks_together(chosen), tuple(one.course.id for one in chosen)


@dataclass(frozen=True, slots=True)
class Effect:
    """What one course does, or two.

    Attributes
    ----------
    chosen : tuple of Beginning
    opened : (n,) places of vacancies that would open, best first
    n_ready : int
        Open vacancies, then, for which no check, licence or registration is still to be had.
    """

    chosen: tuple[Beginning, ...]
    opened: Rows
    n_ready: int

    @property
    def order(self) -> tuple[int, int, Price]:
        """What opens most first; then what leaves most ready, costs least, takes least, and by id."""
        return -len(self.opened), -self.n_ready, price_of(self.chosen)


@dataclass(frozen=True, eq=False)
class Trial:
    """What the courses of one person do.

    Attributes
    ----------
    open_now : (n,) places of the vacancies that are open now
    n_ready : int
        How many of those are ready.
    alone : tuple of Effect
        Of every course.
    pair : Effect or None
        The first of all pairs by `Effect.order`, where it does more than any course alone.
    """

    open_now: Rows
    n_ready: int
    alone: tuple[Effect, ...]
    pair: Effect | None = None


@dataclass(frozen=True, slots=True)
class _Bench:
    """Variants of one person, and the vacancies that are open to them or that something might open.

    Attributes
    ----------
    found : courses, by row of `people` from `_FIRST` on
    columns : (n_columns,) places of the vacancies in `whole`
    is_open : (n_columns,) whether they are open now
    """

    found: Sequence[Beginning]
    people: CandidateArrays
    whole: Block
    columns: Rows
    is_open: Flags
    basis: Basis

    def standings(self, people: CandidateArrays) -> Standings:
        """How variants stand with the vacancies on the bench."""
        return rescore(people, self.whole, self.columns, self.basis)

    def counts(self, then: Standings) -> Counts:
        """Per variant, the vacancies that open, and those ready of all that are open then; (n, 2).

        What is open now stays so: nobody has to do the course, or to tell of it.
        """
        opened = then.is_open & ~self.is_open
        return np.stack([opened.sum(axis=1), ((opened | self.is_open) & then.ready).sum(axis=1)], axis=1)

    def effect(self, rows: Rows, then: Standings) -> Effect:
        """What the courses of some rows do, from how the one variant after them stands."""
        ids = self.whole.pairs.vacancies.ids[self.columns]
        opened = ranked_order(then.score[0], ids, then.is_open[0] & ~self.is_open)
        return Effect(self._courses(rows), self.columns[opened], int(self.counts(then)[0, 1]))

    def can_both(self, rows: Rows) -> bool:
        """Whether two courses can both be done, by their dates."""
        return not isinf(weeks_together(self._courses(rows)))

    def price(self, rows: Rows) -> Price:
        """What the courses of some rows cost the person."""
        return price_of(self._courses(rows))

    def _courses(self, rows: Rows) -> tuple[Beginning, ...]:
        return tuple(self.found[row - _FIRST] for row in rows)


def try_courses(ground: Ground, block: Block, basis: Basis, *, pairs: bool = True) -> Trial:
    """Try what a candidate could begin now on the vacancies of any block."""
    bench = _bench(ground, block, basis)
    now, then = (bench.standings(take(bench.people, rows)) for rows in (np.array([_NOW]), _after(bench)))
    alone = tuple(bench.effect(_after(bench)[[place]], then.of(place)) for place in range(len(bench.found)))
    best = min((effect.order for effect in alone), default=None)
    pair = _best_pair(bench, (-best[0], -best[1])) if pairs and best else None
    return Trial(bench.columns[bench.is_open], int(bench.counts(now)[0, 1]), alone, pair)


def _bench(ground: Ground, block: Block, basis: Basis) -> _Bench:
    found = beginnings(ground)
    everything = after_courses(ground.candidate, [one.course for one in found], ground.as_of)
    records = [ground.candidate, everything, *(one.after for one in found)]
    people = CandidateArrays.from_records(records, basis.taxonomy, basis.as_of)
    whole = ground_block(ground.candidate, everything, block, basis)
    is_open = ~whole.blocked[0] & (whole.scored.score[0] >= LOW_SCORE)
    columns = np.flatnonzero(is_open | perhaps_open(take(people, np.array([_NOW, _ALL])), whole, basis))
    return _Bench(found, people, whole, columns, is_open[columns], basis)


def _after(bench: _Bench) -> Rows:
    """The rows of the variants after each course."""
    return np.arange(_FIRST, len(bench.people))


def _best_pair(bench: _Bench, alone: tuple[int, int]) -> Effect | None:
    """The first by `Effect.order` of all pairs that can be done together and do more than the best course alone.

    Only pairs that may do more are scored.

    Parameters
    ----------
    alone : how many vacancies the best course opens, and how many are ready then
    """
    pairs = _promising(every_two(_after(bench)), bench, alone)
    counts = count_in_batches(pairs, lambda batch: bench.counts(bench.standings(both(bench.people, batch))))
    for most in sorted({tuple(count) for count in counts.tolist() if tuple(count) > alone}, reverse=True):
        alike = pairs[(counts == most).all(axis=1)]
        chosen = min((pair for pair in alike if bench.can_both(pair)), key=bench.price, default=None)
        if chosen is not None:
            return bench.effect(chosen, bench.standings(both(bench.people, chosen[None, :])))
    return None


def _promising(pairs: Rows, bench: _Bench, alone: tuple[int, int]) -> Rows:
    """The pairs that may do more than the best course alone."""
    if not len(pairs):
        return pairs
    each = each_alone(bench.people, bench.whole, bench.columns, bench.basis)
    opened, ready = count_in_batches(pairs, lambda batch: each.most(_NOW, batch, bench.is_open)).T
    more: Flags = (opened > alone[0]) | ((opened == alone[0]) & (ready > alone[1]))
    return pairs[more]
