"""When the compiled way is taken, and what it reads."""

import threading
from dataclasses import replace

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from matcher.engine import Engine
from matcher.geography import TravelTimes
from matcher.ranking.everything import Matching, fitness, match_everything, tables
from matcher.ranking.everything.fitness import NotFitError
from matcher.ranking.everything.partition import Block, partition
from matcher.scoring import CandidateArrays
from ranking.conftest import MakeNation
from ranking.everything_oracle import Columns, Way, assert_same, slowly
from strategies import AS_OF

EITHER = Way(fast=None)


def refuses(engine: Engine, columns: Columns, because: str) -> None:
    with pytest.raises(NotFitError, match=because):
        Way(fast=True)(engine, columns, 3)
    assert_same(EITHER(engine, columns, 3), slowly(columns, engine.model, 3))


def test_without_numba_neither_way_is_refused_but_the_compiled_one(
    engine: Engine, nation: MakeNation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fitness, "find_spec", lambda _: None)
    refuses(engine, nation(20, 5), "carematch\\[fast\\]")


def test_too_many_kinds_of_rows_take_the_plain_way(
    compiled_way: Way, engine: Engine, nation: MakeNation, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert compiled_way.fast
    monkeypatch.setattr(tables, "_MOST_CELLS", 10)
    refuses(engine, nation(20, 5), "too many kinds")


def test_a_radius_as_wide_as_the_country_takes_the_plain_way(
    compiled_way: Way, engine: Engine, nation: MakeNation
) -> None:
    assert compiled_way.fast
    people, work = nation(20, 5)
    refuses(engine, (people, replace(work, radius_km=np.full(5, 900.0))), "radius_km")


def test_needs_worth_more_than_an_integer_holds_take_the_plain_way(
    compiled_way: Way, engine: Engine, nation: MakeNation
) -> None:
    assert compiled_way.fast
    people, work = nation(20, 5)
    with pytest.raises(NotFitError, match="32-bit integers"):
        compiled_way(engine, (people, replace(work, essential=work.essential * 10_000_000)), 3)


def test_measured_journeys_are_read(engine: Engine, nation: MakeNation) -> None:
    people, work = nation(30, 8)
    times = TravelTimes.from_rows(
        [(home, there, mode, 7.0) for home in people.sector for there in work.sector for mode in ("bus", "car", "walk")]
    )
    matching = Matching(people, work, engine.model, AS_OF, 8, times)
    with pytest.raises(NotFitError, match="measured"):
        match_everything(matching, fast=True)
    found = match_everything(matching)
    assert (found.vacancies_for_candidates[0] >= 0).sum() > (
        EITHER(engine, (people, work), 8).vacancies_for_candidates[0] >= 0
    ).sum()


def test_journeys_of_nobody_send_every_block_the_plain_way(engine: Engine, nation: MakeNation) -> None:
    people, work = nation(200, 60)
    nobodys = TravelTimes.from_rows([("ZZ9 9", "ZZ9 9", "bus", 1.0)])
    found = match_everything(Matching(people, work, engine.model, AS_OF, 5, nobodys))
    assert_same(found, slowly((people, work), engine.model, 5))


def test_rows_laid_over_a_block_are_laid_anew_when_there_is_no_room(
    compiled_way: Way, engine: Engine, nation: MakeNation, monkeypatch: pytest.MonkeyPatch
) -> None:
    from matcher.ranking.everything import compiled

    monkeypatch.setattr(compiled, "_MOST_LAID", 0)
    columns = nation(200, 60)
    assert_same(compiled_way(engine, columns, 5), slowly(columns, engine.model, 5))


def test_blocks_may_come_in_any_order(
    way: Way, engine: Engine, nation: MakeNation, monkeypatch: pytest.MonkeyPatch
) -> None:
    def backwards(people: CandidateArrays, size: int) -> list[Block]:
        return partition(people, size)[::-1]

    columns = nation(300, 40)
    monkeypatch.setattr("matcher.ranking.everything.sweep.partition", backwards)
    assert_same(way(engine, columns, 5), slowly(columns, engine.model, 5))


def test_after_every_block_it_is_told_how_many_people_are_done(way: Way, engine: Engine, nation: MakeNation) -> None:
    done: list[tuple[int, int]] = []
    way(engine, nation(300, 10), 3, on_block=lambda *so_far: done.append(so_far))
    assert done[-1] == (300, 300)
    assert len(done) > 1
    assert done == sorted(done)


def test_who_stops_in_the_middle_stops_the_threads(compiled_way: Way, engine: Engine, nation: MakeNation) -> None:
    n_threads, done = threading.active_count(), []

    def stop(n_done: int, _: int) -> None:
        done.append(n_done)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        compiled_way(engine, nation(300, 10), 3, n_threads=2, on_block=stop)
    assert len(done) == 1
    assert threading.active_count() == n_threads


def test_columns_that_may_not_be_written_or_lie_apart_are_read(
    compiled_way: Way, engine: Engine, nation: MakeNation
) -> None:
    people, work = nation(50, 10)
    apart = np.repeat(people.easting_m, 2)[::2]
    apart.flags.writeable = False
    columns = replace(people, easting_m=apart), work
    assert_same(compiled_way(engine, columns, 3), slowly(columns, engine.model, 3))


def test_entries_that_come_twice_or_are_0_count_as_their_sum(
    compiled_way: Way, engine: Engine, nation: MakeNation
) -> None:
    people, work = nation(50, 10)
    halves = csr_matrix(
        (
            np.repeat(people.credits.data // 2, 2),
            np.repeat(people.credits.indices, 2),
            people.credits.indptr * 2,
        ),
        shape=people.credits.shape,
    )
    texts = people.texts.copy()
    texts.data[::3] = 0
    columns = replace(people, credits=halves, texts=texts), work
    assert_same(compiled_way(engine, columns, 3), slowly(columns, engine.model, 3))
