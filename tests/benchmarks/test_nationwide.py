"""The parts of `carematch bench`, on nations so small that they take no time."""

from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest
from numpy.random import default_rng
from scipy.sparse import csr_matrix

from matcher.benchmarks.national import Nation, make_nation
from matcher.benchmarks.nationwide import matching as ways
from matcher.benchmarks.nationwide import running
from matcher.benchmarks.nationwide.cost import cost_of
from matcher.benchmarks.nationwide.growth import exponent
from matcher.benchmarks.nationwide.kept import keep_lists, keep_nation, kept_lists, kept_nation
from matcher.benchmarks.nationwide.oracle import exactness
from matcher.benchmarks.nationwide.parts import PARTS, function_of
from matcher.benchmarks.nationwide.sampling import people_of_squares
from matcher.engine import Engine
from matcher.ranking.everything import ScoredMatches, match_everything_scored
from settled_demo import Templates
from strategies import AS_OF

SIZE = (150, 40)


@pytest.fixture(scope="module")
def nation(engine: Engine, templates: Templates) -> Nation:
    return make_nation(SIZE, templates, engine.taxonomy, AS_OF, default_rng(1))


@pytest.fixture(scope="module")
def lists(nation: Nation) -> ScoredMatches:
    return match_everything_scored(ways.matching_of(nation), fast=False)


@pytest.fixture(scope="module")
def folder(nation: Nation, lists: ScoredMatches, tmp_path_factory: pytest.TempPathFactory) -> Path:
    kept = tmp_path_factory.mktemp("nation")
    keep_nation(nation, kept)
    keep_lists(lists, kept)
    return kept


def same(one: object, other: object) -> bool:
    if isinstance(one, csr_matrix):
        return one.shape == other.shape and (one != other).nnz == 0
    if isinstance(one, tuple):
        return all(np.array_equal(a, b) and a.shape == b.shape for a, b in zip(one, other, strict=True))
    return one.dtype == other.dtype and np.array_equal(one, other, equal_nan=one.dtype != object)


def test_a_nation_that_was_kept_comes_back_as_it_was(nation: Nation, folder: Path) -> None:
    back = kept_nation(folder)
    for side in ("people", "work"):
        for field in fields(getattr(nation, side)):
            assert same(getattr(getattr(nation, side), field.name), getattr(getattr(back, side), field.name)), (
                field.name
            )


def test_lists_that_were_kept_come_back_as_they_were(lists: ScoredMatches, folder: Path) -> None:
    back = kept_lists(folder)
    for one, other in zip(lists.vacancies_for_candidates, back.vacancies_for_candidates, strict=True):
        np.testing.assert_array_equal(one, other)


def test_the_oracle_finds_our_lists_exact(folder: Path) -> None:
    found = exactness(folder, "L")
    assert found["recall_for_people"] == found["recall_for_vacancies"] == 1.0
    assert (found["n_people"], found["n_vacancies"], found["n_lists_that_differ"]) == (*SIZE, 0)


def test_the_oracle_finds_a_match_that_is_missing_and_two_the_wrong_way_round(
    nation: Nation, lists: ScoredMatches, tmp_path: Path
) -> None:
    rows, scores = (array.copy() for array in lists.vacancies_for_candidates)
    full = np.flatnonzero((rows >= 0).sum(axis=1) > 2)
    rows[full[0], :2] = rows[full[0], 1::-1]
    rows[full[1], 0] = next(other for other in range(SIZE[1]) if other not in rows[full[1]])
    keep_nation(nation, tmp_path)
    keep_lists(ScoredMatches((rows, scores), lists.candidates_for_vacancies), tmp_path)
    found = exactness(tmp_path, "L")
    assert found["n_lists_that_differ"] == 2
    assert 0.9 < found["recall_for_people"] < 1.0 == found["recall_for_vacancies"]


def test_another_way_is_held_against_the_lists_that_were_kept(folder: Path) -> None:
    found = ways.plain(folder, "S")
    assert found["same_lists"]
    assert found["n_other_rows"] == 0
    assert found["seconds"] > 0


def test_lists_that_lack_somebody_or_score_otherwise_are_not_the_same(lists: ScoredMatches) -> None:
    rows, scores = lists.vacancies_for_candidates
    lacking = np.where(np.arange(len(scores))[:, None] == np.argmax(rows[:, 0] >= 0), -np.inf, scores)
    for changed, least in ((lacking, np.inf), (scores + 1e-3, 1e-4)):
        found = ways._agreement(ScoredMatches((rows, changed), lists.candidates_for_vacancies), lists)
        assert not found["same_lists"]
        assert found["points_off"] >= least


def test_seconds_of_all_are_drawn_on_a_line_through_two_samples(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ways, "_SAMPLES", (50, 100))
    costs = iter([(1.0, 2.0), (1.5, 3.0)])
    monkeypatch.setattr(ways, "cost_of", lambda run: (run(), ways.Cost(*next(costs), 7.0)))
    found = ways._against_ours(folder, "L", lambda matching: match_everything_scored(matching, fast=False))
    assert (found["seconds"], found["cpu_seconds"], found["n_sampled"]) == (2.0, 4.0, 100)
    assert found["same_lists"]


def test_a_sample_of_squares_is_as_large_as_asked_and_begins_with_the_smaller(nation: Nation) -> None:
    few, many = (set(people_of_squares(nation.people, n, default_rng(3)).tolist()) for n in (40, 90))
    assert (len(few), len(many)) == (40, 90)
    known = np.isfinite(nation.people.easting_m)
    assert {row for row in few if known[row]} <= many
    assert abs((~known[list(many)]).mean() - (~known).mean()) < 0.02


def test_neighbours_are_sampled_together(engine: Engine, templates: Templates) -> None:
    people = make_nation((3_000, 5), templates, engine.taxonomy, AS_OF, default_rng(2)).people
    rows = people_of_squares(people, 300, default_rng(3))

    def squares(of: np.ndarray) -> int:
        at = np.column_stack([people.easting_m[of], people.northing_m[of]])
        return len(np.unique(at[np.isfinite(at[:, 0])] // 5_000, axis=0))

    assert squares(rows) < 0.75 * squares(default_rng(4).choice(3_000, 300, replace=False))


def test_the_exponent_is_the_slope_of_logarithms() -> None:
    sizes = [1 / 32, 1 / 16, 1 / 8, 1 / 4, 1 / 2]
    assert exponent(sizes, [3 * size**1.3 for size in sizes]) == pytest.approx(1.3)
    assert exponent(sizes, [0.1] * 5) == pytest.approx(0.0, abs=1e-12)


def test_what_something_costs_comes_with_what_it_returns() -> None:
    made, cost = cost_of(lambda: "made")
    assert made == "made"
    assert cost.seconds >= 0 <= cost.cpu_seconds
    assert 10 < cost.peak_mb < 100_000


def test_every_part_is_there() -> None:
    assert all(callable(function_of(name)) for name in PARTS)


def test_a_part_whose_process_fails_says_why_and_the_others_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        running, "_run", lambda name, *_: running.Outcome(name, {} if name == "nation" else None, "why")
    )
    told: list[str] = []
    outcomes = list(running.run_parts("M", told.append))
    assert [outcome.name for outcome in outcomes] == list(PARTS)
    assert f"M: {PARTS['oracle'].says}: why" in told


def test_parts_that_say_nothing_on_a_scale_are_measured_there_only_when_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(running, "_run", lambda name, *_: running.Outcome(name, {}))
    assert "dask" not in {outcome.name for outcome in running.run_parts("S", lambda _: None)}
    assert [outcome.name for outcome in running.run_parts("S", lambda _: None, ["dask"])] == ["nation", "dask"]


@pytest.mark.parametrize("name", ["ball_tree", "polars", "plain", "oracle"])
def test_a_part_that_is_held_against_our_lists_brings_the_part_that_finds_them(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(running, "_run", lambda name, *_: running.Outcome(name, {}))
    found = [outcome.name for outcome in running.run_parts("S", lambda _: None, [name])]
    assert found == ["nation", "compiled", name]


def test_without_a_nation_nothing_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "_run", lambda name, *_: running.Outcome(name, None, "why"))
    assert [outcome.name for outcome in running.run_parts("S", lambda _: None)] == ["nation"]


def test_the_last_line_of_an_error_is_the_reason(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(running, "_CHILD", "no_such_module_here")
    outcome = running._run("oracle", tmp_path, "S")
    assert outcome.figures is None
    assert "No module named no_such_module_here" in outcome.reason


def test_a_part_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(type(PARTS["oracle"]), "limit_seconds", lambda *_: 0.001)
    assert running._run("oracle", tmp_path, "S").reason == "stopped after 0 minutes"
