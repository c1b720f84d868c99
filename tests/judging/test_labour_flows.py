"""Moves into care: read, measured, and turned into the tables that ship."""

import csv
import io
from pathlib import Path

import numpy as np
import pytest
from scipy.stats import spearmanr

from matcher.engine import Engine
from matcher.judging import evaluate
from matcher.judging.affinity import INDUSTRY_TABLE, SECTOR_TABLE, write_tables
from matcher.judging.affinity_trial import TRUTHS, Industries, correlations, likeliest_spread
from matcher.judging.correlation import spearman
from matcher.judging.expected_shares import LEFT_OUT, PERIOD, shrunk_flows
from matcher.judging.labour_flows import EARLIER, load, measured_flows
from matcher.judging.readers import FlowReader
from matcher.judging.shrinkage import same
from matcher.packaged import data_path

LATER = (
    "origin_sic2007,origin_activity,origin_main_activity,moves_into_social_care,moves_to_any_other_industry\n"
    "8610,Wards,Health,80,200\n5510,Hotels,Hotels,30,200\n7820,Agencies,Agencies,40,200\n"
)


def with_later(folder: Path) -> Path:
    (folder / "labour_flows" / "moves_into_social_care_2014_2018.csv").write_text(LATER, encoding="utf-8")
    return folder


def test_only_published_counts_are_measured(invented_data: Path, reader: FlowReader) -> None:
    rows, ahead = measured_flows(load(invented_data), reader, np.random.default_rng(1))
    assert [(row.slice, row.n, row.method, row.value) for row in rows] == [
        ("2009-2013", 2, "carematch", pytest.approx(1.0))
    ]
    assert ahead == []


def test_a_later_period_stands_beside_the_earlier_share_repeated(invented_data: Path, reader: FlowReader) -> None:
    rows, (ahead,) = measured_flows(load(with_later(invented_data)), reader, np.random.default_rng(1))
    assert [(row.slice, row.n, row.method) for row in rows[1:]] == [
        ("2014-2018", 3, "carematch"),
        ("2014-2018, seen before", 2, "carematch"),
        ("2014-2018, seen before", 2, EARLIER),
    ]
    assert (ahead.against, ahead.n, ahead.difference) == (EARLIER, 2, pytest.approx(0.0))


def test_the_evaluation_says_that_only_a_later_period_tests(invented_data: Path, reader: FlowReader) -> None:
    found = evaluate(invented_data, reader, only="labour-flows")
    assert found.judgements == ["labour-flows"]
    assert found.notes == [
        "labour-flows: the affinities were made from the moves of 2009-2013, so only a later period tests them."
    ]


def test_the_correlation_of_ranks_is_scipys() -> None:
    rng = np.random.default_rng(3)
    ours, theirs = rng.integers(0, 6, 40).astype(float), rng.integers(0, 6, 40).astype(float)
    assert spearman(ours, theirs, np.arange(40)) == pytest.approx(spearmanr(ours, theirs).statistic)
    assert spearman(np.ones(40), theirs, np.arange(40)) == 0.0


def test_drawn_shares_are_found_again_where_nothing_passes() -> None:
    """Many leavers and all of it lasting: repeating the share orders the second period as the first."""
    industries = Industries(
        np.full(30, 1e6), np.linspace(0, 1, 30), [same(["a"] * 30), same(["b"] * 30)], np.ones(30) > 0
    )
    truth = next(iter(TRUTHS.values()))
    still = type(truth)(truth.slope, type(truth.spread)((0.1, 0.1), 0.3, 0.0))
    found = correlations(industries, still, {"raw": lambda _, moves: moves}, np.random.default_rng(4))
    assert found["raw"] > 0.99


def test_the_likeliest_variances_are_those_of_an_analysis_of_variance_where_groups_are_alike() -> None:
    rng = np.random.default_rng(5)
    odds = -2 + np.repeat(rng.normal(0, 0.7, 12), 5) + rng.normal(0, 0.4, 60)
    moves = np.round(1e6 / (1 + np.exp(-odds)))
    no_level = np.zeros((60, 60))
    industries = Industries(np.full(60, 1e6), odds, [same([f"kind {i // 5}" for i in range(60)]), no_level], odds < 9)
    between, _, within = likeliest_spread(industries, moves, with_skills=False)
    groups = odds.reshape(12, 5)
    assert within == pytest.approx(groups.var(axis=1, ddof=1).mean(), rel=0.01)
    assert between == pytest.approx(groups.mean(axis=1).var(ddof=1) - within / 5, rel=0.01)


def rows_of(path: Path) -> dict[str, dict[str, str]]:
    rows = csv.DictReader(io.StringIO(path.read_text(encoding="utf-8")))
    return {row.get("id") or row["sic2007"]: row for row in rows}


@pytest.mark.real_data
@pytest.mark.parametrize("table", [INDUSTRY_TABLE, SECTOR_TABLE])
def test_the_tables_that_ship_are_what_the_command_makes(real_data: Path, tmp_path: Path, table: str) -> None:
    """Where this fails after a change of skills or credits: run ``python -m matcher.judging.affinity``."""
    write_tables(real_data, tmp_path)
    made, ships = rows_of(tmp_path / table), rows_of(data_path("labour_flows", table))
    assert list(made) == list(ships)
    for name, row in made.items():
        assert float(row["affinity"]) == pytest.approx(float(ships[name]["affinity"]), abs=0.0011), name
        assert row["basis"].split(";")[0] == ships[name]["basis"].split(";")[0], name


@pytest.mark.real_data
def test_what_is_left_out_takes_the_share_of_its_kind_and_few_are_not_none(real_data: Path, engine: Engine) -> None:
    shrunk = {each.flow.industry: each for each in shrunk_flows(load(real_data)[PERIOD], engine.taxonomy)}
    (left_out,) = LEFT_OUT
    assert shrunk[left_out].shrunk < 0.1 < shrunk[left_out].flow.share
    few = [each for each in shrunk.values() if not each.flow.is_published]
    assert len(few) == 3
    assert all(each.shrunk > each.flow.share for each in few)


@pytest.mark.real_data
def test_small_counts_are_drawn_further_than_large_ones(real_data: Path, engine: Engine) -> None:
    shrunk = {each.flow.industry: each for each in shrunk_flows(load(real_data)[PERIOD], engine.taxonomy)}

    def kept(industry: str) -> float:
        """How far above the average leaver's share (0.083) it still stands, of how far it was seen."""
        return (shrunk[industry].shrunk - 0.083) / (shrunk[industry].flow.share - 0.083)

    assert kept("9412") < kept("8610")  # 10 of 30 in trade bodies; 641 of 3,438 in hospitals
    assert kept("4779") < kept("8891")  # 15 of 50 in second-hand shops; 132 of 573 in day-care
