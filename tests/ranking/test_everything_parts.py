"""Kinds, blocks and heaps."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from matcher.engine import Engine
from matcher.ranking.everything.alike import kinds_of
from matcher.ranking.everything.partition import in_reach, partition
from matcher.scoring import Pairs, judge_gates, score_pairs
from matcher.scoring.gates import BLOCKED
from ranking.conftest import MakeNation
from ranking.everything_oracle import Way
from strategies import AS_OF

figures = st.sampled_from([0.0, -0.0, 1.0, float("nan")])


@given(st.lists(st.tuples(figures, st.booleans()), min_size=1, max_size=12))
def test_rows_are_of_one_kind_exactly_when_they_agree_to_the_bit(rows: list[tuple[float, bool]]) -> None:
    numbers, flags = np.array([row[0] for row in rows]), np.array([row[1] for row in rows])
    kinds = kinds_of(len(rows), numbers, flags)
    written = [(repr(number), flag) for number, flag in rows]
    for one in range(len(rows)):
        for other in range(len(rows)):
            assert (kinds.of[one] == kinds.of[other]) == (written[one] == written[other])
        assert written[kinds.first[kinds.of[one]]] == written[one]


def test_everybody_is_in_one_block_that_is_neither_large_nor_wide(nation: MakeNation) -> None:
    people, _ = nation(500, 1)
    blocks = partition(people, 64)
    assert sorted(np.concatenate([block.rows for block in blocks])) == list(range(500))
    assert max(len(block.rows) for block in blocks) <= 64
    for block in blocks:
        assert np.isfinite(people.easting_m[block.rows]).all() == block.is_placed
        assert max(block.box_m[2:] - block.box_m[:2]) <= 200_000


def test_whoever_the_gate_of_place_lets_through_is_in_reach(engine: Engine, nation: MakeNation) -> None:
    people, work = nation(400, 200, 3)
    pairs = Pairs(people, work)
    scored = score_pairs(pairs, engine.model)
    let_through = judge_gates(pairs, scored.journey, scored.rota, AS_OF)["place"] != BLOCKED
    n_looked_at = 0
    for block in partition(people, 64):
        reached = in_reach(block, work)
        n_looked_at += len(reached) * len(block.rows)
        assert set(np.flatnonzero(let_through[block.rows].any(axis=0))) <= set(reached)
    assert n_looked_at < let_through.size / 2


entries = st.lists(
    st.tuples(st.sampled_from([0.0, 50.0, 50.5, 100.0]), st.integers(0, 99)), max_size=30, unique_by=lambda e: e[1]
)


@given(entries, st.integers(1, 8))
def test_a_heap_keeps_the_best_in_whatever_order_they_come(
    compiled_way: Way, offered: list[tuple[float, int]], k: int
) -> None:
    from matcher.ranking.everything.heaps import merge, new_best, offer, sort

    assert compiled_way.fast
    one, other = new_best(1, k), new_best(1, k)
    for place, (score, rank) in enumerate(offered):
        offer(*(one if place % 3 else other), 0, score, rank)
    merge(one, other)
    sort(one)
    best = sorted(offered, key=lambda entry: (-entry[0], entry[1]))[:k]
    assert one.size[0] == len(best)
    assert [(float(s), int(r)) for s, r in zip(one.score[0], one.rank[0], strict=True)][: len(best)] == best
