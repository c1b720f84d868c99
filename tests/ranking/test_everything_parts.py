"""Kinds, blocks and heaps."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from matcher.engine import Engine
from matcher.ranking.everything.alike import kinds_of, kinds_of_spans
from matcher.ranking.everything.best_so_far import BestSoFar
from matcher.ranking.everything.partition import Strips, in_reach, partition
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


def test_a_strip_of_the_country_holds_all_that_is_in_reach(nation: MakeNation) -> None:
    people, work = nation(300, 200, 4)
    odd = work.northing_m.copy()
    odd[:3] = np.nan, np.inf, -np.inf
    work = replace(work, northing_m=odd, live_in=work.live_in | (np.arange(200) == 5))
    strips, n_in_strips, blocks = Strips(work), 0, partition(people, 64)
    for block in blocks:
        around = strips.around(block)
        n_in_strips += len(around)
        assert set(in_reach(block, work, around)) == set(in_reach(block, work))
    assert n_in_strips < 200 * len(blocks)


@given(st.lists(st.lists(st.tuples(st.integers(0, 2), st.integers(1, 2)), max_size=3), min_size=1, max_size=8))
def test_rows_are_of_one_kind_exactly_when_their_stretches_agree(rows: list[list[tuple[int, int]]]) -> None:
    start = np.cumsum([0, *map(len, rows)])
    entries_of = np.array([entry for row in rows for entry in row], dtype=np.int32).reshape(-1, 2)
    of = kinds_of_spans(start, entries_of[:, 0].copy(), entries_of[:, 1].copy()).of
    assert [[a == b for b in of] for a in of] == [[a == b for b in rows] for a in rows]


@given(
    st.lists(st.lists(st.sampled_from([-np.inf, 1.0, 2.0, 2.5]), min_size=9, max_size=9), min_size=2, max_size=2),
    st.integers(1, 6),
    st.permutations(range(9)),
)
def test_lists_so_far_keep_the_best_however_many_come_at_once(
    scores: list[list[float]], k: int, ranks: list[int]
) -> None:
    best_so_far, rows = BestSoFar(3, k, np.array(ranks, dtype=np.int32)), np.array([2, 0])
    for columns in (np.arange(0, 7), np.arange(7, 9)):
        best_so_far.offer(rows, np.array(scores)[:, columns], columns)
    row, score = best_so_far.lists()
    for mine, offered in zip(rows, scores, strict=True):
        best = sorted((-points, ranks[at], at) for at, points in enumerate(offered) if points > -np.inf)[:k]
        assert row[mine].tolist() == [at for _, _, at in best] + [-1] * (k - len(best))
        assert score[mine].tolist() == [-points for points, _, _ in best] + [-np.inf] * (k - len(best))
    assert (row[1] == -1).all()


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
        best = one if place % 3 else other
        offer(best.score, best.rank, best.size, 0, score, rank)
    merge(one, other)
    sort(one)
    wanted = sorted(offered, key=lambda entry: (-entry[0], entry[1]))[:k]
    assert one.size[0] == len(wanted)
    assert [(float(s), int(r)) for s, r in zip(one.score[0], one.rank[0], strict=True)][: len(wanted)] == wanted
